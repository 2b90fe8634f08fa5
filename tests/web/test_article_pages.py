"""What stands on the page of an article, kind by kind."""

from __future__ import annotations

import re
import zlib

import pytest

from plugins.toc.record import Entry
from plugins.web.article_pages import BREAK, outline
from tests.web.conftest import Built

HOST = "https://huanjing.qingjiang.example/"


def test_official_facts_as_on_government_sites(site: Built) -> None:
    page = site.page("2020-02/gongwen.html")
    rows = [(row.dt.get_text(), row.dd.get_text()) for row in page.select(".official > div")]
    assert rows[:6] == [
        ("标题", "关于印发清江省权力清单的通知"),
        ("发文机关", "清江省生态环境厅"),
        ("发文字号", "清环发〔2020〕1号"),
        ("成文日期", "2020年2月3日"),
        ("公布日期", "2020年2月20日"),
        ("公开属性", "主动公开"),
    ]


def test_other_kinds_have_no_official_facts(site: Built) -> None:
    assert not site.page("2020-02/yi-jiang.html").select(".official")


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("岚江省2020年 打好攻坚战", "岚江省2020年打好攻坚战"),
        ("关于\u3000印发", "关于印发"),
        ("Clean Air 行动", "Clean Air行动"),
        ("PM2.5 O3", "PM2.5 O3"),
    ],
)
def test_breaks_of_a_headline_are_no_part_of_a_title(headline: str, expected: str) -> None:
    assert BREAK.sub("", headline) == expected


@pytest.mark.parametrize("edition", ["site", "published", "internal"])
def test_public_articles_show_their_permanent_address_and_its_code(
    edition: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(edition)
    page = built.page("2020-02/yi-jiang.html")
    assert page.select_one("#address").get_text() == f"{HOST}2020-02/yi-jiang.html"
    assert len(page.select("svg#qr path")) == 1
    assert page.select_one(".share-panel use")["href"] == "#qr"


def test_what_has_no_permanent_address_has_no_code(internal: Built) -> None:
    page = internal.page("2020-02/mi-gao.html")
    assert not page.select("#address, #qr, .share")
    assert page.select("[data-copy=link]")


def test_the_code_is_light(published: Built) -> None:
    html = (published.root / "2020-02/yi-jiang.html").read_text("utf-8")
    code = re.search(r"<svg[^>]*\bid=.?qr\b.*?</svg>", html)
    assert code
    assert len(zlib.compress(code[0].encode(), 9)) <= 1_500


def test_tools_that_need_a_script_say_so(site: Built) -> None:
    page = site.page("2020-02/yi-jiang.html")
    lost = [
        button
        for button in page.select("button")
        if not button.find_parent(class_="by-script")
        and "by-script" not in button["class"]
        and not button.has_attr("hidden")
    ]
    assert page.select("button")
    assert lost == []


@pytest.mark.parametrize(
    "path", ["2020-02/yi-jiang.html", "2020-02/gongwen.html", "2020-02/duanxun-1.html"]
)
def test_related_articles_are_others(site: Built, path: str) -> None:
    page = site.page(path)
    links = [link["href"].split("/")[-1] for link in page.select(".related-headline a")]
    assert len(links) == len(set(links))
    assert path.split("/")[-1] not in links


def _entries(*levels: int) -> list[Entry]:
    return [Entry(level, f"a-{n}", "", f"第{n}") for n, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "kept"),
    [((), 0), ((2, 2), 0), ((2, 2, 2), 3), ((2, 3, 4), 0), ((2, 3, 4, 3), 3), ((3, 4, 5, 4), 3)],
)
def test_an_outline_has_two_ranks_and_three_heads(levels: tuple[int, ...], kept: int) -> None:
    assert len(outline(_entries(*levels))) == kept
