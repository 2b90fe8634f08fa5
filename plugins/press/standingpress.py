"""A press whose type stays standing: one issue printed again and again, each time only what changed set anew."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pydyf

from plugins.issue.record import Issue
from plugins.keeping.garbage import collector_paused
from plugins.keeping.store import Store
from plugins.press.bound import Bound, Progress
from plugins.press.composingroom import ComposingRoom
from plugins.press.layingout import lay_out
from plugins.press.standing.joining import write
from plugins.press.standing.typestore import styles
from plugins.press.workshop import FOLDER

FOLIO_STYLE = "/D"


@dataclass(frozen=True, slots=True)
class Draft:
    """A PDF of the whole issue that nobody has proved yet, trimmed, tagged, with labels.

    ``folios``: the printed number of every page, 0 for those of the cover; ``places``: the pages of every
    article from 0, by its stem.
    """

    file: Path
    folios: tuple[int, ...]
    places: dict[str, tuple[int, ...]]


class StandingPress:
    """For a process that stays: styles, faces and compiled templates are read once."""

    def __init__(self, content: Path, theme: Path, cache: Path, workers: int | None = None) -> None:
        """``workers``: processes that set pieces side by side; None: one for each core."""
        self.content, self.theme, self.cache = content, theme.resolve(), cache
        self._workers = workers
        self._styles, self._room = "", ComposingRoom(content, theme)

    def bound(self, issue: Issue, progress: Progress) -> Bound:
        """An issue, laid out and bound. Raises `ManuscriptError` as `press` does."""
        now = styles(self.theme)
        if now != self._styles:
            self._styles, self._room = now, ComposingRoom(self.content, self.theme)
        self._room.forget_pictures()
        with collector_paused():
            return lay_out(
                issue, self.content, self.theme, progress, self.cache, self._workers, self._room
            )

    def draft(self, issue: Issue, target: Path, progress: Progress) -> Draft:
        """Write the whole issue as it stands to ``target``, which is replaced only by a whole file.

        Raises `ManuscriptError` as `press` does.
        """
        bound = self.bound(issue, progress)
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_suffix(".new")
        try:
            with collector_paused():
                write(bound.pages, new, partial(_finish, [sheet.label for sheet in bound.sheets]))
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
        folios = tuple(sheet.folio for sheet in bound.sheets)
        return Draft(target, folios, places(bound))


def places(bound: Bound) -> dict[str, tuple[int, ...]]:
    """The pages of every article from 0, by its stem: those on which words or pictures of it stand."""
    found: dict[str, tuple[int, ...]] = {}
    for place, (sheet, page) in enumerate(zip(bound.sheets, bound.pages, strict=True)):
        if sheet.piece is None or not sheet.piece.runs:
            continue
        for article in sheet.piece.articles:
            if article.key in page.forme.articles:
                found[article.stem] = (*found.get(article.stem, ()), place)
    return found


def _finish(labels: list[str], _document: Any, pdf: Any) -> None:
    """Show the trimmed pages only, under their printed numbers (ISO 32000-1, 14.11.2 and 12.4.2)."""
    for reference in pdf.page_references:
        page = pdf.objects[int(reference.split()[0])]
        page["MediaBox"] = page["CropBox"] = page["TrimBox"]
    numbers = pydyf.Array()
    for place, label in enumerate(labels):
        kind = {"S": FOLIO_STYLE, "St": int(label)} if label.isdigit() else {"P": _words(label)}
        numbers.extend((place, pydyf.Dictionary(kind)))
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})


def _words(label: str) -> Any:
    return pydyf.String(label)


def sweep(cache: Path, unused_days: float, now: float) -> int:
    """Throw away what the press kept and nobody used for so many days; how many files went. ``now``: seconds since 1970."""
    # They read finished PDFs, and the library for it takes long to load.
    from plugins.press.prepress import placements
    from plugins.press.quality import pagememory
    from plugins.press.screen import deflation

    # Standing type, what was read of pages, packed streams, places of pictures.
    kept = FOLDER, pagememory.FOLDER, deflation.FOLDER, placements.FOLDER
    return sum(Store(cache / folder).sweep(unused_days, now) for folder in kept)
