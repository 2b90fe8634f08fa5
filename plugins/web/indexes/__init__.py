"""Pages that list, over the whole archive: sections, tags, years, policy texts; facets; related articles.

Facets are units, persons, places and cited documents: mentions.py says what an article names, facets.py who has a
page. In: the catalogue. Out: one view a page; `indexes.indexes` yields them all.
"""
