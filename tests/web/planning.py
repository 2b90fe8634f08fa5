"""A small bulletin without pictures as the site plans it: its catalogue and its views, nothing built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.issue.archive import load
from plugins.issue.editions import archive_for
from plugins.issue.record import Edition
from plugins.tagging.record import Tag, Tagged
from plugins.toc.outline import outline
from plugins.web.addresses import Addresses
from plugins.web.article_pages import article_page, page
from plugins.web.catalogue import Catalogue
from plugins.web.home import home
from plugins.web.indexes.indexes import indexes
from plugins.web.issue_pages import issue_page
from plugins.web.pages import read_pages
from plugins.web.pictures.pictures import PictureStore
from plugins.web.views import View
from tests.desk import Desk

ADDRESS = "https://huanjing.example"
PUBLICATION = f"""name = "清江环境"
english_name = "QINGJIANG"
sponsor = "清江省生态环境厅"
supervisor = "清江省人民政府"
site_address = "{ADDRESS}"
site_description = "月刊。"
site_code = "3300000018"
phone = "0000-0000018"
"""
OFFICIAL = {
    "标题": "关于加强饮用水水源保护的通知",
    "体裁": "公文",
    "发文机关": "清江省生态环境厅",
    "发文字号": "清环发〔2020〕1号",
    "成文日期": "2020年2月3日",
}


def bulletin(content: Path) -> Desk:
    """Two issues with an article of every kind of statement, and a page."""
    desk = Desk(content)
    desk.write("publication.toml", PUBLICATION)
    desk.article(
        "2020-02/a",
        "一江清水向东流，两岸人家年年岁岁看着它。\n",
        标题="一江清水",
        副题="清江治理纪实",
        体裁="通讯",
        作者="李小满",
        责编="王莹",
        标签="水污染防治、河长制",
    )
    desk.article("2020-02/b", **OFFICIAL)
    desk.article("2020-02/c", 标题="甲市清理河道", 体裁="资讯", 供稿="甲市生态环境局")
    desk.article("2020-02/d", 标题="潮汐密令", 公开="否")
    desk.article("2020-01/e", 标题="开年第一篇", 体裁="评论", 日期="2020-01-22", 来源="新华社")
    sections = {"特别关注": ["a", "d"], "政策文件": ["b"], "环境资讯": ["c"]}
    desk.issue("2020-02", sections)
    desk.issue("2020-01", {"特别关注": ["e"]})
    desk.write("pages/关于本刊.md", "---\n标题: 关于《清江环境》\n---\n\n每月20日出版。\n")
    return desk


def own_tags(headline: str, text: str, own: tuple[str, ...]) -> Tagged:
    """The tags an editor gave, and no others."""
    return Tagged(tuple(Tag(name, name, "editor") for name in own))


def catalogue_of(
    desk: Desk, *, edition: Edition = "public", address: str | None = None
) -> Catalogue:
    """The catalogue of an edition; ``address`` in place of the site's own."""
    archive, _ = load(desk.content, outline, own_tags)
    if address is not None:
        publication = replace(archive.publication, site_address=address)
        archive = replace(archive, publication=publication)
    pages, _ = read_pages(desk.content, outline, archive)
    store = PictureStore(desk.content, desk.content.parent / "cache")
    where = Addresses(archive.publication.site_address, relative=False)
    return Catalogue(archive_for(archive, edition), pages, store, where)


def listed(catalogue: Catalogue) -> list[View]:
    """Every view of a page that lists."""
    return [view for part in indexes(catalogue) for view in part.views()]


def views_of(catalogue: Catalogue) -> dict[str, View]:
    """Every view of a site, by its path."""
    issues = catalogue.archive.issues
    made: Iterable[View] = (
        home(catalogue),
        *(issue_page(issue, catalogue) for issue in issues),
        *listed(catalogue),
        *(article_page(each, issue, catalogue) for issue in issues for each in issue.articles),
        *(page(text, catalogue) for text in catalogue.pages),
    )
    return {view.path: view for view in made}
