"""The folder for the printer: whole or not at all, listed, checksummed."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf, PdfError

from plugins.keeping import exchange
from plugins.press.handover import handover
from plugins.press.handover.checksums import SUMS, PressFile, press_file, sums
from plugins.press.handover.handover import LIST, Maker, hand_over


def writing(text: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(text, encoding="utf-8")


def failing(file: Path) -> object:
    file.write_text("half", encoding="utf-8")
    raise RuntimeError("no ink")


def pictures(folder: Path) -> object:
    folder.mkdir()
    return [(folder / name).write_bytes(name.encode()) for name in ("02.png", "01.png")]


MAKERS = (
    Maker("2020-03-内页.pdf", "内页，四色", writing("内")),
    Maker("缩略图", "每个对开页的小图", pictures),
)


def names(folder: Path) -> list[str]:
    return sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )


def test_everything_is_there_listed_and_checksummed(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "印厂"
    made = hand_over(target, MAKERS, "样刊 2020年第3期")
    expected = ["2020-03-内页.pdf", SUMS, "缩略图/01.png", "缩略图/02.png", LIST]
    assert names(target) == sorted(expected)
    assert sorted(made) == sorted(target / name for name in expected)
    told = (target / LIST).read_text(encoding="utf-8")
    assert told.startswith("样刊 2020年第3期　印刷文件\n")
    assert "2020-03-内页.pdf\n    内页，四色\n缩略图\n    每个对开页的小图\n" in told
    check = ["sha256sum", "--check", "--strict", SUMS]
    run = subprocess.run(check, cwd=target, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.count(b": OK") == 4
    assert [each.name for each in target.parent.iterdir()] == ["印厂"]


def test_the_last_folder_goes_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "印厂"
    hand_over(target, MAKERS, "旧")
    hand_over(target, [Maker("新.txt", "新的", writing("新"))], "新")
    assert names(target) == sorted([SUMS, "新.txt", LIST])
    assert [each.name for each in tmp_path.iterdir()] == ["印厂"]


@pytest.mark.parametrize(
    ("makers", "error"),
    [
        ([MAKERS[0], Maker("b", "坏的", failing)], RuntimeError),
        ([MAKERS[0], Maker("b", "没有写", lambda file: None)], FileNotFoundError),
    ],
)
def test_a_failure_leaves_the_last_folder(
    tmp_path: Path, makers: list[Maker], error: type[Exception]
) -> None:
    target = tmp_path / "印厂"
    hand_over(target, MAKERS, "旧")
    before = {name: (target / name).read_bytes() for name in names(target)}
    with pytest.raises(error):
        hand_over(target, makers, "新")
    assert {name: (target / name).read_bytes() for name in names(target)} == before
    assert [each.name for each in tmp_path.iterdir()] == ["印厂"]


def test_a_failure_the_first_time_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        hand_over(tmp_path / "印厂", [Maker("a", "坏的", failing)], "新")
    assert list(tmp_path.iterdir()) == []


def _refused(_one: bytes, _other: bytes) -> int:
    """A system call that fails."""
    ctypes.set_errno(errno.EACCES)
    return -1


@pytest.mark.parametrize("is_at_once", [True, False])
def test_a_swap_that_fails_brings_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_at_once: bool
) -> None:
    target = tmp_path / "印厂"
    hand_over(target, MAKERS, "旧")
    rename = Path.rename

    def refusing(self: Path, other: Path) -> Path:
        if self.name.endswith(".new"):
            raise PermissionError("busy")
        return rename(self, other)

    if not is_at_once:
        monkeypatch.setattr(exchange, "_system_call", lambda: None)
        monkeypatch.setattr(Path, "rename", refusing)
    else:
        monkeypatch.setattr(exchange, "_system_call", lambda: _refused)
    with pytest.raises(PermissionError):
        hand_over(target, [Maker("a", "新的", writing("新"))], "新")
    assert "2020-03-内页.pdf" in names(target)
    assert [each.name for each in tmp_path.iterdir()] == ["印厂"]


def test_what_an_interrupted_run_left_is_mended(tmp_path: Path) -> None:
    """A run was killed between the two steps of the swap: the good folder is called .old."""
    target = tmp_path / "印厂"
    hand_over(target, MAKERS, "旧")
    target.rename(tmp_path / "印厂.old")
    (tmp_path / "印厂.new").mkdir()
    with pytest.raises(RuntimeError):
        hand_over(target, [Maker("a", "坏的", failing)], "新")
    assert "2020-03-内页.pdf" in names(target)
    hand_over(target, MAKERS, "新")
    assert [each.name for each in tmp_path.iterdir()] == ["印厂"]


def test_a_maker_may_read_what_was_made_before(tmp_path: Path) -> None:
    def counting(file: Path) -> object:
        return file.write_text(str(len(list(file.parent.iterdir()))), encoding="utf-8")

    hand_over(tmp_path / "a", [*MAKERS, Maker("数", "几个", counting)], "新")
    assert (tmp_path / "a" / "数").read_text(encoding="utf-8") == "2"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    hand_over(tmp_path / "a", MAKERS, "新", lambda *step: told.append(step))
    assert told == [("2020-03-内页.pdf", 1, 2), ("缩略图", 2, 2)]


def test_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("a", "b"):
        hand_over(tmp_path / name, MAKERS, "新")
    for name in (SUMS, LIST):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_sums_are_sorted_by_name(tmp_path: Path) -> None:
    files = []
    for name in ("b.txt", "a.txt"):
        files.append(tmp_path / name)
        files[-1].write_text(name, encoding="utf-8")
    digests = [hashlib.sha256(name.encode()).hexdigest() for name in ("a.txt", "b.txt")]
    assert sums(tmp_path, files) == f"{digests[0]}  a.txt\n{digests[1]}  b.txt\n"


def blank(folder: Path, *sizes_mm: tuple[float, float]) -> Path:
    file = folder / "a.pdf"
    with Pdf.new() as pdf:
        for width, height in sizes_mm:
            pdf.add_blank_page(page_size=(width * 72 / 25.4 + 20, height * 72 / 25.4 + 20))
            page = pdf.pages[-1]
            page.trimbox = (10, 10, 10 + width * 72 / 25.4, 10 + height * 72 / 25.4)
        pdf.save(file)
    return file


def test_what_a_pdf_is(tmp_path: Path) -> None:
    file = blank(tmp_path, (426.5, 285), (426.5, 285), (210, 285))
    made = press_file(file)
    assert (made.name, made.pages, made.bytes) == ("a.pdf", 3, file.stat().st_size)
    assert made.trims_mm == ((426.5, 285.0), (210.0, 285.0))
    assert made.measure == "426.5 × 285、210 × 285"
    assert made.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_what_another_file_is(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}", encoding="utf-8")
    assert (press_file(file).pages, press_file(file).measure) == (0, "")


def test_a_pdf_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(PdfError):
        press_file(file)


@pytest.mark.parametrize(
    ("size", "told"), [(940, "1 kB"), (12_300, "12 kB"), (1_250_000, "1.2 MB")]
)
def test_sizes_as_people_read_them(size: int, told: str) -> None:
    assert PressFile("a", size, "").size == told


def test_three_sizes_are_cut_short() -> None:
    made = PressFile("a", 1, "", 3, ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0)))
    assert made.measure == "1 × 2、3 × 4等"


def test_the_list_says_where_the_sums_are() -> None:
    assert "sha256sum -c SHA256SUMS.txt" in handover._list("题", MAKERS)
