"""对读: an article as passages of a Word file, and where each of them stands in its manuscript.

In: an `Article` and the text of its manuscript. Out: `CopyText`. sending/ makes a Word file of it,
returning/ holds what came back against it.
"""
