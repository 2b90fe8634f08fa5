"""The door of 标引: gives Pelican's settings a tagger.

``settings["TAGGER"].tagged`` is ``(headline, text, editor's tags) → tags and terms``. ``TAGGING = False``
switches the suggestions off: articles then have their editors' tags only, and no terms.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from plugins.keeping import store
from plugins.tagging import own as ownwords
from plugins.tagging.record import Tagged
from plugins.tagging.tagger import Suggestions, Tagger
from plugins.tagging.vocabulary import Vocabulary, VocabularyError, build

if TYPE_CHECKING:
    from pelican import Pelican

VOCABULARY = Path("style", "标签词表.toml")


class AnyTagger(Protocol):
    """What both taggers can do."""

    vocabulary: Vocabulary

    def tagged(self, headline: str, text: str, own: tuple[str, ...]) -> Tagged:
        """The tags of one article, and the terms it speaks of."""

    def save(self) -> None:
        """Remember what was found, for the next build."""

    def learned(self) -> Suggestions:
        """What was found since this was last asked, for another process to `learn`."""

    def learn(self, suggestions: Suggestions) -> None:
        """Take over what another process found."""


class OwnTags:
    """Tags when suggestions are switched off: the editor's own, by their preferred terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def tagged(self, headline: str, text: str, own: tuple[str, ...]) -> Tagged:
        """The editor's tags of one article."""
        return Tagged(ownwords.apply(ownwords.read(own), (), self.vocabulary))

    def save(self) -> None:
        """Nothing was found, so nothing is remembered."""

    def learned(self) -> Suggestions:
        """Nothing."""
        return {}

    def learn(self, suggestions: Suggestions) -> None:
        """There is nothing to learn."""


def open_tagger(content: Path, cache: Path | None, enabled: bool = True) -> AnyTagger:
    """The tagger for a content folder.

    Raises `VocabularyError` when the vocabulary cannot be read.
    """
    vocabulary = read_vocabulary(content / VOCABULARY)
    return (
        Tagger(vocabulary, cache / "tagging" if cache else None) if enabled else OwnTags(vocabulary)
    )


def read_vocabulary(file: Path) -> Vocabulary:
    """The editors' vocabulary; an empty one when there is no file."""
    if not file.exists():
        return Vocabulary()
    try:
        return build(tomllib.loads(file.read_text(encoding="utf-8-sig")).get("terms", []))
    except ValueError as error:
        if isinstance(error, VocabularyError):
            raise
        raise VocabularyError(f"标签词表写法不对：{error}") from error


def made_from(settings: dict[str, Any]) -> str:
    """A digest of what the tags of an article depend on besides itself: vocabulary and switch."""
    file = Path(settings["PATH"]) / VOCABULARY
    data = file.read_bytes() if file.exists() else b""
    return store.key(data, str(bool(settings.get("TAGGING", True))))


def hand_over(settings: dict[str, Any]) -> AnyTagger:
    """The tagger of these settings, made once for a vocabulary; it stands in ``settings["TAGGER"]``."""
    now = made_from(settings)
    if settings.get("TAGGER_MADE_FROM") != now or "TAGGER" not in settings:
        settings["TAGGER"] = open_tagger(
            Path(settings["PATH"]), Path(settings["CACHE_PATH"]), settings.get("TAGGING", True)
        )
        settings["TAGGER_MADE_FROM"] = now
    made: AnyTagger = settings["TAGGER"]
    return made


def _initialized(pelican: Pelican) -> None:
    hand_over(pelican.settings)


def register() -> None:
    """Called by Pelican."""
    from pelican import signals

    signals.initialized.connect(_initialized)
