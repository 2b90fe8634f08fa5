"""The reader's tools in Debian's Chromium: chosen, remembered, there before the first paint."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.web.browsing import MARKS, opened, until

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

ARTICLE = "2020-02/yi-jiang.html"
OFFICIAL = "2020-02/gongwen.html"
OPEN = "document.getElementById('reading-panel').hidden === false"
DATA = "({...document.documentElement.dataset})"
ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"
#: What was painted, and what <html> said when it was; runs before any script of the page.
WATCH = """
window.shifts = 0; window.painted = null;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.shifts += e.value; })
  .observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(() => { window.painted ??= {...document.documentElement.dataset}; })
  .observe({type: 'paint', buffered: true});
"""


def _choose(page: Any, name: str, value: str) -> None:
    page.click("#reading-button")
    page.check(f"#reading-panel [name={name}][value='{value}']")
    page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("name", "value", "check"),
    [
        ("size", "large", f"{ROOT_SIZE} === 18"),
        ("size", "larger", f"{ROOT_SIZE} === 20"),
        ("size", "small", f"{ROOT_SIZE} === 15"),
        ("scheme", "dark", f"{PAPER} === 'rgb(18, 23, 20)'"),
        ("face", "song", "getComputedStyle(document.querySelector('.body')).fontFamily.includes('Serif')"),
        ("mode", "elder", f"{ROOT_SIZE} === 22"),
    ],
)  # fmt: skip
def test_a_choice_is_shown_and_remembered(
    browser: Any, address: str, name: str, value: str, check: str
) -> None:
    with opened(browser, address + ARTICLE) as page:
        assert not page.evaluate(check)
        _choose(page, name, value)
        assert page.evaluate(check)
        page.goto(address + OFFICIAL)
        assert page.evaluate(DATA)[name] == value
        assert page.evaluate(check) or name == "face"


def test_light_is_kept_when_the_system_is_dark(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE, "dark") as page:
        assert page.evaluate(PAPER) == "rgb(18, 23, 20)"
        _choose(page, "scheme", "light")
        assert page.evaluate(PAPER) == "rgb(251, 250, 246)"
        colours = page.evaluate(
            "[...document.querySelectorAll('meta[name=theme-color]')].map(e => e.content)"
        )
    assert set(colours) == {"rgb(251, 250, 246)"}


def test_the_defaults_come_back(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        _choose(page, "mode", "elder")
        _choose(page, "size", "large")
        page.click("#reading-button")
        page.click(".reading-reset")
        assert page.evaluate(DATA) == {"script": "on"}
        assert page.evaluate(ROOT_SIZE) == 16
        assert page.evaluate("localStorage.getItem('reading')") == "{}"
        assert page.is_checked("[name=size][value='']")
        assert not page.is_checked("[name=mode]")


def test_the_quick_sizes_and_the_panel_agree(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        page.click("[data-size-choice=large]")
        assert page.evaluate(DATA)["size"] == "large"
        assert page.get_attribute("[data-size-choice=large]", "aria-pressed") == "true"
        assert page.get_attribute("[data-size-choice='']", "aria-pressed") == "false"
        assert page.is_checked("[name=size][value=large]")
        _choose(page, "size", "")
        assert page.get_attribute("[data-size-choice='']", "aria-pressed") == "true"


def test_the_line_being_read_stays_where_it_is(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE, width=375) as page:
        page.evaluate("scrollTo({top: 1500, behavior: 'instant'})")
        top = "window.line.getBoundingClientRect().top"
        page.evaluate("window.line = document.elementFromPoint(innerWidth / 2, innerHeight / 3)")
        before = page.evaluate(top)
        page.evaluate("document.querySelector('[data-size-choice=large]').click()")
        assert abs(page.evaluate(top) - before) < 2


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize(
    "chosen",
    [
        {"scheme": "dark", "size": "larger", "face": "song"},
        {"mode": "elder"},
        {"mode": "elder", "scheme": "dark", "size": "large"},
    ],
)
def test_what_was_chosen_is_there_at_the_first_paint_and_nothing_moves(
    browser: Any, address: str, chosen: dict[str, str], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(f"localStorage.setItem('reading', {json.dumps(json.dumps(chosen))})")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address + ARTICLE, wait_until="networkidle")
    until(page, "window.painted")
    painted, shifts = page.evaluate("[window.painted, window.shifts]")
    context.close()
    assert painted == {"script": "on", **chosen}
    assert shifts == 0


def test_the_panel_by_keyboard_alone(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        page.focus("#reading-button")
        page.keyboard.press("Enter")
        assert page.evaluate(OPEN)
        assert page.get_attribute("#reading-button", "aria-expanded") == "true"
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(DATA)["size"] == "large"
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(DATA)["scheme"] == "light"
        page.keyboard.press("Escape")
        assert not page.evaluate(OPEN)
        assert page.evaluate("document.activeElement.id") == "reading-button"


@pytest.mark.parametrize("leave", ["click", "tab"])
def test_the_panel_closes_when_it_is_left(browser: Any, address: str, leave: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        page.click("#reading-button")
        if leave == "click":
            page.mouse.click(20, 400)
        else:
            page.focus(".reading-reset")
            page.keyboard.press("Tab")
        assert not page.evaluate(OPEN)


@pytest.mark.parametrize("mode", ["light", "dark", "large", "chosen-dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_open_panels(
    browser: Any, address: str, mode: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with opened(browser, address + ARTICLE, mode, width) as page:
        page.click("#reading-button")
        settings = Axe().run(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.click(".share summary")
        share = Axe().run(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        left = page.evaluate("document.querySelector('.share-panel').getBoundingClientRect().left")
    assert left >= 0
    assert settings.violations_count == 0, settings.generate_report()
    assert share.violations_count == 0, share.generate_report()


@pytest.mark.parametrize("path", ["", "2020-02/", ARTICLE, OFFICIAL, "issues/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_large_print_is_large_and_easily_hit(
    browser: Any, address: str, path: str, scheme: str
) -> None:
    chosen = json.dumps({"mode": "elder", "scheme": scheme})
    context = browser.new_context(viewport={"width": 375, "height": 800})
    context.add_init_script(f"localStorage.setItem('reading', '{chosen}')")
    page = context.new_page()
    page.goto(address + path)
    buttons = page.evaluate("""[...document.querySelectorAll('button, summary')]
        .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())
        .filter(box => box.height < 44).length""")
    ink = page.evaluate("getComputedStyle(document.body).color")
    paper = page.evaluate(PAPER)
    small = page.evaluate("""[...document.querySelectorAll('main p, main li, main a, main dd')]
        .filter(e => e.checkVisibility() && e.innerText.trim() && !e.closest('.cover, [aria-hidden]'))
        .map(e => [e.className, e.innerText.slice(0, 20), parseFloat(getComputedStyle(e).fontSize)])
        .filter(row => row[2] < 18)""")
    context.close()
    assert buttons == 0
    assert {ink, paper} == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    assert small == []


def test_without_scripts_no_tool_is_dead_and_the_code_opens(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE, java_script_enabled=False) as page:
        assert not page.is_visible("#reading-button")
        assert not page.is_visible("[data-print]")
        page.click(".share summary")
        assert page.is_visible(".share-panel .qr")
        assert page.is_visible(".share-panel .address")
        assert [each for each in page.query_selector_all("button") if each.is_visible()] == []
