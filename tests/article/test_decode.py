from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.decode import NotText, decode

#: Text as editors save it: no control characters, no surrogates, no mark of its own at the head.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"))
HEAD = "---\n标题: "


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_whatever_it_was_saved_in(text: str, encoding: str) -> None:
    assert decode((HEAD + text).encode(encoding)) == HEAD + text


@given(st.lists(TEXTS), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_end_in_one_way(lines: list[str], end: str) -> None:
    assert decode((HEAD + end.join(lines)).encode()) == HEAD + "\n".join(lines)


def test_gbk() -> None:
    assert decode("生态环境，治理".encode("gbk")) == "生态环境，治理"


def test_big_endian_with_mark() -> None:
    assert decode(b"\xfe\xff" + "甲\r\n乙".encode("utf-16-be")) == "甲\n乙"


@pytest.mark.parametrize("char", "\t\x0c")
def test_tab_and_form_feed_may_stand(char: str) -> None:
    assert decode(f"甲{char}乙".encode()) == f"甲{char}乙"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
        "甲\x00乙".encode(),
        "甲\x07".encode(),
        b"\xff\xfe\x41",
        b"\x80\x80",
    ],
    ids=["png", "docx", "doc", "null", "bell", "half a character", "neither encoding"],
)
def test_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)
