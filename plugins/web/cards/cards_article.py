"""The card of an article: what it looks like when somebody sends its address on. Measures in px.

Networks show 1200 × 630 (Open Graph's common size), or the square in its middle: all type stands within
that square, on a sheet of paper. Around the sheet lies the picture or the tone of the section.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
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
#: The middle of the tab on a card of type alone.
TAB_Y = 30
#: Where type alone stands: the sheet from the tab to the rule, with white around.
TYPE = (SHEET[0], TAB_Y + TAB // 2 + 1, SHEET[1], RULE_Y - 6)


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


def draw(facts: ArticleFacts, palette: Palette, picture: Path) -> Image.Image:
    """The card with a picture, RGB."""
    small = _small(facts)
    setting = fitted(facts.headline, Box(COLUMN, LOW_SIZES, 3, LOW))
    height = _height(setting) + small
    type_top = RULE_Y - BELOW - height
    top = type_top - ABOVE
    image = cards_draw.cut_to(picture, SIZE, top / 2)
    _sheet(image, facts, palette, top)
    _type(image, facts, setting, palette, type_top)
    return image


def draw_type(facts: ArticleFacts, palette: Palette) -> Image.Image:
    """The card of type alone, with a palette.

    Only the place of the headline is drawn anew: cards of one section of one issue have the rest in common.
    """
    small = _small(facts)
    high = Box(COLUMN, SIZES, 4, RULE_Y - BELOW - TAB - ABOVE - small)
    setting = fitted(facts.headline, high)
    type_top = (TAB + RULE_Y - _height(setting) - small) // 2
    empty, image = _empty(replace(facts, headline="", kicker="", document_number=""), palette)
    place = empty.crop(TYPE)
    _type(place, facts, setting, palette, type_top - TYPE[1], CENTRE - TYPE[0])
    made = image.copy()
    made.paste(cards_draw.flat(place, colours(facts, palette)), TYPE)
    return made


@lru_cache(maxsize=8)
def _empty(facts: ArticleFacts, palette: Palette) -> tuple[Image.Image, Image.Image]:
    """A card of type alone without its headline: RGB, and with the palette."""
    image = _ground(facts, palette)
    _sheet(image, facts, palette, 0)
    return image, cards_draw.flat(image, colours(facts, palette))


def _sheet(image: Image.Image, facts: ArticleFacts, palette: Palette, top: int) -> None:
    """The paper from ``top`` down with all that is alike on cards of a section of an issue."""
    brush = ImageDraw.Draw(image)
    brush.rectangle((SHEET[0], top, SHEET[1] - 1, SIZE[1]), palette["paper"])
    _tab(image, facts.section, top or TAB_Y, palette[f"tone-{facts.tone}"])
    brush.line((CENTRE - 32, RULE_Y, CENTRE + 32, RULE_Y), palette["signal"], 3)
    _foot(image, facts, palette)


def _small(facts: ArticleFacts) -> int:
    """How high kicker and number stand together, px."""
    return SMALL * (bool(_kicker(facts)) + bool(facts.document_number))


def _height(setting: Setting) -> int:
    """How high a headline stands, px."""
    return round(len(setting.lines) * setting.size * LEADING)


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
    image: Image.Image,
    facts: ArticleFacts,
    setting: Setting,
    palette: Palette,
    y: float,
    x: float = CENTRE,
) -> None:
    """Kicker, headline, number of the document, around ``x``, from ``y`` down."""
    soft, kicker, size = palette["ink-soft"], _kicker(facts), setting.size
    if kicker:
        cards_draw.draw_line(image, Line(x, y + 18, kicker, "hei", 28, soft, "mm"))
        y += SMALL
    first = Line(x, y + size * LEADING / 2, "", "song", size, palette["ink"], "mm")
    y = cards_draw.draw_lines(image, setting.lines, first, LEADING) - size * LEADING / 2
    if facts.document_number:
        number = Line(x, y + 30, facts.document_number, "hei", 28, soft, "mm")
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
