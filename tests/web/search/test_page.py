"""查找 in Debian's Chromium: what is typed, found, filtered, shown; the keyboard; the address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.web.browsing import MARKS, opened, served, until
from tests.web.conftest import PUBLICATION, PUBLISH, SECTIONS, VOCABULARY, Desk

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

FILLER = "各地把工作做细做实，群众看得见。" * 12
ISSUE = """number = {number}
whole_number = {number}
published = {day}
[[sections]]
name = "特别关注"
articles = [{focus}]
[[sections]]
name = "环境资讯"
articles = [{news}]
"""
OLD = {
    "shidi": "标题: 湿地保护条例\n公开: 是\n---\n条例自一月起施行。\n",
    "wenhao": "标题: 一份通知\n体裁: 公文\n发文机关: 清江省生态环境厅\n发文字号: 清环发〔2019〕260号\n成文日期: 2019年12月1日\n公开属性: 主动公开\n公开: 是\n---\n各市要加强领导。\n",
    **{
        f"old-{n:02}": f"标题: 旧闻{n}\n公开: 是\n---\n垃圾分类，居民参与第{n}回。\n"
        for n in range(14)
    },
}
NEW = {
    "laixin": f"标题: 远方来信\n公开: 是\n---\n{FILLER}我去过湿地保护站。\n",
    "guancha": "标题: 冬季观察\n体裁: 通讯\n作者: 欧阳清和\n标签: 治水\n提要: 湿地保护有了新办法。\n公开: 是\n---\n今年的PM2.5低。\n",
    "sanluo": "标题: 散落各处\n公开: 是\n---\n排污口旁，污许二字；许可，可证。\n",
    "fanti": "标题: 來訪\n公开: 是\n---\n電視臺來訪。\n",
    "gongdan": "标题: 供稿一则\n供稿: 丙县生态环境局\n公开: 是\n---\n垃圾分类，丙县先行。\n",
}
FIRST_NEWS = {"old-00", "gongdan"}
BUSY = "document.getElementById('found-list').getAttribute('aria-busy')"
QUERY = "new URLSearchParams(location.search).get('q')"
FOCUSED = "document.activeElement"


def write_issue(content: Path, key: str, number: int, articles: dict[str, str]) -> None:
    folder = content / key
    folder.mkdir(parents=True)
    for stem, text in articles.items():
        (folder / f"{stem}.md").write_text(f"---\n{text}", encoding="utf-8")
    quoted = [f'"{stem}"' for stem in articles]
    news = [stem for stem in quoted if stem.strip('"') in FIRST_NEWS or stem.startswith('"old')]
    focus = [stem for stem in quoted if stem not in news]
    told = ISSUE.format(
        number=number, day=f"{key}-20", focus=", ".join(focus), news=", ".join(news)
    )
    (folder / "issue.toml").write_text(told, encoding="utf-8")


@pytest.fixture(scope="module")
def sought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with an issue in each of two years."""
    place = tmp_path_factory.mktemp("sought")
    content = place / "content"
    write_issue(content, "2019-12", 1, OLD)
    write_issue(content, "2020-01", 2, NEW)
    (content / "style").mkdir()
    (content / "style/标签词表.toml").write_text(VOCABULARY, encoding="utf-8")
    (content / "publication.toml").write_text(PUBLICATION, encoding="utf-8")
    (content / "sections.toml").write_text(SECTIONS, encoding="utf-8")
    with served(Desk(content, place / "www", place / "cache").build(conf=PUBLISH)) as url:
        yield f"{url}search/"


def answered(page: Any, query: str) -> None:
    """Wait until a question has its answer."""
    until(page, f"{QUERY} === {query!r} && {BUSY} === 'false'")


def ask(page: Any, query: str) -> list[str]:
    """Type a query; the headlines that are shown."""
    page.fill(".seek-box", query)
    answered(page, query)
    return headlines(page)


def headlines(page: Any) -> list[str]:
    return list(page.locator(".hit-link").all_inner_texts())


def count(page: Any) -> str:
    return str(page.inner_text("#found-count"))


