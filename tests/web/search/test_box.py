"""The box on the front page and on 404: where it leads, with and without scripts; the words of a lost address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest

from tests.web.browsing import MARKS, opened, served, until
from tests.web.conftest import Built

WITH_BOX = {"index.html", "404.html"}
ANSWERED = "document.querySelector('.hit-text mark')"


@pytest.mark.parametrize(
    ("edition", "target"), [("site", "search/index.html"), ("published", "/search/")]
)
def test_the_box_is_a_plain_form_that_leads_to_the_search_page(
    edition: str, target: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(edition)
    for path in WITH_BOX:
        (form,) = built.page(path).select("form[role=search]")
        assert form["action"] == target
        assert form.get("method", "get") == "get"
        (field,) = form.select("input")
        assert field["name"] == "q"
        assert field["aria-label"]
        assert form.button.get_text() == "查找"
        assert "by-script" not in form["class"]


def test_other_pages_have_the_link_and_no_second_box(site: Built) -> None:
    for path, page in site.pages.items():
        assert bool(page.select(".ask")) == (path in WITH_BOX), path
        in_head = page.select('.head-tools a[href$="search/index.html"]')
        assert len(in_head) == (path != "index.html"), path


def test_the_search_page_says_why_nothing_is_found_without_scripts(site: Built) -> None:
    assert "脚本" in site.page("search/index.html").select_one("main noscript").get_text()


@pytest.fixture
def in_browser() -> None:
    pytest.importorskip("playwright.sync_api")


def marked(function: Any) -> Any:
    for mark in MARKS:
        function = mark(function)
    return pytest.mark.usefixtures("in_browser")(function)


@marked
@pytest.mark.parametrize("width", [375, 1440])
def test_what_is_typed_on_the_front_page_is_found(browser: Any, address: str, width: int) -> None:
    with opened(browser, address, width=width) as page:
        page.get_by_role("searchbox", name="要找的字词").fill("江水")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        until(page, ANSWERED)
        assert page.url == f"{address}search/?q={quote('江水')}"
        assert page.input_value(".seek-box") == "江水"


@marked
def test_below_another_site_and_with_relative_links(browser: Any, site: Built) -> None:
    with served(site.root.parent) as url:
        below = f"{url}{site.root.name}/"
        with opened(browser, f"{below}index.html") as page:
            page.fill(".ask-box", "江水")
            page.click(".ask button")
            page.wait_for_url(f"{below}search/index.html?q=*")
            until(page, ANSWERED)


@marked
def test_from_a_folder_the_search_page_says_why_it_cannot(browser: Any, site: Built) -> None:
    with opened(browser, (site.root / "index.html").as_uri()) as page:
        page.fill(".ask-box", "江水")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/index.html?q=*")
        assert page.is_visible("#seek-offline")


@marked
def test_without_scripts_the_box_leads_to_the_indexes(browser: Any, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        page.fill(".ask-box", "江水")
        page.click(".ask button")
        page.wait_for_url("**/search/?q=*")
        assert parse_qs(urlsplit(page.url).query) == {"q": ["江水"]}
        assert page.is_visible("noscript p")
        assert page.is_visible(".ways a >> nth=0")


@marked
@pytest.mark.parametrize("path", ["", "404.html"])
def test_the_box_can_be_touched(browser: Any, address: str, path: str) -> None:
    """WCAG 2.2, 2.5.8, and GB/T 37668: 44 px."""
    for mode in ("light", "large"):
        with opened(browser, address + path, mode) as page:
            for width in (320, 375, 1024, 1440):
                page.set_viewport_size({"width": width, "height": 800})
                for selector in (".ask-box", ".ask button"):
                    box = page.locator(selector).bounding_box()
                    assert box["height"] >= 44, (mode, width, selector)
                assert page.locator(".ask-box").bounding_box()["width"] >= 120, (mode, width)


@contextmanager
def lost(browser: Any, built: Built, address: str) -> Iterator[Any]:
    """404 as servers answer with it: at the address that was asked for."""
    with served(built.root) as url:
        context = browser.new_context()
        page = context.new_page()
        body = (built.root / "404.html").read_text("utf-8")
        page.route(f"{url}{address}", lambda route: route.fulfill(status=404, body=body))
        page.goto(f"{url}{address}")
        yield page
        context.close()


@marked
@pytest.mark.parametrize(
    ("address", "words"),
    [
        (quote("tag/湿地/"), "湿地"),
        (quote("unit/甲市生态环境局/index.html"), "甲市生态环境局"),
        (quote("cited/清环发-2020-1号/"), "清环发-2020-1号"),
        (quote("专题/2020/a.html"), "专题"),
        ("2020-02/yi-jiang-old.html", ""),
        (quote("tag/湿地/", encoding="gbk"), ""),
        (quote(f"tag/{'湿' * 41}/"), ""),
    ],
)
def test_the_words_of_a_lost_address_are_offered(
    browser: Any, published: Built, address: str, words: str
) -> None:
    with lost(browser, published, address) as page:
        assert page.input_value(".ask-box") == words


@marked
def test_what_is_offered_can_be_asked_at_once(browser: Any, published: Built) -> None:
    with lost(browser, published, quote("tag/江水/")) as page:
        page.click(".ask button")
        page.wait_for_url("**/search/?q=*")
        until(page, ANSWERED)
        assert unquote(urlsplit(page.url).query) == "q=江水"
