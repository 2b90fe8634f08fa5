"""The proof sheet and the page of changes in Chromium: axe-core, no page wider than its screen, switches that work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.proofing import comparing, sheet
from plugins.proofing.thumbnails import thumbnails
from tests.desk import Desk
from tests.proofing.office import read
from tests.web.browsing import MARKS, chromium, opened

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS
THEME = Path(__file__).parents[2] / "theme"
HEADS = (
    "| 市 | PM_{2.5}浓度 | 同比降幅（%） | 优良天数比例（%） | 综合指数 |\n|---|---|---|---|---|\n"
)
TEXT = (
    "江水东流,岸线后退,码头拆了。\n\n## 一、江湾\n\n新冠病毒感染的肺炎疫情，PM2.5 浓度下降。\n\n"
    f"![船到岸](photos/a.png)\n\n{HEADS}| 澄州 | 35 | 12.5 | 88.3 | 3.91 |\n\n- 第一项\n"
)
REVIEWED = {"副题": "丁戊", "提要": "一段提要。", "初审": "王某 2020-03-02"}


@pytest.fixture
def pages(desk: Desk) -> list[Path]:
    """The two pages as files."""
    desk.picture("2020-03/photos/a.png", (900, 600))
    desk.small(TEXT, **REVIEWED)
    made = read(desk)
    small = thumbnails(made.bundle.articles, desk.content)
    whole = sheet.to_html(made.bundle, made.remarks, THEME, small)
    old, new = ({"a.md": f"---\n标题: 甲\n---\n\n江水{way}流。\n\n岸线。\n"} for way in "东西")
    changes = comparing.to_html(comparing.compare(old, new), THEME, "测试环境", "一校", "二校")
    files = [desk.content.parent / name for name in ("校样.html", "改动对照.html")]
    for file, html in zip(files, (whole, changes), strict=True):
        file.write_text(html, "utf-8")
    return files


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Any, pages: list[Path]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for file in pages:
        with opened(browser, file.as_uri()) as page:
            for width in (320, 390, 1024, 1440):
                page.set_viewport_size({"width": width, "height": 800})
                found = Axe().run(page)
                assert found.violations_count == 0, (width, found.generate_report())
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sources_can_be_hidden(browser: Any, pages: list[Path]) -> None:
    with opened(browser, pages[0].as_uri()) as page:
        source = page.locator("aside .note .source").first
        assert source.is_visible()
        page.get_by_label("显示依据").uncheck()
        assert not source.is_visible()
