"""Word files: bytes of a .docx → `Draft`.

In: the bytes, from Word, WPS or a programme. Out: blocks with hints of their looks, footnotes, pictures
at full size, and remarks on what was accepted (tracked changes) or left out. Read straight from the
XML (ECMA-376 Part 1): tracked changes, text boxes and looks that a programme library for writing
Word files does not give. Nothing in the file is run, fetched or unpacked to disk.
"""
