"""The terms that a text speaks of, whether they are enough for a tag or not. Pure.

They stand nowhere on a page: by them, among other things, related articles are found.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.tagging.matching import Matcher
from plugins.tagging.record import Tagged
from plugins.tagging.suggestion import Weighed, choose, weigh
from plugins.tagging.vocabulary import Vocabulary

#: Terms of one article, at the most.
MOST = 12
#: So often a term is mentioned that stands neither in the heading nor in a subhead.
LEAST_TIMES = 2


def look(heading: str, text: str, matcher: Matcher) -> Tagged:
    """Tags (`plugins.tagging.suggestion.suggest`) and terms of an article, from one look at it."""
    weighed = weigh(heading, text, matcher)
    return Tagged(choose(weighed, matcher.vocabulary), terms(weighed, matcher.vocabulary))


def terms(weighed: Iterable[Weighed], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names of the terms that a text speaks of, at most `MOST`, in the order of ``weighed``.

    Those that are tags as well are among them; one marked ``common`` counts in the heading only.
    """
    spoken = (each.name for each in weighed if _is_spoken_of(each, vocabulary))
    return tuple(spoken)[:MOST]


def _is_spoken_of(each: Weighed, vocabulary: Vocabulary) -> bool:
    if vocabulary.terms[each.name].common:
        return each.in_heading
    return each.in_heading or each.in_subhead or each.times >= LEAST_TIMES
