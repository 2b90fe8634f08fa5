"""Paragraphs in a nominal face: Chinese one em wide, Latin half, spaces a quarter; type of 10 px."""

from __future__ import annotations

import re
from types import SimpleNamespace

from plugins.press.lines import setting
from plugins.press.lines.composer import compose
from plugins.press.lines.flow import WORD_MARK, Flow
from plugins.press.lines.paragraph import Line, Manner, Paragraph, right_edge, spaces_after

EM = 10.0
ALIGN = {"justified": "justify", "ragged": "left", "balanced": "center"}
NO_ROOM = re.compile("[\u0300-\u036f\u200c\u200d\u2060\ufe0f\ufeff\n]")


def advance(char: str) -> float:
    """Nominal width of a character in px."""
    if NO_ROOM.match(char):
        return 0.0
    if char == " ":
        return EM / 4
    return EM / 2 if (ord(char) < 0x2000 and char != "·") or char in "₂₃" else EM


def paragraph(
    text: str, manner: Manner = "justified", nowrap: tuple[int, int] = (0, 0)
) -> Paragraph:
    """A paragraph as press sets it; U+200B marks the places of a headline, "\\n" a forced break."""
    style = {"font_size": EM, "text_align_all": ALIGN[manner], "lang": "zh-CN"}
    flow = Flow(SimpleNamespace(style=style))
    for char in text:
        if char == WORD_MARK:
            flow.marked.add(len(flow.chars))
        else:
            flow.add(char, advance(char), EM)
    flow.kept.append(nowrap)
    return setting.paragraph(flow)


def words(par: Paragraph, line: Line) -> str:
    return "".join(par.chars[line.start : line.end])


def composed(text: str, em: float, manner: Manner = "justified", indent: float = 0.0) -> list[str]:
    """The lines of a text in a measure of ``em``, the first shorter by ``indent`` em."""
    par = paragraph(text, manner)
    return [words(par, line) for line in compose(par, 0, (em - indent) * EM, em * EM)]


def width(par: Paragraph, line: Line) -> float:
    """How wide a line is as set, px: what LineBuilder sums up."""
    return sum(par.advances[line.start : line.end]) + sum(spaces_after(par, line))


def natural(par: Paragraph, line: Line) -> float:
    """How wide it would be without squeezing and stretching, px."""
    if line.start == line.end:
        return 0.0
    return right_edge(par, line.end) - par.width[line.start]
