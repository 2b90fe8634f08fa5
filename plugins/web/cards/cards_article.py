"""The card of an article: what it looks like when somebody sends its address on. Measures in px.

Networks show 1200 × 630 (Open Graph's common size), or the square in its middle: all type stands within
that square, on a sheet of paper. Around the sheet lies the picture or the tone of the section.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.web.cards import cards_draw
from plugins.web.cards.cards_draw import WHITE, Colour, Line, Palette
from plugins.web.cards.cards_text import LEADING, Box, Setting, fitted

SIZE = (1200, 630)
CENTRE = 600
SHEET = (210, 990)
#: The square in the middle is 630 wide.
COLUMN = 606
SIZES = (88, 82, 76, 70, 64, 59, 54, 50, 46, 42, 38)
#: Beside a picture the sheet is low.
LOW_SIZES, LOW = SIZES[4:], 196
#: What a kicker and the number of a document take, each a line.
SMALL = 46
#: The short rule above the nameplate, and the nameplate's base line.
RULE_Y, NAME_Y = 516, 578
#: White between the tab and the type on a low sheet, between the type and the rule.
ABOVE, BELOW = 40, 26
TAB = 48


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What stands on the card; ``headline`` marked (hanzi/headlines.py), ``tone`` 1 to 8."""

    nameplate: str
    section: str
    tone: int
    headline: str
    issue: str
    kicker: str = ""
    document_number: str = ""


def draw(facts: ArticleFacts, palette: Palette, picture: Path | None) -> Image.Image:
    """The card, RGB."""
    small = SMALL * (bool(_kicker(facts)) + bool(facts.document_number))
    high = Box(COLUMN, SIZES, 4, RULE_Y - BELOW - TAB - ABOVE - small)
    setting = fitted(facts.headline, Box(COLUMN, LOW_SIZES, 3, LOW) if picture else high)
    height = round(len(setting.lines) * setting.size * LEADING) + small
    if picture:
        type_top = RULE_Y - BELOW - height
        top = tab = type_top - ABOVE
        image = cards_draw.cut_to(picture, SIZE, top / 2)
    else:
        image = _ground(facts, palette)
        top, tab = 0, 30
        type_top = (TAB + RULE_Y - height) // 2
    brush = ImageDraw.Draw(image)
    brush.rectangle((SHEET[0], top, SHEET[1] - 1, SIZE[1]), palette["paper"])
    _tab(image, facts.section, tab, palette[f"tone-{facts.tone}"])
    _type(image, facts, setting, palette, type_top)
    brush.line((CENTRE - 32, RULE_Y, CENTRE + 32, RULE_Y), palette["signal"], 3)
    _foot(image, facts, palette)
    return image


def colours(facts: ArticleFacts, palette: Palette) -> tuple[tuple[Colour, Colour], ...]:
    """Which colours of a card of type alone run into one another at the edges of letters."""
    paper, tone = palette["paper"], palette[f"tone-{facts.tone}"]
    inks = (palette["ink"], palette["ink-soft"], palette["green"], palette["signal"])
    grounds = ((tone, WHITE), (tone, _ghost(tone)))
    return (*((paper, ink) for ink in inks), *grounds)


def _ghost(tone: Colour) -> Colour:
    """The colour of type that is hardly seen on its ground."""
    return cards_draw.mixed(tone, WHITE, 0.13)


def _ground(facts: ArticleFacts, palette: Palette) -> Image.Image:
    """The tone of the section; half of the nameplate on either side, as if behind the sheet."""
    tone = palette[f"tone-{facts.tone}"]
    image = Image.new("RGB", SIZE, tone)
    half = (len(facts.nameplate) + 1) // 2
    sides = (
        (SHEET[0] // 2, facts.nameplate[:half]),
        ((SHEET[1] + SIZE[0]) // 2, facts.nameplate[half:]),
    )
    for x, chars in sides:
        step = SIZE[1] / max(len(chars), 1)
        size = round(min(190, step * 0.9))
        for place, char in enumerate(chars):
            spot = Line(x, step * (place + 0.5), char, "song", size, _ghost(tone), "mm")
            cards_draw.draw_line(image, spot)
    return image


def _tab(image: Image.Image, section: str, y: int, tone: Colour) -> None:
    """The name of the section, white on its tone, across the upper edge of the sheet or hanging from it."""
    half = cards_draw.width(section, "bold", 26, 0.08) / 2 + 26
    box = (CENTRE - half, y - TAB // 2 if y > TAB else 0, CENTRE + half, y + TAB // 2)
    ImageDraw.Draw(image).rectangle(box, tone)
    cards_draw.draw_line(image, Line(CENTRE, y, section, "bold", 26, WHITE, "mm", 0.08))


def _type(
    image: Image.Image, facts: ArticleFacts, setting: Setting, palette: Palette, y: float
) -> None:
    """Kicker, headline, number of the document, from ``y`` down."""
    soft, kicker, size = palette["ink-soft"], _kicker(facts), setting.size
    if kicker:
        cards_draw.draw_line(image, Line(CENTRE, y + 18, kicker, "hei", 28, soft, "mm"))
        y += SMALL
    first = Line(CENTRE, y + size * LEADING / 2, "", "song", size, palette["ink"], "mm")
    y = cards_draw.draw_lines(image, setting.lines, first, LEADING) - size * LEADING / 2
    if facts.document_number:
        number = Line(CENTRE, y + 30, facts.document_number, "hei", 28, soft, "mm")
        cards_draw.draw_line(image, number)


def _foot(image: Image.Image, facts: ArticleFacts, palette: Palette) -> None:
    """Nameplate and issue, side by side in the middle."""
    name = cards_draw.width(facts.nameplate, "song", 36, 0.1)
    left = CENTRE - (name + 24 + cards_draw.width(facts.issue, "hei", 26)) / 2
    plate = Line(left, NAME_Y, facts.nameplate, "song", 36, palette["green"], "ls", 0.1)
    issue = Line(left + name + 24, NAME_Y - 2, facts.issue, "hei", 26, palette["ink-soft"], "ls")
    cards_draw.draw_line(image, plate)
    cards_draw.draw_line(image, issue)


def _kicker(facts: ArticleFacts) -> str:
    """The kicker if there is room for it on one line."""
    return facts.kicker if cards_draw.width(facts.kicker, "hei", 28) <= COLUMN else ""