@pytest.mark.parametrize(
    ("query", "found", "told"),
    [
        ("湿地", ["湿地保护条例", "冬季观察", "远方来信"], "3 篇"),
        ("湿地保护站", ["远方来信"], "1 篇"),
        ("欧阳清和", ["冬季观察"], "1 篇"),
        ("清环发2019 260", ["一份通知"], "1 篇"),
        ("〔2019〕２６０號", ["一份通知"], "1 篇"),
        ("pm2.5", ["冬季观察"], "1 篇"),
        ("濕地保護條例", ["湿地保护条例"], "1 篇"),
        ("电视台来访", ["來訪"], "1 篇"),
        ("電視", ["來訪"], "1 篇"),
        ("“湿地 保护” 办法", ["冬季观察"], "1 篇"),
        ("湿地 欧阳", ["冬季观察"], "1 篇"),
        ("县", ["供稿一则"], "约 1 篇"),
        ("月球背面", [], "没有找到"),
        ("a", [], "再多写一个字才好找"),
        ("，", [], "再多写一个字才好找"),
    ],
)
def test_what_is_found(browser: Any, sought: str, query: str, found: list[str], told: str) -> None:
    with opened(browser, sought) as page:
        assert ask(page, query) == found
        assert count(page) == told


def test_a_row_says_where_it_stood_and_shows_the_words(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        ask(page, "保护站")
        until(page, "document.querySelector('.hit-text mark')")
        facts = page.inner_text(".hit-facts").split()
        assert facts == ["特别关注", "2020年第2期", "2020年1月20日"]
        assert page.inner_text(".hit-text mark") == "保护站"
        assert len(page.inner_text(".hit-text")) < 100
        href = page.get_attribute("a.hit-link", "href")
        assert href.endswith(f"/2020-01/laixin.html#q={quote('保护站')}")


def test_an_article_opens_at_the_words(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        ask(page, "“湿地 保护站”")
        page.click(".hit-link")
        until(page, "document.querySelector('.sought.is-current')")
        assert page.inner_text(".sought") == "湿地保护站"


def test_words_that_stand_apart_are_shown_as_such(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        assert ask(page, "排污许可证") == ["散落各处"]
        assert "没有连在一起的" in page.inner_text("#found-note")
        assert ask(page, "湿地") != []
        assert page.inner_text("#found-note") == ""


def test_by_date_the_newest_issue_comes_first(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        ask(page, "湿地")
        page.check("[name=order][value=date]")
        until(page, f"location.search.includes('order=date') && {BUSY} === 'false'")
        assert headlines(page) == ["远方来信", "冬季观察", "湿地保护条例"]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("year", "2019", ["湿地保护条例"]),
        ("issue", "2020-01", ["冬季观察", "远方来信"]),
        ("section", "环境资讯", []),
        ("kind", "通讯", ["冬季观察"]),
        ("tag", "水污染防治", ["冬季观察"]),
        ("unit", "丙县生态环境局", []),
        ("tag", "没有的标签", []),
    ],
)
def test_filters_by_a_link(
    browser: Any, sought: str, name: str, value: str, found: list[str]
) -> None:
    with opened(browser, f"{sought}?q={quote('湿地')}&{name}={quote(value)}") as page:
        answered(page, "湿地")
        assert headlines(page) == found
        assert page.input_value(f"[name={name}]") == value
        assert count(page) == (f"{len(found)} 篇" if found else "这样筛选没有找到")


def test_filters_by_hand(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        ask(page, "垃圾分类")
        assert page.is_disabled("[name=issue]")
        page.focus("[name=year]")
        page.select_option("[name=year]", "2020")
        until(page, f"location.search.includes('year=2020') && {BUSY} === 'false'")
        assert headlines(page) == ["供稿一则"]
        until(page, "document.querySelector('[name=unit]').options.length > 1")
        page.click("text=不筛选")
        until(page, f"!location.search.includes('year') && {BUSY} === 'false'")
        assert count(page) == "约 15 篇"


#: The reader never comes near the button.
UNWATCHED = """window.IntersectionObserver = class extends IntersectionObserver {
  observe(element) { if (element.id !== "found-more") super.observe(element); }
}"""


def test_rows_follow_the_reader_down(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        assert len(ask(page, "垃圾分类")) < 15
        down = "document.getElementById('found-more').scrollIntoView()"
        until(
            page, f"({down}, document.querySelectorAll('.hit').length === 15 && {BUSY} === 'false')"
        )
        assert count(page) == "15 篇"


def test_when_asked_five_rows_and_five_more(browser: Any, sought: str) -> None:
    with opened(browser, "about:blank") as page:
        page.add_init_script(UNWATCHED)
        page.goto(sought)
        assert len(ask(page, "垃圾分类")) == 5
        assert count(page) == "约 15 篇"
        page.click("#found-more")
        until(page, "document.querySelectorAll('.hit').length === 10")
        until(page, f"{FOCUSED}.closest('.hit') === document.querySelectorAll('.hit')[5]")
        page.click("#found-more")
        until(page, "document.querySelectorAll('.hit').length === 15")
        assert count(page) == "15 篇"
        assert not page.is_visible("#found-more")


def test_the_address_holds_the_question(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        before = page.evaluate("history.length")
        ask(page, "湿")
        ask(page, "湿地")
        assert page.evaluate("history.length") == before
        page.press(".seek-box", "Enter")
        ask(page, "电视台")
        page.go_back()
        answered(page, "湿地")
        assert page.input_value(".seek-box") == "湿地"
        assert count(page) == "3 篇"
        page.go_forward()
        answered(page, "电视台")
        assert headlines(page) == ["來訪"]


def test_the_keyboard(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        page.keyboard.press("/")
        assert page.evaluate(f"{FOCUSED}.name") == "q"
        page.keyboard.type("湿地")
        answered(page, "湿地")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(f"{FOCUSED}.textContent") == "冬季观察"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(f"{FOCUSED}.name") == "q"
        page.keyboard.press("Escape")
        until(page, "!location.search")
        assert page.input_value(".seek-box") == ""
        assert not page.is_visible("#found")


def test_an_answer_that_comes_late_is_dropped(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        ask(page, "湿地")
        held: list[Any] = []
        page.route("**/2020-01/fanti.html", lambda route: held.append(route))
        with page.expect_request("**/2020-01/fanti.html"):
            page.fill(".seek-box", "电视台")
        assert ask(page, "欧阳") == ["冬季观察"]
        for route in held:
            route.continue_()
        page.wait_for_load_state("networkidle")
        assert headlines(page) == ["冬季观察"]
        assert count(page) == "1 篇"


def test_nothing_is_asked_while_a_word_is_composed(browser: Any, sought: str) -> None:
    typing = "(composing) => { const box = document.querySelector('.seek-box'); box.value = 'shidi'; box.dispatchEvent(new InputEvent('input', {isComposing: composing, bubbles: true})); }"  # fmt: skip
    with opened(browser, "about:blank") as page:
        page.clock.install()
        page.goto(sought)
        page.evaluate(typing, True)
        page.clock.run_for(2000)
        assert page.url == sought
        page.evaluate(typing, False)
        page.clock.run_for(2000)
        assert page.url == f"{sought}?q=shidi"


def test_no_other_host_is_asked_and_nothing_is_stored(browser: Any, sought: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.goto(sought)
    ask(page, "湿地保护条例")
    page.focus("[name=tag]")
    ask(page, "電視")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()
    assert [url for url in asked if not url.startswith(sought.removesuffix("search/"))] == []
    assert complaints == []


def test_an_index_that_cannot_be_read_is_told_and_asked_again(browser: Any, sought: str) -> None:
    with opened(browser, sought) as page:
        page.route("**/*.bin*", lambda route: route.abort())
        page.fill(".seek-box", "湿地")
        until(page, "document.getElementById('found-count').textContent === '查找用的索引读不到'")
        page.unroute("**/*.bin*")
        page.press(".seek-box", "Enter")
        answered(page, "湿地")
        assert count(page) == "3 篇"
