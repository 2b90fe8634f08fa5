"""Press one issue: the whole road from `Issue` to a proved PDF, as a story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.article.finding import Finding
from plugins.issue.enclosures import Enclosure, write_issue
from plugins.issue.record import Issue
from plugins.keeping.garbage import collector_paused
from plugins.press import folios, resolution
from plugins.press.bound import Bound, Progress
from plugins.press.layingout import lay_out
from plugins.press.prepress.pictures import screen_pictures
from plugins.press.proof.completeness import ensure_complete
from plugins.press.quality import reader
from plugins.press.quality.linecheck import Measures, check
from plugins.press.screen import matterhorn
from plugins.press.screen.archival import accessible_copy, screen_pdf
from plugins.press.screen.matterhorn import Barrier
from plugins.press.screen.metadata import Facts
from plugins.press.sheets import blanks

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
    workers: int | None = 1,
) -> Pressed:
    """Lay out ``issue`` and write ``target``, the final proof; the file there is replaced only by a whole one.

    ``cache``: a folder for what may be kept between runs (the dictionary of words, pictures, standing type).
    ``workers``: processes that set pieces side by side; None: one for each core.

    Raises `ManuscriptError` when a character has no face or a thing is higher than a page, and
    `IncompleteError` when the PDF is not the issue.
    """
    with collector_paused():
        bound = lay_out(issue, content, theme, progress, cache, workers)
        raw = target.with_suffix(".raw")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            bound.write(raw)
            return final_proof(bound, raw, target, content, progress, cache)
        finally:
            raw.unlink(missing_ok=True)


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
        pictures = partial(screen_pictures, cache=cache)
        screen_pdf(raw, whole, _facts(bound), bound.sheets, pictures, cache)
        progress("核对", 0, 1)
        measures = proof(issue, whole, bound.folios, cache)
        barriers = _mark_accessible(bound, whole, target, cache)
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


def _mark_accessible(
    bound: Bound, whole: Path, target: Path, cache: Path | None
) -> tuple[Barrier, ...]:
    """Put a copy marked as accessible beside ``target``; what forbids the mark, and then no copy stays there."""
    copy, marked = target.with_stem(f"{target.stem}-{ACCESSIBLE}"), target.with_suffix(".marked")
    try:
        accessible_copy(whole, marked, _facts(bound))
        barriers = tuple(matterhorn.check(marked, cache))
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


def proof(
    issue: Issue, file: Path, found: Mapping[str, int], cache: Path | None = None
) -> Measures:
    """Read a finished PDF of ``issue``: how its lines are set. ``found``: folios by the articles' stems.

    ``cache``: the folder of all caches; pages that were read before are then remembered.

    Raises `IncompleteError` when it is not the whole issue, every character once and in order.
    """
    printed = reader.read(file, cache)
    ensure_complete(issue, printed.pages, found)
    return check(printed.pages, printed.fonts)
