"""Bodies of policy texts taken apart (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.article.record import Article, Picture
from plugins.press.official.officialparts import (
    Attachment,
    Parts,
    attachments,
    dressed,
    picture_lines,
    plain,
    take_apart,
)

CLOSING = '<p class="signature">某省生态环境厅</p>\n<p class="signed-on">2020年3月2日</p>'


def article(body: str, **more: Any) -> Article:
    fields = {"headline": "关于工作的通知", "issuing_body": "某省生态环境厅", **more}
    return Article(issue_key="2020-03", stem="a", path="2020-03/a.md", body=body, text="", **fields)


def parts(*blocks: str, **more: Any) -> Parts:
    return take_apart(article("\n".join(blocks), **more))


def words(blocks: tuple[str, ...]) -> list[str]:
    return [plain(block) for block in blocks]


def test_addressee_and_text() -> None:
    found = parts('<p class="addressee">各市：</p>', "<p>正文。</p>", "<p>再说。</p>")
    assert found.addressee == "各市："
    assert words(found.blocks) == ["正文。", "再说。"]


@pytest.mark.parametrize("remark", ["（此件公开发布）", "(信息是否公开：主动公开)"])
def test_closing_lines_leave_the_text(remark: str) -> None:
    found = parts("<p>正文。</p>", CLOSING, f"<p>{remark}</p>")
    assert words(found.blocks) == ["正文。"]
    assert (found.signature, found.day) == ("某省生态环境厅", "2020年3月2日")
    assert found.remark == remark[1:-1]


def test_closing_lines_that_nobody_marked_are_known_by_the_front_matter() -> None:
    found = parts("<p>正文。</p>", "<p>某省 生态环境厅</p>", "<p>2020年 3月2日</p>")
    assert words(found.blocks) == ["正文。"]
    assert found.signature == "某省 生态环境厅"


def test_a_last_paragraph_in_brackets_is_text() -> None:
    found = parts("<p>正文。</p>", "<p>（省生态环境厅、省水利厅）</p>")
    assert found.remark == ""
    assert words(found.blocks)[-1] == "（省生态环境厅、省水利厅）"


def test_a_remark_without_signature_is_one_when_it_speaks_like_one() -> None:
    assert parts("<p>正文。</p>", "<p>（此件公开发布）</p>").remark == "此件公开发布"


def test_attachments_are_listed_without_stops_whether_in_one_paragraph_or_several() -> None:
    found = attachments(
        [
            '<p class="attachments">附件：1.目标<br/>2.清单（样式）；  </p>',
            '<p class="attachments">3.调度表。</p>',
        ]
    )
    assert found == (
        Attachment("1", "目标"),
        Attachment("2", "清单（样式）"),
        Attachment("3", "调度表"),
    )


def test_one_attachment_bears_no_number() -> None:
    assert attachments(['<p class="attachments">附件：1.名单</p>']) == (Attachment("", "名单"),)


def test_attachments_leave_the_text() -> None:
    found = parts("<p>正文。</p>", '<p class="attachments">附件：名单</p>', CLOSING)
    assert words(found.blocks) == ["正文。"]
    assert found.attachments == (Attachment("", "名单"),)


@pytest.mark.parametrize("head", ["<p>附件2</p>", "<h2>附件 2</h2>", "<h2>附件2：名单</h2>"])
def test_an_attachment_has_pages_of_its_own(head: str) -> None:
    title = [] if "名单" in head else ["<p>名单</p>"]
    found = parts("<p>正文。</p>", CLOSING, head, *title, "<p>张某某。</p>")
    assert found.signature == "某省生态环境厅"
    assert [(each.label, each.title) for each in found.annexes] == [("附件2", "名单")]
    assert words(found.annexes[0].blocks) == ["张某某。"]


def test_a_heading_about_attachments_is_none() -> None:
    assert parts("<p>正文。</p>", "<h2>附件的管理</h2>", "<p>要求。</p>").annexes == ()


@pytest.mark.parametrize(
    "first", ["<p>填报说明如下。</p>", '<h2 class="level-1">一、总则</h2>', "<table></table>"]
)
def test_what_is_no_title_stays_in_the_attachment(first: str) -> None:
    annex = parts("<p>正文。</p>", "<p>附件</p>", first, "<p>张某某。</p>").annexes[0]
    assert annex.title == ""
    assert len(annex.blocks) == 2


def test_the_editors_note_of_the_magazine_is_left_out() -> None:
    found = parts('<aside class="editors-note"><p>编者按</p></aside>', "<p>正文。</p>")
    assert words(found.blocks) == ["正文。"]


def test_anchors_stand_where_the_text_begins_and_ends() -> None:
    found = parts("<p>甲。</p>", "<p>乙。</p>", "<p>丙。</p>").blocks
    assert found[0] == '<p><span id="text-begins"></span>甲。</p>'
    assert found[2] == '<p class="last">丙。<span id="text-ends"></span></p>'


def test_anchors_stand_beside_a_table() -> None:
    (block,) = parts("<table><tr><th>甲</th></tr></table>").blocks
    assert block.startswith('<span id="text-begins"></span><table')
    assert block.endswith('</table><span id="text-ends"></span>')


def test_links_become_words_and_headings_keep_their_strut() -> None:
    block = '<h2 class="level-1" id="a-1">一、<a href="article:2020-02/b">要求</a></h2>'
    assert dressed(block, {}) == '<h2 class="level-1" id="a-1"><span>一、要求</span></h2>'


def test_cells_that_fit_their_share_are_kept_in_one_line() -> None:
    table = (
        "<table><thead><tr><th>市</th><th>备注</th></tr></thead><tbody><tr><td>甲市</td>"
        f'<td class="align-right">{"数" * 15}</td></tr></tbody></table>'
    )
    found = dressed(table, {})
    assert '<td class="short">甲市</td>' in found
    assert '<td class="long align-right">数' in found


def test_a_table_of_many_columns_is_set_smaller() -> None:
    row = "<table><tr>" + "<th>市</th>" * 5 + "</tr></table>"
    assert dressed(row, {}).startswith('<table class="wide">')
    assert dressed(row.replace("<th>市</th>", "", 1), {}).startswith("<table><tr>")


def test_a_picture_says_how_many_lines_it_takes() -> None:
    figure = '<figure><img alt="图" src="a.png"/><figcaption>图</figcaption></figure>'
    found = dressed(figure, {"a.png": Picture("a.png", "图", width=600, height=300)})
    assert found.startswith('<figure style="--lines: 9"><img')


@pytest.mark.parametrize(
    ("width", "height", "lines"), [(600, 300, 9), (600, 10, 4), (300, 900, 16)]
)
def test_pictures_are_whole_lines_high(width: int, height: int, lines: int) -> None:
    assert picture_lines(width, height) == lines
