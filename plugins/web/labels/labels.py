"""The ``<meta>`` labels that government sites carry, each on its kind of page.

After 政府网站发展指引 (国办发〔2017〕47号), 网页设计规范, 网页标签. 网站标签 (SiteName, SiteDomain,
SiteIDCode) stand on every page. 栏目标签 (ColumnName, ColumnDescription, ColumnKeywords, ColumnType) stand on
every page that lists or that is a column of its own. 内容标签 stand on the pages of articles: ArticleTitle,
PubDate and ContentSource always, Keywords, Author, Description, Image and Url when there is something to say.
An article also names its column and the column's type, as ministries do on theirs.

ColumnType is one of 首页, 概况信息, 机构职能, 负责人信息, 工作动态, 政策文件, 信息公开指南, 信息公开目录,
信息公开年报, 依申请公开, 数据发布, 数据开放, 政策解读, 回应关切, 办事服务, 咨询投诉, 征集调查, 在线访谈 …: the
list is open, so what is none of these keeps its own name. The catalogues of a bulletin are not the catalogue
that 政府信息公开条例 asks of a department, hence not 信息公开目录.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import singledispatch
from urllib.parse import urlsplit

from plugins.article.kinds import Kind
from plugins.issue.record import Publication
from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import ListView
from plugins.web.views import ArticleView, HomeView, LostView, PageView, View

Labels = tuple[tuple[str, str], ...]

HOME, ABOUT, CONTENTS = "首页", "概况信息", "刊物目录"
#: Words in the name of a section → its type; the first that is found decides.
TYPES_BY_NAME = (
    ("解读", "政策解读"),
    ("数据", "数据发布"),
    ("访谈", "在线访谈"),
    ("回应", "回应关切"),
    ("问答", "回应关切"),
)
#: What most of its articles are → its type.
TYPES_BY_KIND = {
    Kind.OFFICIAL: "政策文件",
    Kind.NEWS: "工作动态",
    Kind.SHORT_NEWS: "工作动态",
    Kind.FEATURE: "工作动态",
}
#: White space and control characters: a label is one line of plain text.
BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def labels(
    view: View, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    """All labels of a page; ``types`` gives the ColumnType of each section by its name."""
    return site_labels(publication) + plain(_own(view, publication, where, types))


def site_labels(publication: Publication) -> Labels:
    """SiteName, SiteDomain, SiteIDCode: each absent when it is not known."""
    return plain(
        (
            ("SiteName", publication.name),
            ("SiteDomain", urlsplit(publication.site_address).hostname or ""),
            ("SiteIDCode", publication.site_code),
        )
    )


def column_types(catalogue: Catalogue) -> dict[str, str]:
    """The ColumnType of every section that has articles, by its name."""
    return {
        label.name: column_type(label.name, (article.kind for article in articles))
        for label, articles in catalogue.sections.items()
    }


def column_type(name: str, kinds: Iterable[Kind]) -> str:
    """The type of a section, by its name or else by what at least half of its articles are.

    >>> column_type("数据与图解", [Kind.NEWS])
    '数据发布'
    >>> column_type("文件选登", [Kind.OFFICIAL, Kind.INTERVIEW])
    '政策文件'
    >>> column_type("卷首语", [Kind.EDITORIAL])
    '卷首语'
    """
    for word, known in TYPES_BY_NAME:
        if word in name:
            return known
    counted = Counter(TYPES_BY_KIND.get(kind, name) for kind in kinds)
    most, count = counted.most_common(1)[0] if counted else (name, 0)
    return most if count * 2 >= counted.total() else name


def source(article_view: ArticleView) -> str:
    """ContentSource (发布单位或转载来源), which may not be absent: the bulletin if nobody else is named."""
    article = article_view.article
    units = "、".join(article.contributors)
    return article.source or units or article.issuing_body or article_view.issue.nameplate


@singledispatch
def _own(
    view: View, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    """Pages that list, the pages of issues, and whatever pages may come."""
    return _column(view.title, view.description, (view.title, publication.name), CONTENTS)


@_own.register
def _(
    view: LostView, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    return ()


@_own.register
def _(
    view: HomeView, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    sections = tuple(band.label.name for band in view.bands)
    description = publication.site_description
    return _column(publication.name, description, (publication.name, *sections), HOME)


@_own.register
def _(
    view: PageView, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    return _column(view.title, view.description, (view.title, publication.name), ABOUT)


@_own.register
def _(
    view: ListView, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    label = view.label
    words = (view.heading, publication.name)
    if label is None:
        return _column(view.title, view.description, words, CONTENTS)
    described = label.description or view.description
    return _column(label.name, described, words, types.get(label.name, label.name))


@_own.register
def _(
    view: ArticleView, publication: Publication, where: Addresses, types: Mapping[str, str]
) -> Labels:
    card, article = view.card, view.article
    known = where.site_address
    picture = card.picture.largest.path if card.picture else ""
    return (
        ("ColumnName", card.label.name),
        ("ColumnType", types.get(card.label.name, card.label.name)),
        ("ArticleTitle", view.title),
        ("PubDate", f"{card.day.isoformat()} 00:00"),
        ("ContentSource", source(view)),
        ("Keywords", ",".join(tag.label for tag in view.tags)),
        ("Author", "、".join(article.bylines or article.responsible_editors)),
        ("Description", view.description),
        ("Image", where.absolute(picture) if picture and known else ""),
        ("Url", where.absolute(view.path) if known else ""),
    )


def _column(name: str, description: str, words: Iterable[str], kind: str) -> Labels:
    """The four labels of a column; all are asked for, so the name stands in for a description."""
    return (
        ("ColumnName", name),
        ("ColumnDescription", description or name),
        ("ColumnKeywords", ",".join(dict.fromkeys(words))),
        ("ColumnType", kind),
    )


def plain(pairs: Iterable[tuple[str, str]]) -> Labels:
    """What may stand in a ``<meta>``: one line of text each; what says nothing is left out."""
    cleaned = ((name, BLANK.sub(" ", content).strip()) for name, content in pairs)
    return tuple((name, content) for name, content in cleaned if content)
