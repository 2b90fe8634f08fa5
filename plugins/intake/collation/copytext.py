"""An article and its manuscript → all passages of the Word file, and where each stands in the manuscript.

The words and looks come from the neutral HTML, the places from the Markdown; a passage whose words
differ in the two has no place, and no change of it is ever written (invariant of returning/).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from plugins.article import body as reader
from plugins.article import frontmatter
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.intake.collation.copying import passages
from plugins.intake.collation.front import front
from plugins.intake.collation.record import Passage, plain
from plugins.intake.collation.source import Sourced, body
from plugins.toc.outline import outline


@dataclass(frozen=True, slots=True)
class CopyText:
    """Passages in the order of the page, and for each its place in the manuscript, where it has one."""

    passages: tuple[Passage, ...]
    places: tuple[Sourced | None, ...]

    @property
    def lost(self) -> tuple[Passage, ...]:
        """The passages that have no place: changes in them must be written by hand."""
        return tuple(
            each for each, place in zip(self.passages, self.places, strict=True) if place is None
        )


def copy_text(article: Article, source: str) -> CopyText:
    """The copy of an article; ``source`` is its manuscript as `decode` gives it."""
    around = front(source, article.kind, article.addressed_in_body, article.signed_in_body)
    inner = passages(article.body)
    found = body(source, around.body_start, article.kind is Kind.OFFICIAL)
    placed = list(zip(inner, _matched(inner, found), strict=True))
    above = [(plain(each.role, each.text), each) for each in around.above]
    below = [(plain(each.role, each.text), each) for each in around.below]
    text = [row for row in placed if row[0].role != "footnote"]
    notes = [row for row in placed if row[0].role == "footnote"]
    rows: list[tuple[Passage, Sourced | None]] = [*above, *text, *below, *notes]
    return CopyText(tuple(each for each, _ in rows), tuple(place for _, place in rows))


def reread(article: Article, source: str) -> CopyText:
    """The copy of an article whose manuscript became ``source``, read as every manuscript is read."""
    parsed = frontmatter.parse(source, article.path)
    front_ = parsed.front
    told = (article.stem, article.issue_key, front_.kind, outline, front_.addressee)
    made = reader.parse(parsed.body, *told)
    changed = replace(
        article,
        kind=front_.kind,
        body=made.html,
        addressed_in_body=made.addressed,
        signed_in_body=made.signed,
    )
    return copy_text(changed, source)


def version(source: str) -> str:
    """What tells whether a manuscript is still the one that was sent."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def _matched(inner: tuple[Passage, ...], found: list[Sourced]) -> list[Sourced | None]:
    """For every passage the one of the same words in the manuscript, in order."""
    words = [(each.text, each.picture) for each in inner]
    there = [(each.text, each.picture) for each in found]
    made: list[Sourced | None] = [None] * len(inner)
    for block in SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            made[block.a + n] = found[block.b + n]
    return made
