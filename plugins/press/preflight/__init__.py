"""印前检查: any PDF, ours or foreign, whole or broken → what a printer would object to, rule by rule.

In: a PDF file and what was ordered (`record.Expected`). Out: a `record.Report` of faults with page
and object, and the same as terminal lines, JSON and a Chinese HTML page.

The road: `preflight` opens the file → `document` gathers facts about the file, `walk` about each
page (in the manner of a renderer, without drawing) → the rules in `*rules.py` are pure over those
facts → `report` puts them in words. Every rule is one function; its docstring is its title, its
source and the way out. Nothing here was judged by a certified PDF/X validator: the rules are ours,
written after the published standards as named in each docstring.
"""
