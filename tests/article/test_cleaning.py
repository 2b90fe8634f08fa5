from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.cleaning import clean, refused
from tests.desk import parse, soup

BITS = st.sampled_from(
    [
        "<script>",
        "</script>",
        "alert(1)",
        "<p onclick='x()'>",
        "<p style=color:red>",
        "<iframe src=//e>",
        "<img src=x onerror=x()>",
        "<svg onload=x()>",
        "</svg>",
        "<a href='javascript:x'>",
        "</a>",
        "<style>",
        "</style>",
        "<link rel=x>",
        "<object data=x>",
        "<form action=x>",
        "<meta charset=x>",
        "<base href=//e>",
        "<b>",
        "</b>",
        "甲",
        "\n\n",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<",
        ">",
        '"',
        "'",
    ]
)
RUNNING = [
    "script",
    "iframe",
    "style",
    "svg",
    "link",
    "object",
    "embed",
    "form",
    "input",
    "meta",
    "base",
]


@given(st.lists(BITS, max_size=15).map("".join))
def test_nothing_that_runs_or_loads_is_left(text: str) -> None:
    for markup in (clean(text), parse(text).html):
        page = soup(markup)
        assert page.find_all(RUNNING) == []
        for tag in page.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on")]
            assert not {"style", "srcset", "formaction", "background"} & set(tag.attrs)
            assert not str(tag.get("href", "")).lower().startswith(("javascript:", "data:"))


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("<p>甲<script>x()</script>乙</p>", "<p>甲乙</p>"),
        ("<p>甲<style>p{}</style></p>", "<p>甲</p>"),
        ('<p style="color:red">甲</p>', "<p>甲</p>"),
        ('<p onclick="x()">甲</p>', "<p>甲</p>"),
        ('<a href="javascript:x()">甲</a>', "<a>甲</a>"),
        ('<a href="data:text/html,x">甲</a>', "<a>甲</a>"),
        (
            '<a href="https://e.invalid/" target="_blank">甲</a>',
            '<a href="https://e.invalid/">甲</a>',
        ),
        ('<p class="dots evil">甲</p>', '<p class="dots">甲</p>'),
        ('<p id="mine">甲</p>', "<p>甲</p>"),
        ("<section>甲</section>", "甲"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("<ruby>翀<rt>chōng</rt></ruby>", "<ruby>翀<rt>chōng</rt></ruby>"),
        ('<td colspan="2">甲</td>', "甲"),
    ],
)
def test_cleaned(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("甲<script>x</script>", ["<script>"]),
        ("<iframe src='//e'></iframe>", ["<iframe src='//e'>"]),
        ('<p onclick="x">甲</p>', ['<p onclick="x">']),
        ('<b STYLE = "x">甲</b>', ['<b STYLE = "x">']),
        ("<section>甲</section>", ["<section>"]),
        ("H<sub>2</sub>O <b>重</b><br>", []),
        ("<https://e.invalid/a> <a@e.invalid>", []),
        ("3 < 5 > 2，a<b", []),
        ("写成 `<script>` 也不行", []),
    ],
)
def test_what_is_taken_out_is_told(source: str, tags: list[str]) -> None:
    assert list(refused(source)) == tags


@pytest.mark.parametrize("tag", ["section", "center", "font", "marquee"])
def test_words_stay_when_their_tag_goes(tag: str) -> None:
    body = parse(f"前文。\n\n<{tag}>正文<b>重</b>点</{tag}>\n\n后文。")
    assert body.text == "前文。\n正文重点\n后文。"
    assert re.sub("<[^>]+>|\n", "", body.html) == "前文。正文重点后文。"
