"""What is told beside the edits; manuscripts that moved on; files of other programmes; patch and report."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from plugins.intake.returning import telling
from plugins.intake.returning.patching import patch
from tests.intake.back.wordwork import (
    WHOLE,
    W,
    bench,
    edited,
    packed,
    paragraph,
    parts,
    replaced,
    run_with,
    sample,
    struck,
    text_of,
    typed,
)


def test_comments_come_with_their_line_and_words(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        run = run_with(root, "一本旧账")
        run.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": "0"}))
        mark = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:commentReference w:id="0"/></w:r>')
        run.addnext(mark)
        run.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "0"}))

    members = parts(edited(each.sent(), work))
    members["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="何其山" w:date="2020-03-04T10:00:00Z">'
        "<w:p><w:r><w:t>账从哪年记起？</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    members[rels] = members[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="comments.xml"/></Relationships>'.encode(),
    )
    found = each.back(packed(members))
    line = each.source[: each.source.index("## 一本")].count("\n") + 1
    assert [(remark.line, remark.words) for remark in found.remarks] == [
        (line, "批注（何其山 2020-03-04）“一本旧账”：账从哪年记起？")
    ]
    assert found.changes == ()


def test_emphasis_that_changed_is_told_and_not_written(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        properties = run_with(root, "渡口区").find(f"{W}rPr")
        assert properties is not None
        for bold in properties.findall(f"{W}b"):
            properties.remove(bold)

    found = each.corrected(work)
    assert (found.changes, found.after) == ((), each.source)
    assert [remark.words for remark in found.remarks] == ["“渡口区”去了粗体，没有写进稿件"]


def test_what_is_written_on_the_cover_is_told(tmp_path: Path) -> None:
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        table = next(root.iter(f"{W}tbl"))
        cell = list(table.iter(f"{W}p"))[3]
        etree.SubElement(etree.SubElement(cell, f"{W}r"), f"{W}t").text = "何其山 0000-1"

    found = each.corrected(work)
    assert [remark.words for remark in found.remarks] == ["核稿单“核稿人、电话”：何其山 0000-1"]
    assert found.changes == ()


def test_a_picture_that_was_changed_is_told(tmp_path: Path) -> None:
    each = bench(tmp_path)
    members = parts(each.sent())
    name = next(name for name in members if "picture1" in name)
    members[name] += b"\0"
    found = each.back(packed(members))
    assert len(found.remarks) == 1
    assert "photos/a.png" in found.remarks[0].words
    assert found.after == each.source


def test_the_editors_own_changes_are_not_undone(tmp_path: Path) -> None:
    """The manuscript moved on after it was sent: theirs stay, the unit's come beside them."""
    sent = bench(tmp_path).sent()
    now = bench(tmp_path, WHOLE.replace("一本旧账", "一本新账").replace("末了两行", "最后两行"))
    data = edited(sent, lambda root: replaced(root, "拐了", "绕了"))
    found = now.back(data)
    assert found.has_moved
    assert found.after == now.source.replace("拐了", "绕了")
    assert "送出以后改过" in telling.summary(found, is_written=False)


def test_what_was_written_once_is_not_told_again(tmp_path: Path) -> None:
    def work(root: etree._Element) -> None:
        replaced(root, "拐了", "绕了")
        typed(root, "分行写", "完。")
        struck(root, "到站，与老范")

    each = bench(tmp_path)
    data = edited(each.sent(), work)
    first = each.back(data)
    assert len(first.written) == 3
    again = bench(tmp_path, first.after).back(data)
    assert (again.changes, again.after) == ((), first.after)


def test_where_both_changed_a_paragraph_a_person_decides(tmp_path: Path) -> None:
    sent = bench(tmp_path).sent()
    now = bench(tmp_path, WHOLE.replace("一本旧账", "一本新账"))
    found = now.back(edited(sent, lambda root: replaced(root, "一本旧账", "一本老账")))
    assert found.after == now.source
    assert [(change.before, change.after) for change in found.changes] == [("一本旧账", "一本老账")]
    assert "编辑部改过" in found.changes[0].why


