"""What changed between two proofs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.proofing.comparing import compare, in_order, to_html

THEME = Path(__file__).parents[2] / "theme"
HEAD = "---\n标题: 垃圾船\n公开: 否\n---\n\n"


def copy(*paragraphs: str, head: str = HEAD) -> str:
    return head + "\n\n".join(paragraphs) + "\n"


OLD = copy("清早解缆，往东走。", "潮水退到一半。", "装满一舱再回头。", "第四段。", "第五段没有动。")


def test_nothing_changed_is_nothing_told() -> None:
    assert compare({"a.md": OLD}, {"a.md": OLD}) == ()
    assert "两份校样没有不同" in to_html((), THEME, "期", "一校", "二校")


def test_a_changed_paragraph_is_told_word_by_word_with_its_neighbours() -> None:
    new = OLD.replace("一半", "三分之一")
    (file,) = compare({"a.md": OLD}, {"a.md": new})
    assert (file.title, file.fate, file.gone, file.new) == ("垃圾船", "changed", 2, 4)
    shown = [(change.line, change.is_changed, change.skipped) for change in file.changes]
    assert shown == [(6, False, 2), (8, True, 0), (10, False, 0)]


def test_front_matter_is_compared_too() -> None:
    (file,) = compare({"a.md": OLD}, {"a.md": OLD.replace("公开: 否", "公开: 是")})
    assert [change.line for change in file.changes if change.is_changed] == [3]


def test_paragraphs_that_come_and_go_are_not_mixed_with_changed_ones() -> None:
    new = copy(
        "清早解缆，向东走。",
        "这一段全是新写的文字。",
        "装满一舱再回头。",
        "第四段。",
        "第五段没有动。",
    )
    (file,) = compare({"a.md": OLD}, {"a.md": new})
    fates = [{run.fate for run in change.runs} for change in file.changes if change.is_changed]
    assert fates == [{"same", "gone", "new"}, {"gone"}, {"new"}]


def test_files_that_come_and_go() -> None:
    made = compare({"a.md": OLD}, {"b.md": OLD})
    assert [(file.name, file.fate) for file in made] == [("a.md", "gone"), ("b.md", "new")]


def test_a_change_of_markup_alone_is_told_as_that() -> None:
    (file,) = compare({"a.md": OLD}, {"a.md": OLD.replace("第四段", "**第四段**")})
    assert (file.gone, file.new) == (0, 0)
    assert "文字没有改动" in file.changes[0].runs[0].text


def test_printed_order_then_the_rest() -> None:
    made = compare({}, {"a.md": OLD, "b.md": OLD, "issue.toml": "number = 3\n"})
    assert [file.name for file in in_order(made, ["b"])] == ["b.md", "a.md", "issue.toml"]


def test_the_page_marks_what_went_and_what_came() -> None:
    made = compare({"a.md": OLD}, {"a.md": OLD.replace("第四段", "<四>段")})
    html = to_html(made, THEME, "期", "一校", "二校")
    assert "<del>第四</del><ins>&lt;四&gt;</ins>" in html


WORDS = st.sampled_from(
    ["清早解缆", "潮水退了", "装满一舱", "再回头走", "清早解开缆绳", "潮水退尽"]
)


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6))
def test_every_paragraph_of_both_is_told_once(old: list[str], new: list[str]) -> None:
    made = compare({"a.md": copy(*old)}, {"a.md": copy(*new)})
    for fates, texts in ((("gone",), old), (("new",), new)):
        told = "".join(
            run.text
            for file in made
            for change in file.changes
            for run in change.runs
            if run.fate in fates
        )
        assert len(told) <= len("".join(texts))
    assert bool(made) is (old != new)
