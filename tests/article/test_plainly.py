"""Plain paragraphs that are set aside come out as Markdown, the cleaner and the parser would make them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article import body, frontmatter, plainly
from plugins.article.kinds import Kind
from plugins.article.plainbody import plain_body
from plugins.toc.outline import outline

ROOT = Path(__file__).resolve().parents[2]
MANUSCRIPTS = sorted(ROOT.glob("content/20??-??/*.md"))
PLAIN = (
    "江水东流去。", "甲\n乙", "word\nword two", "PM2.5和SO2为35μg/m3", "（一）甲；", "100%",
    "“引”", "A", "Ⅲ类", "**粗**字", "甲 **乙丙** 丁", "**PM2.5**和**SO2** 3",
)  # fmt: skip
#: Blocks of their own that a body without anything else may have.
STANDING = (
    "# 标题",
    "## 二",
    "## 一、总体要求",
    "### （二）治理PM2.5。",
    "###### 甲 乙",
    "![图](a.jpg)",
    "![](photos/p-1_b.png)",
    "![治理后SO2、“甲” 乙（丙 摄）](a.b/c.jpg)",
    "| a | b |\n| --- | --- |\n| 1 |  |\n| SO2 | 4 |",
    "|甲|乙 丙|\n|---|----|\n|1.|2|",
)
#: Two of them would be one.
LISTS = ("- 一\n- 二", "- SO2")  # fmt: skip
OTHERS = (
    "##标题", "## 二 ##", "## **二**", "#", "## 1. 甲", "![图](a b.jpg)", "![图](a.jpg 'b')", "![图][a]", "![a_b](c.jpg)",
    "![图](a.jpg)\n![图](b.jpg)", "![图](a.jpg)甲", "![](图.jpg)", "## 甲\n乙", "甲\n## 乙", "![ ](a.jpg)",
    "3.5米",
    "甲　乙",
    "* 一\n* 二", "- 一\n二", "- 一\n- 2. 二", "- **一**", "- 一 ", "1. 甲\n2. 乙", "12. 数", "12) 数", "1.**甲**", "  缩进", "    code", "| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 |", "| a | b |\n|---|---|", "| a |\n|---|\n| 1 |", "a | b\n--|--\n1 | 2",
    "> 引", "***", "结尾两空格  \n下行", "x\n===", "x\n---", "[a](b.md)", "&amp;", "末 ", "\\*",
    "　　缩", "~~x~~", "e_f_g", "+ a", "- ", "* x", "**甲****乙**", "***甲***", "甲**", "** 甲**", "**甲 **乙", "*甲*",
    "**甲\n乙**", "注[^1]。\n\n[^1]: 在此。", "!!! 链接 \"甲\"\n    乙\n\n    丙", "<div>\n\n甲\n\n</div>", "\ue005", "[a]: b",
)  # fmt: skip


def both(source: str) -> tuple[body.Body, body.Body]:
    """The body as it is read, and without the short way."""
    kept = body.plain_body, plainly.set_aside
    short = body.parse(source, "k", "2020-03", Kind.NEWS, outline)
    body.plain_body = lambda source, key, outliner: None
    plainly.set_aside = lambda whole: (whole, plainly.Aside())
    try:
        return short, body.parse(source, "k", "2020-03", Kind.NEWS, outline)
    finally:
        body.plain_body, plainly.set_aside = kept


@given(
    st.lists(st.sampled_from(PLAIN + STANDING), min_size=1, max_size=9),
    st.sampled_from(LISTS),
    st.sampled_from(("\n\n", "\n \n", "\n\n\n")),
)
def test_a_body_of_plain_blocks_is_what_the_long_way_gives(
    blocks: list[str], items: str, between: str
) -> None:
    source = between.join([blocks[0], items, *blocks[1:]])
    assert plain_body(source, "k", outline) is not None
    short, long = both(source)
    assert short == long


@given(
    st.lists(st.sampled_from(PLAIN + STANDING + LISTS + OTHERS), min_size=1, max_size=7),
    st.sampled_from(("\n\n", "\n", "\n \n", "\n\n\n")),
)
def test_the_short_way_gives_what_the_long_way_gives(blocks: list[str], between: str) -> None:
    short, long = both(between.join(blocks))
    assert short == long


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=60))
def test_any_text_comes_out_the_same(text: str) -> None:
    short, long = both(text)
    assert short == long


@pytest.mark.slow
def test_every_manuscript_of_the_sample_comes_out_the_same() -> None:
    assert len(MANUSCRIPTS) > 80
    for file in MANUSCRIPTS:
        short, long = both(frontmatter.parse(file.read_text("utf-8"), file.name).body)
        assert short == long, file.name


@pytest.mark.parametrize("block", PLAIN)
def test_what_is_plain_is_set_aside(block: str) -> None:
    assert plainly.set_aside(block)[0] == "\ue000"


@pytest.mark.parametrize("block", STANDING + LISTS + OTHERS)
def test_what_is_not_plain_stays(block: str) -> None:
    assert plainly.set_aside(block)[0] == block.strip("\n")


def test_a_long_line_of_odd_marks_is_judged_at_once() -> None:
    """No pattern may go back and forth over a paragraph."""
    source = "江水**" * 4000 + "<"
    assert plainly.PLAIN.fullmatch(source) is None
