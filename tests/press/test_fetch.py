"""WeasyPrint reads files under the content and theme folders, and nothing else."""

from __future__ import annotations

import base64
import contextlib
from pathlib import Path

import pytest
from PIL import Image
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from plugins.press.fetch import BASE, ContentFetcher, EnclosedFetcher, FetchRefused

pytestmark = pytest.mark.press


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    Image.new("RGB", (8, 8), "green").save(folder / "in.png")
    Image.new("RGB", (8, 8), "red").save(tmp_path / "out.png")
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    (tmp_path / "out.css").write_text("p { color: red }", encoding="utf-8")
    (folder / "deep.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="9" height="9"><image width="9" height="9" xlink:href="{(tmp_path / "out.png").as_uri()}"/></svg>',
        encoding="utf-8",
    )
    return folder


def render(html: str, content: Path) -> None:
    fetcher = ContentFetcher(content)
    HTML(string=html, base_url=BASE, url_fetcher=fetcher).write_pdf()


def test_inside_is_served(content: Path) -> None:
    render('<img src="in.png">', content)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="../out.png">',
        '<img src="%2e%2e/out.png">',
        '<img src="sub/../../out.png">',
        '<img src="link.png">',
        '<img src="file:///etc/hostname">',
        '<img src="//evil.example/a.png">',
        '<img src="file://evil.example/etc/hostname">',
        '<img src="http://127.0.0.1:9/a.png">',
        '<img src="ftp://127.0.0.1/a.png">',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<img src="deep.svg">',
        '<img src="missing.png">',
        '<img src="http://content.invalid.example/in.png">',
        '<img src="https://content.invalid/in.png">',
        '<img src="http://user@content.invalid/in.png">',
        '<style>@import "../out.css";</style>',
        '<link rel="stylesheet" href="../out.css">',
        '<link rel="attachment" href="file:///etc/hostname"><p>x',
        '<base href="file:///etc/"><img src="hostname">',
        "<style>p { background: url(../out.png) }</style><p>x",
        '<object data="../out.png"></object>',
        "<style>li { list-style-image: url(../out.png) }</style><li>x",
    ],
)
def test_outside_is_refused_and_never_read(
    html: str, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every hostile document is refused; inside an SVG WeasyPrint turns that into a warning."""
    read: list[str] = []
    refused: list[str] = []
    fetch, inside = ContentFetcher.fetch, URLFetcher.fetch

    def watched(self: ContentFetcher, url: str, headers: dict[str, str] | None = None) -> object:
        try:
            return fetch(self, url, headers)
        except FetchRefused:
            refused.append(url)
            raise

    def reads(self: URLFetcher, url: str, headers: dict[str, str] | None = None) -> object:
        read.append(url)
        return inside(self, url, headers)

    monkeypatch.setattr(ContentFetcher, "fetch", watched)
    monkeypatch.setattr(URLFetcher, "fetch", reads)
    with contextlib.suppress(FetchRefused):
        render(html, content)
    assert refused
    assert all(url.startswith(f"{content.as_uri()}/") for url in read)


def test_a_page_that_brings_its_pictures_reads_nothing_else(content: Path) -> None:
    dot = base64.b64encode((content / "in.png").read_bytes()).decode()
    own = f'<img src="data:image/png;base64,{dot}">'
    HTML(string=own, url_fetcher=EnclosedFetcher()).write_pdf()
    for other in ((content / "in.png").as_uri(), f"{BASE}in.png", "http://127.0.0.1:9/a.png"):
        with pytest.raises(FetchRefused):
            HTML(string=f'{own}<img src="{other}">', url_fetcher=EnclosedFetcher()).write_pdf()
