"""One job: made, left alone when up to date, made again when anything it was made from is another."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.remake import copies
from plugins.remake.doing import do
from plugins.remake.job import OWN_FOLDER, Folders, Job
from plugins.remake.note import Note, sources
from plugins.remake.ordering import jobs
from tests.remake.labour import KEYS, office, results

KEY = KEYS[0]
Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """The pictures of one issue, made: cards take their time."""
    folders = office(tmp_path_factory.mktemp("office"), KEYS[:2])
    (job,) = jobs(KEY, "图片", folders)
    assert do(job).state == "made"
    return job


@pytest.fixture
def desk(tmp_path: Path) -> Job:
    return jobs(KEY, "图片", office(tmp_path, KEYS[:2]))[0]


def content_of(job: Job) -> Path:
    return Path(job.folders.content)


def test_what_is_up_to_date_is_left_alone(made_once: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "make", None)
    before = results(made_once.folders)
    outcome = do(made_once)
    assert outcome.state == "unchanged"
    assert 5 < outcome.files <= len(before)
    assert results(made_once.folders) == before


def test_a_file_of_the_result_that_went_is_made_again_the_same(made_once: Job) -> None:
    before = results(made_once.folders)
    cards = Path(made_once.folders.cache) / "cards"
    next(cards.rglob("*.jpg")).unlink()
    assert results(made_once.folders) != before
    assert do(made_once).state == "made"
    assert results(made_once.folders) == before


def test_a_file_of_the_result_that_is_another_is_noticed(
    made_once: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(copies, "make", lambda issue, places: asked.append(issue.key) or ())
    card = next((Path(made_once.folders.cache) / "cards").rglob("*.jpg"))
    before = card.read_bytes()
    card.write_bytes(b"spoilt")
    try:
        do(made_once)
    finally:
        card.write_bytes(before)
        note = Path(made_once.folders.dist) / OWN_FOLDER / f"{KEY}-pictures.json"
        note.unlink()
    assert asked == [KEY]
    assert do(made_once).state == "made"


CHANGES: dict[str, tuple[Change, bool]] = {
    "a text": (lambda top: (top / KEY / "one.md").write_text("另一篇", encoding="utf-8"), True),
    "a picture": (lambda top: Image.new("RGB", (9, 9)).save(top / KEY / "a.jpg"), True),
    "a new file": (lambda top: (top / KEY / "b.jpg").write_bytes(b"x"), True),
    "the publication": (lambda top: (top / "publication.toml").write_text('name = "新"'), True),
    "the vocabulary": (lambda top: _written(top / "style" / "标签词表.toml", ""), True),
    "the printer's profile": (lambda top: _written(top / "icc" / "press.icc", "x"), True),
    "page numbers": (lambda top: _written(top / KEY / "folios.toml", "[pages]"), False),
    "another issue": (lambda top: _written(top / KEYS[1] / "one.md", "x"), False),
    "a new issue": (lambda top: _written(top / "2031-01" / "issue.toml", "x"), False),
    "a page of the site": (lambda top: _written(top / "pages" / "关于.md", "x"), False),
    "the register": (lambda top: _written(top / "addresses.txt", "x"), False),
    "a file being written": (lambda top: _written(top / KEY / ".one.md.x.new", "x"), False),
}


def _written(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_result_is_made_from(desk: Job, name: str) -> None:
    change, counts = CHANGES[name]
    before = Note(desk).key
    change(content_of(desk))
    assert (Note(desk).key != before) == counts


def test_what_it_is_made_with_and_what_is_asked_count_too(desk: Job) -> None:
    others = [
        replace(desk, kit=(("Python", "2.7"),)),
        replace(desk, handover=True),
        replace(desk, what="pdf"),
        replace(desk, issue=KEYS[1]),
    ]
    assert len({Note(each).key for each in [desk, *others]}) == 5


def test_the_same_files_elsewhere_have_the_same_key(tmp_path: Path) -> None:
    one, other = (jobs(KEY, "图片", office(tmp_path / name))[0] for name in ("a", "b"))
    assert Note(one).key == Note(other).key


def test_the_theme_counts(desk: Job) -> None:
    theme = desk.folders.here().theme
    found = set(sources(desk, desk.folders.here()))
    assert theme / "shared" / "tokens.css" in found
    assert not any(file.is_relative_to(theme / "press") for file in found)
    printed = set(sources(replace(desk, what="pdf"), desk.folders.here()))
    assert any(file.is_relative_to(theme / "press" / "styles") for file in printed)


def test_faults_come_back_as_data_and_nothing_is_noted(desk: Job) -> None:
    (content_of(desk) / KEY / "a.jpg").write_bytes(b"no picture")
    outcome = do(desk)
    assert outcome.state == "faulty"
    assert any("a.jpg" in each.message for each in outcome.findings)
    assert results(desk.folders) == {}
    assert not list((Path(desk.folders.dist) / OWN_FOLDER).glob("*-pictures.json"))


def test_an_issue_that_is_not_there_comes_back_as_data(desk: Job) -> None:
    gone = replace(desk, issue="1999-01")
    (content_of(desk) / "1999-01").mkdir()
    outcome = do(gone)
    assert outcome.state == "faulty"
    assert outcome.findings[0].path == "content/1999-01/issue.toml"


def test_faults_of_another_issue_do_not_matter(desk: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "make", lambda issue, places: ())
    (content_of(desk) / KEYS[1] / "issue.toml").write_text("number = ", encoding="utf-8")
    assert do(desk).state == "made"


def test_a_machine_with_another_kit_makes_nothing(desk: Job) -> None:
    kit = tuple((name, "0.1" if name == "pillow" else what) for name, what in desk.kit)
    outcome = do(replace(desk, kit=kit))
    assert outcome.state == "unfit"
    assert outcome.words.startswith("pillow（派活的机器 0.1，这台 ")
    assert results(desk.folders) == {}


def test_a_note_is_readable(made_once: Job) -> None:
    do(made_once)
    note = Path(made_once.folders.dist) / OWN_FOLDER / f"{KEY}-pictures.json"
    told = json.loads(note.read_text(encoding="utf-8"))
    assert set(told) == {"key", "files"}
    assert all(not Path(name).is_absolute() for name in told["files"])


def test_folders_are_below_the_project_unless_they_are_absolute() -> None:
    here = Folders(content="content", theme="theme", dist="/mnt/dist", cache=".cache").here()
    assert here.content.parent == here.theme.parent
    assert (here.content.parent / "plugins" / "remake").is_dir()
    assert here.dist == Path("/mnt/dist")
    assert here.local == here.cache
