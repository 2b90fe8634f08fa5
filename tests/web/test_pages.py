"""What stands on the pages of a built site, and that every page is sound."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli
import pytest
from bs4 import BeautifulSoup

from plugins.web.assets import source_hash
from tests.web.conftest import Built, Desk, read_site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
EXPECTED = {
    "index.html", "404.html", "2020/index.html", "issues/index.html", "section/index.html",
    "tag/index.html", "2020-01/index.html", "2020-02/index.html", "2020-01/kainian.html",
    "2020-02/yi-jiang.html", "2020-02/shuju.html", "2020-02/gongwen.html",
    "2020-02/duanxun-1.html", "2020-02/duanxun-2.html", "section/tebie-guanzhu/index.html",
    "section/quanli-qingdan/index.html", "section/huanjing-zixun/index.html",
    "tag/quanli-power/index.html", "tag/quanli-right/index.html", "tag/shui/index.html",
    "pages/关于本刊.html", "pages/投稿须知.html", "2020/sections/index.html", "contents/index.html",
    "documents/index.html", "search/index.html", "sitemap/index.html", "author/index.html",
    "author/李小满/index.html", "author/赵一鸣/index.html", "author/王莹/index.html", "unit/index.html",
    "unit/甲市生态环境局/index.html", "unit/乙市生态环境局/index.html",
}  # fmt: skip


def test_the_pages_are_these_and_no_others(site: Built) -> None:
    suggested = {path for path in site.pages if path.startswith("tag/")}
    assert set(site.pages) - suggested == {p for p in EXPECTED if not p.startswith("tag/")}
    assert suggested >= {path for path in EXPECTED if path.startswith("tag/")}


def test_words_that_sound_alike_have_pages_of_their_own(site: Built) -> None:
    assert "一江清水" in site.page("tag/quanli-power/index.html").main.get_text()
    assert "一江清水" not in site.page("tag/quanli-right/index.html").main.get_text()
    assert "前两月数据" in site.page("tag/quanli-right/index.html").main.get_text()


def test_a_synonym_leads_to_its_preferred_term(site: Built) -> None:
    tags = site.page("2020-02/yi-jiang.html").select(".tags a")
    assert [(tag.get_text(), tag["href"]) for tag in tags] == [
        ("权力", "../tag/quanli-power/index.html"),
        ("水污染防治", "../tag/shui/index.html"),
    ]


@pytest.mark.parametrize("edition", ["site", "published", "internal"])
def test_every_link_anchor_and_file_exists(edition: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(edition)
    lost = [
        f"{path}: {href}"
        for path, page in built.pages.items()
        for href in _addresses(page)
        if not _exists(built, path, href)
    ]
    assert not lost


def _addresses(page) -> list[str]:  # type: ignore[no-untyped-def]
    found = [element["href"] for element in page.select("[href]")]
    found += [element["src"] for element in page.select("[src]")]
    for element in page.select("[srcset]"):
        found += [part.split()[0] for part in element["srcset"].split(", ")]
    return [each for each in found if not each.startswith(("https://", "mailto:"))]


def _exists(built: Built, path: str, href: str) -> bool:
    parts = urlsplit(href)
    folder = built.root if href.startswith("/") else (built.root / path).parent
    target = folder / unquote(parts.path).lstrip("/") if parts.path else built.root / path
    file = (target / "index.html" if target.is_dir() else target).resolve()
    if not file.is_file():
        return False
    if not parts.fragment:
        return True
    page = built.page(file.relative_to(built.root.resolve()).as_posix())
    return page.find(id=parts.fragment) is not None


def test_one_h1_a_page_headings_in_order_no_id_twice(internal: Built) -> None:
    for path, page in internal.pages.items():
        headings = page.select("h1, h2, h3, h4, h5, h6, [role=heading]")
        levels = [int(each.get("aria-level") or each.name[1]) for each in headings]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_no_inline_style_or_script_and_no_other_host(published: Built) -> None:
    for path, page in published.pages.items():
        assert not page.select("[style], style, iframe"), path
        inline = [each for each in page.select("script:not([src])") if not each.get("type")]
        policy = page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
        assert [source_hash(each.string) for each in inline] == re.findall(
            r"'sha256-[^']+'", policy
        )
        data = page.select("script[type]")  # a data block is no script to the policy
        assert {each["type"] for each in data} <= {"application/ld+json"}, path
        assert "unsafe" not in policy
        loaded = [each.get("src") or each.get("href") for each in page.select("[src], link[href]")]
        hosts = {urlsplit(address).netloc for address in loaded}
        assert hosts <= {"", "huanjing.qingjiang.example"}, path


def test_titles_and_descriptions_differ(site: Built) -> None:
    titles = [page.title.get_text() for page in site.pages.values()]
    assert len(titles) == len(set(titles))
    assert site.page("index.html").title.get_text() == "清江环境_清江省生态环境厅"
    assert "一江清水 两岸人家——清江治理纪实_清江环境" in titles


def test_government_labels(site: Built) -> None:
    page = site.page("2020-02/yi-jiang.html")
    labels = {meta["name"]: meta["content"] for meta in page.select("meta[name]")}
    assert labels["SiteName"] == "清江环境"
    assert labels["ArticleTitle"] == "一江清水 两岸人家——清江治理纪实"
    assert labels["PubDate"] == "2020-02-20 00:00"
    assert labels["ContentSource"] == "清江环境"
    assert labels["ColumnName"] == "特别关注"


def test_the_web_date_wins_over_the_issue(site: Built) -> None:
    time = site.page("2020-01/kainian.html").select_one(".text-facts time")
    assert time["datetime"] == "2020-01-22"


def test_canonical_only_where_the_address_is_known(site: Built, published: Built) -> None:
    assert not site.page("2020-02/index.html").select("link[rel=canonical]")
    link = published.page("2020-02/index.html").select_one("link[rel=canonical]")
    assert link["href"] == "https://huanjing.qingjiang.example/2020-02/"


def test_official_document(site: Built) -> None:
    page = site.page("2020-02/gongwen.html")
    rows = {row.dt.get_text(): row.dd.get_text() for row in page.select(".official > div")}
    assert rows["发文字号"] == "清环发〔2020〕1号"
    assert rows["成文日期"] == "2020年2月3日"
    assert page.select_one(".body .addressee").get_text() == "各市生态环境局："
    assert page.select_one(".body .signature").get_text() == "清江省生态环境厅"
    assert page.select_one(".body .signed-on").get_text() == "2020年2月3日"
    links = [link["href"] for link in page.select(".outline a")]
    assert links == ["#gongwen-ccde65", "#gongwen-8cfc8a", "#gongwen-42983f", "#gongwen-5f742b"]


def test_where_it_stood_in_print(own_desk: Desk) -> None:
    pages = read_site(own_desk.build()).pages
    assert pages["2020-02/yi-jiang.html"].select_one(".printed-in").get_text() == (
        "刊于《清江环境》2020年第2期"
    )
    folios = "[pages]\nyi-jiang = 52\nmi-gao = 53\n"
    (own_desk.content / "2020-02" / "folios.toml").write_text(folios, "utf-8")
    pages = read_site(own_desk.build()).pages
    article = pages["2020-02/yi-jiang.html"]
    assert article.select_one(".printed-in").get_text() == "刊于《清江环境》2020年第2期第52页"
    assert article.select_one(".citation span").get_text() == (
        "李小满, 赵一鸣. 一江清水 两岸人家——清江治理纪实[J]. 清江环境, 2020(2): 52."
    )
    assert "第52页" in pages["2020-02/index.html"].select_one(".contents").get_text()


def test_neighbours_in_printed_order(site: Built) -> None:
    page = site.page("2020-02/shuju.html")
    assert page.select_one("a[rel=prev]")["href"].endswith("yi-jiang.html")
    assert page.select_one("a[rel=next]")["href"].endswith("gongwen.html")
    assert not site.page("2020-02/yi-jiang.html").select("a[rel=prev]")


def test_feed(published: Built) -> None:
    root = ET.parse(published.root / "feeds/all.atom.xml").getroot()
    entries = root.findall("a:entry", ATOM)
    assert [entry.findtext("a:title", namespaces=ATOM) for entry in entries] == [
        "一江清水 两岸人家——清江治理纪实", "前两月数据", "关于印发清江省权力清单的通知",
        "甲市清理河道", "乙市植树", "开年第一篇",
    ]  # fmt: skip
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert ids[0] == "https://huanjing.qingjiang.example/2020-02/yi-jiang.html"
    assert root.findtext("a:updated", namespaces=ATOM) == "2020-02-20T00:00:00+08:00"


def test_sitemap_has_every_page_but_404(published: Built) -> None:
    root = ET.parse(published.root / "sitemap.xml").getroot()
    listed = {unquote(loc.text or "") for loc in root.iter() if loc.tag.endswith("loc")}
    host = "https://huanjing.qingjiang.example/"
    pages = {host + path.removesuffix("index.html") for path in published.pages}
    assert listed == pages - {host + "404.html"}


def test_one_address_leads_to_the_newest_issue(site: Built, published: Built) -> None:
    """So that the menu of older pages need not change with each issue."""
    for built, menu, target in (
        (site, "latest.html", "2020-02/index.html"),
        (published, "/latest.html", "/2020-02/"),
    ):
        link = built.page("index.html").find("a", string="本期")
        assert link["href"] == menu
        post = BeautifulSoup((built.root / "latest.html").read_text("utf-8"), "lxml")
        assert post.select_one("meta[http-equiv=refresh]")["content"] == f"0; url={target}"
        assert post.main.a["href"] == target


def test_originals_are_not_published(site: Built, shared_desk: Desk) -> None:
    originals = {file.read_bytes() for file in (shared_desk.content).rglob("photos/*")}
    copies = {file.read_bytes() for file in (site.root / "media").rglob("*.*")}
    assert copies
    assert not originals & copies


def test_pages_stay_light(published: Built) -> None:
    sheet: Path = next((published.root / "theme").glob("*.css"))
    assert len(brotli.compress(sheet.read_bytes())) < 12_500
