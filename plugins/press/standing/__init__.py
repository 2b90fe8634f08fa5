"""存版: type kept standing for the next printing.

In: the laid-out pages of one piece. Out: the same pages as they are painted, without a box of WeasyPrint: what
stands in the content stream, which faces, pictures, links and tags it uses. They are kept by what they were made
from; pages of many pieces are joined into one PDF, as if they had been painted at once.
"""
