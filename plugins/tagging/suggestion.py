"""Suggest tags for one text: the vocabulary's words, counted, weighed and chosen. Pure, without jieba.

weight = √(mentions per 1,000 characters) + bonuses for heading, subheads and lead. What is enough depends
on the form of the text: in short news a word in passing is a whole mention in 300 characters, in a long
text it takes three.

How rare a term is in the archive is not in the weight: measured, it chose worse (`benchmarks/tagging.py`),
and one new article would change the tags of others. Words that stand everywhere are marked ``common`` in
the vocabulary by the editors instead, and told to them by ``inv 荐标``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from plugins.tagging.matching import Matcher
from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import fold

#: Tags of one article, at the most.
MOST = 7
HEADING_BONUS = 1.5
SUBHEAD_BONUS = 0.8
LEAD_BONUS = 0.4
#: The lead is so long (characters).
LEAD = 120
PER = 1000
#: Shorter texts are weighed as if they had this length: one mention makes no tag (characters).
SHORTEST = 800
#: 一、…… at the head of a short line: the numbered subhead of a policy text, most general level only.
SUBHEAD = re.compile(r"^[一二三四五六七八九十]+、.{1,30}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Form:
    """What is enough for a tag that does not stand in the heading: mentions, and weight."""

    name: str
    least_times: int
    enough: float


#: Short news is a text under so many characters.
SHORT = 600
#: Found by trial on tests/tagging/gold/tuning.toml.
SHORT_NEWS = Form("短讯", 2, 1.9)
LONG_TEXT = Form("长稿", 3, 1.1)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term found in a text: how often and by which words, where, what it weighs, whether it is enough."""

    name: str
    words: tuple[tuple[str, int], ...]
    times: int
    in_heading: bool
    in_subhead: bool
    in_lead: bool
    weight: float
    enough: bool

    @property
    def reason(self) -> str:
        """Why the article has the tag, in Chinese, for its reader."""
        reasons = ["标题中有"] if self.in_heading else []
        reasons += ["小标题中有"] if self.in_subhead else []
        reasons += [f"正文 {self.times} 次"] if self.times else []
        return "，".join(reasons)


def form(text: str) -> Form:
    """The form of a text, by its length."""
    return SHORT_NEWS if len(text) < SHORT else LONG_TEXT


def suggest(heading: str, text: str, matcher: Matcher) -> tuple[Tag, ...]:
    """Tags for an article, weightiest first, at most `MOST`, each with its reason in Chinese.

    ``heading``: kicker, headline and deck on lines of their own; ``text``: standfirst and body
    (`plugins.tagging.record` joins them).
    """
    chosen = [each for each in weigh(heading, text, matcher) if each.enough][:MOST]
    terms = matcher.vocabulary.terms
    return tuple(Tag(each.name, terms[each.name].slug, each.reason) for each in chosen)


def weigh(heading: str, text: str, matcher: Matcher) -> list[Weighed]:
    """Every term found in heading or text, weightiest first."""
    folded = fold(text)
    found = [match for match in matcher.find_folded(folded) if match.name]
    spans = [subhead.span() for subhead in SUBHEAD.finditer(folded)]
    headed = set(matcher.count(heading))
    led = {match.name for match in found if match.start < LEAD}
    subheads = {match.name for match in found for start, end in spans if start <= match.start < end}
    words: dict[str, Counter[str]] = {}
    for match in found:
        words.setdefault(match.name, Counter())[match.word] += 1
    counts = {name: each.total() for name, each in words.items()}
    density = PER / max(len(text), SHORTEST)
    weighed = []
    for name in {**dict.fromkeys(sorted(headed)), **counts}:
        marks = (name in headed, name in subheads, name in led)
        times = counts.get(name, 0)
        weight = math.sqrt(times * density) + _bonus(*marks)
        enough = _enough(times, weight, marks[0], marks[1], form(text))
        if matcher.vocabulary.terms[name].common:
            enough = enough and marks[0]
        by_word = tuple(words.get(name, Counter()).most_common())
        weighed.append(Weighed(name, by_word, times, *marks, weight, enough))
    return sorted(weighed, key=lambda each: (-each.weight, each.name))


def _bonus(in_heading: bool, in_subhead: bool, in_lead: bool) -> float:
    return HEADING_BONUS * in_heading + SUBHEAD_BONUS * in_subhead + LEAD_BONUS * in_lead


def _enough(times: int, weight: float, in_heading: bool, in_subhead: bool, form: Form) -> bool:
    """Whether a term is a tag.

    A heading of a long text may be a figure of speech (窑火照旧): what it means, the text says again.
    """
    if in_heading:
        return times > 0 or form is SHORT_NEWS
    return weight >= form.enough and (times >= form.least_times or in_subhead)
