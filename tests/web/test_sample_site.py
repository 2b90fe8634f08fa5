"""The whole sample as it is published: links, validity, weight, and nothing that is not public."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli
import html5lib
import pytest

from plugins.issue.record import Archive
from tests.web.browsing import CHROMIUM, served
from tests.web.conftest import ROOT, Built
from tests.web.leaks import leaked, private_runs

pytestmark = pytest.mark.slow
CONTENT = ROOT / "content"
#: HTML, style, script and faces of an article page, compressed (web.md, Weight).
HEAVIEST = 60 * 1024


def addresses_of(page) -> set[str]:  # type: ignore[no-untyped-def]
    found = {element["href"] for element in page.select("[href]")}
    found |= {element["src"] for element in page.select("[src]")}
    for element in page.select("[srcset]"):
        found |= {part.split()[0] for part in element["srcset"].split(", ")}
    found |= {element["content"] for element in page.select('meta[property="og:image"]')}
    return found


def test_no_link_anchor_or_file_is_broken(sample: Built, sample_archive: Archive) -> None:
    site = sample_archive.publication.site_address
    lost = []
    for path, page in sample.pages.items():
        for href in addresses_of(page):
            own = href.removeprefix(site) if href.startswith(site) else href
            if own.startswith(("http:", "https:", "mailto:", "data:")):
                continue
            if not stands(sample, path, own):
                lost.append(f"{path}: {href}")
    assert lost == []


def stands(built: Built, path: str, href: str) -> bool:
    parts = urlsplit(href)
    assert href.startswith(("/", "#")) or not href, (path, href)
    target = built.root / unquote(parts.path).lstrip("/") if parts.path else built.root / path
    file = target / "index.html" if target.is_dir() else target
    if not file.is_file() or not parts.fragment:
        return file.is_file()
    return built.page(file.relative_to(built.root).as_posix()).find(id=parts.fragment) is not None


def test_feeds_and_sitemap_name_pages_that_stand(sample: Built, sample_archive: Archive) -> None:
    site = sample_archive.publication.site_address
    named = [each.text for each in ET.parse(sample.root / "sitemap.xml").iter("{*}loc")]
    for feed in sorted((sample.root / "feeds").glob("*.xml")):
        named += [each.get("href") for each in ET.parse(feed).iter("{*}link")]
    for feed in sorted((sample.root / "feeds").glob("*.json")):
        named += [item["url"] for item in json.loads(feed.read_text("utf-8"))["items"]]
    assert len(named) > 140
    assert [each for each in named if not stands(sample, "", str(each).removeprefix(site))] == []


def test_every_page_is_valid_html(sample: Built) -> None:
    """The parser of the HTML standard finds no parse error (13.2, strict)."""
    parser = html5lib.HTMLParser(strict=True)
    for path in sample.pages:
        parser.parse((sample.root / path).read_text("utf-8"))
    assert len(sample.pages) > 150


def test_an_article_page_is_light(sample: Built, sample_archive: Archive) -> None:
    """Cold, compressed, without pictures: the page itself and all that it loads."""
    heavy = {}
    for issue in sample_archive.issues:
        for article in issue.articles:
            path = f"{issue.key}/{article.stem}.html"
            if article.public:
                heavy[path] = wire(sample, path)
    assert max(heavy.values()) <= HEAVIEST, max(heavy.items(), key=lambda row: row[1])
    assert min(heavy.values()) > 8 * 1024  # style, script and face are counted


def wire(built: Built, path: str) -> int:
    """Bytes of a page with its style sheets, scripts and faces, as a browser loads them."""
    page = built.page(path)
    loaded = {e["href"] for e in page.select("link[rel=stylesheet]")}
    loaded |= {e["src"] for e in page.select("script[src]")}
    for sheet in tuple(loaded):
        file = built.root / sheet.lstrip("/")
        if file.suffix == ".css":
            for url in re.findall(r"url\(['\"]?([^'\")]+)", file.read_text("utf-8")):
                loaded.add(
                    "/" + (file.parent / url).resolve().relative_to(built.root.resolve()).as_posix()
                )
    sizes = [packed(built.root / each.lstrip("/")) for each in loaded]
    return sum(sizes) + packed(built.root / path)


def packed(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix == ".woff2" else len(brotli.compress(data, quality=9))


def test_nothing_that_is_not_public_is_anywhere(sample: Built, sample_archive: Archive) -> None:
    articles = [article for issue in sample_archive.issues for article in issue.articles]
    hidden = [article for article in articles if not article.public]
    assert len(hidden) >= 10
    names = [article.stem for article in hidden]
    assert leaked(sample.root, private_runs(articles, house()), names) == []


def house() -> str:
    """What is published with every issue: settings, standing pages, the theme's own words."""
    files = [*CONTENT.glob("*.toml"), *CONTENT.glob("*/issue.toml"), *(CONTENT / "pages").glob("*.md"),
             *(CONTENT / "style").glob("*.toml"), *(ROOT / "theme").rglob("*.html")]  # fmt: skip
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium")
def test_a_crawl_of_every_page_asks_no_other_host_and_hears_no_complaint(
    sample: Built, browser: Any
) -> None:
    asked: list[str] = []
    heard: list[str] = []
    with served(sample.root) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
        page.on("response", lambda response: heard.extend(_wrong(response)))
        for path, soup in sample.pages.items():
            page.goto(address + path, wait_until="commit")
            if soup.select_one("meta[http-equiv=refresh]"):  # a signpost: it leads on by itself
                page.wait_for_url(lambda url, old=path: not url.endswith(old))
            page.wait_for_load_state()
            page.evaluate(EVERYTHING)
    assert len(asked) > 3 * len(sample.pages)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert heard == []


def _wrong(response: Any) -> list[str]:
    return [] if response.ok else [f"{response.status}: {response.url}"]


#: Lazy pictures too.
EVERYTHING = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode()));
  await document.fonts.ready;
}"""
