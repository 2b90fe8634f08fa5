"""The editors' vocabulary: preferred terms, synonyms, contexts in which a term does not count."""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: So like must a word be to be taken for a slip of the pen (difflib's ratio, 0 to 1).
LIKE = 0.5


class VocabularyError(ValueError):
    """The vocabulary file cannot be read as one; the message says what, in Chinese."""


@dataclass(frozen=True, slots=True)
class Term:
    """A preferred term. ``slug`` is its address, ``not_when`` words in which it is not meant.

    ``common``: it stands everywhere, and is a tag only where the heading has it.
    """

    name: str
    slug: str
    group: str = ""
    synonyms: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()
    common: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms, by name and by synonym; ``digest`` changes with any of them.

    ``preferred``: name and synonyms, as written, → name; ``folded``: the same, as they are compared.
    """

    terms: Mapping[str, Term] = field(default_factory=dict)
    preferred: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    folded: Mapping[str, str] = field(default_factory=dict)

    def term(self, word: str) -> Term | None:
        """The term that ``word`` names, as preferred term or synonym, however its letters are typed."""
        name = self.preferred.get(word) or self.folded.get(fold(word))
        return self.terms[name] if name else None

    def nearest(self, word: str) -> Term | None:
        """The term written most like ``word``, which names none; None when nothing is like it."""
        near = difflib.get_close_matches(fold(word), self.folded, n=1, cutoff=LIKE)
        return self.terms[self.folded[near[0]]] if near else None


def fold(word: str) -> str:
    """A word as it is compared: full-width letters made narrow, capitals small, no white space around it."""
    return unicodedata.normalize("NFKC", word).casefold().strip()


def build(rows: Any) -> Vocabulary:
    """Rows of the TOML file (``[[terms]]``) → `Vocabulary`.

    Raises `VocabularyError` when they are no tables, a row has no name, a name or slug stands
    twice, or a word names two terms.
    """
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise VocabularyError("词条要写成一段或多段 [[terms]]")
    terms: dict[str, Term] = {}
    preferred: dict[str, str] = {}
    folded: dict[str, str] = {}
    for row in rows:
        term = _term(row)
        _refuse_double(term, terms)
        terms[term.name] = term
        for word in (term.name, *term.synonyms):
            before = folded.setdefault(fold(word), term.name)
            if before != term.name:
                raise VocabularyError(f"“{word}”同属“{before}”和“{term.name}”，请留一处")
            preferred[word] = term.name
    digest = hashlib.sha256(repr(sorted(terms.items())).encode()).hexdigest()
    return Vocabulary(terms, preferred, digest, folded)


def _refuse_double(term: Term, terms: Mapping[str, Term]) -> None:
    if term.name in terms:
        raise VocabularyError(f"“{term.name}”写了两次，请留一处")
    same = next((other.name for other in terms.values() if other.slug == term.slug), None)
    if same:
        raise VocabularyError(f"“{term.name}”与“{same}”的 slug 都是“{term.slug}”，请改一个")


def _term(row: Mapping[str, Any]) -> Term:
    name = str(row.get("name", "")).strip()
    if not name:
        raise VocabularyError("有一个词条没有 name")
    return Term(
        name=name,
        slug=str(row.get("slug") or name),
        group=str(row.get("group", "")),
        synonyms=_words(row, "synonyms"),
        not_when=_words(row, "not_when"),
        common=row.get("common") is True,
    )


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of words; one word may stand without its brackets."""
    value = row.get(key, [])
    return tuple(str(word) for word in (value if isinstance(value, list) else [value]))
