"""The door of 刊期: loads the archive before Pelican reads anything.

``load`` is the front door for every output: tasks call it, and a plain ``pelican`` run calls it
here when its settings hold no ``ARCHIVE``. Bad manuscripts end the run before Pelican could
silently drop them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.article.finding import Finding, ManuscriptError, errors
from plugins.issue import archive, report
from plugins.issue.copystore import CopyStore
from plugins.issue.desk import Desk, silent
from plugins.issue.record import Archive
from plugins.keeping import programme
from plugins.keeping.store import key
from plugins.tagging import plugin as tagging
from plugins.tagging.own import doubts
from plugins.tagging.vocabulary import Vocabulary, VocabularyError
from plugins.toc import plugin as toc

if TYPE_CHECKING:
    from pelican import Pelican

#: What the reading of a manuscript depends on besides the content folder.
ROOMS = ("keeping", "hanzi", "toc", "tagging", "article", "issue")
LIBRARIES = ("beautifulsoup4", "jieba", "lxml", "markdown", "nh3", "pillow")


def load(content: Path, settings: dict[str, Any]) -> tuple[Archive, list[Finding]]:
    """Read the content folder with the tagger and outliner of these settings.

    ``settings`` must hold PATH and CACHE_PATH, as Pelican's do, and may hold TAGGING, TOC, WORKERS (processes
    that read) and PROGRESS (told ``("读稿", folders done, folders to read)``). What did not change since
    the last call is not read again; with the same settings the issues are then the same objects.
    Raises `ManuscriptError` when the vocabulary of tags cannot be read.
    """
    try:
        tagger = tagging.hand_over(settings)
    except VocabularyError as error:
        path = f"{content.name}/{tagging.VOCABULARY.as_posix()}"
        raise ManuscriptError([Finding(path, 0, 0, "I217", "error", str(error))]) from error
    desk = Desk(
        store=_store(content, settings),
        tagger=tagging.made_from(settings),
        workers=settings.get("WORKERS", 1),
        progress=settings.get("PROGRESS", silent),
        learned=tagger.learned,
        learn=tagger.learn,
    )
    made, findings = archive.load(content, toc.hand_over(settings), tagger.tagged, desk)
    tagger.save()
    return made, [*findings, *_unknown_tags(made, content.name, tagger.vocabulary)]


def _unknown_tags(made: Archive, content: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A warning for every article with a tag that the vocabulary does not have."""
    articles = [article for issue in made.issues for article in issue.articles]
    words = dict.fromkeys(word for article in articles for word in article.own_tags)
    messages = {doubt.written: doubt.message for doubt in doubts(words, vocabulary)}
    for article in articles if messages else ():
        for word in filter(messages.get, article.own_tags):
            yield Finding(f"{content}/{article.path}", 0, 0, "I226", "warning", messages[word])


def _store(content: Path, settings: dict[str, Any]) -> CopyStore:
    """The store of these settings, made once for a programme; it stands in ``settings["COPY_STORE"]``."""
    switches = f"{content.name} {bool(settings.get('TOC', True))} {sys.version}"
    made_from = key(programme.state(ROOMS, LIBRARIES), switches)
    store: CopyStore | None = settings.get("COPY_STORE")
    if store is None or store.made_from != made_from:
        store = CopyStore(Path(settings["CACHE_PATH"]) / "manuscripts", made_from)
        settings["COPY_STORE"] = store
    return store


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
    from pelican import signals

    signals.initialized.connect(_initialized)
