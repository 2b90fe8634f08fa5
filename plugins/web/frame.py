"""What stands around every page: menu, ways to find an article, registrations at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup
from PIL import Image

from plugins.article.record import Article
from plugins.web import addresses, assets
from plugins.web.assets import Asset
from plugins.web.catalogue import Catalogue
from plugins.web.views import Frame, Mark, Place, SearchFiles

POLICE_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code="
FINDING = (
    Place("查找", addresses.SEARCH),
    Place("往期", addresses.ISSUES),
    Place("全刊总目次", addresses.CONTENTS),
    Place("公文目录", addresses.DOCUMENTS),
    Place("标签", addresses.TAGS),
    Place("作者", addresses.AUTHORS),
    Place("供稿单位", addresses.UNITS),
)
#: The standing pages that every bulletin has come first, in this order.
PAGES_ORDER = ("关于本刊", "投稿须知", "无障碍声明")
#: How many of the standing pages stand in the menu.
IN_MENU = 2


class Furniture:
    """The files of the frame: style, scripts, icon, the mark of a government site."""

    def __init__(self, theme: Path, mark: Path | None, *, with_search: bool = True) -> None:
        """``mark``: its picture; ``with_search``: whether the full text is searched."""
        self.stylesheet = assets.stylesheet(theme)
        self.script = assets.script(theme)
        made = (assets.search_sheet, assets.search_script, assets.marks_script)
        #: The style of what is found, the script of 查找, the one that marks words in an article.
        self.search = tuple(make(theme) for make in made) if with_search else ()
        self.early_script = assets.early_script(theme)
        self.icon = assets.icon(theme)
        self.touch_icon = assets.touch_icon(theme)
        self.favicon = assets.favicon(theme)
        self.mark = _mark(mark) if mark else None

    def assets(self) -> tuple[Asset, ...]:
        """All of them but the early script, which stands in the pages themselves."""
        mark = (self.mark[0],) if self.mark else ()
        icons = (self.icon, self.touch_icon, self.favicon)
        return (self.stylesheet, self.script, *self.search, *icons, *mark)


def frame(catalogue: Catalogue, furniture: Furniture, policy: str, is_internal: bool) -> Frame:
    """The frame of a site."""
    publication = catalogue.archive.publication
    pages = tuple(
        Place(each.stem, addresses.text(addresses.PAGES, each.stem))
        for each in sorted(catalogue.pages, key=order)
    )
    return Frame(
        publication=publication,
        menu=(*_menu(catalogue), *pages[:IN_MENU]),
        sections=tuple(catalogue.sections),
        pages=pages,
        finding=(*FINDING, *_facets(catalogue)),
        government_mark=furniture.mark[1] if furniture.mark else None,
        police_link=POLICE_REGISTER + re.sub(r"\D", "", publication.police_record),
        stylesheet=furniture.stylesheet.path,
        script=furniture.script.path,
        search=SearchFiles(*(each.path for each in furniture.search)) if furniture.search else None,
        early_script=Markup(furniture.early_script),
        icon=furniture.icon.path,
        touch_icon=furniture.touch_icon.path,
        policy=policy,
        is_internal=is_internal,
    )


def _facets(catalogue: Catalogue) -> Iterator[Place]:
    """The indexes of places and of cited documents, when there are any."""
    if catalogue.facets.places:
        yield Place("地名", addresses.PLACES)
    if catalogue.facets.documents:
        yield Place("文件", addresses.CITED)


def order(text: Article) -> tuple[int, str]:
    """The place of a standing page among the others."""
    known = text.stem in PAGES_ORDER
    return (PAGES_ORDER.index(text.stem) if known else len(PAGES_ORDER), text.stem)


def _menu(catalogue: Catalogue) -> Iterator[Place]:
    yield Place("首页", addresses.HOME)
    if catalogue.archive.issues:
        yield Place("本期", addresses.NEWEST)
    yield Place("往期", addresses.ISSUES)
    yield Place("栏目", addresses.SECTIONS)
    yield Place("总目次", addresses.CONTENTS)


def _mark(picture: Path) -> tuple[Asset, Mark]:
    """The mark of a government site as it was given out: it may not be changed, so it is no `Picture`."""
    with Image.open(picture) as opened:
        width, height = opened.size
    asset = assets.named("mark", picture.suffix.lower(), picture.read_bytes())
    return asset, Mark(asset.path, width, height)
