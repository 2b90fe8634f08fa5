"""word/numbering.xml: the numbers that Word makes itself, as text (17.9).

They are no text of the file: a reader that leaves them out loses 一、 and （一） of every heading.
"""

from __future__ import annotations

import re

from lxml import etree

from plugins.intake.docx.names import attribute, below, child, number

DIGITS = "〇一二三四五六七八九"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
    "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified",
})  # fmt: skip
ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLACE = re.compile(r"%([1-9])")
BULLET = "-"


class Numbering:
    """The numbers of a file; `mark` counts on with every paragraph it is asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstract = {attribute(each, "abstractNumId"): each for each in below(root, "abstractNum")}
        for each in below(root, "num"):
            source = abstract.get(attribute(child(each, "abstractNumId"), "val"))
            if source is not None:
                self._levels[attribute(each, "numId")] = {
                    int(number(attribute(level, "ilvl"))): _level(level)
                    for level in below(source, "lvl")
                }

    def mark(self, numbering: tuple[str, int] | None) -> str:
        """The number of the next paragraph of this list and level; "-" for a bullet, "" for none."""
        if numbering is None or numbering[1] not in self._levels.get(numbering[0], {}):
            return ""
        name, level = numbering
        levels, counts = self._levels[name], self._counts.setdefault(name, {})
        form, pattern, start = levels[level]
        if form == "bullet":
            return BULLET
        if form == "none":
            return ""
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form, _, start = levels.get(at, ("decimal", "", 1))
            return written(counts.get(at, start), form)

        return PLACE.sub(shown, pattern)


def _level(element: etree._Element) -> tuple[str, str, int]:
    return (
        attribute(child(element, "numFmt"), "val", "decimal"),
        attribute(child(element, "lvlText"), "val"),
        int(number(attribute(child(element, "start"), "val", "1"), 1)),
    )


def written(value: int, form: str) -> str:
    """A number in one of Word's forms; Arabic digits for a form we do not know.

    >>> written(12, "chineseCounting")
    '十二'
    """
    if form in CHINESE and 0 < value < 100:
        tens, ones = divmod(value, 10)
        head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
        return head + (DIGITS[ones] if ones else "")
    if form == "decimalEnclosedCircleChinese" and 0 < value <= len(CIRCLED):
        return CIRCLED[value - 1]
    if form in ("lowerLetter", "upperLetter") and 0 < value <= 26:
        return chr(ord("a" if form == "lowerLetter" else "A") + value - 1)
    if form in ("lowerRoman", "upperRoman") and 0 < value < 40:
        made = ""
        for size, letters in ROMANS:
            made += letters * (value // size)
            value %= size
        return made if form == "lowerRoman" else made.upper()
    return str(value)
