"""The only way WeasyPrint reads a file: from the content and theme folders, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class FetchRefused(FatalURLFetchingError):  # type: ignore[misc]
    """A document asked for something outside its folders. Ends the rendering."""


class FolderFetcher(URLFetcher):  # type: ignore[misc]
    """Serves files under ``roots`` (after symlinks and ``..`` are resolved); refuses all else."""

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file behind ``url``. Raises `FetchRefused` for anything outside the folders."""
        parts = urlsplit(url)
        if parts.scheme.lower() != "file" or parts.netloc not in ("", "localhost"):
            raise FetchRefused(f"refused: {url}")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(root) for root in self._roots):
            raise FetchRefused(f"outside the content and theme folders: {url}")
        if not path.is_file():
            raise FetchRefused(f"no such file: {url}")
        return super().fetch(path.as_uri(), headers)
