"""单行本公文: a policy text → an A4 PDF in the strict form of GB/T 9704-2012."""
