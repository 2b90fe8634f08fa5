"""Files that mean harm or are merely broken: a finding, never a traceback, never without end."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream

from plugins.press.preflight import walk
from plugins.press.preflight.plain import Unreadable, data
from plugins.press.preflight.preflight import inspect
from plugins.press.preflight.record import Report
from plugins.press.preflight.report import lines, to_json
from tests.preflight.specimen import Specimen
from tests.preflight.spoilers import CASES

#: What may stand anywhere in a PDF, and mostly should not.
ODD = [
    *(b"null", b"true", b"-1", b"99999999999", b"1e5", b"<< >>", b"[]", b"(x)", b"/Foo", b"/#ff"),
    *(b"1 0 R", b"7 0 R", b"[1 2 /A (b) null]", b"-9999999999999999999.5", b"/DeviceRGB"),
    *(b"/Pattern", b"<< /Type /Page >>", b"[/Indexed /DeviceCMYK 1 <00>]", b"[/ICCBased 7 0 R]"),
]


#: Pieces of content streams.
WORDS = [
    "q",
    "Q",
    "cm",
    "re",
    "m",
    "l",
    "c",
    "f",
    "S",
    "n",
    "W",
    "gs",
    "Do",
    "Tf",
    "Tj",
    "TJ",
    "Tm",
    "Td",
    "'",
    '"',
    "BT",
    "ET",
    "cs",
    "scn",
    "k",
    "rg",
    "g",
    "sh",
    "ri",
    "BX",
    "EX",
    "{",
    "]",
    ">",
    "/F1",
    "/Im1",
    "/Over",
    "/All",
    "/Pattern",
    "/Foo",
    "1",
    "0",
    "-3.5",
    "99999999999",
    "(ab)",
    "<0001>",
    "[<0001>",
    "-5]",
    "<<",
    "/A",
    "1",
    ">>",
    "BI",
    "/W",
    "1",
    "/H",
    "1",
    "/BPC",
    "8",
    "/CS",
    "/G",
    "ID",
    "x",
    "EI",
    "true",
    "null",
]


def codes(report: Report) -> set[str]:
    return {fault.code for fault in report.faults}


def messages(report: Report, code: str) -> list[str]:
    return [fault.message for fault in report.faults if fault.code == code]


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Whole files with forms, masks, shadings, fonts and notes in them."""
    folder, made = tmp_path_factory.mktemp("wholes"), []
    for code in ("Y303", "Y307", "Y310", "Y312", "Y402", "Y605", "Y701", "Y707"):
        file = Specimen(CASES[code].standard)
        CASES[code].spoil(file)
        made.append(file.save(folder / f"{code}.pdf").read_bytes())
    return made


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7", b"%PDF-1.4\n%%EOF\n" * 50])
def test_what_is_no_pdf_is_a_finding(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    report = inspect(file)
    assert codes(report) == {"Y101"}
    assert not report.passed
    assert report.pages == 0


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        inspect(tmp_path / "none.pdf")


def test_a_message_does_not_tell_the_folders_of_this_machine(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    assert str(tmp_path) not in to_json(inspect(file))


def test_a_truncated_file(tmp_path: Path) -> None:
    file = Specimen().save(tmp_path / "a.pdf")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 3 // 4])
    assert codes(inspect(file)) & {"Y101", "Y102"}


def test_a_password_is_asked(tmp_path: Path) -> None:
    file = Specimen()
    file.options["encryption"] = pikepdf.Encryption(owner="a", user="b", R=4)
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert codes(report) == {"Y103"}
    assert "密码" in messages(report, "Y103")[0]


def test_a_form_that_calls_itself(tmp_path: Path) -> None:
    file = Specimen()
    form = file.form("/Fm Do", Resources=Dictionary())
    form.Resources.XObject = Dictionary(Fm=form)
    file.put("/XObject", "Fm", form)
    file.add("/Fm Do")
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert messages(report, "Y105") == ["表单一层套一层，没有尽头"]


def test_forms_that_call_forms_ten_times_each_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "STEPS", 20_000)
    file = Specimen()
    inner = file.form("0 0 0 1 k 0 0 9 9 re f")
    for _ in range(12):
        inner = file.form("/Fm Do " * 10, Resources=Dictionary(XObject=Dictionary(Fm=inner)))
    file.put("/XObject", "Fm", inner)
    file.add("/Fm Do")
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert "内容多得没有道理，后面的没有查" in messages(report, "Y105")


def test_a_stream_that_swells_beyond_all_bounds_is_refused(tmp_path: Path) -> None:
    file = Specimen()
    bomb = Stream(file.pdf, zlib.compress(b"q Q " * 10_000_000, 9))
    bomb.Filter = Name.FlateDecode
    file.page.Contents = bomb
    with pytest.raises(Unreadable, match="太大"):
        data(bomb, walk.CONTENT)


def test_twice_deflated_data_are_refused(tmp_path: Path) -> None:
    file = Specimen()
    bomb = Stream(file.pdf, zlib.compress(zlib.compress(b"q Q " * 100)))
    bomb.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    with pytest.raises(Unreadable, match="不止一重"):
        data(bomb)


def test_patterns_and_masks_that_hold_themselves(tmp_path: Path) -> None:
    file = Specimen()
    cell = Stream(file.pdf, b"/Pattern cs /P scn 0 0 9 9 re f /X gs")
    cell.PatternType = cell.PaintType = cell.TilingType = 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 9, 9]), 9, 9
    cell.Resources = Dictionary(Pattern=Dictionary(P=cell))
    cell.Resources.ExtGState = Dictionary(X=Dictionary(SMask=Dictionary(G=cell)))
    file.put("/Pattern", "P", cell)
    file.add("/Pattern cs /P scn 200 200 50 50 re f")
    assert inspect(file.save(tmp_path / "a.pdf")).pages == 1


