"""Bookmarks of the PDF below an article: its outline, label by label, level by level, each where its heading stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pytest

from plugins.article.record import Article
from plugins.press.bodies import bookmarked
from plugins.press.official.officialpress import press_official
from plugins.press.press import press
from tests.press.conftest import THEME, Book, load, read, small_content

#: Bookmarks of an article stand below the section (1) and the headline (2); an outline begins at 2.
BELOW = 1
WORDS = "河面宽了，芦苇也高了，守河的人比去年多了两个。" * 8
POLICY = f"""---
标题: 关于印发巡河办法的通知
体裁: 公文
发文机关: 某省生态环境厅
发文字号: 某环发〔2020〕3号
成文日期: 2020年3月3日
公开属性: 主动公开
公开: 是
---

现印发给你们。

一、总体要求[^1]

{WORDS}

（一）摸清底数。{WORDS}

（二）依法公开SO2。{WORDS}

1. 按月

{WORDS}

（1）按旬

{WORDS}

二、“保障”措施

{WORDS}

[^1]: 一条注。
"""


@pytest.mark.parametrize(
    ("block", "made"),
    [
        ('<h2 id="k-1">甲</h2>', '<h2 id="k-1" data-bookmark="一、甲&amp;">甲</h2>'),
        ('<h2 class="level-1" id="k-1">甲</h2>', None),
        ('<p class="item item-2"><b class="head level-2" id="k-1">甲</b>文</p>', None),
        ('<h2 id="k-2">别的</h2>', '<h2 id="k-2">别的</h2>'),
        ('<p><sup id="k-1">1</sup></p>', '<p><sup id="k-1">1</sup></p>'),
    ],
)
def test_a_head_says_its_line_of_the_outline(block: str, made: str | None) -> None:
    found = bookmarked(block, {"k-1": "一、甲&"})
    assert found == (made or block.replace('id="k-1"', 'id="k-1" data-bookmark="一、甲&amp;"'))


def test_without_an_outline_nothing_is_said() -> None:
    assert bookmarked('<h2 id="k-1">甲</h2>', {}) == '<h2 id="k-1">甲</h2>'


Line = tuple[int, str, int]


def bookmarks(file: Path) -> list[Line]:
    """(level, label, page from 0) of every bookmark in order."""
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def walk(items: Iterable[pikepdf.OutlineItem], level: int) -> Iterator[Line]:
            for item in items:
                assert item.destination is not None
                yield level, item.title, pages[item.destination[0].objgen]
                yield from walk(item.children, level + 1)

        return list(walk(outline.root, 1))


def below(found: list[Line], article: Article) -> list[Line]:
    """The bookmarks below an article's headline."""
    title = re.sub(r"\s", "", article.headline)
    at = next(
        n for n, row in enumerate(found) if row[0] == 2 and re.sub(r"\s", "", row[1]) == title
    )
    rest = found[at + 1 :]
    end = next((n for n, row in enumerate(rest) if row[0] <= 2), len(rest))
    return rest[:end]


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Book:
    content = small_content(tmp_path_factory.mktemp("policy"))
    (content / "2020-03/two.md").write_text(POLICY, "utf-8")
    issue = load(content).issues[0]
    return read(issue, press(issue, content, THEME, content.parent / "book.pdf", lambda *_: None))


@pytest.mark.press
@pytest.mark.slow
def test_a_policy_text_has_its_whole_outline(policy: Book) -> None:
    article = next(each for each in policy.issue.articles if each.stem == "two")
    found = below(bookmarks(policy.pressed.file), article)
    assert [(level, label) for level, label, _ in found] == [
        (3, "一、总体要求"),
        (4, "（一）摸清底数"),
        (4, "（二）依法公开SO2"),
        (5, "1.按月"),
        (6, "（1）按旬"),
        (3, "二、“保障”措施"),
    ]


@pytest.mark.press
def test_the_sheet_of_a_policy_text_has_its_outline_too(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    (content / "2020-03/two.md").write_text(POLICY, "utf-8")
    issue = load(content).issues[0]
    article = next(each for each in issue.articles if each.stem == "two")
    press_official(article, issue, content, THEME, tmp_path / "two.pdf")
    found = bookmarks(tmp_path / "two.pdf")
    assert [re.sub(r"\s", "", label) for _, label, _ in found[:1]] == [article.headline]
    assert [(level, label) for level, label, _ in found[1:]] == [
        (entry.level, entry.label) for entry in article.outline
    ]


@pytest.mark.press
@pytest.mark.slow
def test_every_article_of_the_sample_has_its_outline(sample: Book) -> None:
    found = bookmarks(sample.pressed.file)
    outlined = [each for each in sample.issue.articles if each.outline]
    assert len(outlined) > 5
    for article in outlined:
        own = below(found, article)
        assert [(level, label) for level, label, _ in own] == [
            (entry.level + BELOW, entry.label) for entry in article.outline
        ], article.key
        pages = [page for *_, page in own]
        assert pages == sorted(pages), article.key
        assert pages[0] >= sample.pressed.folios[article.stem] + 1, article.key
