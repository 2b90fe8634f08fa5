"""The page of an article, and of a text of content/pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import partial

from markupsafe import Markup

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.citation import citation, spans
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Issue
from plugins.toc.record import Entry
from plugins.web import addresses, body
from plugins.web.catalogue import Catalogue, day_of
from plugins.web.citation import printed_in
from plugins.web.downloads import article_pdf
from plugins.web.indexes.cited_links import with_links
from plugins.web.indexes.related import related
from plugins.web.pictures.picture_markup import BODY_SIZES, PHOTO_SIZES
from plugins.web.qr import qr
from plugins.web.summary import cut, summary
from plugins.web.times import day
from plugins.web.views import ArticleView, Card, PageView, Place

#: Fewer subheads than this need no outline beside the text.
OUTLINED = 3
DESCRIPTION = 150
#: The editor's places to break a headline; a space between two Latin words is none.
BREAK = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")


def article_page(
    article: Article,
    issue: Issue,
    catalogue: Catalogue,
    enclosure: Enclosure | None = None,
    akin: Iterable[Card] | None = None,
    *,
    with_code: bool = True,
) -> ArticleView:
    """The page of one article. ``enclosure``: its PDF, if it was pressed and not changed since.

    ``akin``: the related articles, None: to be found now; ``with_code``: with a QR code of its address.
    """
    card = catalogue.card(article)
    earlier, later = catalogue.shelves[issue.key].beside[article.stem]
    address = _address(article, card.path, catalogue)
    section = Place(card.label.name, card.label.path)
    return ArticleView(
        path=card.path,
        title=article.title,
        description=summary(article, DESCRIPTION),
        day=day_of(article, issue),
        trail=(catalogue.place_of(issue), section, Place("正文", card.path)),
        article=article,
        card=card,
        issue=catalogue.issues[issue.key],
        body=_body(article, card.path, catalogue),
        outline=outline(article.outline),
        tags=catalogue.tags_of(article),
        facts=_facts(article, day_of(article, issue)),
        printed_in=printed_in(article, issue),
        citation=citation(article, issue, _pages(article, issue, enclosure)),
        download=article_pdf(article, enclosure) if enclosure else None,
        earlier=earlier,
        later=later,
        related=related(article, catalogue) if akin is None else tuple(akin),
        address=address,
        qr=qr(address if with_code else "", "本文网址的二维码"),
    )


def page(text: Article, catalogue: Catalogue) -> PageView:
    """The page of one text of content/pages."""
    path = addresses.text(addresses.PAGES, text.stem)
    return PageView(
        path=path,
        title=text.title,
        description=cut(summary(text), DESCRIPTION),
        trail=(Place(text.title, path),),
        article=text,
        body=_body(text, path, catalogue),
        outline=outline(text.outline),
    )


def outline(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The two upper ranks of an outline; nothing when it is too short to help."""
    made = tuple(entries)
    top = min((entry.level for entry in made), default=2)
    upper = tuple(entry for entry in made if entry.level <= top + 1)
    return upper if len(upper) >= OUTLINED else ()


def _address(article: Article, path: str, catalogue: Catalogue) -> str:
    """The permanent address; none for what only the internal edition has, which lives nowhere for good."""
    known = catalogue.addresses.site_address and article.public
    return catalogue.addresses.absolute(path) if known else ""


def _body(article: Article, path: str, catalogue: Catalogue) -> Markup:
    link = partial(catalogue.addresses.link, page=path)

    def text(folder: str, stem: str) -> str:
        found = catalogue.text_path(folder, stem)
        return link(found) if found else ""

    pictures = partial(catalogue.store.picture, article.issue_key)
    sizes = PHOTO_SIZES if article.kind is Kind.PHOTO else BODY_SIZES
    html = body.for_site(article.body, pictures, text, link, catalogue.broken, sizes)
    return Markup(with_links(html, catalogue.facets.links(article), link))


def _pages(article: Article, issue: Issue, enclosure: Enclosure | None) -> str:
    """The printed pages as far as they are known: all, the first, none."""
    if enclosure:
        return spans(enclosure.folios)
    return str(issue.folios.get(article.stem, ""))


def _facts(article: Article, published: date) -> tuple[tuple[str, str], ...]:
    """What stands at the head of a policy text, as on government sites; other kinds have nothing.

    The elements are those of GB/T 9704-2012, 7.2 and 7.3; 公布日期 is the day on the web.
    """
    if article.kind is not Kind.OFFICIAL:
        return ()
    rows = (
        ("标题", BREAK.sub("", article.title)),
        ("发文机关", article.issuing_body),
        ("发文字号", article.document_number),
        ("成文日期", day(article.signed_on) if article.signed_on else ""),
        ("公布日期", day(published)),
        ("签发人", article.signed_by),
        ("公开属性", article.disclosure),
        ("主题词", "、".join(tag.name for tag in article.tags)),
    )
    return tuple((name, value) for name, value in rows if value)
