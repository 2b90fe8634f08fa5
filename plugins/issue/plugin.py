"""The door of 刊期: loads the archive before Pelican reads anything.

``load`` is the front door for every output: tasks call it, and a plain ``pelican`` run calls it
here when its settings hold no ``ARCHIVE``. Bad manuscripts end the run before Pelican could
silently drop them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.article.finding import Finding, ManuscriptError, errors
from plugins.issue import archive, report
from plugins.issue.record import Archive
from plugins.tagging import plugin as tagging
from plugins.tagging.vocabulary import VocabularyError
from plugins.toc import plugin as toc


def load(content: Path, settings: dict[str, Any]) -> tuple[Archive, list[Finding]]:
    """Read the content folder with the tagger and outliner of these settings.

    ``settings`` may hold TAGGING, TOC and must hold PATH and CACHE_PATH, as Pelican's do.
    Raises `ManuscriptError` when the vocabulary of tags cannot be read.
    """
    try:
        tagger = tagging.hand_over(settings)
    except VocabularyError as error:
        path = f"{content.name}/{tagging.VOCABULARY.as_posix()}"
        raise ManuscriptError([Finding(path, 0, 0, "I217", "error", str(error))]) from error
    made, findings = archive.load(content, toc.hand_over(settings), tagger.tags)
    tagger.save()
    return made, findings


def hand_over(settings: dict[str, Any]) -> Archive:
    """The archive of these settings, loaded and checked once; it stands in ``ARCHIVE``.

    Raises `ManuscriptError` when there is an error among the findings, which are printed.
    """
    if settings.get("ARCHIVE") is None:
        made, findings = load(Path(settings["PATH"]), settings)
        stop_on_errors(findings)
        settings["ARCHIVE"] = made
    found: Archive = settings["ARCHIVE"]
    return found


def stop_on_errors(findings: Iterable[Finding]) -> None:
    """Print findings; raise `ManuscriptError` when one is an error."""
    found = list(findings)
    for line in report.lines(found):
        print(line, file=sys.stderr)
    if errors(found):
        raise ManuscriptError(errors(found))


def _initialized(pelican: Pelican) -> None:
    hand_over(pelican.settings)


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(_initialized)
