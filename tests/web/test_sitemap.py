"""sitemap.xml after sitemaps.org, and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.feeds.sitemap import SCHEMA, Listed, robots, sitemaps
from tests.web.planning import ADDRESS, bulletin, catalogue_of, views_of

WHERE = Addresses(ADDRESS, relative=False)


def rows(text: str) -> dict[str, str]:
    """Address → day."""
    root = ET.fromstring(text)
    return {
        unquote(each.findtext(f"{{{SCHEMA}}}loc", "")): each.findtext(f"{{{SCHEMA}}}lastmod", "")
        for each in root
    }


def pages(count: int) -> list[Listed]:
    return [(f"2020-01/{n}.html", date(2020, 1, 20)) for n in range(count)]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(bulletin(tmp_path_factory.mktemp("sitemap") / "content"))


def test_every_page_with_its_day(catalogue: Catalogue) -> None:
    listed = [(path, view.day) for path, view in views_of(catalogue).items()]
    files = sitemaps(listed, WHERE)
    found = rows(files["sitemap.xml"])
    assert set(files) == {"sitemap.xml"}
    assert set(found) == {f"{ADDRESS}/{path}" for path, _ in listed}
    assert found[f"{ADDRESS}/2020-01/e.html"] == "2020-01-22"
    assert found[f"{ADDRESS}/2020-01/"] == "2020-01-20"
    assert found[f"{ADDRESS}/pages/关于本刊.html"] == ""


def test_addresses_are_ascii_and_escaped() -> None:
    text = sitemaps([("tag/甲&乙/", None)], WHERE)["sitemap.xml"]
    assert text.isascii()
    assert list(rows(text)) == [f"{ADDRESS}/tag/甲&乙/"]


def test_a_large_site_has_a_file_for_each_year_and_one_for_lists() -> None:
    listed = [
        ("", date(2021, 1, 20)), *pages(3), ("2020-02/", date(2020, 2, 20)),
        ("2021-01/a.html", date(2021, 1, 20)), ("2020/", None), ("tag/2020-01/", None),
    ]  # fmt: skip
    files = sitemaps(listed, WHERE, whole=7)
    assert rows(files["sitemap.xml"]) == {
        f"{ADDRESS}/sitemap-2020.xml": "2020-02-20",
        f"{ADDRESS}/sitemap-2021.xml": "2021-01-20",
        f"{ADDRESS}/sitemap-lists.xml": "2021-01-20",
    }
    found = {name: len(rows(text)) for name, text in files.items()}
    assert found == {
        "sitemap.xml": 3,
        "sitemap-2020.xml": 4,
        "sitemap-2021.xml": 1,
        "sitemap-lists.xml": 3,
    }
    assert set(sitemaps(listed, WHERE, whole=8)) == {"sitemap.xml"}


def test_a_new_issue_leaves_the_files_of_other_years() -> None:
    before = sitemaps([*pages(9), ("2021-01/a.html", None)], WHERE, whole=5)
    after = sitemaps(
        [*pages(9), ("2021-01/a.html", None), ("2021-02/a.html", None)], WHERE, whole=5
    )
    assert [name for name in after if after[name] != before[name]] == ["sitemap-2021.xml"]


def test_a_year_too_large_for_one_file_has_several() -> None:
    files = sitemaps(pages(5), WHERE, most=2, whole=4)
    assert set(files) == {"sitemap.xml", *(f"sitemap-2020-{n}.xml" for n in (1, 2, 3))}


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
    assert rows(sitemaps([], WHERE)["sitemap.xml"]) == {}


def test_robots() -> None:
    assert robots(WHERE, is_internal=False) == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}/sitemap.xml\n"
    )
    assert robots(WHERE, is_internal=True) == "User-agent: *\nDisallow: /\n"
    assert Path(ADDRESS).name not in robots(WHERE, is_internal=True)
