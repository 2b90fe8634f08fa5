"""Names that would share one address on the site (W101)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue.record import Archive, Issue
from plugins.web import addresses
from plugins.web.indexes.people import contributors, signatures

#: Path of the file that names it first, and its address.
Place = tuple[str, str]

REGISTER = "请给其中一个登记另外的 slug"
SPELL = "如果是同一个，请统一写法；不是同一个，请把其中一个写得有所区别"


class Names(NamedTuple):
    """Names that stand in one issue: tags with their slugs, units and persons with the first manuscript of each."""

    tags: Mapping[str, str]
    units: Mapping[str, str]
    people: Mapping[str, str]


def names(issue: Issue) -> Names:
    """The names that stand in an issue."""
    articles = issue.articles
    tags = {tag.name: tag.slug for article in articles for tag in article.tags}
    return Names(tags, _first(articles, contributors), _first(articles, signatures))


def collisions(
    archive: Archive, content: str, found: Sequence[Names] | None = None
) -> Iterator[Finding]:
    """Tags, sections, units and persons whose names lead to the same page.

    ``archive``: of one edition; ``content``: the name of the content folder, for the findings; ``found``: the
    names of its issues, None: to be looked for now.
    """
    found = list(map(names, archive.issues)) if found is None else found
    vocabulary, register = f"{content}/style/标签词表.toml", f"{content}/sections.toml"
    tags = {
        name: (vocabulary, addresses.tag(slug)) for name, slug in _all(each.tags for each in found)
    }
    sections = {s.name: (register, addresses.section(s.slug)) for s in archive.sections}
    units = _all(each.units for each in found)
    people = _all(each.people for each in found)
    yield from _shared("标签", tags, REGISTER)
    yield from _shared("栏目", sections, REGISTER)
    yield from _shared("供稿单位", _placed(units, content, addresses.unit), SPELL)
    yield from _shared("作者", _placed(people, content, addresses.author), SPELL)


def _first(
    articles: Iterable[Article], named: Callable[[Article], Iterable[str]]
) -> Mapping[str, str]:
    """Each name with the first manuscript that has it."""
    first: dict[str, str] = {}
    for article in articles:
        for name in named(article):
            first.setdefault(name, article.path)
    return first


def _all(found: Iterable[Mapping[str, str]]) -> Iterable[tuple[str, str]]:
    """Each name of several issues with what the first of them says."""
    first: dict[str, str] = {}
    for each in found:
        for name, told in each.items():
            first.setdefault(name, told)
    return first.items()


def _placed(
    named: Iterable[tuple[str, str]], content: str, address: Callable[[str], str]
) -> Mapping[str, Place]:
    return {name: (f"{content}/{path}", address(name)) for name, path in named}


def _shared(what: str, named: Mapping[str, Place], advice: str) -> Iterator[Finding]:
    """Each pair of names with one address, told once; capitals and small letters are one address."""
    seen: dict[str, str] = {}
    for name, (path, address) in named.items():
        other = seen.setdefault(address.casefold(), name)
        if other != name:
            message = f"{what}“{other}”和“{name}”在网站上是同一个网址，{advice}"
            yield Finding(path, 0, 0, "W101", "error", message)
