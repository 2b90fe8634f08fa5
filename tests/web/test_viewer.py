"""The light viewer in Debian's Chromium: by mouse, keyboard and finger, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browsing import MARKS, served, until
from tests.web.conftest import Built

pytest.importorskip("playwright.sync_api")
#: Three pictures: one alone, then two side by side, the last of them in one width only.
ARTICLE = "2020-02/yi-jiang.html"
ZOOM = ".body a.zoom"
PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 375, "height": 740}}

pytestmark = MARKS


@pytest.fixture(scope="module")
def address(published: Built) -> Iterator[str]:
    with served(published.root) as url:
        yield url + ARTICLE


@pytest.fixture
def opened(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The article in a new window; its parameter says what is different about the window."""
    options = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 720}}
    context = browser.new_context(**{**options, **getattr(request, "param", {})})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def count(page: Any) -> str:
    return str(page.locator(".viewer-count").inner_text())


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


def is_open(page: Any) -> bool:
    return bool(page.evaluate("!!document.querySelector('dialog.viewer')?.open"))


def swipe(page: Any, across: int, down: int = 0) -> None:
    """A finger goes over the stage, by Chromium's own touch events."""
    box = page.locator(".viewer-stage").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        each = [{"x": left, "y": top} for left, top in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": each})

    touch("touchStart", (x, y))
    for step in range(1, 5):
        touch("touchMove", (x + across * step / 4, y + down * step / 4))
    touch("touchEnd")


def test_a_click_shows_the_picture_with_its_caption_and_place(opened: Any) -> None:
    opened.locator(ZOOM).nth(1).click()
    assert count(opened) == "第2张，共3张"
    assert opened.locator(".viewer-caption").inner_text() == "甲。"
    assert opened.locator(".viewer-stage img").get_attribute("alt") == "甲。"
    assert opened.locator(".viewer-foot").get_attribute("aria-live") == "polite"


def test_the_large_picture_is_sharp_and_whole_on_the_screen(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    image = opened.locator(".viewer-stage img")
    until(opened, "document.querySelector('.viewer-stage img').complete")
    assert "-1600." in image.evaluate("image => image.currentSrc")
    stage, box = opened.locator(".viewer-stage").bounding_box(), image.bounding_box()
    assert box["width"] >= 600
    assert box["y"] >= stage["y"]
    assert box["y"] + box["height"] <= stage["y"] + stage["height"] + 1


def test_a_small_picture_is_not_enlarged(opened: Any) -> None:
    opened.locator(ZOOM).nth(2).click()
    assert opened.locator(".viewer-stage img").bounding_box()["width"] == 500
    assert opened.locator(".viewer-zoom").is_hidden()


def test_the_keyboard_goes_all_the_way(opened: Any) -> None:
    opened.locator(ZOOM).first.focus()
    opened.keyboard.press("Enter")
    assert count(opened) == "第1张，共3张"
    for key, place in (
        ("ArrowLeft", 1), ("ArrowRight", 2), ("End", 3), ("ArrowRight", 3), ("Home", 1),
    ):  # fmt: skip
        opened.keyboard.press(key)
        assert count(opened) == f"第{place}张，共3张", key
    opened.keyboard.press("Escape")
    assert not is_open(opened)


def test_the_focus_stays_inside_and_comes_back(opened: Any) -> None:
    opened.locator(ZOOM).nth(1).focus()
    opened.keyboard.press("Enter")
    seen = [focused(opened)]
    for _ in range(8):
        opened.keyboard.press("Tab")
        inside = opened.evaluate(
            "document.activeElement === document.body"
            " || !!document.activeElement.closest('dialog.viewer')"
        )
        assert inside
        seen.append(focused(opened))
    assert set(seen) >= {"放大", "关闭", "上一张", "下一张"}
    opened.keyboard.press("ArrowRight")
    opened.keyboard.press("Escape")
    assert opened.evaluate(f"document.activeElement === document.querySelectorAll('{ZOOM}')[1]")


def test_at_the_ends_a_button_does_nothing_and_keeps_the_focus(opened: Any) -> None:
    opened.locator(ZOOM).nth(1).click()
    following = opened.get_by_role("button", name="下一张")
    following.click()
    assert count(opened) == "第3张，共3张"
    assert following.get_attribute("aria-disabled") == "true"
    opened.keyboard.press("Enter")
    assert count(opened) == "第3张，共3张"
    assert focused(opened) == "下一张"


def test_the_close_button_and_a_click_beside_the_picture_close(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    opened.get_by_role("button", name="关闭").click()
    assert not is_open(opened)
    opened.locator(ZOOM).first.click()
    opened.locator(".viewer-stage").click(position={"x": 3, "y": 3})
    assert not is_open(opened)


def test_the_page_behind_stays_where_it_is(opened: Any) -> None:
    opened.locator(ZOOM).nth(1).scroll_into_view_if_needed()
    before = opened.evaluate("window.scrollY")
    opened.locator(ZOOM).nth(1).click()
    opened.mouse.wheel(0, 600)
    opened.wait_for_timeout(100)
    assert opened.evaluate("window.scrollY") == before
    opened.keyboard.press("Escape")
    assert opened.evaluate("window.scrollY") == before
    opened.mouse.wheel(0, -200)
    until(opened, f"window.scrollY < {before}")


def test_a_double_click_shows_it_at_its_own_size_and_back(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    image, stage = opened.locator(".viewer-stage img"), opened.locator(".viewer-stage")
    fitted = image.bounding_box()["width"]
    image.dblclick()
    assert image.bounding_box()["width"] == 1600 > fitted
    assert stage.get_attribute("tabindex") == "0"
    opened.get_by_role("button", name="缩小").click()
    assert image.bounding_box()["width"] == fitted


def test_a_large_picture_is_moved_by_the_arrow_keys_when_it_has_the_focus(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    opened.get_by_role("button", name="放大").click()
    stage = opened.locator(".viewer-stage")
    stage.focus()
    before = stage.evaluate("stage => stage.scrollLeft")
    opened.keyboard.press("ArrowRight")
    until(opened, f"document.querySelector('.viewer-stage').scrollLeft > {before}")
    assert count(opened) == "第1张，共3张"


def test_the_next_picture_starts_fitted_to_the_screen(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    opened.get_by_role("button", name="放大").click()
    opened.get_by_role("button", name="下一张").click()
    assert not opened.locator(".viewer-stage.is-full").count()
    assert opened.get_by_role("button", name="放大").count()


@pytest.mark.parametrize("opened", [PHONE], indirect=True, ids=["phone"])
def test_a_finger_turns_to_the_next_picture_and_back(opened: Any) -> None:
    opened.locator(ZOOM).first.tap()
    swipe(opened, -120)
    assert count(opened) == "第2张，共3张"
    swipe(opened, 120)
    assert count(opened) == "第1张，共3张"
    swipe(opened, 120)
    assert count(opened) == "第1张，共3张", "there is nothing before the first"


@pytest.mark.parametrize("opened", [PHONE], indirect=True, ids=["phone"])
def test_a_finger_that_goes_down_or_hardly_moves_turns_nothing(opened: Any) -> None:
    opened.locator(ZOOM).first.tap()
    swipe(opened, -60, 200)
    swipe(opened, -15)
    assert count(opened) == "第1张，共3张"


def test_a_click_with_ctrl_is_left_to_the_browser(opened: Any) -> None:
    with opened.context.expect_page() as fresh:
        opened.locator(ZOOM).first.click(modifiers=["Control"])
    assert fresh.value.url.endswith(".jpg")
    assert not is_open(opened)


@pytest.mark.parametrize("opened", [{"java_script_enabled": False}], indirect=True, ids=["plain"])
def test_without_scripts_the_link_opens_the_picture(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    opened.wait_for_url("**/media/2020-02/jiang-1600.*.jpg")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_axe_finds_nothing_in_the_open_viewer(
    browser: Any, address: str, scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 700}
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce", viewport=size)
    page.goto(address)
    page.locator(ZOOM).first.click()
    whole = Axe().run(page)
    page.get_by_role("button", name="放大").click()
    enlarged = Axe().run(page)
    page.close()
    assert whole.violations_count == 0, whole.generate_report()
    assert enlarged.violations_count == 0, enlarged.generate_report()


@pytest.mark.parametrize("size", [(320, 180), (320, 568), (740, 375)])
def test_on_the_smallest_screens_everything_can_be_reached(
    browser: Any, address: str, size: tuple[int, int]
) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    page.locator(ZOOM).nth(1).click()
    assert page.evaluate("document.querySelector('.viewer').scrollWidth") <= size[0]
    page.get_by_role("button", name="下一张").click()
    page.locator(".viewer-caption").scroll_into_view_if_needed()
    assert page.locator(".viewer-caption").inner_text() == "乙。"
    page.get_by_role("button", name="关闭").click()
    assert not is_open(page)
    page.close()


def test_print_shows_no_viewer(opened: Any) -> None:
    opened.locator(ZOOM).first.click()
    opened.emulate_media(media="print")
    assert opened.locator(".viewer").is_hidden()
