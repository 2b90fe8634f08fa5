"""Suggest tags for one text: the vocabulary's words, counted, weighed and chosen. Pure, without jieba.

weight = √(mentions per 1,000 characters) + bonuses for heading, subheads and lead. What is enough depends
on the form of the text: in short news a word in passing is a whole mention in 300 characters, in a long
text it takes three. Two mentions do only in two paragraphs: one sentence names a thing twice in passing.
And a term must have its share of all the mentions in the text: a report on a meeting names everything
three times.

How rare a term is in the archive is not in the weight: measured, it chose worse (`benchmarks/tagging.py`),
and one new article would change the tags of others. Words that stand everywhere are marked ``common`` in
the vocabulary by the editors instead, and told to them by ``inv 荐标``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.tagging.matching import Match, Matcher
from plugins.tagging.record import Tag
from plugins.tagging.vocabulary import Term, Vocabulary, fold

#: Tags of one article, at the most: a librarian gives one to five.
MOST = 5
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
#: Found by trial on tests/tagging/gold/ (not heldout.toml), as are the next two; tried by leaving articles out.
SHORT_NEWS = Form("短讯", 2, 1.9)
LONG_TEXT = Form("长稿", 3, 1.1)
#: Mentions and the paragraphs that have one, added up, come to so many: two in two, or three.
LEAST_SPREAD = 4
#: Of all mentions of any term in the text, so great a part is the term's: three in thirty-three.
LEAST_SHARE = 0.09


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term found in a text: how often, by which words, in how many paragraphs, where; its weight, if enough."""

    name: str
    words: tuple[tuple[str, int], ...]
    times: int
    paragraphs: int
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


def form(length: int) -> Form:
    """The form of a text of so many characters."""
    return SHORT_NEWS if length < SHORT else LONG_TEXT


def suggest(heading: str, text: str, matcher: Matcher) -> tuple[Tag, ...]:
    """Tags for an article, weightiest first, at most `MOST`, each with its reason in Chinese.

    ``heading``: kicker, headline and deck on lines of their own; ``text``: standfirst and body
    (`plugins.tagging.record` joins them).
    """
    return choose(weigh(heading, text, matcher), matcher.vocabulary)


def choose(weighed: Iterable[Weighed], vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """The first terms that are enough, as tags, at most `MOST`, in the order of ``weighed``."""
    chosen = [each for each in weighed if each.enough][:MOST]
    terms = vocabulary.terms
    return tuple(Tag(each.name, terms[each.name].slug, each.reason) for each in chosen)


def weigh(heading: str, text: str, matcher: Matcher) -> list[Weighed]:
    """Every term found in heading or text, weightiest first."""
    folded = fold(text)
    mentions: dict[str, list[Match]] = {}
    for match in matcher.find_folded(folded):
        if match.name:
            mentions.setdefault(match.name, []).append(match)
    headed = set(matcher.count(heading))
    names = {**dict.fromkeys(sorted(headed)), **mentions}
    whole = _Text(folded, len(text), sum(map(len, mentions.values())))
    terms = matcher.vocabulary.terms
    weighed = [_weigh(terms[n], mentions.get(n, []), n in headed, whole) for n in names]
    return sorted(weighed, key=lambda each: (-each.weight, each.name))


class _Text:
    """A folded text: its form by the length it had before, all mentions in it, and the places that count."""

    def __init__(self, folded: str, length: int, mentions: int) -> None:
        self.form = form(length)
        self.density = PER / max(length, SHORTEST)
        self.mentions = mentions
        self._subheads = [subhead.span() for subhead in SUBHEAD.finditer(folded)]
        self._ends = [place.start() for place in re.finditer("\n", folded)]

    def paragraph(self, match: Match) -> int:
        """The number of the paragraph a match stands in."""
        return bisect(self._ends, match.start)

    def is_subhead(self, match: Match) -> bool:
        """Whether a match stands in a numbered subhead."""
        return any(start <= match.start < end for start, end in self._subheads)


def _weigh(term: Term, mentions: list[Match], in_heading: bool, text: _Text) -> Weighed:
    words = tuple(Counter(match.word for match in mentions).most_common())
    in_subhead = any(map(text.is_subhead, mentions))
    in_lead = any(match.start < LEAD for match in mentions)
    bonus = HEADING_BONUS * in_heading + SUBHEAD_BONUS * in_subhead + LEAD_BONUS * in_lead
    weighed = Weighed(
        name=term.name,
        words=words,
        times=len(mentions),
        paragraphs=len(set(map(text.paragraph, mentions))),
        in_heading=in_heading,
        in_subhead=in_subhead,
        in_lead=in_lead,
        weight=math.sqrt(len(mentions) * text.density) + bonus,
        enough=False,
    )
    enough = _enough(weighed, text) and (in_heading or not term.common)
    return replace(weighed, enough=enough)


def _enough(term: Weighed, text: _Text) -> bool:
    """Whether a term is a tag.

    A heading of a long text may be a figure of speech (窑火照旧): what it means, the text says again.
    """
    if term.in_heading:
        return term.times > 0 or text.form is SHORT_NEWS
    return term.weight >= text.form.enough and (term.in_subhead or _is_said(term, text))


def _is_said(term: Weighed, text: _Text) -> bool:
    return (
        term.times >= text.form.least_times
        and term.times + term.paragraphs >= LEAST_SPREAD
        and term.times >= LEAST_SHARE * text.mentions
    )
