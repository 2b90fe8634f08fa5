"""What editors write behind 标签, and what becomes of it. Pure.

Plain words replace the suggestions; ``+词`` adds one, ``-词`` takes one away. Every word is turned into
its preferred term; a word the vocabulary does not have stays as it is, and `doubts` tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import Vocabulary

#: However they are typed: half and full width, mathematical minus, en dash.
PLUS, MINUS = "+＋", "-－−–"


@dataclass(frozen=True, slots=True)
class Own:
    """The editor's words of one article, by what they are to do, each without its sign."""

    plain: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def replaces(self) -> bool:
        """Whether they stand instead of the suggestions."""
        return bool(self.plain)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that the vocabulary does not have, as ``written`` and without its sign; what to tell the editor."""

    written: str
    word: str
    message: str


def read(words: Iterable[str]) -> Own:
    """The words behind 标签, sorted by their signs; a sign without a word means nothing."""
    plain: list[str] = []
    added: list[str] = []
    removed: list[str] = []
    for word in words:
        sign, rest = word[:1], word[1:].strip()
        if sign in PLUS or sign in MINUS:
            (added if sign in PLUS else removed).append(rest)
        else:
            plain.append(word)
    return Own(*(tuple(filter(None, each)) for each in (plain, added, removed)))


def apply(own: Own, suggested: Iterable[Tag], vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """The tags of an article: the editor's plain words or else the suggestions, less and more as signed."""
    plain = [_tag(word, "编辑所标", vocabulary) for word in own.plain]
    added = [_tag(word, "编辑所加", vocabulary) for word in own.added]
    tags: dict[str, Tag] = {}
    for tag in (*(plain or suggested), *added):
        tags.setdefault(tag.name, tag)
    for word in own.removed:
        tags.pop(_tag(word, "", vocabulary).name, None)
    return tuple(tags.values())


def spoken_of(own: Own, terms: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms of a text without those that the editor takes away."""
    taken = {_tag(word, "", vocabulary).name for word in own.removed}
    return tuple(term for term in terms if term not in taken)


def doubts(words: Iterable[str], vocabulary: Vocabulary) -> list[Doubt]:
    """A doubt for each word behind 标签 that the vocabulary does not have, each once; none when it is empty.

    Looking for the nearest term takes milliseconds: ask once for the words of all articles.
    """
    found = []
    for written in dict.fromkeys(words) if vocabulary.terms else ():
        own = read([written])
        for word in (*own.plain, *own.added, *own.removed):
            if not vocabulary.term(word):
                found.append(Doubt(written, word, _message(word, vocabulary)))
    return found


def _message(word: str, vocabulary: Vocabulary) -> str:
    near = vocabulary.nearest(word)
    guess = f"是不是“{near.name}”？" if near else ""
    return f"标签“{word}”不在标签词表里。{guess}要用新词，请先添进 content/style/标签词表.toml"


def _tag(word: str, reason: str, vocabulary: Vocabulary) -> Tag:
    term = vocabulary.term(word)
    return Tag(term.name, term.slug, reason) if term else Tag(word, word, reason)
