"""Markdown with our short passes is Markdown, only sooner."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor

from plugins.article import body, markup

PIECES = (
    "生态", "PM2.5", "**重**", "*斜*", "_下_", "`代码`", "``双 ` 反``", "[链](a.md)", "![图](p.png)", "[^1]",
    "\n\n[^1]: 注\n\n", "[着重]{.dots}", "[翀]{ruby=chōng}", "\\*", "\\", "  \n", "\n", "\n\n", "&nbsp;", "&", "<",
    "<b>", "</b>", "<div>\n\n", "</div>\n\n", "<!-- 注 -->", "<https://a.cn>", "- 甲\n", "1. 乙\n", "> 引\n", "## 题\n",
    "|a|b|\n|-|-|\n|1|2|\n", '!!! 编者按 "题"\n    文\n', "[参][r]", "\n\n[r]: b.md\n\n", "!", "[", "]", "\x02klzzwxh:0000\x03",
)  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def plain() -> Markdown:
    """Our Markdown with the passes that it comes with."""
    made = body._markdown.__wrapped__()
    made.treeprocessors.register(InlineProcessor(made), "inline", 20)
    made.preprocessors.register(HtmlBlockPreprocessor(made), "html_block", 20)
    return made


@settings(max_examples=300)
@given(sources)
def test_the_short_passes_change_nothing(source: str) -> None:
    assert body._markdown().reset().convert(source) == plain().convert(source)


def test_the_short_passes_are_in_use() -> None:
    made = body._markdown()
    assert isinstance(made.treeprocessors["inline"], markup._ShortInlinePass)
    assert isinstance(made.preprocessors["html_block"], markup._ShortHtmlPass)
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline"), "Markdown has renamed it"


@pytest.mark.parametrize("pattern", body._markdown().inlinePatterns)
def test_no_pattern_matches_without_a_trigger(pattern: object) -> None:
    """A pattern of a newer Markdown that begins otherwise would be passed over."""
    text = "".join(chr(code) for code in range(0x21, 0x7F) if not markup.INLINE.search(chr(code)))
    assert pattern.getCompiledRegExp().search(f"{text} {text}\n{text}") is None  # type: ignore[attr-defined]
