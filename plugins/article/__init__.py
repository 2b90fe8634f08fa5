"""稿件: one article, from the bytes an editor saved to a frozen record.

In: a Markdown file with Chinese front matter, the issue it belongs to, the tagger and outliner to
ask. Out: an `Article` (fields, neutral HTML, outline, tags, pictures, links) and a list of
`Finding`. The HTML is neutral: no site address, no page number, no print mark, no inline style;
every id begins with the article's key; picture sources are the manuscript's own paths; links to
other articles read ``article:2020-03/stem``.
"""
