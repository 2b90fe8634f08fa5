"""刊期: the issue: publication, sections, order, facts, editions.

In: the content folder. Out: a frozen `Archive` of `Issue` records, newest first, and every
`Finding` about what was written in publication.toml, sections.toml, each issue.toml and every
article. ``archive.load`` is the front door: outputs begin from what it returns. What was read is kept
(copystore.py): folders and manuscripts that did not change are not read again.
"""
