"""The worker that sets the pages of one issue as they will be printed."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
from jinja2 import TemplateError

from plugins.article.finding import Finding, ManuscriptError
from plugins.issue.record import Issue
from plugins.press.standingpress import Draft, StandingPress
from plugins.press.typesetter import TypesettingError
from plugins.preview.resident import Progress
from plugins.preview.sitework import Place, words

#: CSS: so many px are an inch; so many points are one.
PX_PER_INCH, POINTS_PER_INCH = 96, 72
#: Drafts of an issue that stay: the newest, and the one that a browser may still be looking at.
KEPT = 2
DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class SetPages:
    """Set an issue, which is given as its pickle."""

    key: str
    issue: bytes


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page: its place in the file (from 0), its name (folio, 封面 …), side, articles on it."""

    place: int
    label: str
    side: Literal["recto", "verso"]
    stems: tuple[str, ...]
    #: Names what is on it: when it changes the page looks different.
    version: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of `SetPages`; ``file`` None when it failed. ``size``: of a trimmed page, in CSS px."""

    file: Path | None
    leaves: tuple[Leaf, ...] = ()
    size: tuple[int, int] = (0, 0)
    findings: tuple[Finding, ...] = ()
    fault: str = ""


class PressWorker:
    """Keeps the press standing between two saves."""

    def __init__(self, place: Place, drafts: Path) -> None:
        self._press = StandingPress(place.content, place.theme, place.cache)
        self._drafts = drafts

    def __call__(self, what: SetPages, progress: Progress) -> Printed:
        """Set the pages and write them to a new file."""
        issue: Issue = pickle.loads(what.issue)
        try:
            return self._set(issue, progress)
        except ManuscriptError as error:
            return Printed(None, findings=error.findings)
        except (TypesettingError, TemplateError, OSError) as error:
            return Printed(None, fault=words(error))

    def _set(self, issue: Issue, progress: Progress) -> Printed:
        folder = self._drafts / issue.key
        folder.mkdir(parents=True, exist_ok=True)
        older = sorted(folder.glob("*.pdf"), key=lambda file: int(file.stem))
        number = int(older[-1].stem) + 1 if older else 1
        draft = self._press.draft(issue, folder / f"{number}.pdf", progress)
        for file in older[: len(older) + 1 - KEPT]:
            file.unlink(missing_ok=True)
        labels, size = _read(draft.file)
        return Printed(draft.file, leaves(draft, labels, _version(draft.file)), size)


def leaves(draft: Draft, labels: Sequence[str], version: str) -> tuple[Leaf, ...]:
    """The pages of a draft. The cover is a recto, and so is every second page after it."""
    stems: dict[int, tuple[str, ...]] = {}
    for stem, places in draft.places.items():
        for place in places:
            stems[place] = (*stems.get(place, ()), stem)
    return tuple(
        Leaf(place, label, "verso" if place % 2 else "recto", stems.get(place, ()), version)
        for place, label in enumerate(labels)
    )


def _read(file: Path) -> tuple[tuple[str, ...], tuple[int, int]]:
    """What each page of a PDF is called, and their size (CSS px)."""
    with pypdfium2.PdfDocument(file) as document:
        labels = tuple(document.get_page_label(place) for place in range(len(document)))
        left, low, right, high = document[0].get_trimbox()
    scale = PX_PER_INCH / POINTS_PER_INCH
    return labels, (round((right - left) * scale), round((high - low) * scale))


def _version(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:DIGEST_LENGTH]
