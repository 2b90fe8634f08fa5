"""付印: everything that leaves the house, from one layout: final proof, cuttings, the folder for the printer.

Cuttings are the PDFs of single articles and the public edition; they are made beside the rest (beside.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pikepdf import Pdf

from plugins.article.finding import Finding, errors
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Issue
from plugins.keeping.garbage import collector_paused
from plugins.press import printable
from plugins.press.beside import beside
from plugins.press.cuttings import Cutter
from plugins.press.handover.handover import hand_over
from plugins.press.handover.pressrun import PressRun, spine_of
from plugins.press.imposition.spinestrip import draw_spine
from plugins.press.layingout import lay_out
from plugins.press.preflight.record import Report
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import Recipe, Standard, default_profile
from plugins.press.prepress.separation import separate
from plugins.press.press import Pressed, final_proof
from plugins.press.pressfault import PressFault
from plugins.press.workshop import Bound, Progress

#: The folder for the printer, beside the proof.
HANDOVER = "付印"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of this run beside what publication.toml says.

    ``standard``: PDF/X-1a for this once; None: as set. ``anyway``: hand over in spite of errors that the
    pre-flight found; the job ticket says so. ``proofread`` is what proofing found, in one sentence for the
    ticket; "": nothing is said.
    """

    standard: Standard | None = None
    anyway: bool = False
    proofread: str = ""


class HeldBack(PressFault):
    """Proof and clippings were written, the hand-over was not: for settings, or for coarse pictures."""

    def __init__(self, pressed: Pressed, findings: list[Finding]) -> None:
        coarse = "有图片印出来会糊（R323），请换大图再付印；急着印，加 --anyway。"
        super().__init__("" if findings else coarse, findings)
        self.pressed = pressed


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a run made: the proof, the folder with its files, the reports, the cuttings.

    ``excerpt``: the PDF with the public articles; None when it needs none of its own (`public_issue`).
    """

    pressed: Pressed
    folder: Path
    files: tuple[Path, ...]
    reports: tuple[Report, ...]
    clippings: tuple[Enclosure, ...]
    excerpt: Enclosure | None


def deliver(
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    progress: Progress,
    cache: Path | None = None,
    order: Order | None = None,
) -> Delivery:
    """Lay out ``issue`` once; write ``target`` (the proof), the cuttings and the hand-over beside it.

    Raises what `press` raises, `ProfileError` without a profile of the press, `HeldBack` for settings that
    cannot be printed and coarse pictures, `PreflightError` when a press file must not be printed; what was
    not made yet is then left as it was.
    """
    order = order or Order()
    recipe = recipe_for(issue, content, theme, order)
    PressProfile(recipe.profile)
    target.parent.mkdir(parents=True, exist_ok=True)
    raw, folder = target.with_suffix(".raw"), target.parent / HANDOVER
    with collector_paused(), _removed(raw):
        bound = lay_out(issue, content, theme, progress, cache)
        bound.write(raw)
        cutter = Cutter(bound, raw, content, theme, target, cache)
        with beside(cutter.cut, progress) as cutting:
            pressed = final_proof(bound, raw, target, content, progress, cache)
            cutting.consent()
            _ensure_printable(pressed, bound, content, order)
            recipe = replace(recipe, grey=grey_places(bound))
            run = PressRun(bound, content, theme, target, recipe, order.anyway, order.proofread)
            progress("分色", 0, 1)
            with ExitStack() as opened:
                pages = opened.enter_context(Pdf.open(raw))
                separate(pages, recipe, cache)
                strip = _spine_strip(run, cache, opened)
                cut = cutting.result()
                files = hand_over(folder, tuple(run.makers(pages, strip)), bound.title, progress)
    return Delivery(pressed, folder, files, tuple(run.reports), cut.clippings, cut.excerpt)


def _ensure_printable(pressed: Pressed, bound: Bound, content: Path, order: Order) -> None:
    """Raise `HeldBack` for settings that cannot be printed, and for coarse pictures."""
    faults = [*printable.check(bound.issue, content), *printable.unknown_grey(bound, content)]
    if faults or (errors(pressed.coarse) and not order.anyway):
        raise HeldBack(pressed, faults)


def recipe_for(issue: Issue, content: Path, theme: Path, order: Order) -> Recipe:
    """How the pages of ``issue`` become press pages. Raises `ProfileError` when no profile is found."""
    printing = issue.publication.printing
    return Recipe(
        standard=order.standard or printing.standard,
        profile=content / printing.profile if printing.profile else default_profile(),
        inks=theme / "press" / "inks.toml",
        ink_limit=float(printing.ink_limit),
    )


def grey_places(bound: Bound) -> frozenset[int]:
    """The places (from 0, covers too) of the pages that are printed in black only."""
    printing = bound.issue.publication.printing
    grey = _folios(bound) if printing.colours == "grey" else printing.grey_pages
    return frozenset(_folios(bound)[folio] for folio in grey)


def _folios(bound: Bound) -> dict[int, int]:
    """The place of every numbered page, by its folio."""
    return {sheet.folio: place for place, sheet in enumerate(bound.sheets) if sheet.folio}


def _spine_strip(run: PressRun, cache: Path | None, opened: ExitStack) -> Pdf | None:
    """The drawn spine, separated; None for a stitched issue."""
    width = spine_of(run.bound)
    if not width:
        return None
    file = run.screen.with_suffix(".spine")
    with _removed(file):
        height, bleed = run.bound.trim_mm[1], run.bound.bleed_mm
        draw_spine(run.bound.issue, run.content, run.theme, file, width, height, bleed)
        strip = opened.enter_context(Pdf.open(file))
        separate(strip, replace(run.recipe, grey=frozenset()), cache)
    return strip


@contextmanager
def _removed(file: Path) -> Iterator[None]:
    """A file that is gone after the block. (An open PDF keeps what it has read.)"""
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
