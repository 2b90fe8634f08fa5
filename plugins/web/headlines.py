"""Headlines as the site sets them: broken at the editor's spaces first, then between words, never within one.

Where words end is found by hanzi/headlines.py and remembered in the cache, so that jieba's dictionary
is loaded only when a headline is new. What is remembered is a file of lines to which every process adds its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from markupsafe import Markup

from plugins.hanzi import words
from plugins.hanzi.headlines import MAY_BREAK, TERMS, mark_words
from plugins.hanzi.scripts import IDEOGRAPHIC_SPACE
from plugins.keeping import aside

#: Raised whenever `mark_words` may mark otherwise.
VERSION = 1


class Headlines:
    """Marks headlines, and remembers those that were marked. ``names``: words no dictionary knows."""

    def __init__(self, cache: Path, names: tuple[str, ...] = ()) -> None:
        self._cache = cache
        self._terms = (*TERMS, *filter(None, names))
        digest = hashlib.sha256("\n".join((str(VERSION), *self._terms)).encode()).hexdigest()[:16]
        self._file = cache / "headlines" / f"{digest}.jsonl"
        self._kept: dict[str, str] = _read(self._file)
        self._new: dict[str, str] = {}

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
        """Add what was found to the cache; another process may be doing the same.

        Every process that marks headlines does this for itself before it ends.
        """
        if not self._new:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(each, ensure_ascii=False) for each in self._new.items())
        with self._file.open("ab", buffering=0) as file:
            file.write(("\n" + "\n".join(lines) + "\n").encode())
        self._new = {}

    def prune(self, asked: Iterable[str]) -> int:
        """Forget all headlines but these; how many were forgotten. For one process alone."""
        stay = set(asked)
        kept = {headline: marked for headline, marked in self._kept.items() if headline in stay}
        gone = len(self._kept) - len(kept)
        if gone:
            lines = (json.dumps(each, ensure_ascii=False) for each in sorted(kept.items()))
            aside.write(self._file, "".join(f"{line}\n" for line in lines).encode())
            self._kept, self._new = kept, {}
        return gone

    def marked(self, headline: str) -> str:
        """A headline with the places where it may be broken, as `mark_words` gives it."""
        if headline not in self._kept:
            self._kept[headline] = self._new[headline] = mark_words(headline, self._cut)
        return self._kept[headline]

    def _cut(self, text: str) -> list[str]:
        return words.cut(text, self._terms, self._cache, guess=False)


class Unbroken:
    """Headlines as they are typed: broken at the editor's spaces only, and wherever a browser likes."""

    def parts(self, headline: str) -> Markup:
        """A headline as HTML."""
        return Markup(escape(headline.replace(IDEOGRAPHIC_SPACE, " ")))

    broken = parts

    def marked(self, headline: str) -> str:
        """A headline without marks."""
        return headline

    def keep(self) -> None:
        """There is nothing to keep."""


def _read(file: Path) -> dict[str, str]:
    """What earlier builds kept. A line that a killed process did not finish is passed over."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    try:
        return dict(json.loads(f"[{','.join(filter(None, text.split(chr(10))))}]"))
    except (ValueError, TypeError):
        return dict(_whole_lines(text))


def _whole_lines(text: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, text.split("\n")):
        try:
            headline, marked = json.loads(line)
        except (ValueError, TypeError):
            continue
        yield headline, marked
