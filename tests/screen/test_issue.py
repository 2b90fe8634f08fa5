"""Whole issues: every article once, its text in the order of the manuscript, nothing that shuts readers out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pikepdf import Pdf

from plugins.issue.record import Issue
from plugins.keeping.garbage import collector_paused
from plugins.press.layingout import lay_out
from plugins.press.screen import tagtree
from plugins.press.screen.archival import screen_pdf
from plugins.press.screen.matterhorn import check
from plugins.press.screen.metadata import Facts
from plugins.press.screen.structure import Struct
from plugins.press.screen.tagging import tagging
from plugins.press.screen.tagtree import TagTree
from tests.press.conftest import SAMPLE, THEME, copied, illustrated_content, load
from tests.screen.typecase import found

pytestmark = [pytest.mark.press, pytest.mark.slow]

UNSEEN = re.compile(r"[\s\u200b]")
#: Pictures under the headline are set before the text, wherever they stand in the manuscript.
CAPTION, READING, MARK = "Caption", "RT", "Reference"


@dataclass(frozen=True)
class Screened:
    issue: Issue
    file: Path
    tree: TagTree

    def articles(self) -> list[Struct]:
        return found(self.tree.root, "Art")


def screened(content: Path, key: str) -> Screened:
    issue = next(each for each in load(content).issues if each.key == key)
    raw, file = content.parent / f"{key}.raw.pdf", content.parent / f"{key}.pdf"
    with collector_paused():
        bound = lay_out(issue, content, THEME, lambda *_: None)
        with tagging():
            bound.documents["cover"].copy(list(bound.pages)).write_pdf(
                raw, pdf_tags=True, uncompressed_pdf=True
            )
    screen_pdf(raw, file, Facts("题名", "主题", "主办", issue.published), bound.sheets)
    with Pdf.open(file) as pdf:
        return Screened(issue, file, tagtree.read(pdf))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Screened:
    return screened(illustrated_content(tmp_path_factory.mktemp("screened")), "2020-03")


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Screened:
    content = copied(SAMPLE, tmp_path_factory.mktemp("january") / "content")
    return screened(content, "2020-01")


def bare(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def words(struct: Struct) -> Iterator[str]:
    """The text in reading order, without readings, captions and numbers of notes."""
    for kid in struct.kids:
        if isinstance(kid, Struct):
            yield from words(kid) if kid.role not in (CAPTION, READING, MARK) else ()
        else:
            yield getattr(kid, "text", "")


def out_of_order(whole: Screened) -> list[str]:
    """Lines of the manuscripts that do not follow the line before them in the tags of their article."""
    wrong = []
    articles = [each for section in whole.issue.sections for each in section.articles]
    for article, struct in zip(articles, whole.articles(), strict=True):
        text, at = bare("".join(words(struct))), 0
        captions = {bare(picture.caption) for picture in article.pictures}
        for line in filter(None, map(bare, article.text.split("\n"))):
            place = text.find(line, at)
            if place >= 0:
                at = place + len(line)
            elif line not in captions:
                wrong.append(f"{article.key}: {line}")
    return wrong


def test_articles_of_a_small_issue(small: Screened) -> None:
    assert [bare(each.title) for each in small.articles()] == [
        bare(f"{stem}的标题后半截") for stem in ("one", "two", "short")
    ]
    assert out_of_order(small) == []


def test_sections_hold_their_articles(small: Screened) -> None:
    sections = [
        each
        for each in found(small.tree.root, "Sect")
        if any(k.role == "Art" for k in each.structs)
    ]
    assert [(each.title, len(found(each, "Art"))) for each in sections] == [
        ("特别关注", 2),
        ("环境资讯", 1),
    ]


def test_pictures_say_what_they_show(small: Screened) -> None:
    assert [each.alt for each in found(small.tree.root, "Figure")] == ["图说"]


def test_the_contents_lead_to_the_articles(small: Screened) -> None:
    rows = found(small.tree.root, "TOCI")
    assert [re.sub(r"\d+$", "", bare(row.text)) for row in rows] == [
        bare(f"{stem}的标题后半截") for stem in ("one", "two", "short")
    ]
    assert [len(found(row, "Link")) for row in rows] == [1, 1, 1]


def test_running_heads_are_no_text(small: Screened) -> None:
    text = small.tree.root.text
    assert text.count("总第294期") == 2  # the cover and the imprint


@pytest.mark.parametrize("which", ["small", "january"])
def test_nothing_shuts_readers_out(which: str, request: pytest.FixtureRequest) -> None:
    assert check(request.getfixturevalue(which).file) == []


def test_the_sample_is_read_in_the_order_of_the_manuscripts(january: Screened) -> None:
    articles = [each for section in january.issue.sections for each in section.articles]
    assert [bare(each.title) for each in january.articles()] == [
        bare(article.headline) for article in articles
    ]
    assert out_of_order(january) == []
    assert len(articles) > 5


def test_an_article_divided_over_pages_is_one(january: Screened) -> None:
    spread = [each for each in january.articles() if len({mark.page for mark in each.marks()}) > 1]
    assert len(spread) >= 3
