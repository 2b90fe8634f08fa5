"""Contents on the built pages: of an article, an issue, a year, a section across years. All of it, once, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import join, normpath
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from plugins.issue.editions import archive_for
from plugins.issue.record import Archive
from tests.web.conftest import Built, Desk

LETTERS = re.compile(r"[\W_]+")


def articles_of(archive: Archive) -> dict[str, list[str]]:
    """Issue key → the pages of its public articles in printed order."""
    issues = archive_for(archive, "public").issues
    return {each.key: [f"{each.key}/{a.stem}.html" for a in each.articles] for each in issues}


def linked(page: BeautifulSoup, path: str, selector: str) -> list[str]:
    """The pages that links lead to, from the root of the site, in order."""
    links = (unquote(str(link["href"])).split("#")[0] for link in page.select(selector))
    return [normpath(join("/", path, "..", link)).lstrip("/") for link in links]


def wrong_outlines(pages: Iterable[tuple[str, BeautifulSoup]]) -> list[str]:
    """Entries of outlines whose words, number and all, are not those of the heading they lead to."""
    wrong = []
    for path, page in pages:
        for link in page.select(".outline a"):
            head = page.find(id=unquote(str(link["href"]))[1:])
            for mark in head.select("rt, .footnote-ref") if head else ():
                mark.decompose()
            if head is None or LETTERS.sub("", head.get_text()) != LETTERS.sub("", link.get_text()):
                wrong.append(f"{path}: {link.get_text()}")
    return wrong


def test_an_outline_keeps_the_numbers_of_plain_paragraphs(site: Built) -> None:
    links = site.page("2020-02/gongwen.html").select(".outline a")
    labels = [link.get_text() for link in links]
    assert labels == ["一、总体要求", "（一）摸清底数", "（二）依法公开", "二、保障措施"]


def test_an_outline_leads_to_its_headings(site: Built) -> None:
    assert site.page("2020-02/yi-jiang.html").select(".outline a")
    assert wrong_outlines(site.pages.items()) == []


@pytest.mark.slow
def test_every_outline_of_the_sample_leads_to_its_headings(sample: Built) -> None:
    outlined = [page for page in sample.pages.values() if page.select(".outline a")]
    assert len(outlined) > 10
    assert wrong_outlines(sample.pages.items()) == []


def test_a_heading_put_in_before_leaves_the_addresses_of_the_others(own_desk: Desk) -> None:
    def anchors() -> list[str]:
        page = own_desk.build() / "2020-02/gongwen.html"
        soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
        return [str(link["href"]) for link in soup.select(".outline a")]

    before = anchors()
    file = own_desk.content / "2020-02/gongwen.md"
    text = file.read_text("utf-8").replace("二、保障", "三、保障")
    file.write_text(text.replace("一、总体要求", "一、背景\n\n略。\n\n二、总体要求"), "utf-8")
    assert anchors()[1:] == before


def test_the_contents_of_an_issue(site: Built, shared_desk: Desk) -> None:
    for key, pages in articles_of(shared_desk.archive()).items():
        path = f"{key}/index.html"
        assert linked(site.page(path), path, ".contents .entry-title[href]") == pages


def test_the_contents_of_a_year(site: Built, shared_desk: Desk) -> None:
    pages = articles_of(shared_desk.archive())
    path = "2020/index.html"
    found = linked(site.page(path), path, ".group .entry-title[href]")
    assert sorted(found) == sorted(page for own in pages.values() for page in own)
    for own in pages.values():
        assert [page for page in found if page in own] == own
    path = "2020/sections/index.html"
    by_section = linked(site.page(path), path, ".digest-title")
    assert sorted(by_section) == sorted(found)


def test_the_contents_of_all_years_lead_to_each(site: Built, shared_desk: Desk) -> None:
    path = "contents/index.html"
    found = set(linked(site.page(path), path, "main a[href]"))
    assert "2020/index.html" in found
    assert {f"{key}/index.html" for key in articles_of(shared_desk.archive())} <= found


def sections_of(archive: Archive) -> dict[str, list[str]]:
    """Section page → the pages of its public articles, of all issues."""
    found: dict[str, list[str]] = {}
    for issue in archive_for(archive, "public").issues:
        for section in issue.sections:
            own = found.setdefault(f"section/{section.title.slug}/index.html", [])
            own += [f"{issue.key}/{article.stem}.html" for article in section.articles]
    return found


def test_the_contents_of_a_section_across_issues(site: Built, shared_desk: Desk) -> None:
    for path, pages in sections_of(shared_desk.archive()).items():
        found = linked(site.page(path), path, ".story-headline a, .entry-title[href]")
        assert sorted(found) == sorted(pages), path


def test_a_section_goes_on_through_the_years(own_desk: Desk) -> None:
    """The issue of January moved to the year before: the section's page still has its article."""
    (own_desk.content / "2020-01").rename(own_desk.content / "2019-01")
    issue = own_desk.content / "2019-01/issue.toml"
    issue.write_text(issue.read_text("utf-8").replace("2020-01-20", "2019-01-20"), "utf-8")
    for file in (own_desk.content / "2020-02").glob("*.md"):
        file.write_text(file.read_text("utf-8").replace("../2020-01/", "../2019-01/"), "utf-8")
    path = "section/tebie-guanzhu/index.html"
    page = BeautifulSoup((own_desk.build() / path).read_text("utf-8"), "lxml")
    found = linked(page, path, ".story-headline a, .entry-title[href]")
    assert found == ["2020-02/yi-jiang.html", "2020-02/shuju.html", "2019-01/kainian.html"]
