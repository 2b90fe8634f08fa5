"""What is sent and comes back untouched is the same: text, headings, emphasis, tables, pictures, notes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from plugins.intake.collation.copytext import copy_text
from plugins.intake.collation.record import OBJECT, Passage
from plugins.intake.returning.reading import read
from tests.intake.back.wordwork import SAMPLE, WHOLE, Bench, bench, sample

COVERS = ("cover", "cover-title")
#: One of every kind, those with most in them: tables, footnotes, boxes, pictures, ruby, quotations.
OF_EVERY_KIND = {
    "消息": "2020-03/data-kongqi.md",
    "通讯": "2020-03/lead-dawan-andian.md",
    "资讯": "2020-03/zx-08-qingpiao.md",
    "评论": "2020-01/pl-jianbiao.md",
    "人物": "2020-03/star-beijingzhan.md",
    "公文": "2020-03/gw-wuran-fangzhi.md",
    "问答": "2020-03/wd-paiwu-xuke.md",
    "图片": "2020-03/photo-chundao-lanjiang.md",
}
OTHERS = (
    "2020-01/niandu-shuju.md",
    "2020-03/gw-paiwu-xuke.md",
    "2020-03/gw-yingji.md",
    "2020-03/juanshouyu.md",
)


def came(each: Bench) -> list[Passage]:
    returned = read(each.sent(), "回稿.docx")
    assert returned.remarks == ()
    return [each.passage for each in returned.passages if each.passage.role not in COVERS]


def check(each: Bench) -> None:
    copy = copy_text(each.article, each.source)
    assert copy.lost == ()
    assert came(each) == list(copy.passages)
    found = each.back(each.sent())
    assert (found.changes, found.remarks, found.has_moved) == ((), (), False)
    assert found.after == each.source


@pytest.mark.parametrize("path", [*OF_EVERY_KIND.values(), *OTHERS])
def test_the_sample_comes_back_as_it_went(path: str) -> None:
    check(sample(path))


def test_every_kind_is_among_them() -> None:
    for name, path in OF_EVERY_KIND.items():
        assert sample(path).article.kind is Kind(name)
    assert set(OF_EVERY_KIND) == {kind.value for kind in Kind}


@pytest.mark.slow
@pytest.mark.parametrize("issue", ["2020-01", "2020-02", "2020-03"])
def test_the_whole_sample_comes_back_as_it_went(issue: str) -> None:
    for file in sorted((SAMPLE / issue).glob("*.md")):
        check(sample(f"{issue}/{file.name}"))


def test_everything_a_manuscript_can_have_comes_back(tmp_path: Path) -> None:
    check(bench(tmp_path))


def test_what_the_manuscript_says_is_what_went(tmp_path: Path) -> None:
    """The round trip proves that both ends agree; this, that they are right."""
    rows = {(each.role, each.text): each for each in came(bench(tmp_path))}
    assert ("headline", "一条河的账本") in rows
    assert ("deck", "——织河支汊治理记") in rows
    assert ("field", "作者：郁青禾 何满田") in rows
    assert ("heading", "一本旧账") in rows
    assert ("quote", "1月20日，晴。 到站，与老范交接。") in rows
    assert ("box-title", "三年大事") in rows
    assert ("note-title", "编者按") in rows
    assert ("more", "时限写在墙上。") in rows
    assert ("paragraph", "末了两行，\n分行写。") in rows
    assert ("footnote", "小时均值，未经审核。") in rows
    first = next(each for each in rows.values() if each.text.startswith("织河在"))
    looks = {run.text: sorted(run.marks) for run in first.runs if run.marks}
    assert looks["渡口区"] == ["strong"]
    assert looks["三个"] == ["em"]
    assert looks["水清岸绿"] == ["dots"]
    assert (looks["2.5"], looks["3"], looks["V-3"]) == (["sub"], ["sup"], ["code"])
    assert [run.ruby for run in first.runs if run.ruby] == ["pán"]
    assert [run.href for run in first.runs if run.href] == ["https://example.invalid/a"]
    assert [run.note for run in first.runs if run.note] == ["1"]
    last = next(each for each in rows.values() if "又看前注" in each.text)
    assert [run.note for run in last.runs if run.text == OBJECT] == ["2", "1"]


def test_tables_come_back_cell_by_cell(tmp_path: Path) -> None:
    cells = [each for each in came(bench(tmp_path)) if each.cell]
    rows = [(each.role, each.text, each.cell.align) for each in cells if each.cell]
    assert rows[:3] == [
        ("head-cell", "年份", "left"),
        ("head-cell", "总磷（mg/L）", "right"),
        ("head-cell", "说明", "center"),
    ]
    assert [(each.cell.row, each.cell.column) for each in cells if each.cell and not each.text] == [
        (3, 1)
    ]


def test_merged_cells_come_back(tmp_path: Path) -> None:
    table = (
        '<table><tr><th colspan="2">头</th><th>尾</th></tr>'
        '<tr><td rowspan="2">甲</td><td>乙</td><td>丙</td></tr><tr><td>丁</td><td>戊</td></tr></table>'
    )
    each = bench(tmp_path, f"前文。\n\n{table}\n\n后文。\n")
    want = copy_text(each.article, each.source).passages
    assert came(each) == list(want)
    assert [(c.rows, c.columns) for p in want if (c := p.cell)] == [
        (1, 2), (1, 1), (2, 1), (1, 1), (1, 1), (1, 1), (1, 1),
    ]  # fmt: skip


def test_pictures_come_back_byte_by_byte(tmp_path: Path) -> None:
    each = bench(tmp_path)
    found = read(each.sent(), "回稿.docx").pictures
    folder = tmp_path / "2020-03"
    want = {
        src: hashlib.sha256((folder / src).read_bytes()).digest()
        for src in ("photos/a.png", "photos/b.png")
    }
    assert found == want


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_do_not_matter(tmp_path: Path, ends: str) -> None:
    check(bench(tmp_path, WHOLE.replace("\n", ends)))


WORDS = st.text(st.sampled_from("织河治理12.3aB，。*_[]()<>&|`#\\~ -"), min_size=1, max_size=24)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_is_typed_comes_back(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    """Even where the places are not known, the words and looks are."""
    each = bench(tmp_path_factory.mktemp("typed"), "织河。\n\n" + "\n\n".join(typed))
    assert came(each) == list(copy_text(each.article, each.source).passages)
    assert each.back(each.sent()).changes == ()
