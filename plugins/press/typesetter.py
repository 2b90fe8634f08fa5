"""HTML → laid-out pages. The one place that calls WeasyPrint's layout."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from plugins.press import hooks
from plugins.press.fetch import BASE, ContentFetcher, EnclosedFetcher
from plugins.press.lines.composing import composing
from plugins.press.lines.grid import snapping
from plugins.press.shading import shades

SHADES = "press/shades.toml"


class TypesettingError(RuntimeError):
    """WeasyPrint complained about our own HTML, styles or files: a programmer's mistake."""


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class Typesetter:
    """Lays out documents with one font configuration, one set of styles, one picture cache."""

    def __init__(self, content: Path | None, theme: Path, styles: list[str]) -> None:
        """``content`` None: documents bring their pictures with them, as ``data:`` addresses."""
        hooks.refuse_untested()
        hooks.install_subsetter()
        self._fonts = FontConfiguration()
        self._fetcher = (
            ContentFetcher(content, shades(theme / SHADES)) if content else EnclosedFetcher()
        )
        self._pictures: dict[str, Any] = {}
        self._styles = [self._css(theme / style) for style in styles]

    def lay_out(self, html: str, folder: str) -> Any:
        """A WeasyPrint document of ``html``; its pictures are named from this folder of the content.

        Raises `TypesettingError` on any warning: a warned page is a wrong page.
        """
        with complaints_are_errors(), composing(), snapping():
            return HTML(string=html, base_url=f"{BASE}{folder}/", url_fetcher=self._fetcher).render(
                font_config=self._fonts, stylesheets=self._styles, cache=self._pictures
            )

    def forget_pictures(self) -> None:
        """Read every picture anew: another may lie under its name."""
        self._pictures = {}

    def _css(self, file: Path) -> CSS:
        with complaints_are_errors():
            return CSS(filename=str(file), font_config=self._fonts, url_fetcher=self._fetcher)


@contextmanager
def complaints_are_errors() -> Iterator[None]:
    """Raise `TypesettingError` when WeasyPrint warned inside the block."""
    handler = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.messages:
        raise TypesettingError("; ".join(handler.messages[:5]))
