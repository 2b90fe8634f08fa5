"""Feeds: valid after RFC 4287 and JSON Feed 1.1, and true to the edition."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.issue.record import Archive, Publication
from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.feeds import atom, feeds
from plugins.web.feeds.atom import ATOM
from plugins.web.feeds.feeds import Feed, Item, atom_path, json_path, stem_of
from plugins.web.feeds.jsonfeed import json_feed
from plugins.web.labels.head import Heads
from plugins.web.pictures.pictures import PictureStore
from plugins.web.views import Label
from tests.web.planning import ADDRESS, bulletin, catalogue_of, views_of

NS = {"a": ATOM}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue_of(bulletin(tmp_path_factory.mktemp("feeds") / "content"))


def made(title: str = "甲", summary: str = "乙。", author: str = "丙") -> Feed:
    item = Item(
        id="urn:1", address="https://x.example/1", title=title, summary=summary,
        day=date(2020, 3, 20), authors=(author,), tags=("丁",), image="https://x.example/1.jpg",
    )  # fmt: skip
    return Feed(
        stem="feeds/all", id="urn:0", title=title, description=summary,
        home="https://x.example/", atom="https://x.example/a", json="https://x.example/j",
        author=author, rights="", updated=date(2020, 3, 20), items=(item,),
    )  # fmt: skip


def check_atom(text: str) -> ET.Element:
    """RFC 4287: what a feed (4.1.1) and an entry (4.1.2) must have, and may have once."""
    root = ET.fromstring(text)
    assert root.tag == f"{{{ATOM}}}feed"
    entries = root.findall("a:entry", NS)
    for each in (root, *entries):
        for once in ("id", "title", "updated"):
            assert len(each.findall(f"a:{once}", NS)) == 1
        assert urlsplit(each.findtext("a:id", "", NS)).scheme
        assert INSTANT.fullmatch(each.findtext("a:updated", "", NS))
        links = [(link.get("rel"), link.get("type")) for link in each.findall("a:link", NS)]
        assert len(links) == len(set(links))
        assert all(name.text for name in each.findall("a:author/a:name", NS))
    assert root.find("a:author", NS) is not None
    assert root.find("a:link[@rel='self']", NS) is not None
    ids = [entry.findtext("a:id", "", NS) for entry in entries]
    assert len(ids) == len(set(ids))
    return root


def check_json(text: str) -> dict:  # type: ignore[type-arg]
    """JSON Feed 1.1: what must be there, and the types of what is."""
    document = json.loads(text)
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["title"]
    assert isinstance(document["items"], list)
    ids = [item["id"] for item in document["items"]]
    assert len(ids) == len(set(ids))
    for item in document["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).utcoffset() is not None
        assert all(author["name"] for author in item.get("authors", []))
        assert all(isinstance(tag, str) for tag in item["tags"])
    return document


def test_all_feeds_are_valid(catalogue: Catalogue) -> None:
    found = list(feeds.feeds(catalogue))
    assert [feed.stem for feed in found] == [
        "feeds/all", "feeds/tebie-guanzhu", "feeds/zhengce-wenjian", "feeds/huanjing-zixun",
    ]  # fmt: skip
    for feed in found:
        assert len(check_atom(atom.atom(feed)).findall("a:entry", NS)) == len(feed.items) > 0
        assert len(check_json(json_feed(feed))["items"]) == len(feed.items)


def test_what_the_feed_of_everything_says(catalogue: Catalogue) -> None:
    root = check_atom(atom.atom(next(feeds.feeds(catalogue))))
    assert root.findtext("a:id", "", NS) == f"{ADDRESS}/"
    assert root.findtext("a:subtitle", "", NS) == "月刊。"
    assert root.findtext("a:author/a:name", "", NS) == "清江省生态环境厅"
    assert root.findtext("a:updated", "", NS) == "2020-02-20T00:00:00+08:00"
    entries = root.findall("a:entry", NS)
    assert [entry.findtext("a:title", "", NS) for entry in entries] == [
        "一江清水——清江治理纪实", "关于加强饮用水水源保护的通知", "甲市清理河道", "开年第一篇",
    ]  # fmt: skip
    first = entries[0]
    assert first.findtext("a:id", "", NS) == f"{ADDRESS}/2020-02/a.html"
    assert first.findtext("a:author/a:name", "", NS) == "李小满"
    tags = [category.get("term") for category in first.findall("a:category", NS)]
    assert tags == ["特别关注", "水污染防治", "河长制"]
    assert entries[-1].findtext("a:published", "", NS) == "2020-01-22T00:00:00+08:00"


def test_what_a_section_says_in_json(catalogue: Catalogue) -> None:
    document = check_json(json_feed(list(feeds.feeds(catalogue))[2]))
    assert document["title"] == "清江环境 · 政策文件"
    assert document["home_page_url"] == f"{ADDRESS}/section/zhengce-wenjian/"
    assert document["feed_url"] == f"{ADDRESS}/feeds/zhengce-wenjian.json"
    assert document["language"] == "zh-CN"
    (item,) = document["items"]
    assert item["url"] == f"{ADDRESS}/2020-02/b.html"
    assert item["date_published"] == "2020-02-20T00:00:00+08:00"


def test_only_the_newest(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST", 2)
    monkeypatch.setattr(feeds, "MOST_OF_SECTION", 1)
    assert [len(feed.items) for feed in feeds.feeds(catalogue)] == [2, 1, 1, 1]
    newest = list(feeds.feeds(catalogue))[1].items[0]
    assert newest.title == "一江清水——清江治理纪实"


def test_the_internal_article_is_in_the_internal_feed_alone(tmp_path: Path) -> None:
    desk = bulletin(tmp_path / "content")
    written = {
        edition: "".join(
            atom.atom(feed) + json_feed(feed)
            for feed in feeds.feeds(catalogue_of(desk, edition=edition))
        )
        for edition in ("public", "internal")
    }
    assert "潮汐密令" in written["internal"]
    assert "潮汐密令" not in written["public"]


def test_an_empty_archive_has_empty_feeds(tmp_path: Path) -> None:
    archive = Archive(Publication(name="甲刊", site_address=ADDRESS))
    store = PictureStore(tmp_path, tmp_path)
    (feed,) = feeds.feeds(Catalogue(archive, (), store, Addresses(ADDRESS, relative=False)))
    root = check_atom(atom.atom(feed))
    assert root.findtext("a:updated", "", NS) == "1970-01-01T00:00:00Z"
    assert check_json(json_feed(feed))["items"] == []


def test_without_an_address_ids_are_still_permanent_and_absolute(tmp_path: Path) -> None:
    catalogue = catalogue_of(bulletin(tmp_path / "content"), address="")
    first, again = (next(feeds.feeds(catalogue)) for _ in range(2))
    assert first == again
    root = check_atom(atom.atom(first))
    ids = [each.text or "" for each in root.iter(f"{{{ATOM}}}id")]
    assert len(ids) == 5
    assert all(each.startswith("urn:uuid:") for each in ids)


@pytest.mark.parametrize("text", ["一 & 二 <三> \"四\" '五'", "]]>", "—— “”", "𬭚䴙"])
def test_any_text_comes_back(text: str) -> None:
    feed = made(text, text, text)
    root = check_atom(atom.atom(feed))
    assert root.findtext("a:entry/a:title", "", NS) == text
    assert root.findtext("a:entry/a:summary", "", NS) == text
    item = check_json(json_feed(feed))["items"][0]
    assert (item["title"], item["content_text"], item["authors"][0]["name"]) == (text,) * 3


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert feeds.clean("甲\x00\x0b\ud800乙\ufffe\n丙") == "甲乙\n丙"


def test_an_article_without_summary_still_has_text() -> None:
    assert check_json(json_feed(made(summary="")))["items"][0]["content_text"] == "甲"


def test_a_section_called_all_makes_way() -> None:
    label = Label("全部", "section/all/", 1, anchor="All")
    assert stem_of(label) != stem_of(None)
    assert stem_of(replace(label, anchor="shui")) == "feeds/shui"


def test_pages_offer_the_feed_of_everything_and_of_their_section(catalogue: Catalogue) -> None:
    heads, views = Heads(catalogue), views_of(catalogue)
    everything = {atom_path("feeds/all"), json_path("feeds/all")}
    own = {atom_path("feeds/zhengce-wenjian"), json_path("feeds/zhengce-wenjian")}
    offered = {path: {each.path for each in heads.head(view).feeds} for path, view in views.items()}
    assert offered[""] == offered["404.html"] == everything
    assert offered["section/zhengce-wenjian/"] == offered["2020-02/b.html"] == everything | own
    written = {
        path for f in feeds.feeds(catalogue) for path in (atom_path(f.stem), json_path(f.stem))
    }
    assert set().union(*offered.values()) <= written
