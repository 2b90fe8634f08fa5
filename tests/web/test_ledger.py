"""网址登记: nothing that was published is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.web.server import ledger
from plugins.web.server.redirects import Redirects

PATHS = {"2020-02/", "2020-02/yi.html", "pages/关于本刊.html"}


def test_written_and_read_back(tmp_path: Path) -> None:
    assert ledger.write(tmp_path, PATHS)
    lines = (tmp_path / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-3:] == ["2020-02/", "2020-02/yi", "pages/关于本刊"]
    known, findings = ledger.read(tmp_path)
    assert (set(known), findings) == (PATHS, [])
    assert not list(tmp_path.glob("*.new"))


def test_nothing_is_ever_taken_out(tmp_path: Path) -> None:
    ledger.write(tmp_path, PATHS)
    assert ledger.write(tmp_path, {"2020-03/er.html"})
    assert set(ledger.read(tmp_path)[0]) == PATHS | {"2020-03/er.html"}


def test_left_alone_when_nothing_is_new(tmp_path: Path) -> None:
    ledger.write(tmp_path, PATHS)
    file = tmp_path / "addresses.txt"
    file.write_text(file.read_text(encoding="utf-8") + "# 人写的一行\n", encoding="utf-8")
    assert not ledger.write(tmp_path, {"2020-02/"})
    assert file.read_text(encoding="utf-8").endswith("# 人写的一行\n")


def test_the_order_of_publishing_is_not_told() -> None:
    assert ledger.text(["b/b.html", "a/a.html", "a/a.html"]) == ledger.HEAD + "a/a\nb/b\n"


def test_what_is_lost_is_told_with_its_line_and_its_remedy(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    ledger.write(content, PATHS)
    (found,) = ledger.lost(content, PATHS - {"2020-02/yi.html"}, Redirects())
    assert (found.path, found.code, found.level) == ("content/addresses.txt", "W145", "warning")
    assert ledger.HEAD.count("\n") + 2 == found.line
    assert '"2020-02/yi" = "期次/新文件名"' in found.message
    assert '"2020-02/yi" = ""' in found.message


@pytest.mark.parametrize(
    "told",
    [
        Redirects({"2020-02/yi.html": "2020-02/"}),
        Redirects(gone=frozenset({"2020-02/yi.html"})),
    ],
)
def test_what_is_redirected_is_not_lost(tmp_path: Path, told: Redirects) -> None:
    ledger.write(tmp_path, PATHS)
    assert list(ledger.lost(tmp_path, PATHS - {"2020-02/yi.html"}, told)) == []


def test_no_ledger_nothing_lost(tmp_path: Path) -> None:
    assert list(ledger.lost(tmp_path, PATHS, Redirects())) == []


def test_the_marks_of_a_merge_are_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "addresses.txt"
    file.write_text("a/a\n<<<<<<< HEAD\na/b\n=======\na/c\n>>>>>>> other\n", encoding="utf-8")
    before = file.read_bytes()
    known, findings = ledger.read(tmp_path)
    assert set(known) == {"a/a.html", "a/b.html", "a/c.html"}
    assert [(each.code, each.line) for each in findings] == [("W146", 2), ("W146", 4), ("W146", 6)]
    assert not ledger.write(tmp_path, {"a/new.html"})
    assert file.read_bytes() == before


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "addresses.txt").write_bytes(b"\xff\xfe\x00\x80\x81")
    known, findings = ledger.read(tmp_path)
    assert known == {}
    assert [each.code for each in findings] == ["W146"]