def test_a_space_that_stands_on_itself(tmp_path: Path) -> None:
    file = Specimen()
    space = file.pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0" * 8]))
    space[1] = space
    file.put("/ColorSpace", "S", space)
    file.add("/S cs 1 scn 200 200 50 50 re f")
    assert inspect(file.save(tmp_path / "a.pdf")).pages == 1


def test_numbers_that_are_out_of_this_world(tmp_path: Path) -> None:
    file = Specimen()
    file.add("99999999999999999999.5 0 0 1 0 0 cm 0 0 1 1 re f")
    file.add("999999999 0 0 999999999 0 0 cm " * 4 + "0 0 999999999 1 re f")
    file.add(f"0 0 m {'9' * 40}.5 5 l S")
    assert codes(inspect(file.save(tmp_path / "a.pdf"))) >= {"Y105"}


def test_a_picture_that_says_it_is_vast_is_not_decoded(tmp_path: Path) -> None:
    file = Specimen()
    file.page.Resources.XObject.Im1.Width = 2_000_000_000
    assert messages(inspect(file.save(tmp_path / "a.pdf")), "Y511") == ["像素数不对"]


def test_a_fault_of_every_page_is_told_of_a_bounded_number(tmp_path: Path) -> None:
    file = Specimen()
    for place in range(500):
        file.add(f"1 0 {place / 1000} rg 200 200 50 50 re f")
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert len(messages(report, "Y301")) == 300


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    which=st.integers(0, 7),
    changes=st.lists(
        st.tuples(
            st.floats(0, 0.999), st.one_of(st.binary(min_size=1, max_size=3), st.sampled_from(ODD))
        ),
        min_size=1,
        max_size=6,
    ),
    cut=st.floats(0.3, 1.5),
)
@pytest.mark.slow
def test_whatever_is_changed_there_is_a_report(
    tmp_path: Path,
    wholes: list[bytes],
    which: int,
    changes: list[tuple[float, bytes]],
    cut: float,
) -> None:
    content = wholes[which]
    for place, new in changes:
        at = int(place * len(content))
        content = content[:at] + new + content[at + len(new) :]
    file = tmp_path / "a.pdf"
    file.write_bytes(content[: int(cut * len(content))])
    report = inspect(file)
    assert report.rules
    assert len(lines(report)) >= 1
    assert to_json(report).encode()


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    content=st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_whatever_a_page_says_there_is_a_report(tmp_path: Path, content: list[str]) -> None:
    file = Specimen()
    file.add(" ".join(content))
    report = inspect(file.save(tmp_path / "a.pdf"))
    assert report.pages == 1
    assert report.rules
