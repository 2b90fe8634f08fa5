"""One manuscript, bytes to record: what an article is, and the line on which each fault stands."""

from __future__ import annotations

import dataclasses

import pytest

from plugins.article import manuscript
from plugins.article.finding import Finding
from plugins.article.kinds import Kind
from plugins.article.record import Article, Link, Picture
from plugins.tagging.record import Tag, Tagged
from plugins.toc.outline import outline
from tests.desk import Desk, no_tags

SHOWN = "content/2020-03/a.md"


def read(desk: Desk, body: str = "正文。", **fields: str) -> tuple[Article | None, list[Finding]]:
    file = desk.article("2020-03/a", body, **fields)
    return manuscript.read(file, SHOWN, outline, no_tags)


def only(desk: Desk, body: str, **fields: str) -> Finding:
    _, findings = read(desk, body, **fields)
    assert len(findings) == 1, [str(each) for each in findings]
    assert findings[0].path == SHOWN
    return findings[0]


def test_an_article(desk: Desk) -> None:
    desk.picture("2020-03/photos/a.jpg")
    text = "　　治理PM2.5。\n\n## 一节\n\n![图](photos/a.jpg)\n\n见[乙](b.md)。"
    article, findings = read(desk, text, 标题="甲　乙", 副题="丙", 体裁="通讯")
    assert findings == []
    assert article is not None
    assert (article.issue_key, article.stem, article.key) == ("2020-03", "a", "a")
    assert article.path == "2020-03/a.md"
    assert (article.headline, article.title, article.kind) == ("甲 乙", "甲 乙——丙", Kind.FEATURE)
    assert article.text == "治理PM2.5。\n一节\n图\n见乙。"
    assert article.length == len("治理PM2.5。一节图见乙。")
    assert [entry.id for entry in article.outline] == ["a-ef46ff"]
    assert article.pictures == (Picture("photos/a.jpg", "图", 12, 5, 60, 40),)
    assert article.links == (Link("2020-03", "b", 14, 5),)


def test_a_title_without_deck() -> None:
    assert Article(headline="甲", issue_key="", stem="a", path="", body="", text="").title == "甲"


def test_frozen(desk: Desk) -> None:
    article, _ = read(desk)
    assert article is not None
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.headline = "乙"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        article.extra = 1  # type: ignore[attr-defined]


def test_the_tagger_is_asked_with_headline_text_and_own_tags(desk: Desk) -> None:
    asked = []

    def tagger(headline: str, text: str, own: tuple[str, ...]) -> Tagged:
        asked.append((headline, text, own))
        return Tagged((Tag("水", "water", ""),), ("水", "土"))

    file = desk.article("2020-03/a", "正文。", 标题="甲", 标签="大气")
    article, _ = manuscript.read(file, SHOWN, outline, tagger)
    assert asked == [("甲", "正文。", ("大气",))]
    assert article is not None
    assert article.tags == (Tag("水", "water", ""),)
    assert article.terms == ("水", "土")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_whatever_it_was_saved_in(desk: Desk, encoding: str) -> None:
    text = "---\r\n标题：生态环境\r\n---\r\n\r\n　　治理。\r\n　　污染。\r\n"
    file = desk.write("2020-03/a.md", text.encode(encoding))
    article, findings = manuscript.read(file, SHOWN, outline, no_tags)
    assert findings == []
    assert article is not None
    assert (article.headline, article.body) == ("生态环境", "<p>治理。</p>\n<p>污染。</p>")


def test_signature_and_addressee_in_the_body_are_known(desk: Desk) -> None:
    text = "各市局：\n\n正文。\n\n某某省生态环境厅\n\n2020年3月1日"
    article, _ = read(desk, text, 体裁="公文", 主送="各市局")
    assert article is not None
    assert article.signed_in_body
    assert article.addressed_in_body


