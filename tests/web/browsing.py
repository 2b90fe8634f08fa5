"""Chromium for tests: how it is started, and the ways readers look at a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium"),
]
LARGE = "localStorage.setItem('reading', JSON.stringify({mode: 'elder'}))"
CHOSEN_DARK = "localStorage.setItem('reading', JSON.stringify({scheme: 'dark'}))"
#: Each way of looking: what the system asks for, what was chosen on the site.
MODES = {
    "light": ("light", ""),
    "dark": ("dark", ""),
    "large": ("light", LARGE),
    "chosen-dark": ("light", CHOSEN_DARK),
}


@contextmanager
def chromium() -> Iterator[Any]:
    """A running browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve a folder on this machine, in the background."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder served on this machine."""
    server = serve(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(
    browser: Any, url: str, mode: str = "light", width: int = 1280, **more: Any
) -> Iterator[Any]:
    """A page opened in a context of its own."""
    scheme, script = MODES[mode]
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        **more,
    )
    if script:
        context.add_init_script(script)
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


def until(page: Any, condition: str, most_ms: int = 10_000) -> None:
    """Wait until an expression is true on the page; fails when it is not within ``most_ms``.

    playwright's own way evaluates a string in the page, which the site's policy forbids.
    """
    step = 25
    for _ in range(most_ms // step):
        if page.evaluate(f"!!({condition})"):
            return
        page.wait_for_timeout(step)
    raise AssertionError(f"not within {most_ms} ms: {condition}")
