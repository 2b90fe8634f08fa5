"""The site's own faces: headlines cut for each page, characters that readers' systems lack.

In: the words of a page, of the whole site. Out: WOFF2 files and the style rules that load them; what no installed
face has is a finding.
"""
