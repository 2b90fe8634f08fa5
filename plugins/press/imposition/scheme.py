"""How an issue is imposed: from its binding and what the printer asked for. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.issue.record import Publication
from plugins.press.imposition.order import Signature, gathered, nested
from plugins.press.imposition.sheetplan import PT_PER_MM, Fold, Paper, SheetPlan, sheet_plan
from plugins.press.imposition.spine import push_mm

#: What the bindery mills off the back of a gathered block (mm): a house value, no more than the bleed,
#: so that pictures that run into the spine still reach the fold.
MILLING_MM = 3.0
SIDES = ("正面", "反面")
#: Pages of one folded sheet of a stitched issue.
SPREAD = 4


@dataclass(frozen=True, slots=True)
class Scheme:
    """All sheets of the inside pages, and what their measures depend on."""

    name: str
    signatures: tuple[Signature, ...]
    caliper_um: int
    gathered: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """What each printed side is called, in the order of the imposed PDF: «第1帖 正面»."""
        return tuple(f"第{each.number}帖 {side}" for each in self.signatures for side in SIDES)

    def push_pt(self, signature: Signature, page: int) -> float:
        """How far a page goes towards its spine, because its leaf is folded round by others."""
        return push_mm(signature.nested(page), self.caliper_um) * PT_PER_MM

    def plans(self, width: float, height: float, bleed: float) -> Iterator[SheetPlan]:
        """Measures of every printed side, in the order of `labels`; pages are ``width`` × ``height`` pt."""
        milling = MILLING_MM * PT_PER_MM if self.gathered else 0.0
        paper = Paper(width, height, bleed, milling)
        for each in self.signatures:
            pushes = {page: self.push_pt(each, page) for page in each.pages}
            yield sheet_plan(each.front, paper, pushes, each.number)
            yield sheet_plan(each.back, paper, pushes)


def scheme(publication: Publication, inside_pages: int) -> Scheme | None:
    """The scheme that ``[printing] imposition`` asks for, or None.

    Raises `ValueError` when the pages cannot be bound so; printable.py finds that before, in Chinese.
    """
    printing = publication.printing
    caliper, size = printing.caliper_um, printing.signature_pages
    if printing.imposition == "none":
        return None
    if printing.imposition == "saddle":
        return Scheme("骑马订拼版", nested(inside_pages, SPREAD), caliper, False)
    if publication.binding == "saddle":
        return Scheme(f"{size}页折手", nested(inside_pages, size), caliper, False)
    return Scheme(f"{size}页折手", gathered(inside_pages, size), caliper, True)


def cover_folds(spine: float, page_width: float) -> tuple[Fold, ...]:
    """Where a cover is folded (pt): on both sides of its spine, or once."""
    places = (page_width, page_width + spine) if spine else (page_width,)
    return tuple(Fold("vertical", at) for at in places)
