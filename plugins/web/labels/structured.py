"""Structured data (https://schema.org) as JSON-LD: what a page is about, told to machines.

One graph a page. The bulletin is a Periodical, its publisher a GovernmentOrganization, an issue a
PublicationIssue, an article a NewsArticle, a policy text with a document number Legislation; every
page but the front page has its trail as BreadcrumbList.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.citation import spans
from plugins.issue.record import Publication
from plugins.web import addresses
from plugins.web.addresses import Addresses
from plugins.web.indexes.index_views import SearchView
from plugins.web.indexes.people import is_person
from plugins.web.times import instant
from plugins.web.views import (
    ArticleView,
    Card,
    HomeView,
    IssueCard,
    IssueView,
    LostView,
    PageView,
    View,
)

Node = dict[str, Any]
LANGUAGE = "zh-CN"
#: 文种: 党政机关公文处理工作条例 (中办发〔2012〕14号) 第八条; the last word of a title names it.
DOCUMENT_TYPES = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复",
    "议案", "函", "纪要", "办法", "规定", "条例", "方案", "规划", "细则",
)  # fmt: skip
REGION = re.compile(r"^.{2,9}?(?:特别行政区|自治区|自治州|省|市|盟|州|县|旗|区)")
#: Characters that could end the script element or a line of it, as JSON writes them otherwise.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def structured(
    view: View,
    publication: Publication,
    where: Addresses,
    image: str = "",
    folios: Iterable[int] = (),
) -> str:
    """JSON for a ``<script type="application/ld+json">``, safe inside the element; "" for none.

    There is none on the page of a lost reader, and none while the site's address is not known: a
    statement about a page needs the name of the page. ``image`` is the path of the page's social
    card, ``folios`` are the printed pages of an article, as far as they are known.
    """
    if isinstance(view, LostView) or not where.site_address:
        return ""
    says = _Said(publication, where, image, tuple(sorted(folios)))
    nodes = [*_about(view, says), *([_trail(view, says)] if view.trail else [])]
    graph = {"@context": "https://schema.org", "@graph": _known(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.translate(ESCAPES)


class _Said:
    """What every statement of a page stands on: the bulletin and its addresses."""

    def __init__(
        self, publication: Publication, where: Addresses, image: str, folios: tuple[int, ...]
    ) -> None:
        self.publication = publication
        self.where = where
        self.image = where.absolute(image) if image else ""
        self.folios = folios
        self.periodical_id = f"{where.absolute(addresses.HOME)}#periodical"
        self.site_id = f"{where.absolute(addresses.HOME)}#website"
        self.publisher_id = f"{where.absolute(addresses.HOME)}#publisher"

    def reference(self, kind: str, id_: str, name: str) -> Node:
        """A thing that the front page describes in full."""
        return {"@type": kind, "@id": id_, "name": name}

    @property
    def publisher(self) -> Node:
        """Who publishes."""
        name = self.publication.sponsor or self.publication.editor or self.publication.name
        return self.reference("GovernmentOrganization", self.publisher_id, name)

    @property
    def periodical(self) -> Node:
        """The bulletin."""
        return self.reference("Periodical", self.periodical_id, self.publication.name)

    @property
    def site(self) -> Node:
        """The website."""
        return self.reference("WebSite", self.site_id, self.publication.name)

    def issue(self, card: IssueCard) -> Node:
        """An issue, in few words."""
        return {
            "@type": "PublicationIssue",
            "@id": f"{self.where.absolute(card.path)}#issue",
            "name": f"《{card.nameplate}》{card.name}",
            "issueNumber": str(card.number),
            "datePublished": card.published.isoformat(),
            "isPartOf": self.periodical,
        }


@singledispatch
def _about(view: View, says: _Said) -> list[Node]:
    """Pages that list."""
    return [_page("CollectionPage", view, says)]


@_about.register(PageView)
@_about.register(SearchView)
def _(view: View, says: _Said) -> list[Node]:
    return [_page("WebPage", view, says)]


@_about.register
def _(view: HomeView, says: _Said) -> list[Node]:
    publication, address = says.publication, says.where.absolute(addresses.HOME)
    return [
        {
            **says.publisher,
            "address": publication.address,
            "telephone": publication.phone,
            "email": publication.email,
            "parentOrganization": _body(publication.supervisor)
            if publication.supervisor != publication.sponsor
            else None,
        },
        {
            **says.site,
            "url": address,
            "description": publication.site_description,
            "inLanguage": LANGUAGE,
            "publisher": {"@id": says.publisher_id},
        },
        {
            **says.periodical,
            "alternateName": publication.english_name,
            "url": address,
            "description": publication.site_description,
            "inLanguage": LANGUAGE,
            "image": says.image,
            "publisher": {"@id": says.publisher_id},
        },
    ]


@_about.register
def _(view: IssueView, says: _Said) -> list[Node]:
    card = view.issue
    return [
        {
            **says.issue(card),
            "alternateName": f"总第{card.whole_number}期" if card.whole_number else "",
            "url": says.where.absolute(card.path),
            "description": view.description,
            "inLanguage": LANGUAGE,
            "image": says.image,
            "publisher": says.publisher,
            "hasPart": [_part(each, says) for section in view.sections for each in section.cards],
        }
    ]


@_about.register
def _(view: ArticleView, says: _Said) -> list[Node]:
    article = view.article
    if article.kind is Kind.OFFICIAL and article.document_number:
        return [{**_legislation(article), **_work(view, says)}]
    kind = "OpinionNewsArticle" if article.kind is Kind.EDITORIAL else "NewsArticle"
    return [{"@type": kind, **_work(view, says)}]


def _work(view: ArticleView, says: _Said) -> Node:
    """What is said of every article, whatever it is."""
    article, address = view.article, says.where.absolute(view.path)
    first = says.folios[0] if says.folios else view.card.folio
    return {
        "@id": f"{address}#article",
        "headline": article.headline,
        "alternativeHeadline": "——".join(filter(None, (article.kicker, article.deck))),
        "description": view.description,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": instant(view.card.day),
        "inLanguage": LANGUAGE,
        "author": [_author(name) for name in article.bylines or article.contributors],
        "publisher": says.publisher,
        "isPartOf": says.issue(view.issue),
        "articleSection": view.card.label.name,
        "pageStart": str(first) if first else "",
        "pageEnd": str(says.folios[-1]) if says.folios else "",
        "pagination": spans(says.folios),
        "keywords": [tag.label for tag in view.tags],
        "wordCount": article.length,
        "image": _images(view, says),
    }


def _legislation(article: Article) -> Node:
    """What only a policy text has; its title names its type (文种), its issuing body the region."""
    title = article.headline.rstrip("）)")
    region = REGION.match(article.issuing_body)
    return {
        "@type": "Legislation",
        "name": article.title,
        "legislationIdentifier": article.document_number,
        "legislationDate": article.signed_on.isoformat() if article.signed_on else "",
        "legislationPassedBy": _body(article.issuing_body),
        "legislationType": next((each for each in DOCUMENT_TYPES if title.endswith(each)), ""),
        "legislationJurisdiction": _place(region[0]) if region else None,
    }


def _images(view: ArticleView, says: _Said) -> list[str]:
    """The article's own picture, then its social card."""
    own = view.card.picture
    pictures = [says.where.absolute(own.largest.path)] if own else []
    return [*pictures, *([says.image] if says.image else [])]


