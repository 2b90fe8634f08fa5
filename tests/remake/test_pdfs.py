"""The PDFs of one issue: made apart, moved whole, the same files that 清样 and 付印 make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.issue.enclosures import FOLDER, public_pdf, read_index, read_issue
from plugins.press.delivery import HANDOVER
from plugins.press.press import ACCESSIBLE, press
from plugins.press.pressfault import PressFault
from plugins.remake import pdfs
from plugins.remake.doing import do
from plugins.remake.job import ATTEMPTS, Job, Places
from plugins.remake.ordering import jobs
from plugins.remake.pdfs import move
from plugins.remake.reading import read
from tests.remake.labour import KEYS, office, results

KEY = KEYS[0]


def tree(top: Path) -> dict[str, str]:
    return {
        file.relative_to(top).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }


def laid(top: Path, files: dict[str, str]) -> Path:
    for name, words in files.items():
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    return top


def test_files_and_folders_take_the_place_of_those_before(tmp_path: Path) -> None:
    folder = laid(tmp_path / "dist", {"a.pdf": "old", "单篇/x.pdf": "old", "plan.html": "stays"})
    aside = laid(tmp_path / "aside", {"a.pdf": "new", "单篇/y.pdf": "new", "付印/z.pdf": "new"})
    move(aside, folder)
    assert tree(folder) == {
        "a.pdf": "new",
        "plan.html": "stays",
        "付印/z.pdf": "new",
        "单篇/y.pdf": "new",
    }


def test_the_index_is_moved_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = laid(tmp_path / "aside", {"index.json": "", "a.pdf": "", "单篇/y.pdf": "", "z.pdf": ""})
    moved = []
    before = Path.replace
    monkeypatch.setattr(Path, "replace", lambda f, to: moved.append(f.name) or before(f, to))
    move(aside, tmp_path / "dist")
    assert moved[-1] == "index.json"
    assert len(moved) == 4


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return jobs(KEY, "pdf", office(tmp_path, KEYS[:1]))[0]


def test_a_fault_of_the_press_comes_back_and_leaves_all_as_it_was(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(Path(job.folders.dist), {f"{KEY}/{KEY}.pdf": "the last good one"})

    def held_back(issue: object, places: Places, target: Path) -> None:
        target.write_text("half", encoding="utf-8")
        raise PressFault("没有 ICC")

    monkeypatch.setattr(pdfs, "_delivered", held_back)
    outcome = do(replace(job, handover=True))
    assert (outcome.state, outcome.words) == ("faulty", "没有 ICC")
    assert tree(Path(job.folders.dist) / KEY) == {f"{KEY}.pdf": "the last good one"}
    assert list((job.folders.here().own / ATTEMPTS).iterdir()) == []


def test_a_manuscript_that_cannot_be_read_comes_back(job: Job) -> None:
    (Path(job.folders.content) / KEY / "one.md").write_text("没有题头", encoding="utf-8")
    outcome = do(job)
    assert outcome.state == "faulty"
    assert outcome.findings[0].path == f"content/{KEY}/one.md"


@pytest.mark.press
@pytest.mark.slow
def test_the_same_files_as_by_hand(job: Job, tmp_path: Path) -> None:
    stale = public_pdf(Path(job.folders.dist) / KEY, KEY)
    laid(stale.parent, {stale.name: "of an issue that had held copy"})
    outcome = do(job)
    assert outcome.state == "made"
    made = {name: digest for name, digest in results(job.folders).items() if "cache" not in name}
    content = Path(job.folders.content)
    by_hand = tmp_path / "by hand" / f"{KEY}.pdf"
    press(read(content, KEY), content, job.folders.here().theme, by_hand, lambda *_: None)
    folder = Path(job.folders.dist) / KEY
    for name in (f"{KEY}.pdf", f"{KEY}-{ACCESSIBLE}.pdf"):
        assert (folder / name).read_bytes() == (by_hand.parent / name).read_bytes()
    issue = read(content, KEY)
    assert set(read_index(folder / FOLDER, issue)) == {"one", "two"}
    found = read_issue(folder, issue)
    assert found is not None
    assert found.file == folder / f"{KEY}.pdf"
    assert not stale.exists()
    assert outcome.files == len(made)
    (job.folders.here().own / f"{KEY}-pdf.json").unlink()
    assert do(job).state == "made"
    assert made.items() <= results(job.folders).items()
    assert do(job).state == "unchanged"


@pytest.mark.press
@pytest.mark.slow
def test_the_folder_for_the_printer_when_it_is_asked_for(tmp_path: Path) -> None:
    folders = office(tmp_path, KEYS[:1])
    story = Path(folders.content) / KEY / "one.md"
    text = story.read_text(encoding="utf-8").replace("![图说](a.jpg)", "")
    story.write_text(text, encoding="utf-8")
    (order,) = jobs(KEY, "pdf", folders, handover=True)
    assert do(order).state == "made"
    assert list((Path(folders.dist) / KEY / HANDOVER).glob("*内页*.pdf"))
