"""Markdown → neutral HTML: what every body must be, and each spelling of the contract."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from tests.desk import html, parse, soup, squeezed

BITS = st.sampled_from(
    [
        "甲",
        "。",
        "，",
        "：",
        "\n",
        "\n\n",
        "\u3000\u3000",
        "PM2.5",
        " ",
        "word",
        "\\",
        "`",
        "<",
        "&",
        "一、",
        "（一）",
        "1. ",
        "（1）",
        "总体要求",
        "各市：",
        "某某省生态环境厅",
        "2020年3月1日",
        "附件：",
        "**",
        "*",
        "_",
        "# ",
        "## ",
        "#### ",
        "- ",
        "    ",
        "> ",
        "![图](a.jpg)",
        "[见](y.md)",
        "[^1]",
        "\n[^1]: 注",
        "|",
        "\n|-|-|\n",
        "\n!!! 编者按\n    ",
        "{.dots}",
        "[重]",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<section>",
        "</section>",
        "<td>",
        "<table>",
        "<ruby>",
        "<rt>",
        "<p>",
        "</p>",
        "<!--",
    ]
)
SOURCES = st.lists(BITS, max_size=20).map("".join)
KINDS = st.sampled_from([Kind.NEWS, Kind.OFFICIAL])


@given(st.text(), KINDS)
def test_any_text_is_parsed(source: str, kind: Kind) -> None:
    parse(source, kind)


@given(SOURCES, KINDS)
def test_one_block_a_line(source: str, kind: Kind) -> None:
    for line in filter(None, parse(source, kind).html.split("\n")):
        body = soup(line).body
        assert body is not None
        assert len(body.contents) == 1


@given(SOURCES, KINDS)
def test_ids_are_unique_and_begin_with_the_key(source: str, kind: Kind) -> None:
    ids = [
        str(tag["id"]) for tag in soup(parse(source, kind, key="some-name").html).find_all(id=True)
    ]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("some-name-") for each in ids)


@given(SOURCES, KINDS)
def test_outline_and_page_have_the_same_ids(source: str, kind: Kind) -> None:
    body = parse(source, kind)
    page = soup(body.html)
    assert all(page.find(id=entry.id) for entry in body.outline)


@given(SOURCES, KINDS)
def test_html_is_neutral(source: str, kind: Kind) -> None:
    for tag in soup(parse(source, kind).html).find_all(True):
        assert "style" not in tag.attrs
        assert "align" not in tag.attrs
        assert str(tag.get("href", "#")).startswith(("article:", "#", "http", "y.md"))


@given(SOURCES, KINDS)
def test_text_and_page_say_the_same(source: str, kind: Kind) -> None:
    body = parse(source, kind)
    page = soup(body.html)
    for gloss in page.find_all(["rt", "rp"]):
        gloss.decompose()
    assert squeezed(body.text) == squeezed(page.get_text())


@given(st.lists(st.text(alphabet="治理污染，。word", min_size=1), min_size=1), KINDS)
def test_no_word_of_a_plain_text_is_lost(paragraphs: list[str], kind: Kind) -> None:
    for between in ("\n\n", "\n", "\n　　"):
        assert squeezed(parse(between.join(paragraphs), kind).text) == "".join(paragraphs)


def test_parsing_leaves_no_trace() -> None:
    noted = "甲[^1]\n\n[^1]: 注。"
    first = html(noted)
    parse("[^1]: 别的注。\n\n乙[^1]")
    assert html(noted) == first


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("", ""),
        ("治理\n污染", "<p>治理污染</p>"),
        ("clean\nair", "<p>clean air</p>"),
        ("治理\n**污染**\n防治", "<p>治理<strong>污染</strong>防治</p>"),
        ("open\n**data**\nnow", "<p>open <strong>data</strong> now</p>"),
        ("　　治理", "<p>治理</p>"),
        ("　　治理\n　　污染", "<p>治理</p>\n<p>污染</p>"),
        ("&emsp;治理", "<p>\u2003治理</p>"),
        ("# 甲", '<h1 id="k-4e4780">甲</h1>'),
        ("## 甲\n\n### 乙", '<h2 id="k-4e4780">甲</h2>\n<h3 id="k-57c85e">乙</h3>'),
        ("甲\n---", "<p>甲</p>\n<hr/>"),
        ("    四格缩进不是代码", "<p>四格缩进不是代码</p>"),
        ("甲  \n乙", "<p>甲<br/>乙</p>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("3. 甲\n4. 乙", '<ol start="3"><li>甲</li><li>乙</li></ol>'),
        ("> 引\n> 文", "<blockquote><p>引文</p></blockquote>"),
        ("*斜* **粗** `码`", "<p><em>斜</em> <strong>粗</strong> <code>码</code></p>"),
        ("3 < 5 & 7", "<p>3 &lt; 5 &amp; 7</p>"),
        ("甲<!-- 注 -->乙", "<p>甲乙</p>"),
    ],
)
def test_blocks(source: str, made: str) -> None:
    assert html(source) == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("[着重]{.dots}", '<p><em class="dots">着重</em></p>'),
        ("要[着重]{ .dots }说", '<p>要<em class="dots">着重</em>说</p>'),
        ("[翀]{ruby=chōng}", "<p><ruby>翀<rt>chōng</rt></ruby></p>"),
        ('[翀]{ruby="chōng"}', "<p><ruby>翀<rt>chōng</rt></ruby></p>"),
        ("[翀]{ruby = “chōng”}", "<p><ruby>翀<rt>chōng</rt></ruby></p>"),
        ("[翀]{ruby}", "<p>[翀]{ruby}</p>"),
        ("[着重]{.other}", "<p>[着重]{.other}</p>"),
        ("[着重]（说明）", "<p>[着重]（说明）</p>"),
    ],
)
def test_dots_and_ruby(source: str, made: str) -> None:
    assert html(source) == made


def test_ruby_is_no_part_of_the_text() -> None:
    assert parse("王[翀]{ruby=chōng}说").text == "王翀说"


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("PM2.5为35μg/m3", "<p>PM<sub>2.5</sub>为35μg/m<sup>3</sup></p>"),
        ("**SO2**和NOx", "<p><strong>SO<sub>2</sub></strong>和NO<sub>x</sub></p>"),
        ("PM<sub>2.5</sub>", "<p>PM<sub>2.5</sub></p>"),
        ("`PM2.5`", "<p><code>PM2.5</code></p>"),
        ("## O3污染", '<h2 id="k-43bf68">O<sub>3</sub>污染</h2>'),
        (
            "[CO2](https://e.invalid/CO2)",
            '<p><a href="https://e.invalid/CO2">CO<sub>2</sub></a></p>',
        ),
    ],
)
def test_formulas(source: str, made: str) -> None:
    assert html(source) == made


def test_formulas_are_plain_in_the_text() -> None:
    assert parse("PM2.5为35μg/m3").text == "PM2.5为35μg/m3"


def test_table_with_alignment() -> None:
    made = html("|城市|浓度|级|备注|\n|:--|--:|:-:|--|\n|甲市|35|二|无|")
    assert "align=" not in made
    assert made.startswith('<table><thead><tr><th class="align-left">城市</th>')
    assert '<td class="align-right">35</td><td class="align-center">二</td><td>无</td>' in made


def test_a_table_with_indented_rows() -> None:
    assert "<td>1</td>" in html("　　|甲|乙|\n　　|--|--|\n　　|1|2|").replace("\n", "")


def test_footnotes() -> None:
    body = parse("甲[^1]乙[^说明]。\n\n[^1]: 注一。\n[^说明]: 注二。", key="a")
    page = soup(body.html)
    links = page.select("a.footnote-ref")
    assert [link["href"] for link in links] == ["#a-fn-1", "#a-fn-说明"]
    assert [note["id"] for note in page.select("div.footnote li")] == ["a-fn-1", "a-fn-说明"]
    assert page.select("a.footnote-backref") == []
    assert squeezed(body.text) == "甲乙。注一。注二。"


@pytest.mark.parametrize(
    ("typed", "name", "title"),
    [
        ("编者按", "editors-note", "编者按"),
        ("编者的话", "editors-note", "编者的话"),
        ("链接", "box", "链接"),
        ('链接 "小知识"', "box", "小知识"),
        ("背景", "box", "背景"),
    ],
)
def test_notes(typed: str, name: str, title: str) -> None:
    assert html(f"!!! {typed}\n    甲\n    乙\n\n    丙") == (
        f'<aside class="{name}"><p class="aside-title">{title}</p><p>甲乙</p><p>丙</p></aside>'
    )


def test_what_follows_a_note_is_outside() -> None:
    assert html("!!! 链接\n    甲\n\n乙").endswith("</aside>\n<p>乙</p>")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- 甲\n    - 乙\n- 丙", "甲\n乙\n丙"),
        ("<div>甲</div>\n\n乙", "甲\n乙"),
        ("<table><caption>表1</caption><tr><td>甲<p>乙</p>丙</td></tr></table>", "表1\n甲\n乙\n丙"),
        ("## 甲\n\n乙**丙**", "甲\n乙丙"),
        ("![图说](a.jpg)", "图说"),
        ("> 甲\n>\n> 乙", "甲\n乙"),
    ],
)
def test_plain_text_has_every_word_once_and_a_line_a_block(source: str, text: str) -> None:
    assert parse(source).text == text


def test_images_in_order_with_captions() -> None:
    body = parse("![甲](photos/a.jpg)\n\n文![乙](b.png)字\n\n![](c.jpg)")
    assert body.images == (("photos/a.jpg", "甲"), ("b.png", "乙"), ("c.jpg", ""))


def test_sources_of_pictures_are_the_manuscripts_own() -> None:
    assert re.findall(r'src="([^"]+)"', html("![甲](photos/a b.jpg)")) != [
        "/2020-03/photos/a b.jpg"
    ]
    assert re.findall(r'src="([^"]+)"', html("![甲](photos/图.jpg)")) == ["photos/图.jpg"]
