"""sitemap.xml after sitemaps.org, and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.feeds.sitemap import SCHEMA, robots, sitemaps
from plugins.web.views import LostView, View
from tests.web.planning import ADDRESS, bulletin, catalogue_of, views_of

WHERE = Addresses(ADDRESS, relative=False)
NEWEST = date(2020, 2, 20)


def rows(text: str) -> dict[str, str]:
    """Address → day."""
    root = ET.fromstring(text)
    return {
        unquote(each.findtext(f"{{{SCHEMA}}}loc", "")): each.findtext(f"{{{SCHEMA}}}lastmod", "")
        for each in root
    }


def pages(count: int) -> list[View]:
    return [View(path=f"2020-01/{n}.html", title="", day=date(2020, 1, 20)) for n in range(count)]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(bulletin(tmp_path_factory.mktemp("sitemap") / "content"))


def test_every_page_but_404_with_its_day(catalogue: Catalogue) -> None:
    views = views_of(catalogue)
    files = sitemaps(views.values(), WHERE, NEWEST)
    found = rows(files["sitemap.xml"])
    assert set(files) == {"sitemap.xml"}
    assert set(found) == {f"{ADDRESS}/{path}" for path in views} - {f"{ADDRESS}/404.html"}
    assert found[f"{ADDRESS}/2020-01/e.html"] == "2020-01-22"
    assert found[f"{ADDRESS}/2020-01/"] == "2020-01-20"
    assert found[f"{ADDRESS}/section/"] == "2020-02-20"
    assert found[f"{ADDRESS}/pages/关于本刊.html"] == ""


def test_addresses_are_ascii_and_escaped() -> None:
    view = View(path="tag/甲&乙/", title="")
    text = sitemaps([view], WHERE)["sitemap.xml"]
    assert text.isascii()
    assert list(rows(text)) == [f"{ADDRESS}/tag/甲&乙/"]


def test_many_pages_are_split_under_an_index() -> None:
    files = sitemaps(pages(5), WHERE, most=2)
    assert set(rows(files["sitemap.xml"])) == {f"{ADDRESS}/sitemap-{n}.xml" for n in (1, 2, 3)}
    assert set(rows(files["sitemap.xml"]).values()) == {"2020-01-20"}
    assert ET.fromstring(files["sitemap.xml"]).tag == f"{{{SCHEMA}}}sitemapindex"
    parts = [rows(files[f"sitemap-{n}.xml"]) for n in (1, 2, 3)]
    assert [len(part) for part in parts] == [2, 2, 1]
    assert len({address for part in parts for address in part}) == 5


def test_no_file_is_larger_than_allowed() -> None:
    files = sitemaps(pages(40), WHERE, most_octets=600)
    del files["sitemap.xml"]
    assert max(len(text.encode()) for text in files.values()) <= 600
    assert sum(len(rows(text)) for text in files.values()) == 40


def test_exactly_full_is_one_file() -> None:
    assert set(sitemaps(pages(3), WHERE, most=3)) == {"sitemap.xml"}


def test_a_site_without_pages() -> None:
    lost = LostView(path="404.html", title="", issues=())
    assert rows(sitemaps([lost], WHERE)["sitemap.xml"]) == {}


def test_robots() -> None:
    assert robots(WHERE, is_internal=False) == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}/sitemap.xml\n"
    )
    assert robots(WHERE, is_internal=True) == "User-agent: *\nDisallow: /\n"
    assert Path(ADDRESS).name not in robots(WHERE, is_internal=True)
