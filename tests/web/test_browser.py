"""In Debian's Chromium: axe-core finds nothing, nothing leaves the site, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.web import preview
from tests.web.conftest import Built

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
PAGES = (
    "", "2020-02/", "2020-02/yi-jiang.html", "2020-02/gongwen.html", "section/tebie-guanzhu/",
    "tag/", "issues/", "2020/", "section/", "pages/关于本刊.html", "404.html",
)  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium"),
]


@pytest.fixture(scope="module")
def address(published: Built) -> Iterator[str]:
    server = preview.serve(published.root, 0)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser, address: str, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address + path)
    found = Axe().run(page)
    page.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_leaves_the_site_and_nothing_is_wrong(browser, address: str, path: str) -> None:  # type: ignore[no-untyped-def]
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address + path)
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert complaints == []


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_screen(browser, address: str, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width
