"""The cover of an issue as a drawing, and the card of an issue: its cover as an object. Measures in px."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from plugins.web.cards import cards_draw
from plugins.web.cards.cards_draw import WHITE, Line, Palette
from plugins.web.cards.cards_text import Box, ems, fitted

#: 210 × 285 mm.
COVER = (900, 1221)
CARD = (1200, 630)
#: The cover on the card: within the square in the middle, which some networks cut out.
ON_CARD = (391, 530)
MARGIN = 66
DARK = (8, 40, 34)
WING = 270
#: More lines than these would climb into the number.
MOST_COVER_LINES = 6


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """What stands on a cover; its lines marked (hanzi/headlines.py)."""

    nameplate: str
    english: str
    year: int
    number: int
    whole_number: int
    lines: tuple[str, ...]


def draw_cover(facts: CoverFacts, palette: Palette, picture: Path | None) -> Image.Image:
    """The cover as theme/web/static/css/3-cover.css sets it; without a picture a cover of type."""
    if picture:
        image = cards_draw.cut_to(picture, COVER)
        cards_draw.veil(image, DARK, ((0, 0.55), (0.36, 0), (0.55, 0), (1, 0.78)))
    else:
        image = _type_ground(facts, palette)
    _name(image, facts)
    _cover_lines(image, facts.lines[:MOST_COVER_LINES])
    return image


def draw_card(facts: CoverFacts, palette: Palette, cover: Image.Image) -> Image.Image:
    """The cover between the number of the issue and what is in it."""
    green = palette["green"]
    image = Image.new("RGB", CARD, green)
    cards_draw.veil(image, (0, 0, 0), ((0, 0), (1, 0.28)))
    _object(image, cover)
    soft = cards_draw.mixed(green, WHITE, 0.72)
    _wing_number(image, facts, soft)
    _wing_lines(image, facts.lines, soft)
    return image


def _type_ground(facts: CoverFacts, palette: Palette) -> Image.Image:
    """The bulletin's green with the number large."""
    image = Image.new("RGB", COVER, palette["green"])
    cards_draw.veil(image, palette["green-bright"], ((0, 0.55), (0.7, 0)))
    ghost = cards_draw.mixed(palette["green"], palette["green-bright"], 0.55)
    spot = (COVER[0] - 40, 760)
    cards_draw.draw_line(image, Line(*spot, str(facts.number), "song", 620, ghost, "rs"))
    return image


def _name(image: Image.Image, facts: CoverFacts) -> None:
    """Nameplate, English name, number and year at the head of a cover."""
    room = COVER[0] - 2 * MARGIN
    size = min(171, int(room / max(1, len(facts.nameplate)) / 1.04))
    cards_draw.draw_line(
        image, Line(MARGIN - 4, 205, facts.nameplate, "song", size, WHITE, "ls", 0.04)
    )
    cards_draw.draw_line(image, Line(MARGIN, 268, facts.english, "hei", 24, WHITE, "ls", 0.2))
    number = str(facts.number)
    cards_draw.draw_line(image, Line(MARGIN, 382, number, "song", 92, WHITE, "ls"))
    left = MARGIN + cards_draw.width(number, "song", 92) + 18
    cards_draw.draw_line(image, Line(left, 346, str(facts.year), "hei", 27, WHITE, "ls"))
    cards_draw.draw_line(
        image, Line(left, 382, f"总第{facts.whole_number}期", "hei", 27, WHITE, "ls")
    )


def _cover_lines(image: Image.Image, lines: tuple[str, ...]) -> None:
    """The lines at the foot of a cover, the first one larger; set from below."""
    room, y = COVER[0] - 2 * MARGIN, COVER[1] - 76.0
    for place in range(len(lines) - 1, -1, -1):
        sizes = (60, 54, 48) if not place else (42, 38, 34)
        most = 1 if place and ems(lines[place]) * sizes[0] <= room else 2
        setting = fitted(lines[place], Box(room, sizes, most))
        leading = setting.size * 1.4
        for text in reversed(setting.lines):
            cards_draw.draw_line(image, Line(MARGIN, y, text, "song", setting.size, WHITE, "ls"))
            y -= leading
        y -= 14


def _object(image: Image.Image, cover: Image.Image) -> None:
    """Lay the cover on the card: a soft shadow, the light along the spine."""
    left, top = (CARD[0] - ON_CARD[0]) // 2, (CARD[1] - ON_CARD[1]) // 2
    quarter = Image.new("L", (CARD[0] // 4, CARD[1] // 4))
    box = (left, top + 16, left + ON_CARD[0], top + ON_CARD[1] + 22)
    ImageDraw.Draw(quarter).rectangle(tuple(each // 4 for each in box), 150)
    shade = quarter.filter(ImageFilter.GaussianBlur(6)).resize(CARD, Image.Resampling.BICUBIC)
    image.paste((0, 0, 0), mask=shade)
    small = cover.resize(ON_CARD, Image.Resampling.LANCZOS, reducing_gap=3.0)
    for x, colour, density in (
        (0, 0, 70),
        (1, 0, 40),
        (5, 255, 46),
        (6, 255, 60),
        (7, 255, 46),
        (12, 0, 26),
        (13, 0, 18),
    ):
        strip = (x, 0, x + 1, ON_CARD[1])
        small.paste((colour,) * 3, strip, Image.new("L", (1, ON_CARD[1]), density))
    image.paste(small, (left, top))


def _wing_number(image: Image.Image, facts: CoverFacts, soft: cards_draw.Colour) -> None:
    """Left of the cover: nameplate, year, number."""
    x = 72
    size = min(50, int(WING / max(1, len(facts.nameplate)) / 1.1))
    cards_draw.draw_line(image, Line(x, 118, facts.nameplate, "song", size, WHITE, "ls", 0.1))
    cards_draw.draw_line(image, Line(x, 438, f"{facts.year}年", "hei", 32, soft, "ls"))
    cards_draw.draw_line(image, Line(x - 3, 524, f"第{facts.number}期", "song", 76, WHITE, "ls"))
    cards_draw.draw_line(image, Line(x, 576, f"总第{facts.whole_number}期", "hei", 26, soft, "ls"))


def _wing_lines(image: Image.Image, lines: tuple[str, ...], soft: cards_draw.Colour) -> None:
    """Right of the cover: what is in the issue, from above, as many lines as there is room for."""
    x, y = CARD[0] - 72 - WING, 118.0
    brush = ImageDraw.Draw(image)
    cards_draw.draw_line(image, Line(x, y - 8, "本期要目", "hei", 24, soft, "ls", 0.2))
    for line in lines:
        setting = fitted(line, Box(WING, (32, 30, 28), 3))
        if y + 34 + len(setting.lines) * 44 > CARD[1] - 50:
            break
        y += 20
        brush.line((x, y, x + WING, y), cards_draw.mixed(soft, (0, 0, 0), 0.45), 1)
        for text in setting.lines:
            y += 44
            cards_draw.draw_line(image, Line(x, y, text, "song", setting.size, WHITE, "ls"))