def _part(card: Card, says: _Said) -> Node:
    """An article in the contents of its issue."""
    address = says.where.absolute(card.path)
    return {
        "@type": "Legislation" if card.document_number else "NewsArticle",
        "@id": f"{address}#article",
        "headline": card.headline,
        "url": address,
        "pageStart": str(card.folio) if card.folio else "",
    }


def _page(kind: str, view: View, says: _Said) -> Node:
    address = says.where.absolute(view.path)
    return {
        "@type": kind,
        "@id": f"{address}#page",
        "name": view.title,
        "description": view.description,
        "url": address,
        "inLanguage": LANGUAGE,
        "isPartOf": says.site,
    }


def _trail(view: View, says: _Said) -> Node:
    """当前位置; its last step is the page itself, by its own title."""
    steps = [("首页", addresses.HOME), *((place.label, place.path) for place in view.trail[:-1])]
    rows = [*steps, (view.title, view.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": says.where.absolute(path)}
            for n, (name, path) in enumerate(rows, start=1)
        ],
    }


def _author(name: str) -> Node:
    return {"@type": "Person" if is_person(name) else "Organization", "name": name}


def _body(name: str) -> Node | None:
    return {"@type": "GovernmentOrganization", "name": name} if name else None


def _place(name: str) -> Node:
    return {"@type": "AdministrativeArea", "name": name}


def _known(value: Any) -> Any:
    """The same without what is not known: empty texts, lists, zero and None."""
    if isinstance(value, dict):
        return {key: _known(each) for key, each in value.items() if each}
    return [_known(each) for each in value] if isinstance(value, list) else value
