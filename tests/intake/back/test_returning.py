"""Edits made in the Word file come back as exactly those edits, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.intake.back.wordwork import (
    W,
    bench,
    come,
    edited,
    like,
    packed,
    paragraph,
    parts,
    replaced,
    run_with,
    struck,
    typed,
)

Work = Callable[[etree._Element], None]


@pytest.mark.parametrize("is_tracked", [True, False])
@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("拐了", "绕了", "拐了*三个*弯", "绕了*三个*弯"),
        ("渡口区", "渡口新区", "**渡口区**", "**渡口新区**"),
        ("渡口区", "", "在**渡口区**拐", "在拐"),
        ("三个", "五个", "*三个*", "*五个*"),
        ("水清岸绿", "水清", "[水清岸绿]{.dots}", "[水清]{.dots}"),
        ("为35μg", "为38μg", "为35μg/m3[^1]", "为38μg/m3[^1]"),
        ("省厅网站", "厅网", "[省厅网站](https://example.invalid/a)", "[厅网](https://example.invalid/a)"),
        ("V-3", "V-4", "`V-3`", "`V-4`"),
        ("甲&乙", "甲&丙", "甲&amp;乙", "甲&amp;丙"),
        ("画线", "划线", "<u>画线</u>", "<u>划线</u>"),
        ("一本旧账", "一本老账", "## 一本旧账", "## 一本老账"),
        ("到站，", "到站后，", "到站，与", "到站后，与"),
        ("换了三任", "换了四任", "    河长换了三任。", "    河长换了四任。"),
        ("三年大事", "三年记", '"三年大事"', '"三年记"'),
        ("拆坝", "拆了坝", "    - 拆坝", "    - 拆了坝"),
        ("查清底数", "摸清底数", "1. 查清底数", "1. 摸清底数"),
        ("时限写在墙上", "时限贴在墙上", "    时限写在墙上", "    时限贴在墙上"),
        ("0.11", "0.12", "| 2019 | 0.11 |", "| 2019 | 0.12 |"),
        ("待测", "待|测", "| 待测 |", "| 待\\|测 |"),
        ("监测站。", "自动站。", "PM2.5监测站。（", "PM2.5自动站。（"),
        ("一条河的账本", "一条河的新账本", "标题: 一条河的账本", "标题: 一条河的新账本"),
        ("——织河支汊治理记", "——织河治理记", "副题: 织河支汊治理记", "副题: 织河治理记"),
        ("作者：郁青禾 何满田", "作者：郁青禾 何田", "作者: 郁青禾 何满田", "作者: 郁青禾 何田"),
        ("拐了", "2*3<b>", "拐了*三个*弯", "2\\*3&lt;b>*三个*弯"),
    ],
)  # fmt: skip
def test_words(
    tmp_path: Path, before: str, after: str, old: str, new: str, is_tracked: bool
) -> None:
    each = bench(tmp_path)
    assert each.source.count(old) == 1
    found = each.corrected(lambda root: replaced(root, before, after, is_tracked))
    assert found.after == each.source.replace(old, new)
    assert [change.why for change in found.changes] == [""]
    assert found.changes[0].is_tracked == is_tracked
    assert found.changes[0].who == (("何其山 2020-03-04",) if is_tracked else ())
    assert found.remarks == ()


def test_words_in_an_empty_cell(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        row = next(paragraph(root, "待测").iterancestors(f"{W}tr"))
        run = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t>0.09</w:t></w:r>')
        list(row.iter(f"{W}p"))[1].append(come(run))

    assert each.corrected(work).after == each.source.replace("| 2020 |  |", "| 2020 | 0.09 |")


def test_words_of_a_footnote(tmp_path: Path) -> None:
    each = bench(tmp_path)
    data = edited(
        each.sent(), lambda root: replaced(root, "小时均值", "日均值"), "word/footnotes.xml"
    )
    assert each.back(data).after == each.source.replace("[^1]: 小时均值", "[^1]: 日均值")


@pytest.mark.parametrize(
    ("work", "old", "new"),
    [
        (lambda root: typed(root, "一本旧账", "新添一段。"), "## 一本旧账\n", "## 一本旧账\n\n新添一段。\n"),
        (lambda root: typed(root, "一本旧账", "# 不是标题"), "## 一本旧账\n", "## 一本旧账\n\n\\# 不是标题\n"),
        (lambda root: typed(root, "分行写", "新小标题", "BulletinHeading1"), "分行写。\n", "分行写。\n\n## 新小标题\n"),
        (lambda root: typed(root, "东岸", "南岸", "BulletinItem1"), "- 东岸\n- 西", "- 东岸\n- 南岸\n- 西"),
        (lambda root: typed(root, "与老范交接", "次日又记。", "BulletinQuote"), "老范交接。\n", "老范交接。\n>\n> 次日又记。\n"),
        (lambda root: typed(root, "河长换了", "账本换了。", "BulletinNote"), "三任。\n\n", "三任。\n\n    账本换了。\n\n"),
        (lambda root: typed(root, "三年，一条河", "开头一段。"), "---\n\n织河", "---\n\n开头一段。\n\n织河"),
        (lambda root: struck(root, "到站，与老范"), "> **1月20日，晴。** 到站，与老范交接。\n\n", ""),
        (lambda root: struck(root, "一本旧账"), "## 一本旧账\n\n", ""),
        (lambda root: struck(root, "西侧"), "![西侧](photos/b.png)", "![西侧](photos/b.png)"),
        (lambda root: struck(root, "清淤"), "    - 清淤\n", ""),
    ],
)  # fmt: skip
def test_paragraphs(tmp_path: Path, work: Work, old: str, new: str) -> None:
    each = bench(tmp_path)
    assert each.source.count(old) == 1
    found = each.corrected(work)
    assert found.after == each.source.replace(old, new)
    assert [change.who for change in found.changes] == [("何其山 2020-03-04",)]
    assert bool(found.changes[0].why) == (old == new)


def test_two_new_paragraphs_keep_their_order(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        typed(root, "一本旧账", "先说这一段。")
        typed(root, "先说这一段", "先说这一段。")
        typed(root, "一本旧账", "甲在最前。")

    assert (
        "## 一本旧账\n\n甲在最前。\n\n先说这一段。\n\n先说这一段。\n\n> **1月"
        in each.corrected(work).after
    )


def test_new_words_look_as_they_came(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        bold = run_with(root, "渡口区")
        bold.addnext(come(like(bold, "北岸")))
        plain = run_with(root, "拐了")
        plain.addprevious(come(like(plain, "一带")))

    assert "**渡口区北岸**一带拐了" in each.corrected(work).after


def test_a_row_that_went_goes(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        cell = paragraph(root, "0.11")
        row = next(cell.iterancestors(f"{W}tr"))
        row.getparent().remove(row)  # type: ignore[union-attr]

    assert each.corrected(work).after == each.source.replace("| 2019 | 0.11 | Ⅳ类 |\n", "")


def test_a_new_row_is_told_and_not_written(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        row = next(paragraph(root, "0.11").iterancestors(f"{W}tr"))
        made = etree.fromstring(etree.tostring(row).replace(b"2019", b"2021"))
        row.addnext(made)

    found = each.corrected(work)
    assert found.after == each.source
    assert {change.why for change in found.changes} == {"表格增了行或列，请手工改"}


def test_a_new_footnote_is_written(tmp_path: Path) -> None:
    each = bench(tmp_path)
    members = parts(each.sent())
    note = (
        f'<w:footnote xmlns:w="{W[1:-1]}" w:id="9"><w:p><w:pPr><w:pStyle w:val="BulletinFootnote"/></w:pPr>'
        "<w:r><w:footnoteRef/></w:r><w:r><w:t> 据省站资料。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    members["word/footnotes.xml"] = members["word/footnotes.xml"].replace(
        b"</w:footnotes>", note.encode()
    )

    def work(root: etree._Element) -> None:
        mark = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:footnoteReference w:id="9"/></w:r>')
        run_with(root, "分行写").addnext(come(mark))

    found = each.back(edited(packed(members), work))
    assert (
        found.after
        == each.source.replace("分行写。", "分行写。[^n9]").rstrip() + "\n\n[^n9]: 据省站资料。\n"
    )


def test_a_footnote_that_went_goes_with_its_mark(tmp_path: Path) -> None:
    each = bench(tmp_path, "甲文[^1]。\n\n乙文。\n\n[^1]: 注文。\n")

    def work(root: etree._Element) -> None:
        mark = next(root.iter(f"{W}footnoteReference")).getparent()
        assert mark is not None
        mark.getparent().remove(mark)  # type: ignore[union-attr]

    assert each.corrected(work).after == each.source.replace("[^1]。", "。").replace(
        "[^1]: 注文。\n", ""
    )