@pytest.mark.parametrize("data", [b"\x00\x01", b"PK\x03\x04\x00"])
def test_no_text(desk: Desk, data: bytes) -> None:
    article, findings = manuscript.read(desk.write("2020-03/a.md", data), SHOWN, outline, no_tags)
    assert article is None
    assert [str(each) for each in findings] == [
        f"{SHOWN}  A104  这不是文本文件，请用记事本或其他文字编辑器另存为 UTF-8 文本"
    ]


@pytest.mark.parametrize("stem", ["a b", "a.b", "index", "INDEX", "404", "-a", "稿！"])
def test_a_stem_that_is_no_address(desk: Desk, stem: str) -> None:
    file = desk.article(f"2020-03/{stem}")
    _, findings = manuscript.read(file, SHOWN, outline, no_tags)
    assert [each.code for each in findings] == ["A118"]
    assert f"“{stem}”" in findings[0].message


@pytest.mark.parametrize("stem", ["a", "zx-01", "某稿", "3-a", "a_b"])
def test_a_stem_that_is_one(desk: Desk, stem: str) -> None:
    file = desk.article(f"2020-03/{stem}")
    assert manuscript.read(file, SHOWN, outline, no_tags)[1] == []


def test_no_body(desk: Desk) -> None:
    finding = only(desk, "\n")
    assert (finding.code, finding.line) == ("A119", 5)
    assert "补上正文" in finding.message


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("## 甲\n\n#### 乙\n", 8, ["“乙”", "“####”", "“###”"]),
        ("### 甲\n", 6, ["“甲”", "“##”"]),
        ("# 甲\n\n文。", 6, ["“甲”", "“##”"]),
        ("先说工作要求。\n\n### 工作要求\n", 8, ["“工作要求”"]),
        ("### **重**点 工作\n", 6, ["“重点 工作”"]),
        ("### PM2.5\n", 6, ["“PM2.5”"]),
    ],
)
def test_heading_jump(desk: Desk, body: str, line: int, words: list[str]) -> None:
    finding = only(desk, body)
    assert (finding.code, finding.line, finding.level) == ("A111", line, "error")
    assert all(word in finding.message for word in words)


@pytest.mark.parametrize(
    "body", ["1. 甲\n\n2. 乙\n", "（一）甲\n\n正文。\n", "一、甲\n\n1. 乙\n\n正文。"]
)
def test_a_policy_text_may_number_as_its_author_did(desk: Desk, body: str) -> None:
    assert read(desk, body, 体裁="公文")[1] == []


def test_an_unnumbered_jump_in_a_policy_text(desk: Desk) -> None:
    assert only(desk, "#### 甲\n", 体裁="公文").code == "A111"


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("文。\n\n![甲](photos/none.jpg)", "A112", 8, 5),
        ("文。\n\n![甲](../a.jpg)", "A114", 8, 5),
        ("![甲](https://e.invalid/a.jpg)", "A114", 6, 5),
        ('文。\n\n<img src="photos/none.jpg" alt="甲">', "A112", 8, 11),
        ("文。\n\n见[乙](乙)。", "A115", 8, 5),
        ("文。\n见[乙](photos/a.pdf)。", "A115", 7, 5),
    ],
)
def test_where_it_stands(desk: Desk, body: str, code: str, line: int, column: int) -> None:
    finding = only(desk, body)
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert "请" in finding.message


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("文。\n\n![](photos/a.jpg)", "A117", 8),
        ("文。\n\n<section>甲</section>", "A116", 8),
        ("文。<script>x()</script>", "A116", 6),
    ],
)
def test_warnings_do_not_stop(desk: Desk, body: str, code: str, line: int) -> None:
    desk.picture("2020-03/photos/a.jpg")
    finding = only(desk, body)
    assert (finding.code, finding.line, finding.level) == (code, line, "warning")


def test_a_long_front_matter_moves_the_lines(desk: Desk) -> None:
    finding = only(desk, "![甲](photos/none.jpg)", 作者="张三", 引题="乙", 提要="丙")
    assert finding.line == 9
