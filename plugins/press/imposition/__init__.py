"""拼版: pages → the sheets that a press prints and a bindery folds, and the cover in one piece.

In: the separated pages of an issue (one open PDF: 封面, 封二, inside pages, 封三, 封底), its binding and
paper. Out: an open PDF of the cover wrap, or of the formes of saddle-stitched sheets or signatures,
with the folds and a label for each page; marks and colour bars are put on by the pre-press.
order, spine and sheetplan are pure; only forms and placing touch PDF.
"""
