"""拼版: a galley of lines, heads and pictures → pages.

In: one endless page laid out by WeasyPrint. Out: pages of two columns. ``makeup``, ``fitting``, ``groups`` and
``columns`` are pure; ``galley`` takes boxes apart, ``assembly`` puts them on pages.
"""
