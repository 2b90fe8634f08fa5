"""回稿: a checked Word file comes back → its changes as a patch of the article, and remarks.

In: the bytes of the .docx and the manuscript as it stands in the content folder. Out: a `Comparison`:
every change before and after, who made it, the manuscript with the changes in it, what only a person
can decide. Nothing is written here.
"""
