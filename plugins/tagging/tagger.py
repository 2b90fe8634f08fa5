"""The tagger: suggestions with a cache, so that jieba is loaded only for a new text."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from plugins.hanzi import words
from plugins.tagging import suggestion
from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import Vocabulary

#: Raised whenever `suggestion.suggest` may answer differently.
VERSION = 2


class Tagger:
    """Suggests tags; remembers them in ``cache`` (a folder; None: no memory)."""

    def __init__(self, vocabulary: Vocabulary, cache: Path | None) -> None:
        self.vocabulary = vocabulary
        self._folder = cache
        self._file = cache / "suggestions.json" if cache else None
        self._known: dict[str, list[list[str]]] = self._load()
        self._asked: set[str] = set()

    def tags(self, headline: str, text: str, own: tuple[str, ...]) -> tuple[Tag, ...]:
        """The tags of one article: the editor's own if there are any, else suggestions."""
        if own or not self.vocabulary.terms:
            return suggestion.own(own, self.vocabulary)
        digest = self._digest(headline, text)
        self._asked.add(digest)
        if digest not in self._known:
            tags = suggestion.suggest(headline, text, self.vocabulary, self._cut)
            self._known[digest] = [[tag.name, tag.slug, tag.reason] for tag in tags]
        return tuple(Tag(*row) for row in self._known[digest])

    def save(self) -> None:
        """Write the suggestions that were asked for; forget the rest."""
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        kept = {digest: self._known[digest] for digest in sorted(self._asked)}
        aside = self._file.with_suffix(".new")
        aside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        aside.replace(self._file)

    def _load(self) -> dict[str, list[list[str]]]:
        if self._file is None or not self._file.exists():
            return {}
        try:
            loaded = json.loads(self._file.read_text(encoding="utf-8"))
        except ValueError:  # cut short by a crash: only a cache, made anew
            return {}
        return dict(loaded)

    def _digest(self, headline: str, text: str) -> str:
        parts = (str(VERSION), self.vocabulary.digest, headline, text)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _cut(self, text: str) -> list[str]:
        return words.cut(text, self.vocabulary.preferred, self._folder)
