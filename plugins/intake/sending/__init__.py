"""送审: an article → a Word file for the unit that contributed it to check.

In: an `Article`, its manuscript as text, its pictures, a manner (theme/sending/manners.toml). Out: the
bytes of a .docx with tracked changes switched on, which knows the way back: article, issue, version and
the words as they were sent. What comes back, returning/ compares with the article.
"""
