"""人物: whom a profile is about."""

from __future__ import annotations

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.hanzi.scripts import is_han

#: A profile names its subject again and again.
OFTEN = 3
#: Han characters of a name, the longest first: 欧阳清和, 闻人雁, 乔翀.
LENGTHS = (4, 3, 2)


def subject(article: Article) -> str:
    """The person at the end of a profile's deck or headline; "" for another kind of article, or if none is found.

    That is where Chinese profiles name them (记…工程师纪素娟). Where the name begins the text tells: it says the
    name often, and never with the last character of the post before it.
    """
    if article.kind is not Kind.PROFILE:
        return ""
    found = (_name_at_end(each, article.text) for each in (article.deck, article.headline))
    return next(filter(None, found), "")


def _name_at_end(words: str, text: str) -> str:
    bare = words.strip().removesuffix("同志").removesuffix("的故事")
    ends = (bare[-length:] for length in LENGTHS if len(bare) > length)
    return next((end for end in ends if all(map(is_han, end)) and text.count(end) >= OFTEN), "")
