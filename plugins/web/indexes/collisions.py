"""Names that would share one address on the site (W101)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.article.finding import Finding
from plugins.issue.record import Archive
from plugins.web import addresses
from plugins.web.indexes.people import contributors, signatures

#: (path of the file that says so, name, its address)
Named = tuple[str, str, str]

REGISTER = "请给其中一个登记另外的 slug"
SPELL = "如果是同一个，请统一写法；不是同一个，请把其中一个写得有所区别"


def collisions(archive: Archive, content: str) -> Iterator[Finding]:
    """Tags, sections, units and persons whose names lead to the same page.

    ``archive``: of one edition; ``content``: the name of the content folder, for the findings.
    """
    articles = [article for issue in archive.issues for article in issue.articles]
    vocabulary, register = f"{content}/style/标签词表.toml", f"{content}/sections.toml"
    tags = ((vocabulary, tag.name, addresses.tag(tag.slug)) for a in articles for tag in a.tags)
    sections = ((register, s.name, addresses.section(s.slug)) for s in archive.sections)
    units = (
        (f"{content}/{a.path}", name, addresses.unit(name))
        for a in articles
        for name in contributors(a)
    )
    people = (
        (f"{content}/{a.path}", name, addresses.author(name))
        for a in articles
        for name in signatures(a)
    )
    yield from _shared("标签", tags, REGISTER)
    yield from _shared("栏目", sections, REGISTER)
    yield from _shared("供稿单位", units, SPELL)
    yield from _shared("作者", people, SPELL)


def _shared(what: str, named: Iterable[Named], advice: str) -> Iterator[Finding]:
    """Each pair of names with one address, told once; capitals and small letters are one address."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for path, name, address in named:
        other = seen.setdefault(address.casefold(), name)
        if other != name and name not in told:
            told.add(name)
            message = f"{what}“{other}”和“{name}”在网站上是同一个网址，{advice}"
            yield Finding(path, 0, 0, "W101", "error", message)
