"""屏幕版: laid-out pages → tags by HTML element; raw PDF → the PDF for screens (PDF/UA-1, PDF/A-2b).

In: the boxes of WeasyPrint while the raw PDF is written (`tagging`), then that raw PDF and the facts of
the issue (`archival`). Out: one RGB file, tagged, with page labels, outlines and live links; and, of any
tagged PDF, what the rules of the Matterhorn Protocol find (`matterhorn`).
"""
