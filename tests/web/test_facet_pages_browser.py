"""Pages of places and cited documents in Debian's Chromium: axe finds nothing, no page is wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.browsing import MARKS, opened, served
from tests.web.conftest import PUBLISH, Desk, write_sample

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS
PLACES = """
[[places]]
name = "清江省"
level = "省"
[[places]]
name = "甲市"
level = "市"
parent = "清江省"
"""
WORDS = (
    "按照清环发〔2020〕1号，清江省甲市治水；《清江省岸线保护和滨水空间开放利用管理条例》"
    "（清政发〔2019〕7号）另有规定，甲市公安局在场。"
)
PAGES = (
    "place/", "place/清江省/", "place/甲市/", "cited/", "cited/清环发-2020-1号/",
    "cited/清政发-2019-7号/", "unit/", "unit/甲市公安局/", "2020-02/yi-jiang.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a published site whose articles name places and documents."""
    place: Path = tmp_path_factory.mktemp("facets")
    content = write_sample(place / "content")
    (content / "style" / "地名.toml").write_text(PLACES, "utf-8")
    for stem in ("yi-jiang", "duanxun-1"):
        file = content / "2020-02" / f"{stem}.md"
        file.write_text(f"{file.read_text('utf-8')}\n{WORDS}\n", "utf-8")
    with served(Desk(content, place / "www", place / "cache").build(conf=PUBLISH)) as url:
        yield url


@pytest.mark.parametrize("mode", ["light", "dark", "large"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Any, named: str, path: str, mode: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, named + path, mode) as page:
        assert page.locator("h1").count() == 1
        for width in (375, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page)
            assert found.violations_count == 0, (width, found.generate_report())


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_small_phone(browser: Any, named: str, path: str) -> None:
    with opened(browser, named + path, width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_citation_leads_to_its_page_and_on_to_the_document(browser: Any, named: str) -> None:
    with opened(browser, f"{named}2020-02/yi-jiang.html") as page:
        page.click("text=清环发〔2020〕1号")
        assert page.locator("h1").inner_text() == "《关于印发清江省权力清单的通知》"
        page.click(".page-around a >> nth=0")
        assert page.url.endswith("2020-02/gongwen.html")
