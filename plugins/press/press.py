"""Press one issue: the whole road from `Issue` to a proved PDF, as a story."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.article.finding import Finding, ManuscriptError
from plugins.issue.enclosures import Enclosure, write_issue
from plugins.issue.record import Issue
from plugins.press import faces, folios, resolution
from plugins.press.prepress.pictures import screen_pictures
from plugins.press.proof.completeness import ensure_complete
from plugins.press.quality import reader
from plugins.press.quality.linecheck import Measures, check
from plugins.press.screen import matterhorn
from plugins.press.screen.archival import accessible_copy, screen_pdf
from plugins.press.screen.matterhorn import Barrier
from plugins.press.screen.metadata import Facts
from plugins.press.sheets import blanks
from plugins.press.workshop import Bound, Progress, Workshop

#: The proof is PDF/A-2b by pikepdf's validator, which knows no extension schema and would deny the mark of
#: PDF/UA-1; so a copy bears it. Tags and pages are the same.
ACCESSIBLE = "无障碍"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came out: the file, pages in all, inside pages, blanks the binding needed, folios, measures."""

    file: Path
    pages: int
    inside: int
    blanks: int
    folios: Mapping[str, int]
    measures: Measures
    #: What keeps the copy from being marked as accessible; the copy is then not there.
    barriers: tuple[Barrier, ...]
    #: Pictures that print coarse (R323, R324).
    coarse: tuple[Finding, ...]
    #: Lines that the composer set, and lines with Chinese text that were left to WeasyPrint.
    lines: tuple[int, int]


def press(
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    progress: Progress,
    cache: Path | None = None,
) -> Pressed:
    """Lay out ``issue`` and write ``target``, the final proof; the file there is replaced only by a whole one.

    ``cache``: a folder for what may be kept between runs (the dictionary of words, pictures).

    Raises `ManuscriptError` when a character has no face or a thing is higher than a page, and
    `IncompleteError` when the PDF is not the issue.
    """
    with collector_paused():
        bound = lay_out(issue, content, theme, progress, cache)
        raw = target.with_suffix(".raw")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            bound.write(raw)
            return final_proof(bound, raw, target, content, progress, cache)
        finally:
            raw.unlink(missing_ok=True)


def lay_out(
    issue: Issue, content: Path, theme: Path, progress: Progress, cache: Path | None = None
) -> Bound:
    """An issue, laid out and bound. Raises `ManuscriptError` as `press` does."""
    faults = faces.check(issue, content)
    if faults:
        raise ManuscriptError(faults)
    return Workshop(issue, content, theme, cache).bound(progress)


def final_proof(
    bound: Bound,
    raw: Path,
    target: Path,
    content: Path,
    progress: Progress,
    cache: Path | None = None,
) -> Pressed:
    """The PDF for the screen out of the raw one, proved, and a copy marked as accessible, if it is; then the folios for the site.

    Raises `IncompleteError`; the file at ``target`` is replaced only by one that was proved.
    """
    issue = bound.issue
    progress("屏读版", 0, 1)
    whole = target.with_suffix(".new")
    try:
        screen_pdf(raw, whole, _facts(bound), bound.sheets, partial(screen_pictures, cache=cache))
        progress("核对", 0, 1)
        measures = proof(issue, whole, bound.folios)
        barriers = _mark_accessible(bound, whole, target)
        whole.replace(target)
    finally:
        whole.unlink(missing_ok=True)
    numbers = tuple(sheet.folio for sheet in bound.sheets)
    write_issue(target.parent, issue, Enclosure(target.stem, target, numbers))
    folios.write(content / issue.key / "folios.toml", bound.folios)
    inside = sum(1 for sheet in bound.sheets if sheet.folio)
    return Pressed(
        target,
        len(bound.sheets),
        inside,
        blanks(bound.sheets),
        bound.folios,
        measures,
        barriers,
        tuple(resolution.check(bound, content)),
        bound.lines,
    )


def _mark_accessible(bound: Bound, whole: Path, target: Path) -> tuple[Barrier, ...]:
    """Put a copy marked as accessible beside ``target``; what forbids the mark, and then no copy stays there."""
    copy, marked = target.with_stem(f"{target.stem}-{ACCESSIBLE}"), target.with_suffix(".marked")
    try:
        accessible_copy(whole, marked, _facts(bound))
        barriers = tuple(matterhorn.check(marked))
        if barriers:
            copy.unlink(missing_ok=True)
        else:
            marked.replace(copy)
    finally:
        marked.unlink(missing_ok=True)
    return barriers


def _facts(bound: Bound) -> Facts:
    publication = bound.issue.publication
    subject = publication.motto or publication.name
    return Facts(bound.title, subject, publication.sponsor, bound.issue.published, accessible=False)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Layout makes millions of objects that all stay: looking for garbage costs a seventh of it."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def proof(issue: Issue, file: Path, found: Mapping[str, int]) -> Measures:
    """Read a finished PDF of ``issue``: how its lines are set. ``found``: folios by the articles' stems.

    Raises `IncompleteError` when it is not the whole issue, every character once and in order.
    """
    printed = reader.read(file)
    ensure_complete(issue, printed.pages, found)
    return check(printed.pages, printed.fonts)
