"""What each article names: found once for a text and a list of places, remembered between builds."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from plugins.article.gazetteer import Gazetteer, GazetteerError, build
from plugins.article.record import Article
from plugins.article.subjects import subject
from plugins.hanzi.documents import document_numbers, titles
from plugins.web.facts import Facts

GAZETTEER = Path("style", "地名.toml")
#: Raised whenever the finders may find something else: with the list of places the state of remembered facts.
VERSION = "1"


class Mentions(NamedTuple):
    """What one article names. ``titles``: each with the number that stands beside it, "" for none."""

    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    subject: str = ""


class Finder:
    """Finds what articles name. ``cache``: the folder of all caches; None: nothing is remembered."""

    def __init__(self, gazetteer: Gazetteer, cache: Path | None = None) -> None:
        self.gazetteer = gazetteer
        self._facts = (
            Facts(cache / "mentions.json", f"{VERSION} {gazetteer.digest}") if cache else None
        )

    def mentions(self, article: Article) -> Mentions:
        """What an article names: in its headline, its deck, its standfirst and its text."""
        facts = self._facts if article.version else None
        if facts is None:
            return find(article, self.gazetteer)
        known = facts.get(article.version)
        if isinstance(known, list):
            return _read(known)
        found = find(article, self.gazetteer)
        facts.put(article.version, _told(found))
        return found

    def save(self) -> None:
        """Write down what was found, for the next build."""
        if self._facts:
            self._facts.save()


def find(article: Article, gazetteer: Gazetteer) -> Mentions:
    """What an article names, found now."""
    words = (article.kicker, article.title, article.standfirst, article.text)
    text = "\n".join(filter(None, words))
    named = gazetteer.named(text)
    cited = dict.fromkeys((each.title, each.number) for each in titles(text))
    numbers = document_numbers(text)
    return Mentions(named.places, named.units, numbers, tuple(cited), subject(article))


def read_gazetteer(content: Path) -> Gazetteer:
    """The editors' list of places; an empty one when there is no file. Raises `GazetteerError`."""
    file = content / GAZETTEER
    if not file.exists():
        return Gazetteer()
    try:
        return build(tomllib.loads(file.read_text(encoding="utf-8-sig")).get("places", []))
    except ValueError as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(f"地名表写法不对：{error}") from error


def _told(found: Mentions) -> list[str]:
    """Mentions as a list of words: how many of each kind, then all of them."""
    cited = [word for pair in found.titles for word in pair]
    each = (found.places, found.units, found.numbers, cited, (found.subject,))
    return [" ".join(str(len(some)) for some in each), *(word for some in each for word in some)]


def _read(told: list[str]) -> Mentions:
    ends = [1]
    for count in told[0].split():
        ends.append(ends[-1] + int(count))
    places, units, numbers, cited, about = (tuple(told[start:end]) for start, end in pairwise(ends))
    return Mentions(
        places, units, numbers, tuple(zip(cited[::2], cited[1::2], strict=True)), *about
    )
