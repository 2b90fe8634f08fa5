"""公文: the structure of a policy text, however it was typed."""

from __future__ import annotations

import pytest

from plugins.article.kinds import Kind
from tests.desk import html, parse

LEVELS = [("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4)]


def official(source: str) -> str:
    return html(source, Kind.OFFICIAL)


def labels(source: str) -> list[tuple[int, str]]:
    return [(entry.level, entry.label) for entry in parse(source, Kind.OFFICIAL).outline]


@pytest.mark.parametrize(("number", "level"), LEVELS)
def test_a_short_numbered_paragraph_is_a_heading(number: str, level: int) -> None:
    made = official(f"{number}总体要求\n\n正文。")
    assert made.startswith(f'<h{level + 1} class="level-{level}" id="k-')
    assert f">{number}总体要求</h{level + 1}>" in made


@pytest.mark.parametrize(("number", "level"), LEVELS)
@pytest.mark.parametrize("marks", ["##", "###", "####", "#"])
def test_a_numbered_heading_has_the_level_its_number_says(
    number: str, level: int, marks: str
) -> None:
    made = official(f"{marks} {number}总体要求")
    assert made.startswith(f'<h{level + 1} class="level-{level}"')


def test_the_same_structure_as_paragraphs_and_as_headings() -> None:
    plain = "一、甲\n\n（一）乙\n\n正文。\n\n二、丙\n\n正文。"
    typed = "## 一、甲\n\n### （一）乙\n\n正文。\n\n## 二、丙\n\n正文。"
    assert official(plain) == official(typed)
    assert labels(plain) == [(2, "一、甲"), (3, "（一）乙"), (2, "二、丙")]


def test_lines_without_blank_lines_between() -> None:
    assert labels("一、甲\n（一）乙\n二、丙") == [(2, "一、甲"), (3, "（一）乙"), (2, "二、丙")]


@pytest.mark.parametrize("bold", [False, True])
def test_run_in_head(bold: bool) -> None:
    head = "（四）加强组织领导。"
    made = official(
        f"一、甲\n\n{'**' if bold else ''}{head}{'**' if bold else ''}各地要压实责任，抓好落实。"
    )
    assert made.split("\n")[1] == (
        f'<p class="item item-2"><b class="head level-2" id="k-6d232d">{head}</b>'
        "各地要压实责任，抓好落实。</p>"
    )


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("（一）降低PM2.5浓度。各地要抓实。", "（一）降低PM<sub>2.5</sub>浓度。"),
        ("（一）管住SO2。各地要抓实。", "（一）管住SO<sub>2</sub>。"),
        ("（一）管住SO2。NOx也要管住。", "（一）管住SO<sub>2</sub>。"),
    ],
)
def test_a_formula_in_a_run_in_head(typed: str, head: str) -> None:
    made = official(typed)
    assert f">{head}</b>" in made
    assert parse(typed, Kind.OFFICIAL).text == typed


def test_the_number_of_a_note_in_a_run_in_head() -> None:
    found = parse("（一）摸清底数[^1]。逐户。\n\n[^1]: 注。", kind=Kind.OFFICIAL)
    assert [entry.label for entry in found.outline] == ["（一）摸清底数"]
    assert found.text == "（一）摸清底数。逐户。\n注。"


@pytest.mark.parametrize(
    "typed",
    [
        "（一）降低PM2.5浓度。",
        "（一）看[这里](b.md)的话。各地。",
        f"（一）PM2.5{'很' * 45}。各地。",
    ],
)
def test_no_run_in_head(typed: str) -> None:
    assert "<b " not in official(typed)


def test_run_in_heads_stand_in_the_outline() -> None:
    source = "一、甲\n\n（一）乙。正文一句。\n\n**（二）丙。**正文一句。"
    assert labels(source) == [(2, "一、甲"), (3, "（一）乙"), (3, "（二）丙")]


