"""Suggest tags for one text: jieba's words, weighed, mapped through the vocabulary. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable

from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import Term, Vocabulary

MOST = 5
#: A term must weigh this much; found by trial on the sample (see benchmarks in a later issue).
THRESHOLD = 1.2
HEADLINE_BONUS = 1.5
LEAD_BONUS = 0.4
LEAD = 120
PER = 1000
#: Shorter texts are weighed as if they had this length: one mention makes no tag (characters).
SHORTEST = 800
#: What jieba takes for one word or a part of one.
CUTTABLE = re.compile(r"[\u4e00-\u9fd5A-Za-z0-9+#&._%-]+")

Cutter = Callable[[str], list[str]]


def suggest(headline: str, text: str, vocabulary: Vocabulary, cut: Cutter) -> tuple[Tag, ...]:
    """Tags for an article, weightiest first, at most `MOST`, each with its reason in Chinese."""
    counts = count(text, vocabulary, cut)
    in_headline = set(count(headline, vocabulary, cut))
    lead = set(count(text[:LEAD], vocabulary, cut))
    weighed = []
    for name in dict.fromkeys([*in_headline, *counts]):
        times = counts.get(name, 0)
        weight = math.sqrt(times * PER / max(len(text), SHORTEST))
        weight += HEADLINE_BONUS * (name in in_headline) + LEAD_BONUS * (name in lead)
        weighed.append((weight, name, times))
    chosen = sorted((row for row in weighed if row[0] >= THRESHOLD), key=lambda r: (-r[0], r[1]))
    return tuple(
        _tag(vocabulary.terms[name], times, name in in_headline) for _, name, times in chosen[:MOST]
    )


def own(words: Iterable[str], vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """The editor's own tags, synonyms turned into their preferred terms."""
    tags: dict[str, Tag] = {}
    for word in words:
        term = vocabulary.term(word)
        name, slug = (term.name, term.slug) if term else (word, word)
        tags.setdefault(name, Tag(name, slug, "编辑所标"))
    return tuple(tags.values())


def count(text: str, vocabulary: Vocabulary, cut: Cutter) -> dict[str, int]:
    """How often each term is meant in a text; a term does not count inside its ``not_when``."""
    counts: dict[str, int] = {}
    words = [*cut(text), *_irregular(text, vocabulary)]
    for word in words:
        name = vocabulary.preferred.get(word)
        if name:
            counts[name] = counts.get(name, 0) + 1
    meant = {
        name: times - sum(text.count(context) for context in vocabulary.terms[name].not_when)
        for name, times in counts.items()
    }
    return {name: times for name, times in meant.items() if times > 0}


def _irregular(text: str, vocabulary: Vocabulary) -> list[str]:
    """Words that jieba cannot cut whole because they hold a mark or a Roman numeral (劣Ⅴ类)."""
    words = (word for word in vocabulary.preferred if not CUTTABLE.fullmatch(word))
    return [word for word in words for _ in range(text.count(word))]


def _tag(term: Term, count: int, in_headline: bool) -> Tag:
    reasons = ["标题中有"] if in_headline else []
    if count:
        reasons.append(f"正文 {count} 次")
    return Tag(term.name, term.slug, "，".join(reasons))
