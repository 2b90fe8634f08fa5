"""The pure parts: places of letters, differences, edits, bytes; and files that are none."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.decode import decode
from plugins.article.kinds import Kind
from plugins.intake.collation.copytext import copy_text, reread
from plugins.intake.collation.front import front
from plugins.intake.collation.inline import placed
from plugins.intake.collation.record import Passage, Run, joined
from plugins.intake.intakefault import IntakeFault
from plugins.intake.returning.aligning import pairs, pieces, shown
from plugins.intake.returning.comparing import compare
from plugins.intake.returning.mending import Edit, applied, escaped, opened
from plugins.intake.returning.patching import patch, rewritten
from plugins.intake.returning.reading import read
from plugins.intake.returning.record import Came, Returned
from tests.intake.back.wordwork import SAMPLE, Bench, bench, edited, packed, parts, sample

TEXT = st.text(st.sampled_from("织河治理12.aB，。*_[]()<>&|`#\\~ -"), max_size=20)
MANUSCRIPTS = sorted(SAMPLE.glob("2020-*/*.md"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**甲**乙", "甲乙"),
        ("[甲]{.dots}[翀]{ruby=chōng}", "甲翀"),
        ("[甲*乙*](a.md)和`*丙*`", "甲乙和*丙*"),
        ("甲\n乙 in\nplace", "甲乙 in place"),
        ("甲  \n乙<br>丙", "甲\n乙\n丙"),
        (r"\*甲\*&amp;乙[^1]<!--丁-->", "*甲*&乙\ufffc"),
        ("2*3*4", "234"),
        ("<u>甲</u>", "甲"),
    ],
)
def test_letters_of_markdown(source: str, text: str) -> None:
    found = placed(source, range(len(source)))
    assert found.text == text
    assert len(found.places) == len(text)


@given(TEXT)
def test_places_lie_in_the_source_and_in_order(source: str) -> None:
    found = placed(source, range(len(source)))
    starts = [start for start, _ in found.places]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(source) for start, end in found.places)
    for letter, (start, end) in zip(found.text, found.places, strict=True):
        assert letter in source[start:end] or letter in "\ufffc \n&<>"


@pytest.mark.parametrize("file", MANUSCRIPTS, ids=lambda file: file.stem)
def test_every_passage_of_the_sample_has_its_place(file: Path) -> None:
    each = sample(f"{file.parent.name}/{file.name}")
    copy = copy_text(each.article, each.source)
    assert copy.lost == ()
    for place in copy.places:
        assert place is not None
        typed = [each.source[slice(*at)] for at in place.placed.places]
        pairs_ = [(a, b) for a, b in zip(typed, place.text, strict=True) if len(a) == 1]
        assert all(a == b for a, b in pairs_)
        assert len(pairs_) >= len(place.text) - 12  # marks of footnotes, labels of fields


def test_the_front_matter_as_an_editor_may_write_it() -> None:
    source = '﻿\n---\n引题 ： 甲乙\n标题: "丙　丁"\n  戊\n# 注\n作者：己\n---\n正文'.lstrip("﻿")
    found = front(source, Kind.NEWS, is_addressed=False, is_signed=False)
    assert [each.text for each in found.above] == ["甲乙", "丙　丁 戊", "作者：己"]
    assert source[found.body_start :] == "正文"


def test_pieces_are_words_and_numbers() -> None:
    assert shown("共1860亩PM2.5", "共1890亩PM10") == "共[-1860-]{+1890+}亩PM[-2.5-]{+10+}"


@given(TEXT, TEXT)
def test_pieces_make_the_one_of_the_other(before: str, after: str) -> None:
    made, end = "", 0
    for a1, a2, b1, b2 in pieces(before, after):
        made += before[end:a1] + after[b1:b2]
        end = a2
    assert made + before[end:] == after


def test_pairs_are_found_among_what_came_and_went() -> None:
    sent = [("paragraph", text, None) for text in ("甲乙丙丁", "子丑寅卯辰", "末段")]
    came = [("paragraph", text, None) for text in ("新段", "甲乙丙戊", "末段")]
    assert pairs(sent, came) == [(None, 0), (0, 1), (1, None), (2, 2)]


@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_pairs_name_every_passage_once_and_in_order(one: list[str], other: list[str]) -> None:
    rows = pairs([("p", text, None) for text in one], [("p", text, None) for text in other])
    assert [a for a, _ in rows if a is not None] == list(range(len(one)))
    assert [b for _, b in rows if b is not None] == list(range(len(other)))


def test_edits_are_applied_in_the_order_given() -> None:
    edits = [Edit(2, 2, "乙"), Edit(2, 2, "甲"), Edit(1, 3), Edit(4, 4, "末")]
    assert applied("0123", edits) == "0乙甲3末"


@given(TEXT)
def test_escaped_words_read_as_they_stand(text: str) -> None:
    written = escaped(text)
    assert placed(written, range(len(written))).text == text.strip()


@pytest.mark.parametrize(
    "text", ["# 甲", "- 甲", "1. 甲", "> 甲", "| 甲", "+ 甲", "!!! 甲", "[^1]: 甲"]
)
def test_opened_words_are_a_paragraph(tmp_path: Path, text: str) -> None:
    each = bench(tmp_path, f"前文。\n\n{opened(escaped(text))}\n")
    found = copy_text(each.article, each.source).passages[-1]
    assert (found.role, found.text) == ("paragraph", text)


def test_plain_words_are_not_escaped() -> None:
    for text in ("[2020]3号", "a_b", "A&B", "5<6", "岚环函〔2020〕47号", "（一）甲"):
        assert escaped(text) == text
        assert opened(text) == text


@given(st.data())
def test_only_what_came_back_changed_is_changed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any passage with any words: either the manuscript then says them and else what it said, or it is as it was."""
    each = data.draw(st.sampled_from(_benches(tmp_path_factory)))
    copy = copy_text(each.article, each.source)
    at = data.draw(st.integers(0, len(copy.passages) - 1))
    passage = copy.passages[at]
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, min(start + 4, len(passage.text))))
    text = passage.text[:start] + data.draw(TEXT) + passage.text[end:]
    runs = joined([Run(text)])
    came = [Came(one) for one in copy.passages]
    came[at] = Came(replace(passage, runs=runs))
    returned = Returned(tuple(came), tuple((one.role, one.text) for one in copy.passages))
    found = compare(returned, each.article, each.source)
    now = [one.text for one in reread(each.article, found.after).passages]
    wanted = [one.text for one in copy.passages]
    if found.written:
        wanted[at : at + 1] = [one for one in [Passage("p", runs).text] if one or wanted[at] == ""]
    else:
        assert found.after == each.source
    assert [one for one in now if one] == [one for one in wanted if one]


