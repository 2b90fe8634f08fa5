"""Copying, sharing, printing, the outline: what readers do with an article, in Debian's Chromium."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browsing import MARKS, opened, until

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

ARTICLE = "2020-02/yi-jiang.html"
OFFICIAL = "2020-02/gongwen.html"
PAPER = "getComputedStyle(document.body).backgroundColor"
REFUSED = "void (navigator.clipboard.writeText = () => Promise.reject(new Error()))"
PERMANENT = "https://huanjing.qingjiang.example/2020-02/yi-jiang.html"


@pytest.mark.parametrize(
    ("button", "expected", "said"),
    [
        (".text-tools [data-copy=link]", PERMANENT, "链接已复制"),
        (".printed [data-copy=citation]", "李小满, 赵一鸣. 一江清水", "引文已复制"),
    ],
)
@pytest.mark.parametrize("secure", [True, False])
def test_copying_by_either_way(
    browser: Any, address: str, button: str, expected: str, said: str, *, secure: bool
) -> None:
    """Over http browsers have no navigator.clipboard: then by selection."""
    with opened(
        browser, address + ARTICLE, permissions=["clipboard-read", "clipboard-write"]
    ) as page:
        if not secure:
            page.evaluate(REFUSED)
        page.click(button)
        until(page, f"document.getElementById('told').textContent === '{said}'")
        assert page.evaluate("navigator.clipboard.readText()").startswith(expected)
        assert page.evaluate("document.querySelectorAll('textarea').length") == 0


def test_where_nothing_may_be_copied_the_words_stand_selected(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        page.evaluate(REFUSED)
        page.evaluate("void (document.execCommand = () => false)")
        page.click(".text-tools [data-copy=link]")
        until(page, "document.getElementById('told').textContent.includes('Ctrl+C')")
        assert page.evaluate("getSelection().toString()") == PERMANENT


def test_printing_asks_the_browser(browser: Any, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        page.evaluate("void (window.print = () => { window.printed = true; })")
        assert not page.evaluate("window.printed")
        page.click("[data-print]")
        assert page.evaluate("window.printed")


@pytest.mark.parametrize("has", [True, False])
def test_the_system_share_sheet_where_there_is_one(
    browser: Any, address: str, *, has: bool
) -> None:
    share = "navigator.share = what => { window.sent = what; return Promise.resolve(); }"
    context = browser.new_context()
    context.add_init_script(share if has else "navigator.share = undefined")
    page = context.new_page()
    page.goto(address + ARTICLE)
    page.click(".share summary")
    assert page.is_visible("[data-share]") == has
    if has:
        page.click("[data-share]")
        assert page.evaluate("window.sent.url") == PERMANENT
    page.keyboard.press("Escape")
    assert not page.is_visible(".share-panel")
    context.close()


@pytest.mark.parametrize("mode", ["dark", "chosen-dark"])
def test_printed_copies_are_black_on_white(browser: Any, address: str, mode: str) -> None:
    with opened(browser, address + ARTICLE, mode) as page:
        page.emulate_media(media="print")
        assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.body p')).color")
            == "rgb(0, 0, 0)"
        )
        hidden = (
            ".menu",
            ".foot",
            ".text-tools",
            ".outline",
            ".neighbours",
            ".copy",
            ".head-tools",
        )
        assert [each for each in hidden if page.is_visible(each)] == []
        shown = (
            ".nameplate",
            ".headline",
            ".text-facts",
            ".citation",
            ".printed-code .qr",
            "#address",
        )
        assert [each for each in shown if not page.is_visible(each)] == []


def test_run_in_heads_are_printed(browser: Any, address: str) -> None:
    """Their class is that of the head of a page, which is not printed whole."""
    with opened(browser, address + OFFICIAL) as page:
        page.emulate_media(media="print")
        heads = page.query_selector_all(".body b.head")
        assert heads
        assert all(head.is_visible() for head in heads)


def test_the_outline_marks_the_part_being_read(browser: Any, address: str) -> None:
    with opened(browser, address + OFFICIAL, width=1440) as page:
        links = page.query_selector_all(".outline a")
        assert all(link.is_visible() for link in links)
        page.evaluate("document.querySelector('main').style.paddingBottom = '2000px'")
        page.evaluate(
            "document.getElementById('gongwen-5f742b').scrollIntoView({behavior: 'instant'})"
        )
        until(page, "document.querySelector('.outline [aria-current=true]')")
        assert page.get_attribute(".outline [aria-current]", "href") == "#gongwen-5f742b"
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        until(page, "!document.querySelector('.outline [href=\"#gongwen-5f742b\"][aria-current]')")


def test_on_a_phone_the_outline_is_folded_and_folds_again(browser: Any, address: str) -> None:
    with opened(browser, address + OFFICIAL, width=375) as page:
        assert not page.is_visible(".outline a")
        page.click(".outline summary")
        page.click(".outline a >> nth=1")
        assert not page.is_visible(".outline a")
        assert page.url.endswith("#gongwen-8cfc8a")
