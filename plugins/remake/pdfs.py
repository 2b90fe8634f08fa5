"""Everything printed of one issue: the proof, the PDFs of its articles, its public edition; if asked, the hand-over."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.article.finding import Finding
from plugins.issue.enclosures import INDEX, public_pdf
from plugins.issue.record import Issue
from plugins.keeping.exchange import exchange, undo
from plugins.keeping.garbage import collector_paused
from plugins.press.cuttings import Cutter
from plugins.press.delivery import Order, deliver
from plugins.press.layingout import lay_out
from plugins.press.press import ACCESSIBLE, Pressed, final_proof
from plugins.remake.job import ATTEMPTS, Places
from plugins.remake.note import FOLIOS


def make(issue: Issue, places: Places, handover: bool) -> tuple[tuple[Path, ...], list[Finding]]:
    """Press ``issue`` into ``<dist>/<issue>``; the files, and pictures that print coarse.

    All is made in a folder of this attempt and moved when it is whole and proved. Raises what
    `plugins.press.press.press` and `plugins.press.delivery.deliver` raise; nothing was moved then.
    """
    folder = places.dist / issue.key
    with _attempt(places.own / ATTEMPTS, issue.key) as aside:
        target = aside / f"{issue.key}.pdf"
        pressed = (_delivered if handover else _cut)(issue, places, target)
        made = [file.relative_to(aside) for file in sorted(aside.rglob("*")) if file.is_file()]
        move(aside, folder)
    for file in (public_pdf(folder, issue.key), folder / f"{issue.key}-{ACCESSIBLE}.pdf"):
        if Path(file.name) not in made:
            file.unlink(missing_ok=True)
    files = (*(folder / name for name in made), places.content / issue.key / FOLIOS)
    return files, list(pressed.coarse)


def move(aside: Path, folder: Path) -> None:
    """Move what lies in ``aside`` into ``folder``, each file or folder in one step; the index last, it names the rest."""
    folder.mkdir(parents=True, exist_ok=True)
    for new in sorted(aside.iterdir(), key=lambda each: (each.name == INDEX, each.name)):
        place = folder / new.name
        if new.is_dir():
            undo(place)
        if new.is_dir() and place.exists():
            exchange(new, place)
        else:
            new.replace(place)


def _cut(issue: Issue, places: Places, target: Path) -> Pressed:
    """The proof and what is cut out of it, all in this process: other cores have other issues."""
    raw = target.with_suffix(".raw")
    with collector_paused():
        bound = lay_out(issue, places.content, places.theme, _silent, places.local)
        bound.write(raw)
        pressed = final_proof(bound, raw, target, places.content, _silent, places.local)
        cutter = Cutter(bound, raw, places.content, places.theme, target, places.local)
        cutter.cut(lambda: None, _silent)
    raw.unlink()
    return pressed


def _delivered(issue: Issue, places: Places, target: Path) -> Pressed:
    made = deliver(issue, places.content, places.theme, target, _silent, places.local, Order())
    return made.pressed


@contextmanager
def _attempt(folder: Path, name: str) -> Iterator[Path]:
    """A new folder that nobody else writes to; gone after the block."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=folder))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _silent(name: str, done: int, total: int) -> None:
    """Of a job only its end is told."""
