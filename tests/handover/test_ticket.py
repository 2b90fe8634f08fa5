"""The job ticket: what it says, and that it is printed in black."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf, parse_content_stream

from plugins.issue.record import BoardRow, Issue, Printing, Publication
from plugins.press.handover.checksums import PressFile
from plugins.press.handover.dummy import MOST_SIDES, dummy
from plugins.press.handover.ticket import Job, draw_ticket, editors, folio_runs, groups, inks
from plugins.press.quality import reader

THEME = Path(__file__).resolve().parents[2] / "theme"
FILES = (
    PressFile("2020-03-内页.pdf", 61_000_000, "0123456789abcdef" * 4, 64, ((210.0, 285.0),)),
    PressFile("2020-03-封面.pdf", 9_000_000, "fedcba9876543210" * 4, 2, ((420.0, 285.0),)),
)
JOB = Job(
    64, (210, 285), 3, 0, "ISO Coated v2 300%", "60 条规则，0 处问题", FILES, date(2020, 3, 18)
)


def issue(binding: Any = "saddle", **keys: Any) -> Issue:
    publication = Publication(
        name="样刊",
        licence="某内资018号",
        print_run=4000,
        binding=binding,
        board=(BoardRow("主编", ("甲",)), BoardRow("责任编辑", ("乙", "丙"))),
        printing=Printing(**keys),
    )
    return Issue(
        key="2020-03",
        number=3,
        whole_number=294,
        published=date(2020, 3, 20),
        publication=publication,
    )


def told(made: Issue, job: Job = JOB) -> dict[str, str]:
    return {row.name: row.words for group in groups(made, job) for row in group.rows}


def test_what_the_printer_must_know() -> None:
    made = told(
        issue(
            paper="80 克双胶",
            caliper_um=100,
            cover_paper="200 克哑粉",
            cover_caliper_um=190,
            finish="覆亚膜",
            deliver_to="编辑部",
            deliver_by=date(2020, 3, 25),
            packing="每50册一包",
        )
    )
    assert made["期号"] == "2020年第3期（总第294期）"
    assert made["准印证号"] == "某内资018号"
    assert made["印数"] == "4,000 册"
    assert made["成品尺寸"] == "210 × 285 mm"
    assert made["页数"] == "共 68 页：内页 64 ＋ 封面 4"
    assert made["装订"] == "骑马订（约厚 3.6 mm，以白样为准）"
    assert made["书脊宽"] == "无（骑马订）"
    assert made["内页用纸"] == "80 克双胶，单张厚 100 μm"
    assert made["封面用纸"] == "200 克哑粉，单张厚 190 μm"
    assert made["印后加工"] == "覆亚膜"
    assert made["油墨总量"] == "不超过 300%"
    assert made["输出条件"] == "ISO Coated v2 300%"
    assert made["印前检查"] == "60 条规则，0 处问题"
    assert (made["交货日期"], made["送至"], made["包装"]) == (
        "2020年3月25日",
        "编辑部",
        "每50册一包",
    )


def test_what_nobody_filled_in_is_told_and_not_left_out() -> None:
    made = told(replace(issue(), publication=Publication(name="样刊")))
    for name in ("准印证号", "印数", "承印", "交货日期", "送至"):
        assert made[name] == "未填"
    assert made["内页用纸"] == "未填，厚度未填"
    assert made["装订"] == "骑马订"
    assert "包装" not in made


def test_a_glued_issue() -> None:
    made = told(issue("perfect", standard="X-1a", ink_limit=280), replace(JOB, spine_mm=6.5))
    assert made["书脊宽"].startswith("6.5 mm")
    assert made["装订"].startswith("胶订")
    assert made["文件标准"].startswith("PDF/X-1a")
    assert made["油墨总量"] == "不超过 280%"


@pytest.mark.parametrize(
    ("colours", "grey", "words"),
    [
        ("colour", (), "四色（CMYK）"),
        ("colour", (3,), "四色（CMYK）；单黑页：3"),
        ("grey", (3,), "单黑（K）"),
    ],
)
def test_inks(colours: str, grey: tuple[int, ...], words: str) -> None:
    assert inks(colours, grey) == words


@pytest.mark.parametrize(
    ("folios", "words"),
    [((), ""), ((5,), "5"), ((1, 2, 3, 7, 9, 10), "1—3、7、9—10")],
)
def test_runs_of_folios(folios: tuple[int, ...], words: str) -> None:
    assert folio_runs(folios) == words


def test_editors_come_from_the_masthead() -> None:
    assert editors(issue()) == "乙　丙"
    assert editors(replace(issue(), publication=Publication(name="样刊"))) == ""


@pytest.mark.parametrize(
    ("binding", "imposition", "title", "ordered", "across"),
    [
        ("saddle", "none", "骑马订", False, 2),
        ("saddle", "saddle", "骑马订拼版", True, 2),
        ("perfect", "none", "16页折手", False, 4),
        ("perfect", "signatures", "16页折手", True, 4),
    ],
)
def test_dummies(binding: str, imposition: Any, title: str, ordered: bool, across: int) -> None:
    made = dummy(issue(binding, imposition=imposition).publication, 64)
    assert (made.title, made.ordered, made.across, made.left_out) == (title, ordered, across, 0)
    pages = [cell.page for side in made.sides for row in side.rows for cell in row]
    assert sorted(pages) == list(range(1, 65))


def test_pages_in_black_are_tinted_in_the_dummy() -> None:
    made = dummy(issue(grey_pages=(3, 4)).publication, 8)
    grey = {cell.page for side in made.sides for row in side.rows for cell in row if cell.grey}
    assert grey == {3, 4}
    black = dummy(issue(colours="grey").publication, 8)
    assert all(cell.grey for side in black.sides for row in side.rows for cell in row)


def test_a_thick_issue_leaves_out_the_middle() -> None:
    made = dummy(issue().publication, 120)
    assert len(made.sides) == MOST_SIDES
    assert made.left_out == 60 - MOST_SIDES
    assert [made.sides[0].label, made.sides[-1].label] == ["第1帖 正面", "第30帖 反面"]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ticket")
    (folder / "content" / "2020-03").mkdir(parents=True)
    made = issue(imposition="signatures", grey_pages=(3,), notes="先送样。\n签字后开机。")
    for name in ("a", "b"):
        draw_ticket(made, JOB, folder / "content", THEME, folder / f"{name}.pdf")
    return folder / "a.pdf"


@pytest.mark.press
def test_the_ticket_is_one_page_with_everything_on_it(drawn: Path) -> None:
    (page,) = reader.read(drawn).pages
    text = re.sub(r"\s", "", "".join(char.text for char in page.chars))
    for words in (
        "印刷工单",
        "《样刊》2020年第3期",
        "2020年3月18日",
        "2020-03-内页.pdf",
        "0123456789ab",
        "420×285",
        "签字后开机。",
        "第1帖正面",
        "责任编辑乙丙",
        "付印人",
    ):
        assert words in text
    assert "0123456789abc" not in text


@pytest.mark.press
def test_the_ticket_is_printed_in_black_alone(drawn: Path) -> None:
    """WeasyPrint names the space (cs) and then the inks (scn); nothing else may paint."""
    with Pdf.open(drawn) as pdf:
        (page,) = pdf.pages
        said = [(str(operator), operands) for operands, operator in parse_content_stream(page)]
    spaces = {str(operands[0]) for name, operands in said if name in ("cs", "CS")}
    painted = [[float(each) for each in ops] for name, ops in said if name in ("scn", "SCN")]
    assert spaces == {"/DeviceCMYK"}
    assert len(painted) > 50
    assert all(len(inks) == 4 and inks[:3] == [0, 0, 0] for inks in painted)
    assert not {name for name, _ in said} & {"rg", "RG", "g", "G", "sh", "Do"}


@pytest.mark.press
def test_the_ticket_has_the_same_bytes_again(drawn: Path) -> None:
    assert drawn.read_bytes() == drawn.with_name("b.pdf").read_bytes()


def test_errors_that_were_passed_over_stand_on_the_ticket() -> None:
    said = "错误 1 处（P101）；有错误，编辑部要求照付"
    assert told(issue(), replace(JOB, proofread=said))["校对"] == said
    assert "校对" not in told(issue())
