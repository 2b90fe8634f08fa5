"""The parts of a site: what each page is made from, told cheaply, and how to make it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.article.record import Article
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Issue
from plugins.web import addresses
from plugins.web.article_pages import article_page, page
from plugins.web.home import home
from plugins.web.indexes.indexes import indexes
from plugins.web.indexes.related import related
from plugins.web.issue_pages import issue_page
from plugins.web.renewal.fingerprint import digest
from plugins.web.renewal.part import Part, Signature
from plugins.web.site import Site
from plugins.web.views import Card, View


def parts(site: Site) -> Iterator[Part]:
    """All of them: the front page, issues, lists, then the texts, in the order of the site."""
    catalogue = site.catalogue
    front = home(catalogue)
    yield Part(front.path, catalogue.prints.of(front), lambda: [front])
    for place, issue in enumerate(site.archive.issues):
        yield _issue_part(issue, place, site)
    yield from indexes(catalogue, site.extras)
    for issue in site.archive.issues:
        yield from _article_parts(issue, site)
    for text in site.pages:
        yield _page_part(text, site)


def _page_part(text: Article, site: Site) -> Part:
    pictures = [site.store.picture(text.issue_key, each.src) for each in text.pictures]
    version = text.version or site.catalogue.prints.of(text)
    signature = site.catalogue.prints.of(
        version, pictures, _links(text, site), site.catalogue.newest
    )
    path = addresses.text(addresses.PAGES, text.stem)
    return Part(path, signature, partial(_page_views, text, site), text.path)


def _issue_part(issue: Issue, place: int, site: Site) -> Part:
    catalogue, pdf = site.catalogue, site.issue_pdfs.get(issue.key)
    beside = site.archive.issues[max(0, place - 1) : place + 2]
    sections = [(each.title, each.editors_note, len(each.articles)) for each in issue.sections]
    signature = digest(
        catalogue.shelves[issue.key].facts,
        catalogue.prints.of(issue.plates, issue.cover, sections, _file_state(pdf)),
        catalogue.rows(issue.articles),
        *(catalogue.prints.record(catalogue.issues[each.key]) for each in beside),
    )
    return Part(addresses.issue(issue.key), signature, lambda: [issue_page(issue, catalogue, pdf)])


def _article_parts(issue: Issue, site: Site) -> Iterator[Part]:
    """The pages of the articles of an issue."""
    shelf = site.catalogue.shelves[issue.key]
    record = site.catalogue.prints.record
    own = site.kept_signatures(issue, _own_signatures)
    for article, signature in zip(issue.articles, own, strict=True):
        akin = related(article, site.catalogue) if "related" in site.extras else ()
        enclosure = site.enclosures.get((issue.key, article.stem))
        cited = site.catalogue.facets.links(article)
        lonely = [tag.label for tag in site.catalogue.tags_of(article) if not tag.path]
        if akin or enclosure or article.links or cited or lonely:
            told = site.catalogue.prints.of(
                _file_state(enclosure), _links(article, site), cited, lonely
            )
            signature = digest(signature, told, *map(record, akin))
        views = partial(_article_views, article, issue, akin, site)
        yield Part(shelf.cards[article.stem].path, signature, views, article.path)


def _own_signatures(issue: Issue, site: Site) -> tuple[Signature, ...]:
    """For each article of an issue: what its page shows of itself, its neighbours and its issue."""
    catalogue = site.catalogue
    shelf = catalogue.shelves[issue.key]
    rows = [shelf.rows[id(article)] for article in issue.articles]
    return tuple(
        digest(
            shelf.facts,
            b"".join(rows[max(0, place - 1) : place + 2]),
            catalogue.prints.of(
                place,
                article.version or article,
                issue.folios.get(article.stem, 0),
                [site.store.picture(issue.key, each.src) for each in article.pictures],
            ),
        )
        for place, article in enumerate(issue.articles)
    )


def _links(text: Article, site: Site) -> list[bool]:
    """Which links of a text lead to a page of this edition."""
    return [bool(site.catalogue.text_path(each.issue_key, each.stem)) for each in text.links]


def _file_state(enclosure: Enclosure | None) -> tuple[object, ...]:
    """What a page says of a PDF, and whether it is the same file."""
    if enclosure is None:
        return ()
    stat = enclosure.file.stat()
    return enclosure.stem, enclosure.folios, stat.st_size, stat.st_mtime_ns


def _article_views(
    article: Article, issue: Issue, chosen: tuple[Card, ...], site: Site
) -> Iterator[View]:
    enclosure = site.enclosures.get((issue.key, article.stem))
    yield article_page(
        article, issue, site.catalogue, enclosure, chosen, with_code="qr" in site.extras
    )


def _page_views(text: Article, site: Site) -> Iterator[View]:
    yield page(text, site.catalogue)
