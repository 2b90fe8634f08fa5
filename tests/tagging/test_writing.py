from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tagging.writing import NotWritable, with_tags

BODY = "---\n\n正文　两段。\n\n标签: 这是正文。\n"


def written(front: str, *names: str) -> str:
    return with_tags(f"---\n{front}{BODY}".encode(), names).decode().removesuffix(BODY)


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("标题: 甲\n", "标题: 甲\n标签: 噪声, 信访\n"),
        ("标题: 甲\n标签:\n公开: 是\n", "标题: 甲\n标签: 噪声, 信访\n公开: 是\n"),
        ("标签：　\n", "标签：　噪声, 信访\n"),
        ("标签: +信访，-噪音\n标题: 甲\n", "标签: 噪声, 信访\n标题: 甲\n"),
        ("标签: +信访，\n  -噪音\n标题: 甲\n", "标签: 噪声, 信访\n标题: 甲\n"),
        ("标签:+信访\n\t标题: 甲\n", "标签: 噪声, 信访\n\t标题: 甲\n"),
    ],
)
def test_the_line_is_written(front: str, after: str) -> None:
    assert written(front, "噪声", "信访") == f"---\n{after}"


@pytest.mark.parametrize("front", ["标签: 土壤\n", "标签：\n  土壤\n", "标签: +信访, 土壤\n"])
def test_plain_words_of_the_editor_stay(front: str) -> None:
    assert written(front, "噪声") == f"---\n{front}"


def test_nothing_to_suggest_changes_nothing() -> None:
    assert written("标题: 甲\n") == "---\n标题: 甲\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_rest_keeps_its_bytes(encoding: str, end: str) -> None:
    text = f"---\n标题：甲　乙 \n{BODY}末行没有换行".replace("\n", end)
    line = f"标签: 噪声{end}"
    expected = text.replace(f"乙 {end}", f"乙 {end}{line}").encode(encoding)
    assert with_tags(text.encode(encoding), ["噪声"]) == expected


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_wide_letters_too(mark: bytes, encoding: str) -> None:
    data = mark + f"---\n标题: 甲\n{BODY}".encode(encoding)
    expected = mark + f"---\n标题: 甲\n标签: 噪声\n{BODY}".encode(encoding)
    assert with_tags(data, ["噪声"]) == expected


@pytest.mark.parametrize("data", [b"", "没有首部\n".encode(), b"---\n", b"\xff\x00\x81", b"\x81"])
def test_what_is_no_manuscript_is_refused(data: bytes) -> None:
    with pytest.raises(NotWritable, match="没有写标签"):
        with_tags(data, ["噪声"])


LINES = st.lists(
    st.sampled_from(["标题: 甲", "标签:", "标签: +乙", "  丙", "公开: 是", "", "# 记"])
)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.lists(st.sampled_from("噪土"), min_size=1))
def test_twice_is_once(lines: list[str], end: str, names: list[str]) -> None:
    data = end.join(["---", *lines, "---", "正文"]).encode()
    once = with_tags(data, names)
    assert with_tags(once, names) == once
    assert once.endswith(f"---{end}正文".encode())
