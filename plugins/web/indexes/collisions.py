"""Names that would share one address on the site (W101)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue.record import Archive
from plugins.web import addresses
from plugins.web.indexes.people import contributors, signatures

#: Path of the file that names it first, and its address.
Place = tuple[str, str]

REGISTER = "请给其中一个登记另外的 slug"
SPELL = "如果是同一个，请统一写法；不是同一个，请把其中一个写得有所区别"


def collisions(archive: Archive, content: str) -> Iterator[Finding]:
    """Tags, sections, units and persons whose names lead to the same page.

    ``archive``: of one edition; ``content``: the name of the content folder, for the findings.
    """
    articles = [article for issue in archive.issues for article in issue.articles]
    vocabulary, register = f"{content}/style/标签词表.toml", f"{content}/sections.toml"
    slugs = {tag.name: tag.slug for a in articles for tag in a.tags}
    tags = {name: (vocabulary, addresses.tag(slug)) for name, slug in slugs.items()}
    sections = {s.name: (register, addresses.section(s.slug)) for s in archive.sections}
    yield from _shared("标签", tags, REGISTER)
    yield from _shared("栏目", sections, REGISTER)
    yield from _shared("供稿单位", _named(articles, contributors, content, addresses.unit), SPELL)
    yield from _shared("作者", _named(articles, signatures, content, addresses.author), SPELL)


def _named(
    articles: Iterable[Article],
    names: Callable[[Article], Iterable[str]],
    content: str,
    address: Callable[[str], str],
) -> Mapping[str, Place]:
    """Each name with the first manuscript that has it, and its address."""
    first: dict[str, str] = {}
    for article in articles:
        for name in names(article):
            first.setdefault(name, article.path)
    return {name: (f"{content}/{path}", address(name)) for name, path in first.items()}


def _shared(what: str, named: Mapping[str, Place], advice: str) -> Iterator[Finding]:
    """Each pair of names with one address, told once; capitals and small letters are one address."""
    seen: dict[str, str] = {}
    for name, (path, address) in named.items():
        other = seen.setdefault(address.casefold(), name)
        if other != name:
            message = f"{what}“{other}”和“{name}”在网站上是同一个网址，{advice}"
            yield Finding(path, 0, 0, "W101", "error", message)
