"""Headlines as the site sets them: broken at the editor's spaces first, then between words, never within one.

Where words end is found by hanzi/headlines.py and remembered in the cache, so that jieba's dictionary
is loaded only when a headline is new.
"""

from __future__ import annotations

import hashlib
import json
from html import escape
from pathlib import Path

from markupsafe import Markup

from plugins.hanzi import words
from plugins.hanzi.headlines import MAY_BREAK, TERMS, mark_words
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE

#: Raised whenever `mark_words` may mark otherwise.
VERSION = 1


class Headlines:
    """Marks headlines, and remembers those that were marked. ``names``: words no dictionary knows."""

    def __init__(self, cache: Path, names: tuple[str, ...] = ()) -> None:
        self._cache = cache
        self._terms = (*TERMS, *filter(None, names))
        digest = hashlib.sha256("\n".join((str(VERSION), *self._terms)).encode()).hexdigest()[:16]
        self._file = cache / "headlines" / f"{digest}.json"
        self._kept: dict[str, str] = _read(self._file)
        self._asked: dict[str, str] = {}

    def parts(self, headline: str) -> Markup:
        """A headline as HTML: each of the editor's parts a ``span``, a ``wbr`` between words.

        A part is not broken when there is room for it on a line.
        """
        pieces = self.marked(headline).split(IDEOGRAPHIC_SPACE)
        return Markup(
            " ".join(
                f'<span class="part">{escape(piece).replace(MAY_BREAK, "<wbr>")}</span>'
                for piece in pieces
            )
        )

    def broken(self, subhead: str) -> Markup:
        """A subhead as HTML: a ``wbr`` between words, the editor's spaces as they are."""
        marked = self.marked(subhead).replace(IDEOGRAPHIC_SPACE, " ")
        return Markup(escape(marked).replace(MAY_BREAK, "<wbr>"))

    def keep(self) -> None:
        """Write what was asked for to the cache, if any of it is new; what is no longer asked for is forgotten."""
        if self._asked.keys() == self._kept.keys():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        aside = self._file.with_suffix(".new")
        text = json.dumps(self._asked, ensure_ascii=False, sort_keys=True, indent=0)
        aside.write_text(text, encoding="utf-8")
        aside.replace(self._file)

    def marked(self, headline: str) -> str:
        """A headline with the places where it may be broken, as `mark_words` gives it."""
        if headline not in self._asked:
            kept = self._kept.get(headline)
            self._asked[headline] = mark_words(headline, self._cut) if kept is None else kept
        return self._asked[headline]

    def _cut(self, text: str) -> list[str]:
        return words.cut(text, self._terms, self._cache, guess=False)


def _read(file: Path) -> dict[str, str]:
    """What an earlier build kept; nothing when the file is damaged."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
