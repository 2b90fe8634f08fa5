"""检索: an edition's articles → the files of a search index that a browser reads without a server.

In: an `Archive` as an edition has it. Out: `Asset`s below ``search/index/``: for every pair of neighbouring characters,
and every single Han character, the articles in which it stands (grams, lists, shards), in two segments: all years but
the newest, and the newest (segment), so that a new issue leaves the files of the older ones as they are; tables of
what a result shows; lists for filters (register). Text is searched as its stream (stream). ``index`` is
the door; what a segment was made into is kept (bundle). Positions are not kept: the page of a hit is read to verify it.
"""
