"""A run of Markdown as it reads: markup taken out, every character keeps its place in the source.

What stays as typed is what a reader would see: an unpaired ``**``, a ``_`` inside a word. Code is replaced by
`HOLE`, so that no rule joins what stands on both sides of it. Captions of pictures are handed out beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.hanzi.scripts import is_chinese

#: Stands for what is no text (OBJECT REPLACEMENT CHARACTER, Unicode 23.8).
HOLE = "\ufffc"
#: Without one of these a run reads as it is typed.
MARKUP = re.compile(r"[\\`*_<\[!\n]")
LABEL = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])*"
TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>(?:(?!(?P=ticks)).)+)(?P=ticks)(?!`)"
    r"|(?P<comment><!--.*?-->)"
    rf"|!\[(?P<caption>{LABEL})\]\([^()\n]*\)"
    r"|(?P<note>\[\^[^\]\n]+\]:?)"
    rf"|\[(?P<label>{LABEL})\](?:\([^()\n]*\)|\{{[^{{}}\n]*\}})"
    r"|(?P<tag></?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>)"
    r"|\*\*(?=\S)(?P<bold>(?:(?!\*\*).)+?)(?<=\S)\*\*"
    r"|(?<!\*)\*(?=[^\s*])(?P<slant>[^*\n]+?)(?<=\S)\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<under>[^_\n]+?)(?<=\S)_(?!\w)"
    r"|(?P<break>[ \t]*\n[ \t]*)",
    re.DOTALL,
)
#: Groups whose content is read on.
INNER = ("label", "bold", "slant", "under")


@dataclass(slots=True)
class Read:
    """What was read: the text, for every character its place in the source, captions likewise."""

    text: str = ""
    places: Sequence[int] = field(default_factory=list)
    captions: list[Read] = field(default_factory=list)

    def slice(self, start: int, end: int) -> Read:
        """A part of it."""
        return Read(self.text[start:end], self.places[start:end])

    def stripped(self) -> Read:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip(" \t\u3000\u00a0"))
        end = max(start, len(self.text.rstrip(" \t\u3000\u00a0")))
        return Read(self.text[start:end], self.places[start:end], self.captions)


def read_inline(raw: str, at: Sequence[int]) -> Read:
    """Read ``raw``, whose characters stand at the places ``at`` of the source."""
    if not MARKUP.search(raw):
        return Read(raw, at)
    reading = _Reading(raw, at)
    reading.run(0, len(raw))
    return Read("".join(reading.parts), reading.places, reading.captions)


class _Reading:
    def __init__(self, raw: str, at: Sequence[int]) -> None:
        self.raw, self.at = raw, at
        self.parts: list[str] = []
        self.places: list[int] = []
        self.captions: list[Read] = []

    def run(self, start: int, end: int) -> None:
        """Read a stretch of the raw text."""
        done = start
        for token in TOKEN.finditer(self.raw, start, end):
            self._keep(done, token.start())
            self._token(token)
            done = token.end()
        self._keep(done, end)

    def _keep(self, start: int, end: int) -> None:
        self.parts.append(self.raw[start:end])
        self.places.extend(self.at[start:end])

    def _put(self, char: str, place: int) -> None:
        self.parts.append(char)
        self.places.append(self.at[place])

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind in INNER:
            self.run(*token.span(kind))
        elif kind == "escaped":
            self._keep(*token.span("escaped"))
        elif kind == "code":
            self._put(HOLE, token.start())
        elif kind == "caption":
            start, end = token.span("caption")
            self.captions.append(read_inline(self.raw[start:end], self.at[start:end]))
        elif kind == "break" and self._is_latin(token):
            self._put(" ", token.start())

    def _is_latin(self, token: re.Match[str]) -> bool:
        """Whether a line break stands between Latin words: then it reads as a space."""
        left = self.raw[token.start() - 1 : token.start()]
        right = self.raw[token.end() : token.end() + 1]
        return bool(left and right) and not is_chinese(left) and not is_chinese(right)


def is_whole(source: str, text: str, places: Sequence[int]) -> bool:
    """Whether a piece of text stands in the source as it reads, without markup inside."""
    if not places:
        return True
    first = places[0]
    return source.startswith(text, first) and all(b - a == 1 for a, b in pairwise(places))