def _benches(factory: pytest.TempPathFactory) -> list[Bench]:
    return [bench(factory.mktemp("whole")), sample("2020-03/gw-yingji.md")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_manuscript_keeps_its_encoding_and_line_ends(encoding: str, end: str) -> None:
    data = f"---{end}标题: 织河{end}---{end}正文。{end}".encode(encoding)
    after = decode(data).replace("正文", "新文")
    made = rewritten(data, after)
    assert made == data.decode(encoding).replace("正文", "新文").encode(encoding)


def test_no_difference_is_no_patch() -> None:
    assert patch("甲\n", "甲\n", "a.md") == ""
    assert patch("甲", "乙\n", "a.md").endswith("-甲\n\\ No newline at end of file\n+乙\n")


@pytest.mark.parametrize(
    "data", [b"", b"PK", "正文".encode(), b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeFault, match="甲\\.docx"):
        read(data, "甲.docx")


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    members = parts(bench(tmp_path).sent())
    members["word/footnotes.xml"] = b"<a>" + b" " * 40_000_000 + b"</a>"
    with pytest.raises(IntakeFault):
        read(packed(members), "甲.docx")


def test_entities_are_refused(tmp_path: Path) -> None:
    members = parts(bench(tmp_path).sent())
    entity = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    name = "word/document.xml"
    members[name] = members[name].replace(b"<w:document", entity + b"<w:document", 1)
    with pytest.raises(IntakeFault):
        read(packed(members), "甲.docx")


def test_a_text_box_is_told(tmp_path: Path) -> None:
    from lxml import etree

    from tests.intake.back.wordwork import W, run_with

    box = (
        f'<w:r xmlns:w="{W[1:-1]}" xmlns:v="urn:v"><w:pict><v:textbox><w:txbxContent><w:p><w:r>'
        "<w:t>旁注一句</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    each = bench(tmp_path)
    data = edited(each.sent(), lambda root: run_with(root, "拐了").addnext(etree.fromstring(box)))
    found = each.back(data)
    assert [remark.words for remark in found.remarks] == ["文本框里的字没有写进稿件：旁注一句"]
    assert found.changes == ()


def test_a_zip_of_something_else_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "甲")
    with pytest.raises(IntakeFault, match="Word"):
        read(made.getvalue(), "甲.docx")
