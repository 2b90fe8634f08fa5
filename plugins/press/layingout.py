"""Laying out an issue: the door of the workshop, without anything that reads a finished PDF."""

from __future__ import annotations

from pathlib import Path

from plugins.article.finding import ManuscriptError
from plugins.issue.record import Issue
from plugins.press import faces
from plugins.press.bound import Bound, Progress
from plugins.press.composingroom import ComposingRoom
from plugins.press.workshop import Workshop


def lay_out(
    issue: Issue,
    content: Path,
    theme: Path,
    progress: Progress,
    cache: Path | None = None,
    workers: int | None = 1,
    room: ComposingRoom | None = None,
) -> Bound:
    """An issue, laid out and bound. Raises `ManuscriptError` when a character has no face or a thing
    is higher than a page.

    ``room``: the composing room of an earlier issue, for a process that stays.
    """
    faults = faces.check(issue, content)
    if faults:
        raise ManuscriptError(faults)
    return Workshop(issue, content, theme, cache, workers, room).bound(progress)
