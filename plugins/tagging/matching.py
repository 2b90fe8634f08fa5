"""Where the words of the vocabulary stand in a text. Pure, and without jieba.

The longest word wins: 湿地 does not count inside 人工湿地, nor 监测数据 inside 监测数据造假. A word of
Latin letters or figures must stand alone: O3 is not in NO3, nor VOC in VOCs. Letters count as `fold` gives
them, so ＰＭ２．５ and pm2.5 are one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

from plugins.tagging.vocabulary import Vocabulary, fold

LATIN = re.compile(r"[a-z0-9]")
#: Words are looked up by their first two letters, those of one letter by that.
HEAD = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the vocabulary in a folded text, and the term it names ("": a word that names none)."""

    word: str
    name: str
    start: int

    @property
    def end(self) -> int:
        """Where the text goes on behind the word."""
        return self.start + len(self.word)


class Matcher:
    """Finds the words of one vocabulary; made once for it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        contexts = {fold(word): "" for term in vocabulary.terms.values() for word in term.not_when}
        self._names = {**contexts, **vocabulary.folded}
        words = sorted(filter(None, self._names))
        self._by_head = _grouped(word for word in words if len(word) >= HEAD)
        self._singles = _grouped(word for word in words if len(word) < HEAD)

    def find(self, text: str) -> list[Match]:
        """The words in ``text``, in its order, none within or across another: the longest stay."""
        return self.find_folded(fold(text))

    def find_folded(self, folded: str) -> list[Match]:
        """`find` in a text that is folded already."""
        taken, found = bytearray(len(folded)), []
        for match in sorted(self._all(folded), key=lambda each: (-len(each.word), each.start)):
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * len(match.word)
                found.append(match)
        return sorted(found, key=lambda each: each.start)

    def count(self, text: str) -> dict[str, int]:
        """How often each term is meant in ``text``, terms in the order of their first mention."""
        return dict(Counter(match.name for match in self.find(text) if match.name))

    def _all(self, folded: str) -> list[Match]:
        heads, singles = self._by_head, self._singles
        return [
            Match(word, self._names[word], start)
            for start, pair in enumerate(map(add, folded, f"{folded[1:]} "))
            if pair in heads or pair[0] in singles
            for word in (*heads.get(pair, ()), *singles.get(pair[0], ()))
            if folded.startswith(word, start) and _stands_alone(folded, start, word)
        ]


def _grouped(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first letters."""
    groups: dict[str, tuple[str, ...]] = {}
    for word in words:
        groups[word[:HEAD]] = (*groups.get(word[:HEAD], ()), word)
    return groups


def _stands_alone(text: str, start: int, word: str) -> bool:
    """Whether a word's Latin end does not run on into another Latin letter or figure."""
    end = start + len(word)
    runs_back = start > 0 and LATIN.match(word) and LATIN.match(text, start - 1)
    runs_on = end < len(text) and LATIN.match(word, len(word) - 1) and LATIN.match(text, end)
    return not (runs_back or runs_on)
