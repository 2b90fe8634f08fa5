"""查找 for every reader: axe, narrow screens, no script, a copy in a folder, a site below another."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.web.browsing import MARKS, opened, served, until
from tests.web.conftest import Built

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

ANSWERED = "document.querySelector('.hit-text mark')"
#: A short query has an answer, the other has none.
QUERIES = ("江水", "月球背面")


@pytest.mark.parametrize("mode", ["light", "dark", "large"])
@pytest.mark.parametrize("query", QUERIES)
def test_axe_finds_nothing(browser: Any, address: str, query: str, mode: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, f"{address}search/?q={quote(query)}", mode) as page:
        until(
            page,
            "document.querySelector('.hit') || document.getElementById('found-note').textContent",
        )
        page.locator(".hit, #found-note").last.scroll_into_view_if_needed()
        until(page, f"{ANSWERED} || document.getElementById('found-note').textContent")
        for width in (375, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page)
            assert found.violations_count == 0, (width, found.generate_report())


@pytest.mark.parametrize("mode", ["light", "large"])
def test_nothing_is_wider_than_its_screen(browser: Any, address: str, mode: str) -> None:
    with opened(browser, f"{address}search/?q={quote('江水')}", mode) as page:
        until(page, "document.querySelector('.hit')")
        page.locator(".hit").last.scroll_into_view_if_needed()
        until(page, ANSWERED)
        for width in (320, 375, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "is_open"), [(375, False), (1440, True)])
def test_filters_are_folded_on_a_phone(
    browser: Any, address: str, width: int, *, is_open: bool
) -> None:
    with opened(browser, f"{address}search/?q={quote('江水')}", width=width) as page:
        until(page, ANSWERED)
        assert page.is_visible("[name=year]") == is_open
        if not is_open:
            page.click("#found-filters summary")
            assert page.is_visible("[name=year]")


def test_everything_can_be_touched(browser: Any, address: str) -> None:
    """WCAG 2.2, 2.5.8, and GB/T 37668: 44 px for what is not within a line of text."""
    with opened(browser, f"{address}search/?q={quote('江水')}", width=375) as page:
        until(page, ANSWERED)
        page.click("#found-filters summary")
        for selector in (".seek-box", ".seek-go", ".seek-clear", "[name=year]", ".order >> nth=0"):
            assert page.locator(selector).bounding_box()["height"] >= 44, selector


def test_without_a_script_there_is_no_box_but_the_index(browser: Any, address: str) -> None:
    with opened(browser, f"{address}search/", java_script_enabled=False) as page:
        assert not page.is_visible("#seek")
        assert not page.is_visible("#found")
        assert page.is_visible(".ways a >> nth=0")


def test_from_a_folder_the_page_says_why_it_cannot(browser: Any, site: Built) -> None:
    with opened(browser, (site.root / "search/index.html").as_uri()) as page:
        assert "不能全文查找" in page.inner_text("#seek-offline")
        assert not page.is_visible(".seek-box")
        assert page.is_visible(".ways a >> nth=0")


def test_below_another_site_and_with_relative_links(browser: Any, site: Built) -> None:
    with served(site.root.parent) as url:
        below = f"{url}{site.root.name}/"
        with opened(browser, f"{below}search/index.html?q={quote('江水')}") as page:
            until(page, ANSWERED)
            page.click(".hit-link >> nth=0")
            until(page, "document.querySelector('.sought.is-current')")
            assert page.url.startswith(f"{below}2020-02/yi-jiang.html#q=")


def test_the_page_offers_every_article_only_as_its_edition_has_it(
    browser: Any, address: str
) -> None:
    with opened(browser, f"{address}search/?q={quote('仅限内部')}") as page:
        until(page, "document.getElementById('found-note').textContent")
        assert page.inner_text("#found-count") == "没有找到"
