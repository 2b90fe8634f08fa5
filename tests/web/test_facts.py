"""Facts are remembered between builds, and nothing but facts of this programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.web.facts import Facts


def _refused() -> str:
    raise AssertionError("found again")


def test_a_fact_is_found_once(tmp_path: Path) -> None:
    facts = Facts(tmp_path / "a" / "facts.json", "1")
    assert facts.of("k", lambda: "山") == "山"
    facts.save()
    assert Facts(tmp_path / "a" / "facts.json", "1").of("k", _refused) == "山"


def test_another_programme_finds_for_itself(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    facts = Facts(file, "1")
    facts.put("k", "山")
    facts.save()
    assert Facts(file, "2").get("k") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", "\udcff"])
def test_a_damaged_file_is_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert Facts(file, "1").get("k") is None


def test_without_a_key_nothing_is_remembered(tmp_path: Path) -> None:
    facts = Facts(tmp_path / "facts.json", "1")
    assert [facts.of("", lambda: "山"), facts.of("", lambda: "水")] == ["山", "水"]
    facts.save()
    assert not (tmp_path / "facts.json").exists()


def test_what_is_not_kept_goes(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    facts = Facts(file, "1")
    facts.put("a", "山")
    facts.put("b", ["水", "人"])
    facts.save(kept=["b", "c"])
    again = Facts(file, "1")
    assert (again.get("a"), again.get("b")) == (None, ["水", "人"])


def test_nothing_new_nothing_written(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    facts = Facts(file, "1")
    facts.put("a", "山")
    facts.save()
    file.unlink()
    facts.save(kept=["a"])
    assert not file.exists()
