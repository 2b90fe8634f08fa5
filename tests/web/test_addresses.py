from __future__ import annotations

import pytest

from plugins.web import addresses
from plugins.web.addresses import Addresses


@pytest.mark.parametrize(
    ("path", "page", "link"),
    [
        ("", "", "index.html"),
        ("", "2020-03/a.html", "../index.html"),
        ("2020-03/a.html", "", "2020-03/a.html"),
        ("2020-03/a.html", "2020-03/b.html", "../2020-03/a.html"),
        ("2020-03/", "section/shidian/", "../../2020-03/index.html"),
        ("theme/site.css", "404.html", "theme/site.css"),
    ],
)
def test_relative_links_name_files(path: str, page: str, link: str) -> None:
    assert Addresses().link(path, page) == link


@pytest.mark.parametrize(
    ("site", "link"),
    [("https://a.example", "/2020-03/"), ("https://a.example/huanjing/", "/huanjing/2020-03/")],
)
def test_published_links_begin_at_the_root_and_name_no_host(site: str, link: str) -> None:
    assert Addresses(site, relative=False).link("2020-03/", "section/x/") == link


def test_permanent_addresses_are_ascii() -> None:
    where = Addresses("https://a.example/", relative=False)
    assert where.absolute("pages/关于.html") == "https://a.example/pages/%E5%85%B3%E4%BA%8E.html"


@pytest.mark.parametrize(
    ("slug", "segment"),
    [
        ("shidian", "shidian"),
        ("生态环境", "生态环境"),
        ("../etc", "etc"),
        ("a/b c?", "a-b-c"),
        ("。", "-"),
    ],
)
def test_a_slug_cannot_leave_its_folder(slug: str, segment: str) -> None:
    assert addresses.segment(slug) == segment
