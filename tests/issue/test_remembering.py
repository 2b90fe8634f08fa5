"""Reading with what is remembered is reading anew: the same archive, the same findings, only sooner."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.article import manuscript
from plugins.article.finding import Finding
from plugins.issue import crew, plugin
from plugins.issue.copystore import MARKER, CopyStore
from plugins.issue.record import Archive, Issue
from plugins.keeping import digests
from tests.desk import PUBLICATION, REGISTER, Desk

VOCABULARY = '[[terms]]\nname = "{}"\nslug = "a"\n'
STEMS = "abc"
Settings = dict[str, Any]
Loaded = tuple[Archive, list[Finding]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The manuscripts that were read, by name."""
    names: list[str] = []
    plain = manuscript.read_data

    def told(data: bytes, file: Path, *rest: Any) -> Any:
        names.append(file.name)
        return plain(data, file, *rest)

    monkeypatch.setattr(manuscript, "read_data", told)
    return names


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks are trusted however young a file is."""
    monkeypatch.setattr("plugins.issue.noted.STEP_NS", -digests.STEP_NS)


def settings_for(desk: Desk, **more: Any) -> Settings:
    cache = desk.content.parent / "cache"
    return {"PATH": str(desk.content), "CACHE_PATH": str(cache), **more}


def load(desk: Desk, made: Settings) -> Loaded:
    return plugin.load(desk.content, made)


def anew(desk: Desk) -> Loaded:
    """As somebody reads who remembers nothing."""
    with tempfile.TemporaryDirectory() as cache:
        return load(desk, settings_for(desk, CACHE_PATH=cache))


def versions(archive: Archive) -> list[str]:
    articles = [article.version for issue in archive.issues for article in issue.articles]
    return [issue.version for issue in archive.issues] + articles


def told(loaded: Loaded) -> tuple[Archive, list[str], list[Finding]]:
    archive, findings = loaded
    return archive, versions(archive), findings


def lay(desk: Desk) -> None:
    """Two issues with three articles, a picture and a vocabulary."""
    for key in ("2020-02", "2020-03"):
        for stem in STEMS:
            desk.article(
                f"{key}/{stem}", "土地，土地，土地。\n\n![图](photos/p.png)\n\n[甲](a.md)\n"
            )
        desk.picture(f"{key}/photos/p.png")
        desk.picture(f"{key}/photos/c.png")
        desk.issue(
            key, {"特别关注": "ab", "政策文件": "c"}, extra='cover = {image = "photos/c.png"}\n'
        )
    desk.write("style/标签词表.toml", VOCABULARY.format("土"))


def edit(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.article(f"{folder}/{stem}", f"土地{n}。\n\n![图](photos/p.png)\n")


def retitle(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.article(f"{folder}/{stem}", 标题=f"新题{n}", 标签="土，水" if n % 2 else "")


def remove(desk: Desk, folder: str, stem: str, n: int) -> None:
    (desk.content / folder / f"{stem}.md").unlink(missing_ok=True)


def rename(desk: Desk, folder: str, stem: str, n: int) -> None:
    file = desk.content / folder / f"{stem}.md"
    if file.exists():
        file.rename(file.with_name(f"{STEMS[n % 3]}{'.markdown' if n == 4 else '.md'}"))


def spoil(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write(f"{folder}/{stem}.md", b"\xff\xfe\x00" if n % 2 else "没有首部")


def picture(desk: Desk, folder: str, stem: str, n: int) -> None:
    """Another picture; sometimes with the dates and the bytes of a header kept, or none at all."""
    file = desk.content / folder / "photos/p.png"
    before = file.stat() if file.exists() else None
    if n == 0:
        file.unlink(missing_ok=True)
        return
    desk.picture(f"{folder}/photos/p.png", (60 + n % 2, 40))
    if before and n > 2:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def cover(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.picture(f"{folder}/photos/c.png", (70 + n, 40))


def add(desk: Desk, folder: str, stem: str, n: int) -> None:
    """Held copy, or a manuscript that was saved under another ending."""
    desk.write(f"{folder}/d{n}.{'md' if n % 2 else 'txt'}", "来稿")


def plan(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.issue(folder, {"特别关注": STEMS[: n % 4], "环境资讯": stem}, number=n or 1)


def break_plan(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write(f"{folder}/issue.toml", "number = = 3\n" if n % 2 else "number = 3\n")


def fold(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write(f"{folder}/folios.toml", f"[pages]\n{stem} = {n}\n")


def bulletin(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write("publication.toml", PUBLICATION + f'editor = "编辑{n}"\n')


def register(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write("sections.toml", REGISTER.replace("Focus", f"Focus{n}"))


def vocabulary(desk: Desk, folder: str, stem: str, n: int) -> None:
    desk.write("style/标签词表.toml", VOCABULARY.format("土水地"[n % 3]))


def damage(desk: Desk, folder: str, stem: str, n: int) -> None:
    """A cache cut short, emptied, or gone."""
    file = desk.content.parent / "cache/manuscripts" / f"{folder}.copy"
    if file.exists():
        data = file.read_bytes()
        file.write_bytes(data[: len(data) * n // 5])
        if n == 3:
            file.unlink()


CHANGES = (
    edit, retitle, remove, rename, spoil, picture, cover, add, plan, break_plan, fold, bulletin, register, vocabulary, damage,
)  # fmt: skip
Change = tuple[Callable[[Desk, str, str, int], None], str, str, int]
changes = st.tuples(
    st.sampled_from(CHANGES),
    st.sampled_from(["2020-02", "2020-03"]),
    st.sampled_from(STEMS),
    st.integers(0, 4),
)


@settings(max_examples=60)
@given(steps=st.lists(st.lists(changes, max_size=2), min_size=1, max_size=4))
def test_remembering_changes_nothing(steps: list[list[Change]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "content")
        lay(desk)
        resident = settings_for(desk, CACHE_PATH=f"{folder}/resident")
        load(desk, resident)
        load(desk, settings_for(desk))
        for step in steps:
            for change, *where in step:
                change(desk, *where)  # type: ignore[arg-type]
            wanted = told(anew(desk))
            assert told(load(desk, resident)) == wanted
            assert told(load(desk, settings_for(desk))) == wanted


def test_nothing_changed_is_the_same_object(desk: Desk) -> None:
    lay(desk)
    made = settings_for(desk)
    first, second = load(desk, made)[0], load(desk, made)[0]
    assert all(one is other for one, other in zip(first.issues, second.issues, strict=True))


def test_one_edit_leaves_the_other_objects(desk: Desk, read: list[str]) -> None:
    lay(desk)
    made = settings_for(desk)
    before = load(desk, made)[0].issues
    read.clear()
    edit(desk, "2020-03", "b", 7)
    after = load(desk, made)[0].issues
    assert after[1] is before[1]
    assert after[0].version == before[0].version
    assert [a is b for a, b in zip(after[0].articles, before[0].articles, strict=True)] == [
        True, False, True,
    ]  # fmt: skip
    assert read == ["b.md"]


def test_a_folder_touched_but_not_changed_keeps_its_object(desk: Desk, read: list[str]) -> None:
    lay(desk)
    made = settings_for(desk)
    before = load(desk, made)[0].issues
    read.clear()
    for file in desk.content.glob("*/*.md"):
        file.write_bytes(file.read_bytes())
    after = load(desk, made)[0].issues
    assert [a is b for a, b in zip(after, before, strict=True)] == [True, True]
    assert read == []


def test_a_second_process_reads_no_manuscript(desk: Desk, read: list[str]) -> None:
    lay(desk)
    load(desk, settings_for(desk))
    read.clear()
    assert load(desk, settings_for(desk))[0].issues
    assert read == []


@pytest.mark.parametrize("change", [add, cover])
def test_what_no_manuscript_names_is_seen(
    desk: Desk, change: Callable[[Desk, str, str, int], None]
) -> None:
    lay(desk)
    made = settings_for(desk)
    before = told(load(desk, made))
    change(desk, "2020-03", "a", 1)
    assert told(load(desk, made)) == told(anew(desk)) != before


def test_old_files_are_known_by_their_marks(
    desk: Desk, at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(desk)
    load(desk, settings_for(desk))
    monkeypatch.setattr("plugins.issue.desk.digest", None)
    assert len(load(desk, settings_for(desk))[0].issues) == 2


def test_young_files_are_read_once_more_and_then_trusted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(desk)
    load(desk, settings_for(desk))
    later = 10 * digests.STEP_NS
    plain = CopyStore.begin
    monkeypatch.setattr(CopyStore, "begin", lambda self: plain(self) + later)
    load(desk, settings_for(desk))
    monkeypatch.setattr("plugins.issue.desk.digest", None)
    assert len(load(desk, settings_for(desk))[0].issues) == 2


def test_tags_follow_the_vocabulary_without_reading(desk: Desk, read: list[str]) -> None:
    lay(desk)
    made = settings_for(desk)
    before = load(desk, made)[0].issues[0].articles[0]
    read.clear()
    vocabulary(desk, "", "", 2)
    after = load(desk, made)[0].issues[0].articles[0]
    assert ([tag.name for tag in before.tags], [tag.name for tag in after.tags]) == (["土"], ["地"])
    assert before.version != after.version
    assert read == []


def test_terms_follow_the_vocabulary_where_tags_stay(desk: Desk, read: list[str]) -> None:
    lay(desk)
    made = settings_for(desk)
    desk.article("2020-03/a", "江水，江水。\n", 标签="自拟")
    before = load(desk, made)[0].issues[0].articles[0]
    read.clear()
    desk.write("style/标签词表.toml", '[[terms]]\nname = "江水"\n')
    after = load(desk, made)[0].issues[0].articles[0]
    assert (before.terms, after.terms) == ((), ("江水",))
    assert before.tags == after.tags
    assert before.version != after.version
    assert read == []


@pytest.mark.parametrize("more", [{"TOC": False}, {"TAGGING": False}])
def test_a_switch_is_obeyed(desk: Desk, more: Settings) -> None:
    lay(desk)
    desk.article("2020-03/a", "## 小题\n\n土地，土地，土地。\n")
    load(desk, settings_for(desk))
    article = load(desk, settings_for(desk, **more))[0].issues[0].articles[0]
    assert (article.outline == ()) == ("TOC" in more)
    assert (article.tags == ()) == ("TAGGING" in more)


def test_another_programme_reads_anew(
    desk: Desk, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(desk)
    load(desk, settings_for(desk))
    read.clear()
    monkeypatch.setattr(plugin, "ROOMS", ("keeping",))
    load(desk, settings_for(desk))
    assert len(read) == 6


def test_suggestions_survive_a_reading_from_the_store(desk: Desk) -> None:
    lay(desk)
    file = Path(settings_for(desk)["CACHE_PATH"]) / "tagging/suggestions.json"
    load(desk, settings_for(desk))
    before = file.read_bytes()
    edit(desk, "2020-03", "a", 1)
    load(desk, settings_for(desk))
    assert len(before) > 100
    assert len(file.read_bytes()) > len(before)


def test_progress_is_told_of_folders_that_are_read(desk: Desk) -> None:
    lay(desk)
    steps: list[tuple[str, int, int]] = []
    made = settings_for(desk, PROGRESS=lambda *step: steps.append(step))
    load(desk, made)
    load(desk, made)
    edit(desk, "2020-02", "a", 1)
    load(desk, made)
    assert steps == [("读稿", 1, 2), ("读稿", 2, 2), ("读稿", 1, 1)]


@pytest.mark.skipif(not Path("/proc").exists(), reason="forks only on Linux")
def test_a_crew_reads_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PAYS", 2)
    lay(desk)
    spoil(desk, "2020-02", "b", 0)
    asked: list[int] = []
    plain = crew.spread
    monkeypatch.setattr(
        crew, "spread", lambda work, *rest: asked.append(rest[1]) or plain(work, *rest)
    )
    steps: list[tuple[str, int, int]] = []
    made = settings_for(desk, WORKERS=5, PROGRESS=lambda *step: steps.append(step))
    assert told(load(desk, made)) == told(anew(desk))
    assert asked == [2]
    assert steps[-1] == ("读稿", 2, 2)
    suggestions = Path(made["CACHE_PATH"]) / "tagging/suggestions.json"
    assert suggestions.exists(), "what the others found is kept"


def test_a_crew_where_it_pays() -> None:
    assert crew.hands(4, 300, 10_000) == 4
    assert crew.hands(4, 2, 10_000) == 2
    assert crew.hands(4, 300, crew.PAYS - 1) == 1
    assert crew.hands(4, 0, 0) == 1


def test_what_a_crew_raises_is_raised(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        list(crew.spread(lambda folder: 1 // 0, [desk.content], 2))


def test_the_store_takes_nothing_from_another_programme(tmp_path: Path, desk: Desk) -> None:
    lay(desk)
    load(desk, settings_for(desk))
    folder = Path(settings_for(desk)["CACHE_PATH"]) / "manuscripts"
    assert CopyStore(folder, "another").get("2020-03") is None
    assert CopyStore(folder, "another").get("2020-12") is None
    assert {file.name for file in folder.iterdir()} == {MARKER, "2020-02.copy", "2020-03.copy"}


def issue_of(desk: Desk) -> Issue:
    return anew(desk)[0].issues[0]


@pytest.mark.parametrize(
    ("change", "n", "issue_changes"),
    [(edit, 3, False), (retitle, 1, False), (picture, 1, False), (cover, 1, True), (fold, 3, True), (bulletin, 1, True),
     (register, 1, True), (plan, 2, True)],
)  # fmt: skip
def test_versions_change_with_what_they_were_made_from(
    desk: Desk, change: Callable[[Desk, str, str, int], None], n: int, issue_changes: bool
) -> None:
    lay(desk)
    before = issue_of(desk)
    assert versions(anew(desk)[0]) == versions(anew(desk)[0])
    change(desk, "2020-03", "a", n)
    after = issue_of(desk)
    assert (before.version != after.version) == issue_changes
    changed = before.articles[0].version != after.articles[0].version
    assert changed == (change in (edit, retitle, picture))


def test_a_version_is_no_part_of_what_a_record_says(desk: Desk) -> None:
    lay(desk)
    issue = issue_of(desk)
    assert issue.version
    assert issue.version not in repr(issue)


@pytest.mark.slow
def test_readers_do_not_outlive_a_killed_reader(tmp_path: Path) -> None:
    """A killed run leaves no process that waits for ever."""
    said = tmp_path / "said"

    def work(folder: Path) -> None:
        with said.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
        signal.pause()

    reader = os.fork()
    if not reader:
        list(crew.spread(work, [tmp_path, tmp_path], 2))
        os._exit(1)
    try:
        found = _until(lambda: said.read_text("utf-8").split() if said.exists() else [], 2)
    finally:
        os.kill(reader, signal.SIGKILL)
        os.waitpid(reader, 0)
    try:
        left = _until(lambda: [each for each in found if not _lives(each)], 2)
    finally:
        for each in filter(_lives, found):
            os.kill(int(each), signal.SIGKILL)
    assert sorted(left) == sorted(found)


def _lives(process: str) -> bool:
    """Whether a process is more than a name that nobody has asked for yet (proc(5): state Z)."""
    try:
        return Path("/proc", process, "stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _until(look: Callable[[], list[str]], count: int) -> list[str]:
    """What is seen once there are so many."""
    end = time.monotonic() + 30
    while len(seen := look()) < count:
        assert time.monotonic() < end, seen
        time.sleep(0.01)
    return seen
