"""In Debian's Chromium: axe-core finds nothing, nothing leaves the site, nothing is cut off or jumps."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browsing import MARKS, MODES, opened

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS
PAGES = (
    "", "2020-02/", "2020-02/yi-jiang.html", "2020-02/gongwen.html", "2020-02/duanxun-1.html",
    "section/", "section/tebie-guanzhu/", "tag/", "tag/shui/", "unit/", "unit/甲市生态环境局/", "author/",
    "author/李小满/", "issues/", "2020/", "2020/sections/", "contents/", "documents/", "search/", "sitemap/",
    "pages/关于本刊.html", "404.html",
)  # fmt: skip
#: What a reader can reach and use; hidden things and what is taken out of the order on purpose are not.
REACHABLE = """() => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex]')].filter(e =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}) &&
    !e.closest('[inert]')).map((e, n) => { e.dataset.walk = n; return n; })"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 300));
})"""


@pytest.mark.parametrize("mode", ["light", "dark", "large"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Any, address: str, path: str, mode: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, address + path, mode) as page:
        for width in (375, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page)
            assert found.violations_count == 0, (width, found.generate_report())


@pytest.mark.parametrize("path", PAGES)
def test_nothing_leaves_the_site_and_nothing_is_wrong(
    browser: Any, address: str, path: str
) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    context.close()
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert complaints == []


@pytest.mark.parametrize("mode", ["light", "large"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_screen(browser: Any, address: str, path: str, mode: str) -> None:
    """320 px is also what a screen of 1280 px is at 400 % (WCAG 2.2, 1.4.10)."""
    with opened(browser, address + path, mode) as page:
        for width in (320, 375, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_everything_is_reached_by_keyboard_in_order_and_is_seen(
    browser: Any, address: str, path: str
) -> None:
    """WCAG 2.2, 2.1.1 (keyboard), 2.1.2 (no trap), 2.4.7 and 2.4.11 (focus is seen)."""
    with opened(browser, address + path) as page:
        expected = page.evaluate(REACHABLE)
        reached = []
        for _ in expected:
            page.keyboard.press("Tab")
            reached.append(page.evaluate(FOCUSED))
    assert [each["walk"] for each in reached] == [str(n) for n in expected]
    assert [each for each in reached if not each["seen"]] == []


FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const middle = document.elementFromPoint(
    Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1));
  return {walk: e.dataset.walk, html: e.outerHTML.slice(0, 90),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 &&
      box.bottom > 0 && box.top < innerHeight && !!middle && (e.contains(middle) || middle.contains(e))};
}"""


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", ["", "2020-02/", "2020-02/yi-jiang.html", "2020-02/gongwen.html"])
def test_nothing_jumps(browser: Any, address: str, path: str, mode: str, width: int) -> None:
    """Cumulative Layout Shift is 0, with what the reader chose last time as well."""
    with opened(browser, address + path, mode, width) as page:
        page.mouse.wheel(0, 4000)
        assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_the_page_is_whole_and_nothing_dead_stands_there(
    browser: Any, address: str, path: str
) -> None:
    with opened(browser, address + path, java_script_enabled=True) as page:
        words = page.evaluate("document.querySelector('main').innerText")
    with opened(browser, address + path, java_script_enabled=False) as page:
        main = page.locator("main").inner_text()
        # The box of the front page and of 404 leads to 查找, which then offers the indexes.
        others = page.locator("button:not(.ask button)").all()
        buttons = [each for each in others if each.is_visible()]
    assert len(main) >= len(words) - 60
    assert buttons == []
