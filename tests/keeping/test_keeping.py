"""What is kept between runs is whole, and is thrown away only when it is of no use."""

from __future__ import annotations

import gc
import os
import pickle
import weakref
from dataclasses import FrozenInstanceError, dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.keeping import aside, exchange, garbage, programme, turn
from plugins.keeping.pickling import quickly
from plugins.keeping.store import Store, key

DAY = 24 * 3600


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "a.json"
    aside.write(file, b"one")
    aside.write(file, b"two")
    assert file.read_bytes() == b"two"
    assert [each.name for each in file.parent.iterdir()] == ["a.json"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        aside.write(tmp_path / "a", b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_store_gives_back_what_was_put(tmp_path: Path) -> None:
    store = Store(tmp_path, ".pdf")
    assert store.get("abc") is None
    store.put("abc", b"one")
    assert store.get("abc") == b"one"
    assert store.file("abc") == tmp_path / "ab" / "abc.pdf"


def test_what_nobody_used_is_swept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for name in ("old", "kept", "used"):
        os.utime(store.put(name, b""), (0, 0))
    assert store.get("used") is not None
    assert store.sweep(30, now=31 * DAY, kept=["kept"]) == 1
    assert [store.get(each) for each in ("old", "kept", "used")] == [None, b"", b""]


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_keys_know_where_parts_end(one: list[str], other: list[str]) -> None:
    assert (key(*one) == key(*other)) == (one == other)


def test_a_room_has_a_state_of_its_own() -> None:
    assert programme.state(("toc",)) != programme.state(("tagging",))
    assert programme.state(("toc",)) != programme.state(("toc",), ("markdown",))


@quickly()
@dataclass(frozen=True, slots=True)
class Row:
    name: str
    places: tuple[int, ...] = ()


def test_a_record_comes_out_of_a_pickle_as_it_was() -> None:
    row = Row("甲", (1, 2))
    again = pickle.loads(pickle.dumps(row))
    assert (again, type(again), hash(again)) == (row, Row, hash(row))
    with pytest.raises(FrozenInstanceError):
        again.name = "乙"


@quickly(is_shared=True)
@dataclass(frozen=True, slots=True)
class Common:
    name: str
    place: int


@quickly(common=("words",))
@dataclass(frozen=True, slots=True)
class Spoken:
    words: tuple[str, ...]
    place: int = 0


def test_what_many_records_have_is_in_memory_once() -> None:
    word = "污染" * 50
    one, other = (
        pickle.loads(pickle.dumps((Common(word, 1), Spoken((word,)), Spoken(())))) for _ in range(2)
    )
    assert one == other == (Common(word, 1), Spoken((word,)), Spoken(()))
    assert one[0] is other[0]
    assert one[1].words[0] is other[1].words[0]
    assert one[0] != pickle.loads(pickle.dumps(Common(word, 2)))


def test_young_garbage_goes_while_the_collector_is_paused() -> None:
    class Ring:
        """Points at itself."""

    with garbage.collector_paused():
        assert not gc.isenabled()
        ring = Ring()
        ring.ring = ring  # type: ignore[attr-defined]
        gone = weakref.ref(ring)
        del ring
        assert gone() is not None
        garbage.collect_young()
        assert gone() is None
    assert gc.isenabled()


def test_what_was_set_apart_is_not_looked_at() -> None:
    with garbage.set_apart():
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()


def test_what_a_crash_behind_both_renames_left_goes(tmp_path: Path) -> None:
    for name in ("site", "site.old"):
        (tmp_path / name).mkdir()
    exchange.undo(tmp_path / "site")
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    exchange.exchange(tmp_path / "one", tmp_path / "other")
    assert [each.name for each in (tmp_path / "one").iterdir()] == ["other"]
    assert [each.name for each in (tmp_path / "other").iterdir()] == ["one"]


def test_without_the_system_call_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_system_call", lambda: None)
    test_two_folders_change_places(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one", "other"]


def test_a_crash_between_two_renames_is_undone(tmp_path: Path) -> None:
    (tmp_path / "site.old").mkdir()
    exchange.undo(tmp_path / "site")
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "one", tmp_path / "other")


def test_who_comes_second_waits(tmp_path: Path) -> None:
    """A second process is let in when the first has left: seen by what each wrote, in order."""
    said, lock = tmp_path / "said", tmp_path / "lock"
    with turn.in_turn(lock):
        child = os.fork()
        if not child:
            with turn.in_turn(lock):
                said.write_text(said.read_text("utf-8") + "second")
            os._exit(0)
        said.write_text("first ", "utf-8")
    assert os.waitpid(child, 0)[1] == 0
    assert said.read_text("utf-8") == "first second"