def test_a_long_first_sentence_is_no_head() -> None:
    made = official(f"（一）{'长' * 50}。后一句。")
    assert made == f'<p class="item item-2">（一）{"长" * 50}。后一句。</p>'


def test_an_item_is_no_heading() -> None:
    assert (
        official("1. 对重点行业开展排查；") == '<p class="item item-3">1. 对重点行业开展排查；</p>'
    )


def test_numbers_are_the_authors_own() -> None:
    """«1. x» is no Markdown list: a list would count anew and eat the number."""
    made = official("1. 甲，逗号。\n2. 乙，逗号。\n5. 丙，逗号。")
    assert "<ol" not in made
    assert [line for line in made.split("\n") if "5. 丙" in line]
    assert made.count('<p class="item item-3">') == 3


def test_in_other_kinds_it_is_a_list() -> None:
    assert html("1. 甲\n2. 乙").startswith("<ol>")
    assert html("一、甲") == "<p>一、甲</p>"


def test_bold_inside_a_heading_is_dropped() -> None:
    assert official("**一、总体要求**") == '<h2 class="level-1" id="k-ccde65">一、总体要求</h2>'


@pytest.mark.parametrize("colon", ["：", ":"])
def test_addressee(colon: str) -> None:
    made = official(f"各市生态环境局，厅直属各单位{colon}\n\n现通知如下。")
    assert made.startswith(f'<p class="addressee">各市生态环境局，厅直属各单位{colon}</p>')


@pytest.mark.parametrize("first", ["现将有关事项通知如下。", "长" * 130 + "："])
def test_no_addressee(first: str) -> None:
    assert "addressee" not in official(f"{first}\n\n正文。")


@pytest.mark.parametrize("between", ["\n\n", "\n　　", "\n"])
def test_signature(between: str) -> None:
    body = parse(f"正文。\n\n某某省生态环境厅{between}2020年3月1日", Kind.OFFICIAL)
    assert body.signed
    assert body.html.endswith(
        '<p class="signature">某某省生态环境厅</p>\n<p class="signed-on">2020年3月1日</p>'
    )


def test_a_day_in_characters() -> None:
    assert parse("某某省生态环境厅\n\n二〇二〇年三月一日", Kind.OFFICIAL).signed


@pytest.mark.parametrize(
    "end", ["", "某某省生态环境厅", "2020年3月1日", "本通知自发布之日起施行。\n\n2020年3月1日"]
)
def test_no_signature(end: str) -> None:
    body = parse(f"正文，逗号。\n\n{end}", Kind.OFFICIAL)
    assert not body.signed
    assert "signature" not in body.html


def test_other_kinds_sign_nothing() -> None:
    assert not parse("某某省生态环境厅\n\n2020年3月1日").signed


@pytest.mark.parametrize("line", ["附件：1. 任务分工表", "附件: 任务表", "附件1"])
def test_attachments(line: str) -> None:
    assert official(f"正文。\n\n{line}").endswith(f'<p class="attachments">{line}</p>')


@pytest.mark.parametrize("head", ["附件", "附件1", "附件 2", "## 附件1 名单", "## 附件"])
def test_a_signature_before_attachments_set_out_in_full(head: str) -> None:
    body = parse(
        f"正文。\n\n某某省生态环境厅\n\n2020年3月1日\n\n（此件公开发布）\n\n{head}\n\n名单。\n\n说明。",
        Kind.OFFICIAL,
    )
    assert body.signed
    assert '<p class="signature">某某省生态环境厅</p>\n<p class="signed-on">' in body.html


@pytest.mark.parametrize("head", ["附件1 名单如下。", "附件：1.名单", "## 其他"])
def test_what_follows_a_day_without_an_attachments_head_unsigns_it(head: str) -> None:
    source = f"正文。\n\n某某省生态环境厅\n\n2020年3月1日\n\n{head}\n\n正文，逗号。"
    assert not parse(source, Kind.OFFICIAL).signed
