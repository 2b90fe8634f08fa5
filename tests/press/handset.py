"""Lines of type set by hand: a column 10 em of 10 pt wide, from 50 to 150 pt, on lines of 16 pt."""

from __future__ import annotations

from plugins.press.quality.layoutread import Layout
from plugins.press.quality.linecheck import Measures, check
from plugins.press.quality.linefault import Fault, Rule
from plugins.press.quality.reader import Char, Page

EM, PITCH, LEFT, RIGHT = 10.0, 16.0, 50.0, 150.0
LAYOUT = Layout.single(EM, PITCH, LEFT, RIGHT - LEFT)
SONG, HEI, KAI = "Song-Regular", "Hei-Bold", "Kai"
FULL = "江河湖海山川草木日月"
Row = tuple[Char, ...]


def row(
    text: str, number: float, x: float = LEFT, size: float = EM, font: str = SONG, gap: float = 0.0
) -> Row:
    """One line of type on line ``number``: Chinese signs one em wide, others half; ``gap`` pt between."""
    chars = []
    for sign in text:
        width = size / 2 if sign.isascii() else size
        chars.append(Char(sign, x, x + width, 100 + PITCH * number, size, font))
        x += width + gap
    return tuple(chars)


def moved(line: Row, place: int, by: float) -> Row:
    """The line with everything from ``place`` on moved to the right, pt."""
    return tuple(
        char if number < place else Char(char.text, char.x0 + by, char.x1 + by, *_rest(char))
        for number, char in enumerate(line)
    )


def _rest(char: Char) -> tuple[float, float, str]:
    return char.baseline, char.size, char.font


def page(*lines: Row, number: int = 1) -> Page:
    return Page(number, 400, 600, tuple(char for line in lines for char in line))


def judge(*lines: Row) -> Measures:
    return check([page(*lines)], [], LAYOUT)


def faults(rule: Rule, *lines: Row) -> list[Fault]:
    return [each for each in judge(*lines).faults if each.rule == rule]


def after(text: str, number: int = 1) -> Row:
    """A last line of a paragraph."""
    return row(text, number)
