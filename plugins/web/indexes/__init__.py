"""Pages that list, over the whole archive: sections, tags, units, authors, years, policy texts; related articles.

In: the catalogue. Out: one view a page; `indexes.indexes` yields them all.
"""
