"""The content policy and its kindred headers; in Chromium: nothing of a page is refused, all else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.web import assets
from plugins.web.server import policy
from tests.web.browsing import serve

SCRIPT = "document.documentElement.dataset.mode='elder'"
CHROMIUM = Path("/usr/bin/chromium")


def directives(text: str) -> dict[str, str]:
    return dict(row.split(" ", 1) for row in text.split("; "))  # type: ignore[misc]


def test_only_what_is_named_is_allowed() -> None:
    found = directives(policy.content_policy(SCRIPT))
    assert found["default-src"] == found["base-uri"] == "'none'"
    assert found["script-src"] == f"'self' {assets.source_hash(SCRIPT)}"
    assert found["style-src"] == found["font-src"] == found["form-action"] == "'self'"
    assert found["img-src"] == "'self' data:"


def test_nothing_is_unsafe_and_no_host_is_named() -> None:
    text = policy.header_policy(SCRIPT)
    assert "unsafe" not in text
    assert "http" not in text
    assert "*" not in text


def test_the_hash_is_of_the_script() -> None:
    # echo -n "alert('Hello, world.');" | openssl sha256 -binary | openssl base64: the example of CSP Level 2, 7.17.2
    known = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert known in policy.content_policy("alert('Hello, world.');")


def test_framing_is_for_the_header_only() -> None:
    assert "frame-ancestors" not in policy.content_policy(SCRIPT)
    assert policy.header_policy(SCRIPT).endswith("frame-ancestors 'none'")


def test_hsts_only_with_tls() -> None:
    assert policy.headers(secure=True).keys() - policy.headers(secure=False).keys() == {
        "Strict-Transport-Security"
    }
    assert policy.headers(secure=False)["X-Content-Type-Options"] == "nosniff"


PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script>{script}</script>
<script type="application/ld+json">{{"@context": "https://schema.org", "name": "刊"}}</script>
<script src="site.js" defer></script><link rel="stylesheet" href="site.css">
<link rel="icon" href="data:,"></head><body><p>甲</p>
<svg viewBox="0 0 1 1" width="8" fill="currentColor"><path d="M0 0h1v1z"/></svg>{more}</body></html>"""


def visit(browser, folder: Path, more: str = "") -> tuple[list[str], dict[str, object]]:  # type: ignore[no-untyped-def]
    """What the console says of a page, and what of it took effect."""
    page_text = PAGE.format(policy=policy.content_policy(SCRIPT), script=SCRIPT, more=more)
    (folder / "index.html").write_text(page_text, encoding="utf-8")
    (folder / "site.js").write_text("document.body.dataset.ran='yes'")
    (folder / "site.css").write_text("p { color: rgb(1, 2, 3) }")
    server = serve(folder)
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    effect = page.evaluate(
        "() => ({early: document.documentElement.dataset.mode, ran: document.body.dataset.ran,"
        " evil: document.body.dataset.evil, colour: getComputedStyle(document.querySelector('p')).color})"
    )
    page.close()
    server.shutdown()
    server.server_close()
    return said, effect


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium")
def test_a_page_of_ours_is_not_refused_anything(browser, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    said, effect = visit(browser, tmp_path)
    assert said == []
    assert effect == {"early": "elder", "ran": "yes", "evil": None, "colour": "rgb(1, 2, 3)"}


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium")
@pytest.mark.parametrize(
    "more",
    [
        "<script>document.body.dataset.evil=1</script>",
        "<img src=x alt=x onerror=document.body.dataset.evil=1>",
        '<p style="color: red">乙</p>',
        "<style>p { color: red }</style>",
        '<iframe src="/" title=x></iframe>',
        '<img src="http://127.0.0.2:1/a.png" alt=x>',
        '<base href="http://127.0.0.2:1/">',
    ],
)
def test_what_got_into_a_page_is_refused(browser, tmp_path: Path, more: str) -> None:  # type: ignore[no-untyped-def]
    said, effect = visit(browser, tmp_path, more)
    assert any("Content Security Policy" in words for words in said)
    assert effect["evil"] is None
    assert effect["colour"] == "rgb(1, 2, 3)"
