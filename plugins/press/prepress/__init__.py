"""印前: laid-out RGB pages → separated pages → pages with marks → a PDF/X file.

In: an open RGB PDF of WeasyPrint, a `recipe.Recipe` (standard, profile of the press, ink limit,
pages printed in black only) and theme/press/inks.toml, the inks of every colour of the styles.
Out: the same PDF with every colour and picture in the inks of the press and nothing that a press
cannot print (separation.py, pictures.py), marks and slug lines around the pages (marks.py), and
the file saved as PDF/X-4 or PDF/X-1a (standard.py). Same input, same bytes.
"""
