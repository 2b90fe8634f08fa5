"""The whole preview with a small bulletin: real residents, real saves, a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

import pytest

from plugins.preview import preview
from plugins.preview.sitework import Place
from plugins.preview.watching import Watched
from tests.web.browsing import MARKS, chromium
from tests.web.conftest import CONF, ROOT, write_sample

pytest.importorskip("playwright.sync_api")
pytestmark = [*MARKS, pytest.mark.slow]
ARTICLE = "2020-02/duanxun-1"
NOON = datetime(2020, 3, 20, 12, 0, 0)
WAIT_MS = 60_000


@dataclass
class Running:
    """A running preview."""

    address: str
    content: Path

    def edit(self, name: str, old: str, new: str) -> None:
        """Save a file of the content folder with other words."""
        file = self.content / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("preview")
    content = write_sample(root / "content")
    cache, theme = root / "cache", ROOT / "theme"
    place = Place(content, theme, cache / "preview", cache, CONF, root / "dist")
    watched = Watched(content, theme, ROOT / "plugins", CONF)
    opened: SimpleQueue[str] = SimpleQueue()
    stop = Event()
    arguments = (place, watched, 0, lambda: NOON, lambda line: None, opened.put, stop)
    thread = Thread(target=preview.run, args=arguments)
    thread.start()
    yield Running(opened.get(timeout=30), content)
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    made = context.new_page()
    made.set_default_timeout(WAIT_MS)
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    yield made
    context.close()
    assert wrong == []


def seen(page: Any, words: str) -> None:
    page.wait_for_selector(f"text={words}")


def test_saves_are_seen_and_what_is_wrong_lies_over_the_last_good_page(
    running: Running, page: Any
) -> None:
    page.goto(f"{running.address}{ARTICLE}.html")
    seen(page, "打捞垃圾二十吨")
    running.edit(f"{ARTICLE}.md", "二十吨", "三十吨")
    seen(page, "打捞垃圾三十吨")
    running.edit(f"{ARTICLE}.md", "体裁: 资讯", "体才: 资讯")
    page.wait_for_selector("preview-bar .sheet li.error.is-mine")
    assert "体才" in page.inner_text("preview-bar .sheet .message")
    assert page.inner_text("preview-bar .place >> nth=0").startswith(f"content/{ARTICLE}.md:3")
    assert "打捞垃圾三十吨" in page.inner_text("main")
    running.edit(f"{ARTICLE}.md", "体才: 资讯", "体裁: 资讯")
    page.wait_for_selector("preview-bar .sheet", state="hidden")
    page.wait_for_selector("preview-bar .bar[data-state=fine]")


def test_who_reads_follows_a_renamed_manuscript(running: Running, page: Any) -> None:
    page.goto(f"{running.address}2020-02/duanxun-2.html")
    seen(page, "春季植树三千株")
    (running.content / "2020-02" / "duanxun-2.md").rename(running.content / "2020-02" / "zhishu.md")
    running.edit("2020-02/issue.toml", '"duanxun-2"', '"zhishu"')
    page.wait_for_url("**/2020-02/zhishu.html")
    seen(page, "春季植树三千株")
    page.goto(f"{running.address}2020-02/duanxun-2.html")
    assert page.url.endswith("/2020-02/zhishu.html")


def test_the_eye_stays_where_it_was(running: Running, page: Any) -> None:
    page.goto(f"{running.address}2020-02/yi-jiang.html")
    page.wait_for_selector("preview-bar .bar[data-state=fine]")
    heading = "h2:has-text('中游')"
    page.evaluate("document.querySelector('html').style.scrollBehavior = 'auto'")
    page.locator(heading).evaluate("e => scrollTo(0, scrollY + e.getBoundingClientRect().top - 40)")
    before = page.locator(heading).bounding_box()["y"]
    running.edit("2020-02/yi-jiang.md", "江上起了风", "江上起了风。\n\n又添一段。\n\n风停了")
    page.wait_for_selector("text=又添一段", state="attached")
    page.wait_for_load_state("load")
    assert page.locator(heading).bounding_box()["y"] == pytest.approx(before, abs=2)


@pytest.mark.press
def test_printed_pages_stand_beside_the_page(running: Running, page: Any) -> None:
    page.goto(f"{running.address}__preview/desk?page=/2020-02/yi-jiang.html")
    page.wait_for_selector("#press-state[data-state=fine]")
    page.wait_for_selector(".leaf img")
    assert page.inner_text(".leaf figcaption >> nth=0").startswith("第 ")
    assert page.evaluate("document.querySelector('.leaf img').naturalWidth") > 800
    first = page.get_attribute(".leaf img >> nth=0", "src")
    running.edit("2020-02/yi-jiang.md", "江水东流去", "江水滚滚东流去")
    page.wait_for_function(
        "old => { const e = document.querySelector('.leaf img'); return e && e.getAttribute('src') !== old; }",
        arg=first,
    )
    assert "江水滚滚东流去" in page.frame_locator("#web").locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_bar_or_the_sheet(
    running: Running, browser: Any, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{running.address}2020-02/gongwen.html")
    page.wait_for_selector("preview-bar .bar[data-state=fine]")
    found = [Axe().run(page)]
    running.edit("2020-02/gongwen.md", "体裁: 公文", "体才: 公文")
    page.wait_for_selector("preview-bar .sheet li.error.is-mine")
    for width in (375, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        found.append(Axe().run(page))
    running.edit("2020-02/gongwen.md", "体才: 公文", "体裁: 公文")
    page.wait_for_selector("preview-bar .sheet", state="hidden")
    context.close()
    assert [each.generate_report() for each in found if each.violations_count] == []


@pytest.mark.press
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_desk(running: Running, browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(f"{running.address}__preview/desk?page=/2020-02/yi-jiang.html")
    page.wait_for_selector("#press-state[data-state=fine]")
    page.wait_for_selector(".leaf img")
    found = []
    for width in (768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        found.append(Axe().run(page))
    context.close()
    assert [each.generate_report() for each in found if each.violations_count] == []
