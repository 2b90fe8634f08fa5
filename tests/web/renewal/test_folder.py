"""The folder is seen as a whole, old or new; what is noted of it is checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.web.renewal import manifest as manifests
from plugins.web.renewal.crew import WorkerDied, share_out
from plugins.web.renewal.folder import OutputFolder
from plugins.web.renewal.manifest import Manifest, Page


def names(folder: Path) -> list[str]:
    return sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )


def first(output: Path) -> OutputFolder:
    folder = OutputFolder(output)
    folder.begin(())
    folder.write("a/one.html", b"1")
    folder.write("two.html", b"2")
    folder.finish((), ())
    return folder


def test_nothing_is_seen_before_the_end(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first(output)
    folder = OutputFolder(output)
    folder.begin(())
    folder.write("a/one.html", b"new")
    folder.write("b/three.html", b"3")
    assert (names(output), (output / "a/one.html").read_bytes()) == (
        ["a/one.html", "two.html"],
        b"1",
    )
    assert folder.finish(["two.html"], []) == {}
    assert names(output) == ["a/one.html", "b/three.html", "two.html"]
    assert (output / "a/one.html").read_bytes() == b"new"
    assert names(tmp_path) == [f"output/{each}" for each in names(output)]


def test_who_gives_up_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first(output)
    folder = OutputFolder(output)
    folder.begin(())
    folder.write("a/one.html", b"new")
    folder.give_up()
    assert (output / "a/one.html").read_bytes() == b"1"
    assert [each.name for each in tmp_path.iterdir()] == ["output"]


def test_a_file_is_written_twice(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "output")
    folder.begin(())
    folder.write("a.html", b"1")
    made = folder.write("a.html", b"22")
    folder.finish((), ())
    assert (tmp_path / "output/a.html").read_bytes() == b"22"
    assert made == manifests.marks((tmp_path / "output/a.html").stat())


def test_in_place_strange_files_and_empty_folders_go(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("old/left.html", "half.html.77.new"):
        (tmp_path / name).touch()
    folder = OutputFolder(tmp_path, in_place=True)
    folder.begin(["a/one.html"])
    folder.write("a/one.html", b"1")
    assert names(tmp_path) == ["a/one.html"]
    folder.finish((), ["a/one.html"])
    assert list(tmp_path.iterdir()) == []


def test_where_files_have_one_name_only_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    first(output)

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    folder = OutputFolder(output)
    folder.begin(())
    made = folder.finish(["a/one.html", "two.html"], [])
    assert made == {each: manifests.marks((output / each).stat()) for each in names(output)}


def test_a_manifest_is_checked_against_the_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    folder = OutputFolder(output)
    folder.begin(())
    files = {path: folder.write(path, b"1") for path in ("one.html", "two.html", "a.jpg")}
    folder.finish((), ())
    pages = {
        "one.html": Page(b"k1", "", "View", ("one.html",), ("a.jpg",)),
        "two.html": Page(b"k2", "", "View", ("two.html",)),
    }
    parts = {"one.html": (b"s1", ("one.html",)), "two.html": (b"s2", ("two.html",))}
    made = Manifest(parts, pages, files)
    manifests.save(tmp_path / "m", made)
    assert manifests.load(tmp_path / "m") == made
    assert list(manifests.lost(output, made)) == []
    (output / "a.jpg").write_bytes(b"2")
    left = made.without(manifests.lost(output, made))
    assert (set(left.pages), set(left.parts)) == ({"two.html"}, {"two.html"})


@pytest.mark.parametrize("data", [b"", b"odd", b"(i\x63\x00\x00\x00"])
def test_a_damaged_manifest_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m").write_bytes(data)
    assert manifests.load(tmp_path / "m") == Manifest()


def doubled(jobs: Sequence[int], is_here: bool) -> list[int]:
    return [2 * job for job in jobs]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_work_is_shared_out(workers: int) -> None:
    made = share_out([1, 2, 3, 4], doubled, workers)
    assert sorted(each for share in made for each in share) == [2, 4, 6, 8]
    assert len(made) == workers


def test_an_error_in_another_process_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fails(jobs: Sequence[int], is_here: bool) -> None:
        if not is_here:
            raise LookupError("there")

    with pytest.raises(LookupError, match="there"):
        share_out([1, 2], fails, 2)
    capfd.readouterr()


def test_a_process_that_dies_is_noticed() -> None:
    def dies(jobs: Sequence[int], is_here: bool) -> None:
        if not is_here:
            os._exit(3)

    with pytest.raises(WorkerDied):
        share_out([1, 2], dies, 2)
