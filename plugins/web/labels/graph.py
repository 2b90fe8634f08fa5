"""Open Graph (https://ogp.me): what a shared link shows."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.issue.record import Publication
from plugins.web.addresses import Addresses
from plugins.web.labels.labels import plain
from plugins.web.times import instant
from plugins.web.views import ArticleView, LostView, View

Properties = tuple[tuple[str, str], ...]
#: Size of a social card in px (plugins/web/cards/cards.py draws it).
CARD_WIDTH, CARD_HEIGHT = 1200, 630


def properties(
    view: View, publication: Publication, where: Addresses, image: str = ""
) -> Properties:
    """The properties of a page, in order; ``image`` is the path of its social card, "" for none.

    Address and picture are left out while the site's address is not known: they must be absolute.
    """
    found = (*_page(view, publication, where), *_image(view, publication, where, image))
    return plain((*found, *_article(view)))


def _page(view: View, publication: Publication, where: Addresses) -> Properties:
    return (
        ("og:type", "article" if isinstance(view, ArticleView) else "website"),
        ("og:site_name", publication.name),
        ("og:title", view.title or publication.name),
        ("og:description", view.description),
        ("og:locale", "zh_CN"),
        ("og:url", where.absolute(view.path) if _has_address(view, where) else ""),
    )


def _has_address(view: View, where: Addresses) -> bool:
    """Whether there is something to share: the page of a lost reader stands at any address."""
    return bool(where.site_address) and not isinstance(view, LostView)


def _image(view: View, publication: Publication, where: Addresses, image: str) -> Properties:
    if not image or not _has_address(view, where):
        return ()
    return (
        ("og:image", where.absolute(image)),
        ("og:image:width", str(CARD_WIDTH)),
        ("og:image:height", str(CARD_HEIGHT)),
        ("og:image:alt", view.title or publication.name),
    )


def _article(view: View) -> Iterator[tuple[str, str]]:
    if not isinstance(view, ArticleView):
        return
    yield "article:published_time", instant(view.card.day)
    yield "article:section", view.card.label.name
    for tag in view.tags:
        yield "article:tag", tag.label
