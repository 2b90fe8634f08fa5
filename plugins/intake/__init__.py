"""收稿: from what a unit sent in to manuscripts in the contract's format.

In: files as they came (.docx, .txt, .html, .md), each with one draft or several, and the folder of an
issue. Out: new Markdown files and pictures in that folder, never over an existing file, and a report
in Chinese of everything that was guessed, with a confidence and a reason, and of what was lost.

The road: reader (file → `Draft`) → conversion, if asked for → navigation (of web pages, left out) →
joining (lines → paragraphs) → divider (one `Draft` → several) → recogniser (→ `Manuscript` with guesses) → writing → filing → telling.
"""