def test_nothing_goes_where_what_is_new_cannot_be_written(tmp_path: Path) -> None:
    """A paragraph became a row of a table: the row is a person's work, so the paragraph stays."""
    each = bench(tmp_path)

    def work(root: etree._Element) -> None:
        row = next(paragraph(root, "待测").iterancestors(f"{W}tr"))
        row.addnext(etree.fromstring(etree.tostring(row).replace(b"2020", b"2021")))
        struck(root, "西岸")

    found = each.corrected(work)
    assert found.after == each.source
    assert {change.kind for change in found.changes} == {"added", "taken"}
    assert all(change.why for change in found.changes)


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    each = bench(tmp_path, "前文。\n\n<table><tr><td>甲</td><td>丙</td></tr></table>\n")
    found = each.corrected(lambda root: replaced(root, "甲", "乙"))
    assert found.after == each.source
    assert "手工改" in found.changes[0].why


def test_a_file_without_the_words_as_sent_is_held_against_the_article(tmp_path: Path) -> None:
    each = bench(tmp_path)
    members = parts(edited(each.sent(), lambda root: replaced(root, "拐了", "绕了")))
    kept = {name: data for name, data in members.items() if not name.startswith("customXml")}
    rels = "word/_rels/document.xml.rels"
    root = etree.fromstring(kept[rels])
    for each_ in list(root):
        if "customXml" in str(each_.get("Target")):
            root.remove(each_)
    kept[rels] = etree.tostring(root)
    assert each.back(packed(kept)).after == each.source.replace("拐了", "绕了")


def test_styles_that_were_renumbered_are_known_by_name(tmp_path: Path) -> None:
    """WPS gives styles ids of its own (a3, 1 …); the names stay."""
    each = bench(tmp_path)
    members = parts(each.sent())
    for name in ("word/styles.xml", "word/document.xml", "word/footnotes.xml"):
        members[name] = members[name].replace(b'"Bulletin', b'"a')
    found = each.back(packed(members))
    assert (found.changes, found.remarks) == ((), ())


def test_a_policy_text(tmp_path: Path) -> None:
    each = sample("2020-03/gw-wuran-fangzhi.md")
    found = each.corrected(lambda root: replaced(root, "36μg", "35μg"))
    assert found.after == each.source.replace("36μg/m3以内", "35μg/m3以内", 1)
    found = each.corrected(lambda root: replaced(root, "有组织排放。", "有组织的排放。"))
    assert found.after == each.source.replace("（1）有组织排放。", "（1）有组织的排放。")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("end", ["\n", ""])
def test_the_patch_applies(tmp_path: Path, end: str) -> None:
    each = bench(tmp_path, WHOLE.rstrip() + end)

    def work(root: etree._Element) -> None:
        replaced(root, "拐了", "绕了")
        typed(root, "分行写", "完。")

    found = each.corrected(work)
    (tmp_path / "a.patch").write_text(patch(found.before, found.after, found.path), "utf-8")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "a.patch"], cwd=tmp_path, check=True)
    assert each.file.read_text("utf-8") == found.after != found.before


def test_the_report_says_what_and_where(tmp_path: Path) -> None:
    each = bench(tmp_path)
    found = each.corrected(lambda root: replaced(root, "拐了", "绕了"))
    line = each.source[: each.source.index("织河在")].count("\n") + 1
    said = list(telling.lines(found, is_written=False))
    assert said[0] == "2020-03/zhihe.md：改动 1 处，可写进稿件 1 处。"
    assert said[1] == f"content/2020-03/zhihe.md:{line}  改  何其山 2020-03-04"
    assert "在渡口区[-拐-]{+绕+}了三个弯" in said[2]
    assert "[-拐-]{+绕+}了" in telling.report(found, "回稿.docx", is_written=True)
    same = telling.summary(each.back(each.sent()), is_written=False)
    assert same == "2020-03/zhihe.md：回稿与稿件一致，没有改动。"


def test_text_of_reads_what_word_shows(tmp_path: Path) -> None:
    root = etree.fromstring(parts(bench(tmp_path).sent())["word/document.xml"])
    assert "一条河的账本" in text_of(root)
