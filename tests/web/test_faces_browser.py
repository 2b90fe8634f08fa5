"""In Debian's Chromium: the faces are taken where they are needed, and nothing moves when they come late."""

from __future__ import annotations

import time
from collections.abc import Iterator
from shutil import copyfile
from typing import Any

import pytest

from plugins.web.faces.faces import FaceStore
from plugins.web.faces.rare import rare_faces
from tests.web.browsing import MARKS, served

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS
#: The system's own face is another one than ours, as it is for readers.
CSS = """{rare}
body {{ font: 18px/1.8 "Rare Hei", "LXGW WenKai"; margin: 1em; text-align: center; }}
h1 {{ font: 700 48px/1.3 "Display Song", "LXGW WenKai"; }}
h1 span {{ display: inline-block; }}
"""
PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页</title>
<link rel="stylesheet" href="theme/site.css"><link rel="stylesheet" href="{face}">
<h1><span>2020年第3期</span> <span>海拔1687米“日志”</span></h1><p>{text}</p><p>后面的一段。</p></html>"""
HEADLINE = "2020年第3期 海拔1687米“日志”"
WATCH = """window.moved = []; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.moved.push(entry.value);
}).observe({type: 'layout-shift', buffered: true});"""
STATUS = "[...document.fonts].map(face => [face.family.replaceAll('\\\"', ''), face.status])"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("faces")
    store = FaceStore(root / "cache")
    face = store.display(HEADLINE)
    rare = rare_faces(["䴙䴘"], root / "cache")
    assert face is not None
    site = root / "site"
    for path, file in (store.files | rare.files).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        copyfile(file, site / path)
    (site / "theme/site.css").write_text(CSS.format(rare=rare.css), "utf-8")
    for name, text in (("rare", "小䴙䴘"), ("plain", "小鸭")):
        page = PAGE.format(face=face.stylesheet, text=text)
        (site / f"{name}.html").write_text(page, "utf-8")
    with served(site) as url:
        yield url


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def _faces(page: Any, url: str) -> dict[str, str]:
    page.goto(url)
    page.evaluate("document.fonts.ready")
    return dict(page.evaluate(STATUS))


def test_a_rare_character_is_set_in_our_face(page: Any, address: str) -> None:
    found = _faces(page, f"{address}rare.html")
    assert found == {"Rare Hei": "loaded", "Rare Song": "unloaded", "Display Song": "loaded"}
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    node = client.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    used = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [each["glyphCount"] for each in used if each["isCustomFont"]] == [2]


def test_a_page_without_one_does_not_load_it(page: Any, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert _faces(page, f"{address}plain.html")["Rare Hei"] == "unloaded"
    assert len([url for url in asked if url.endswith(".woff2")]) == 1


def test_nothing_moves_when_the_face_comes_late(page: Any, address: str) -> None:
    def late(route: Any) -> None:
        time.sleep(0.6)
        route.continue_()

    page.route("**/*.woff2", late)
    assert _faces(page, f"{address}plain.html")["Display Song"] == "loaded"
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") == []


def test_the_watch_sees_what_moves(page: Any, address: str) -> None:
    """The test above could otherwise not fail."""
    page.goto(f"{address}plain.html")
    page.wait_for_timeout(100)
    page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved.length") > 0
