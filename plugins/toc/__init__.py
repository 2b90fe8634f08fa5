"""目次: outlines and contents.

In: the body of one article, parsed or told by its headings → out: its outline (numbering, levels, ids). In: the sections of
an issue → out: the contents of the issue. Switched off by ``TOC = False`` in pelicanconf.py: then
articles have ids but no outline.
"""
