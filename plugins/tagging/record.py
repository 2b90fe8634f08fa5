"""What a tag is, what is found in an article, and what of an article is looked at for tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plugins.keeping.pickling import quickly


@quickly(is_shared=True)
@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of an article: the preferred term, its address, and why the article has it."""

    name: str
    slug: str
    reason: str


class Tagged(NamedTuple):
    """What is found in an article: its tags, and the terms it speaks of (`plugins.tagging.terms.terms`)."""

    tags: tuple[Tag, ...] = ()
    terms: tuple[str, ...] = ()


def heading(headline: str, kicker: str = "", deck: str = "") -> str:
    """What stands over an article, a line each: a deck often says plainly what a headline paints."""
    return "\n".join(line for line in (kicker, headline, deck) if line)


def copy(text: str, standfirst: str = "") -> str:
    """What stands under the heading: the standfirst, if any, and the text."""
    return f"{standfirst}\n{text}" if standfirst else text
