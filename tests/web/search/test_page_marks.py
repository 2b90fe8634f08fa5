"""An article that was opened from a search, in Debian's Chromium: the words are marked and can be gone through."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.web.browsing import MARKS, opened, until

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

ARTICLE = "2020-02/yi-jiang.html"
MARKED = "[...document.querySelectorAll('.sought')].map((mark) => mark.textContent)"
HERE = "document.querySelector('.sought.is-current')"


def with_words(*words: str) -> str:
    return f"{ARTICLE}#q={quote(' '.join(words))}"


def test_words_are_marked_and_the_first_is_shown(browser: Any, address: str) -> None:
    with opened(browser, address + with_words("江水东流", "pm2.5")) as page:
        until(page, HERE)
        assert page.evaluate(MARKED) == ["PM", "2.5", "江水东流"]
        assert page.inner_text(".sought-bar [role=status]") == "第 1 处，共 2 处"
        assert page.evaluate(f"{HERE}.textContent") == "PM"


def test_one_goes_from_one_to_the_next_and_round(browser: Any, address: str) -> None:
    with opened(browser, address + with_words("江水东流", "pm2.5")) as page:
        until(page, HERE)
        page.click("text=下一处")
        assert page.evaluate(f"{HERE}.textContent") == "江水东流"
        box = page.locator(".sought.is-current").bounding_box()
        page.click("text=下一处")
        assert page.inner_text(".sought-bar [role=status]") == "第 1 处，共 2 处"
        page.click("text=上一处")
        assert page.inner_text(".sought-bar [role=status]") == "第 2 处，共 2 处"
        assert 0 < box["y"] < 800


def test_a_phrase_over_two_blocks_and_a_reading(browser: Any, address: str) -> None:
    """字 follows 翀 in the stream: how it is read is not part of the text."""
    with opened(browser, address + with_words("翀字怎么念", "下游大事记")) as page:
        until(page, HERE)
        assert page.evaluate(MARKED) == ["翀", "字怎么念", "下游", "大事记"]


def test_clearing_leaves_the_page_as_it_was(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        before = page.inner_html("article")
    with opened(browser, address + with_words("江水", "两岸")) as page:
        until(page, HERE)
        page.click("text=清除")
        assert page.inner_html("article") == before
        assert page.url == address + ARTICLE
        assert not page.query_selector(".sought-bar")


def test_the_anchors_of_the_outline_leave_the_marks(browser: Any, address: str) -> None:
    with opened(browser, address + with_words("江水"), width=1440) as page:
        until(page, HERE)
        page.click(".outline a >> nth=1")
        until(page, "location.hash === '#yi-jiang-7b512f'")
        assert page.evaluate(MARKED)
        top = page.evaluate(
            "document.getElementById('yi-jiang-7b512f').getBoundingClientRect().top"
        )
        assert 0 <= top < 400


@pytest.mark.parametrize("fragment", ["", "#yi-jiang-d65dab"])
def test_nothing_is_fetched_for_who_did_not_come_from_a_search(
    browser: Any, address: str, fragment: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + ARTICLE + fragment, wait_until="networkidle")
    context.close()
    assert [url for url in asked if "/site." in url]
    assert [url for url in asked if "marks" in url] == []


@pytest.mark.parametrize("fragment", ["#q=", "#q=%E6%9C%88%E7%90%83", "#q=%E6", "#q=%25"])
def test_words_that_are_not_there_change_nothing(browser: Any, address: str, fragment: str) -> None:
    faults: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address + ARTICLE + fragment, wait_until="networkidle")
    assert page.evaluate(MARKED) == []
    assert not page.query_selector(".sought-bar")
    context.close()
    assert faults == []


@pytest.mark.parametrize("mode", ["light", "dark", "large"])
def test_axe_finds_nothing_among_the_marks(browser: Any, address: str, mode: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, address + with_words("江水", "开年", "上游"), mode) as page:
        until(page, HERE)
        for width in (375, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page)
            assert found.violations_count == 0, (width, found.generate_report())
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_printed_copy_has_no_marks(browser: Any, address: str) -> None:
    with opened(browser, address + with_words("江水东流")) as page:
        until(page, HERE)
        page.emulate_media(media="print")
        assert not page.is_visible(".sought-bar")
        assert page.evaluate(f"getComputedStyle({HERE}).backgroundColor") == "rgba(0, 0, 0, 0)"
