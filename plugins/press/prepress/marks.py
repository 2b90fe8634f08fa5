"""Marks around the page: crop, register and fold marks, colour bar, slug line (ISO 12647-1; house).

Everything stands outside the bleed; crop marks, targets and folds in the colour of all plates
(/All), so that each plate carries them; the art is clipped to the bleed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from pikepdf import Array, Dictionary, Name, Pdf

from plugins.press.prepress import slugline
from plugins.press.prepress.inking import OVERPRINTS
from plugins.press.prepress.placements import content_of

PT_PER_MM = 72 / 25.4
#: From the bleed to the edge of the sheet (mm): marks, then air for the clamps of the setter.
SLUG_MM = 12.0
#: From the bleed to a mark, and how long marks are (mm).
GAP_MM, LENGTH_MM = 1.0, 5.0
#: A target's circle and the arms of its cross, as radii (mm).
CIRCLE_MM, ARM_MM = 1.5, 2.5
#: Width of marks (pt): what ISO 12647-2 plates surely hold, and still no more than a hair.
HAIR_PT = 0.25
#: A colour patch (mm). Between crop marks and colour bar stay CORNER_MM.
PATCH_MM, CORNER_MM = 5.0, 8.0
#: How far the arms of a circle's four curves reach, of its radius.
KAPPA = 0.5523
#: Solids, overprints of two and three, tints of 50 %, a grey of three inks beside one of black.
BAR = (
    "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1",
    "1 1 0 0", "0 1 1 0", "1 0 1 0", "1 1 1 0",
    ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5",
    ".5 .4 .4 0",
)  # fmt: skip


class FoldLine(Protocol):
    """A straight fold: ``at`` pt from the left (vertical) or foot (horizontal) of the TrimBox."""

    @property
    def axis(self) -> str:
        """ "vertical" or "horizontal"."""

    @property
    def at(self) -> float:
        """Distance in pt."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pt."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, numbers: Any) -> Box:
        """A box of a page."""
        x0, y0, x1, y1 = (float(number) for number in numbers)
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def grown(self, by: float) -> Box:
        """The box with a margin all around."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    @property
    def numbers(self) -> Array:
        """The box as a PDF has it."""
        return Array([round(each, 4) for each in (self.left, self.bottom, self.right, self.top)])


def dress(
    pdf: Pdf, slugs: Sequence[str], theme: Path, folds: Sequence[Sequence[FoldLine]] = ()
) -> None:
    """Put marks around every page of ``pdf``, in place.

    Each page needs TrimBox and BleedBox. Its MediaBox becomes the BleedBox and `SLUG_MM` more on
    each side. ``slugs``: the line of text for each page (bulletin, issue, page, date, standard,
    profile). ``theme``: the theme folder, for the strips' template. ``folds``: for each page where
    it is folded; none when left out.

    Raises ValueError when there are not as many slugs (or folds) as pages, KeyError without boxes.
    """
    if len(slugs) != len(pdf.pages) or len(folds) not in (0, len(pdf.pages)):
        raise ValueError("a slug and a list of folds for every page")
    strips = slugline.strips(pdf, slugs, theme)
    resources = _resources(pdf)
    opening: dict[Box, Any] = {}
    for number, page in enumerate(pdf.pages):
        trim, bleed = Box.of(page.obj["/TrimBox"]), Box.of(page.obj["/BleedBox"])
        folded = folds[number] if folds else ()
        if bleed not in opening:
            opening[bleed] = pdf.make_stream(_clipped(bleed))
        art = pdf.make_stream(content_of(page.obj))
        drawn = pdf.make_stream(_drawn(trim, bleed, folded) + _placed(strips[number], trim, bleed))
        page.obj.Contents = Array([opening[bleed], art, drawn])
        page.obj.Resources = _with(
            page.obj.get("/Resources", Dictionary()), resources, strips[number]
        )
        page.obj.MediaBox = bleed.grown(SLUG_MM * PT_PER_MM).numbers


def _clipped(bleed: Box) -> bytes:
    return f"q\n{_numbers(bleed.left, bleed.bottom, bleed.right - bleed.left, bleed.top - bleed.bottom)} re W n\n".encode()


def _resources(pdf: Pdf) -> dict[str, Any]:
    """What marks need: the colour of all plates (ISO 32000-1, 8.6.6.4), no overprint."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    all_plates = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    state = Dictionary(Type=Name.ExtGState, op=False, OP=False, OPM=1)
    return {
        "/ColorSpace": ("/all", pdf.make_indirect(all_plates)),
        "/ExtGState": (OVERPRINTS[0, 0], pdf.make_indirect(state)),
    }


def _with(old: Any, added: dict[str, Any], strip: slugline.Strip) -> Dictionary:
    """The page's resources and those of the marks. Nothing is changed in the old ones."""
    made = Dictionary(old)
    for kind, (name, value) in {**added, "/XObject": (slugline.NAME, strip.form)}.items():
        made[kind] = Dictionary(old.get(kind, Dictionary()))
        if name not in made[kind]:
            made[kind][name] = value
    return made


