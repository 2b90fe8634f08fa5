"""校对: reads manuscripts, changes nothing, says what looks wrong.

In: the text of one manuscript, or all of an issue, and the editors' lists (content/style). Out: `Remark`s
with the place in the source, the words, what is wrong, what to do, the clause that says so, and where it is
certain what should stand instead. One rule is one file in ``rules``.
"""
