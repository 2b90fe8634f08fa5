"""The editors' vocabulary: preferred terms, synonyms, contexts in which a term does not count."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class VocabularyError(ValueError):
    """The vocabulary file cannot be read as one; the message says what, in Chinese."""


@dataclass(frozen=True, slots=True)
class Term:
    """A preferred term. ``slug`` is its address, ``not_when`` words in which it is not meant."""

    name: str
    slug: str
    group: str = ""
    synonyms: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms, by name and by synonym; ``digest`` changes with any of them."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    preferred: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""

    def term(self, word: str) -> Term | None:
        """The term that ``word`` names, as preferred term or synonym."""
        name = self.preferred.get(word)
        return self.terms[name] if name else None


def build(rows: Any) -> Vocabulary:
    """Rows of the TOML file (``[[terms]]``) → `Vocabulary`.

    Raises `VocabularyError` when they are no tables, a row has no name, a name or slug stands
    twice, or a word names two terms.
    """
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise VocabularyError("词条要写成一段或多段 [[terms]]")
    terms: dict[str, Term] = {}
    preferred: dict[str, str] = {}
    for row in rows:
        term = _term(row)
        _refuse_double(term, terms)
        terms[term.name] = term
        for word in (term.name, *term.synonyms):
            if preferred.setdefault(word, term.name) != term.name:
                raise VocabularyError(f"“{word}”同属“{preferred[word]}”和“{term.name}”，请留一处")
    digest = hashlib.sha256(repr(sorted(terms.items())).encode()).hexdigest()
    return Vocabulary(terms, preferred, digest)


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
    )


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of words; one word may stand without its brackets."""
    value = row.get(key, [])
    return tuple(str(word) for word in (value if isinstance(value, list) else [value]))