def _drawn(trim: Box, bleed: Box, folds: Sequence[FoldLine]) -> bytes:
    """The operators of all marks, after the art."""
    state = OVERPRINTS[0, 0]
    lines = chain(
        _crops(trim, bleed), *(_target(*middle) for middle in _middles(trim, bleed, folds))
    )
    dashed = chain.from_iterable(_fold(fold, trim, bleed) for fold in folds)
    return "\n".join(
        [
            f"\nQ\nq {state} gs /all CS 1 SCN {HAIR_PT} w",
            *lines,
            "S [2 1.5] 0 d",
            *dashed,
            "S Q",
            f"q {state} gs",
            *_bar(trim, bleed),
            "Q\n",
        ]
    ).encode()


def _crops(trim: Box, bleed: Box) -> Iterator[str]:
    """Two lines at each corner of the trim, beginning outside the bleed."""
    gap, length = GAP_MM * PT_PER_MM, LENGTH_MM * PT_PER_MM
    for edge, way in ((bleed.left, -1), (bleed.right, 1)):
        near, far = edge + way * gap, edge + way * (gap + length)
        yield from (_line(near, y, far, y) for y in (trim.bottom, trim.top))
    for edge, way in ((bleed.bottom, -1), (bleed.top, 1)):
        near, far = edge + way * gap, edge + way * (gap + length)
        yield from (_line(x, near, x, far) for x in (trim.left, trim.right))


def _fold(fold: FoldLine, trim: Box, bleed: Box) -> Iterator[str]:
    gap, length = GAP_MM * PT_PER_MM, LENGTH_MM * PT_PER_MM
    if fold.axis == "vertical":
        x = trim.left + fold.at
        yield _line(x, bleed.top + gap, x, bleed.top + gap + length)
        yield _line(x, bleed.bottom - gap, x, bleed.bottom - gap - length)
    else:
        y = trim.bottom + fold.at
        yield _line(bleed.right + gap, y, bleed.right + gap + length, y)
        yield _line(bleed.left - gap, y, bleed.left - gap - length, y)


def _middles(trim: Box, bleed: Box, folds: Sequence[FoldLine]) -> Iterator[tuple[float, float]]:
    """Where targets stand: the middles of the sides, beside a fold that would run through them."""
    out = (GAP_MM + LENGTH_MM / 2) * PT_PER_MM
    x = _beside(
        (trim.left + trim.right) / 2, [trim.left + f.at for f in folds if f.axis == "vertical"]
    )
    y = _beside(
        (trim.bottom + trim.top) / 2, [trim.bottom + f.at for f in folds if f.axis != "vertical"]
    )
    yield from ((x, bleed.top + out), (x, bleed.bottom - out))
    yield from ((bleed.left - out, y), (bleed.right + out, y))


def _beside(middle: float, folds: Sequence[float]) -> float:
    """The middle, moved until no fold is within a target's width."""
    step = 4 * ARM_MM * PT_PER_MM
    while any(abs(fold - middle) < step / 2 for fold in folds):
        middle += step
    return middle


def _target(x: float, y: float) -> Iterator[str]:
    """A cross in a circle."""
    arm, r = ARM_MM * PT_PER_MM, CIRCLE_MM * PT_PER_MM
    k = r * KAPPA
    yield _line(x - arm, y, x + arm, y)
    yield _line(x, y - arm, x, y + arm)
    yield f"{_numbers(x + r, y)} m"
    yield f"{_numbers(x + r, y + k, x + k, y + r, x, y + r)} c"
    yield f"{_numbers(x - k, y + r, x - r, y + k, x - r, y)} c"
    yield f"{_numbers(x - r, y - k, x - k, y - r, x, y - r)} c"
    yield f"{_numbers(x + k, y - r, x + r, y - k, x + r, y)} c h"


def _bar(trim: Box, bleed: Box) -> Iterator[str]:
    """Colour patches at the head, right of the left crop mark, as many as go in before the target."""
    side = PATCH_MM * PT_PER_MM
    left = trim.left + CORNER_MM * PT_PER_MM
    bottom = bleed.top + GAP_MM * PT_PER_MM
    room = (trim.left + trim.right) / 2 - CORNER_MM * PT_PER_MM - left
    for place, ink in enumerate(BAR[: max(0, int(room / side))]):
        yield f"{ink} k {_numbers(left + place * side, bottom, side, side)} re f"


def _placed(strip: slugline.Strip, trim: Box, bleed: Box) -> bytes:
    """The slug line at the foot, right of the left crop mark; made smaller when it is too long."""
    left = trim.left + CORNER_MM * PT_PER_MM
    room = (trim.left + trim.right) / 2 - CORNER_MM * PT_PER_MM - left
    scale = min(1.0, room / strip.width)
    middle = bleed.bottom - (GAP_MM + LENGTH_MM / 2) * PT_PER_MM
    place = _numbers(scale, 0, 0, scale, left, middle - scale * strip.height / 2)
    return f"q {place} cm {slugline.NAME} Do Q\n".encode()


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{_numbers(x0, y0)} m {_numbers(x1, y1)} l"


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)
