"""What stands on a page, as rules want it: marks with their place, colour and state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plugins.press.preflight.colour import Ink, Space
from plugins.press.preflight.picture import Picture
from plugins.press.preflight.plain import Box
from plugins.press.preflight.typeface import Face

MM = 72 / 25.4
#: Letters of a text that a fault quotes.
QUOTED = 12
#: What paints: `Mark.kind` and how people call it.
KINDS = {"fill": "色块", "stroke": "线条", "text": "文字", "image": "图片", "shading": "渐变"}


@dataclass(slots=True)
class Mark:
    """One thing painted. Lengths in pt; ``box`` on the page, after clipping.

    ``origin``: page, pattern, annotation, or softmask (then it is not ink). ``kind``: see `KINDS`,
    and "group" for a transparency group as a whole. ``size``: of text its em, of a stroke its
    width. ``ppi`` of an image along its two sides. ``stroked``: text or path outlined.
    """

    kind: str
    origin: str
    box: Box
    ink: Ink
    size: float = 0.0
    stroked: bool = False
    alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    overprint: bool = False
    overprint_mode: int = 0
    mode: int = 0
    face: Face | None = None
    shown: bytes = b""
    lacking: bool = False
    picture: Picture | None = None
    ppi: tuple[float, float] = (0.0, 0.0)
    label: str = ""

    @property
    def inked(self) -> bool:
        """Whether it is meant to print: no soft mask, no invisible text."""
        return self.origin != "softmask" and not (self.kind == "text" and self.mode in (3, 7))

    @property
    def words(self) -> str:
        """What a text says, shortened."""
        said = self.face.text(self.shown).strip() if self.face else ""
        return said if len(said) <= QUOTED else said[:QUOTED] + "…"

    @property
    def transparent(self) -> bool:
        """Whether anything below shines through (ISO 32000-1, 11.2)."""
        return self.alpha < 1 or self.masked or self.blend not in ("Normal", "Compatible")


@dataclass(frozen=True, slots=True)
class Group:
    """A transparency group: its blending space (None: not said), and whether it is the page's."""

    space: Space | None
    of_page: bool
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: its kind, its rectangle (None: has none)."""

    kind: str
    box: Box | None


@dataclass(slots=True)
class PageFacts:
    """One page, from 1. Boxes in pt as the page says them, None where it does not; MediaBox and
    CropBox also when they are inherited.

    ``garbled``: what could not be read. ``set_colours``: (operator, space) of every colour chosen,
    whether or not it was painted with. ``intents``: rendering intents chosen. ``states``: keys of
    graphics states used that rules ask for, with what stands there.
    """

    number: int
    media: Box | None = None
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    art: Box | None = None
    rotate: float = 0.0
    user_unit: float = 1.0
    marks: list[Mark] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    garbled: list[str] = field(default_factory=list)
    set_colours: dict[tuple[str, Space], None] = field(default_factory=dict)
    intents: dict[str, None] = field(default_factory=dict)
    states: list[tuple[str, Any]] = field(default_factory=list)

    @property
    def area(self) -> Box:
        """The trimmed page, or what comes nearest."""
        return self.trim or self.art or self.crop or self.media or (0.0, 0.0, 595.0, 842.0)

    @property
    def bled(self) -> Box:
        """The page with its bleed."""
        return self.bleed or self.area

    def inked(self, *kinds: str) -> list[Mark]:
        """The marks meant to print, of some kinds or of all."""
        return [mark for mark in self.marks if mark.inked and (not kinds or mark.kind in kinds)]

    def thing(self, mark: Mark) -> str:
        """A mark for people: what it is and where, in mm from the left and top of the trim."""
        what = KINDS.get(mark.kind, "对象")
        if mark.kind == "text":
            what += f"“{mark.words}”"
        elif mark.picture is not None:
            what += f" {mark.label}（{mark.picture.width}×{mark.picture.height}）".replace(
                " （", "（"
            )
        left, _, _, top = self.area
        return f"{what}，左 {(mark.box[0] - left) / MM:.0f} 上 {(top - mark.box[3]) / MM:.0f} mm"


def within(inner: Box, outer: Box, slack: float = 0.05) -> bool:
    """Whether a box lies in another."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def meet(first: Box, second: Box) -> Box | None:
    """What two boxes share; None when they only touch or less."""
    x0, y0 = max(first[0], second[0]), max(first[1], second[1])
    x1, y1 = min(first[2], second[2]), min(first[3], second[3])
    return (x0, y0, x1, y1) if x1 >= x0 and y1 >= y0 else None


def grown(box: Box, by: float) -> Box:
    """A box grown on all sides, or shrunk by less than nothing."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
