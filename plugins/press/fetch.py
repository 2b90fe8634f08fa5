"""The only way WeasyPrint reads a file: from the content folder, and nowhere else.

Documents name their pictures from `BASE`, an address that exists nowhere; the fetcher finds the
file behind it. So no path of this machine gets into a PDF, and ``file:`` and the net are refused
altogether.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from plugins.press.shading import Shade, apply

#: RFC 2606, 2: nothing will ever answer under ``.invalid``.
HOST = "content.invalid"
BASE = f"http://{HOST}/"


class FetchRefused(FatalURLFetchingError):  # type: ignore[misc]
    """A document asked for something outside the content folder. Ends the rendering."""


class ContentFetcher(URLFetcher):  # type: ignore[misc]
    """Serves files under ``content``, symlinks and ``..`` resolved first; refuses all else.

    ``photos/cover.jpg?shade=cover`` is the picture under the shade of that name (shading.py).
    """

    def __init__(self, content: Path, shades: Mapping[str, Shade] | None = None) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
        self._content = content.resolve()
        self._shades = shades or {}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file behind ``url``. Raises `FetchRefused` for anything but a file of the content."""
        parts = urlsplit(url)
        if parts.scheme.lower() != "http" or parts.netloc != HOST:
            raise FetchRefused(f"refused: {url}")
        path = (self._content / unquote(parts.path).lstrip("/")).resolve()
        if not path.is_relative_to(self._content):
            raise FetchRefused(f"outside the content folder: {url}")
        if not path.is_file():
            raise FetchRefused(f"no such file: {url}")
        shade = parse_qs(parts.query).get("shade", [""])[0]
        if shade:
            return URLFetcherResponse(
                url, apply(path.read_bytes(), self._shades[shade]), {"Content-Type": "image/jpeg"}
            )
        return super().fetch(path.as_uri(), headers)


class EnclosedFetcher(URLFetcher):  # type: ignore[misc]
    """For a page that brings everything with it: ``data:`` addresses, and nothing else."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """What the address itself holds. Raises `FetchRefused` for any other."""
        if urlsplit(url).scheme.lower() != "data":
            raise FetchRefused(f"refused: {url}")
        return super().fetch(url, headers)
