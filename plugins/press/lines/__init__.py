"""排行: lines of Chinese text inside WeasyPrint.

In: line boxes as WeasyPrint builds them. Out: the same boxes with lines broken and spaced by our composer,
and boxes whole lines high. ``composing`` and ``grid`` are the hooks; ``composer`` and ``paragraph`` are pure.
"""
