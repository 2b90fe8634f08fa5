"""The tagger: suggestions with a cache."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from plugins.keeping import aside
from plugins.tagging import own as ownwords
from plugins.tagging import terms
from plugins.tagging.matching import Matcher
from plugins.tagging.record import Tag, Tagged
from plugins.tagging.vocabulary import Vocabulary

#: Raised whenever `terms.look` may answer differently.
VERSION = 6
#: So many suggestions are remembered at the most (some 250 bytes each); beyond it, what was asked for.
MOST_KEPT = 100_000
#: Digest of a text → its terms; then name, address and reason of each tag.
Suggestions = Mapping[str, list[list[str]]]


class Tagger:
    """Suggests tags; remembers them in ``cache`` (a folder; None: no memory)."""

    def __init__(self, vocabulary: Vocabulary, cache: Path | None) -> None:
        self.vocabulary = vocabulary
        self._matcher = Matcher(vocabulary)
        self._file = cache / "suggestions.json" if cache else None
        self._known: dict[str, list[list[str]]] | None = None
        self._asked: set[str] = set()
        self._new: set[str] = set()

    def tagged(self, headline: str, text: str, own: tuple[str, ...]) -> Tagged:
        """The tags and terms of one article. Tags: suggestions, less and more as the editor signed, or the editor's own.

        ``headline``: all that stands over it, ``text``: all under it (`record.heading`, `record.copy`).
        """
        words = ownwords.read(own)
        found = self.suggestions(headline, text)
        return Tagged(
            ownwords.apply(words, found.tags, self.vocabulary),
            ownwords.spoken_of(words, found.terms, self.vocabulary),
        )

    def suggestions(self, headline: str, text: str) -> Tagged:
        """What the vocabulary finds, whatever the editor wrote."""
        if not self.vocabulary.terms:
            return Tagged()
        digest, known = self._digest(headline, text), self._load()
        self._asked.add(digest)
        if digest not in known:
            found = terms.look(headline, text, self._matcher)
            tags = ([tag.name, tag.slug, tag.reason] for tag in found.tags)
            known[digest] = [list(found.terms), *tags]
            self._new.add(digest)
        spoken_of, *rows = known[digest]
        return Tagged(tuple(Tag(*row) for row in rows), tuple(spoken_of))

    def learned(self) -> Suggestions:
        """The suggestions made since this was last asked or saved, for another process to `learn`."""
        known = self._load() if self._new else {}
        learned = {digest: known[digest] for digest in sorted(self._new)}
        self._new = set()
        return learned

    def learn(self, suggestions: Suggestions) -> None:
        """Take over what another process learned."""
        if suggestions:
            self._load().update(suggestions)
            self._asked |= suggestions.keys()
            self._new |= suggestions.keys()

    def save(self) -> None:
        """Write the suggestions down, if any is new.

        Those of articles that did not change are not asked for (plugins/issue remembers them), but are kept:
        they are wanted again when the programme is a new one.
        """
        if self._file is None or not self._new:
            return
        known = self._load()
        digests = known if len(known) <= MOST_KEPT else self._asked
        kept = {digest: known[digest] for digest in sorted(digests)}
        aside.write(self._file, json.dumps(kept, ensure_ascii=False).encode())
        self._new = set()

    def _load(self) -> dict[str, list[list[str]]]:
        """What is known, read when first needed."""
        if self._known is None:
            self._known = {}
            if self._file is not None and self._file.exists():
                self._known = _read(self._file)
        return self._known

    def _digest(self, headline: str, text: str) -> str:
        parts = (str(VERSION), self.vocabulary.digest, headline, text)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _read(file: Path) -> dict[str, list[list[str]]]:
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except ValueError:  # cut short by an older programme: only a cache, made anew
        return {}
