from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.tagging import plugin, terms
from plugins.tagging.matching import Matcher
from plugins.tagging.record import Tag, Tagged
from plugins.tagging.tagger import Tagger
from plugins.tagging.vocabulary import build

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = build([{"name": "土壤", "slug": "soil", "synonyms": ["净土"]}])
TEXT = "土壤/普查/" * 20


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were looked through for terms."""
    texts: list[str] = []
    plain = terms.look

    def look(heading: str, text: str, matcher: Matcher) -> Tagged:
        texts.append(text)
        return plain(heading, text, matcher)

    monkeypatch.setattr("plugins.tagging.tagger.terms.look", look)
    return texts


def test_editors_tags_win(asked: list[str]) -> None:
    found = Tagger(VOCABULARY, None).tagged("", TEXT, ("自拟",))
    assert [tag.name for tag in found.tags] == ["自拟"]
    assert found.terms == ("土壤",), "terms are what the text speaks of, whatever its tags"
    assert asked == [TEXT], "once for both"


def test_what_the_editor_takes_away_is_no_term(asked: list[str]) -> None:
    tagger = Tagger(VOCABULARY, None)
    assert tagger.tagged("土壤", TEXT, ("-净土",)).terms == ()
    assert tagger.tagged("土壤", TEXT, ("自拟", "-净土")).terms == ()
    assert tagger.tagged("土壤", TEXT, ("+净土",)).terms == ("土壤",)


def test_signed_words_change_the_suggestions(asked: list[str]) -> None:
    tagger = Tagger(VOCABULARY, None)
    assert [tag.name for tag in tagger.tagged("土壤", TEXT, ("+噪声",)).tags] == ["土壤", "噪声"]
    assert tagger.tagged("土壤", TEXT, ("-净土",)) == Tagged()
    assert tagger.suggestions("土壤", TEXT) == tagger.tagged("土壤", TEXT, ())
    assert asked == [TEXT], "what is remembered is the suggestions, not the editor's signs"


def test_suggestions_when_the_editor_wrote_none(asked: list[str]) -> None:
    assert [tag.name for tag in Tagger(VOCABULARY, None).tagged("土壤", TEXT, ()).tags] == ["土壤"]
    assert asked


def test_without_a_vocabulary_nothing_is_looked_through(asked: list[str]) -> None:
    assert Tagger(build([]), None).tagged("土壤", TEXT, ()) == Tagged()
    assert asked == []


def test_the_second_run_looks_through_nothing(asked: list[str], tmp_path: Path) -> None:
    first = Tagger(VOCABULARY, tmp_path)
    tags = first.tagged("土壤", TEXT, ())
    first.save()
    asked.clear()
    assert Tagger(VOCABULARY, tmp_path).tagged("土壤", TEXT, ()) == tags
    assert asked == []


@pytest.mark.parametrize("changed", ["headline", "text", "vocabulary"])
def test_whatever_changes_is_looked_through_again(
    asked: list[str], tmp_path: Path, changed: str
) -> None:
    first = Tagger(VOCABULARY, tmp_path)
    first.tagged("土壤", TEXT, ())
    first.save()
    asked.clear()
    other = build([{"name": "土壤", "slug": "turang"}])
    tagger = Tagger(other if changed == "vocabulary" else VOCABULARY, tmp_path)
    tagger.tagged(
        "新题" if changed == "headline" else "土壤", TEXT + "新" * (changed == "text"), ()
    )
    assert asked


@pytest.mark.parametrize(("most", "left"), [(2, 2), (1, 1)])
def test_what_was_not_asked_for_is_kept_up_to_a_limit(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, left: int
) -> None:
    monkeypatch.setattr("plugins.tagging.tagger.MOST_KEPT", most)
    for headline in ("甲", "乙"):
        tagger = Tagger(VOCABULARY, tmp_path)
        tagger.tagged(headline, TEXT, ())
        tagger.save()
    assert len(json.loads((tmp_path / "suggestions.json").read_text(encoding="utf-8"))) == left


def test_nothing_new_writes_nothing(asked: list[str], tmp_path: Path) -> None:
    first = Tagger(VOCABULARY, tmp_path)
    first.tagged("土壤", TEXT, ())
    first.save()
    (tmp_path / "suggestions.json").chmod(0o444)
    before = (tmp_path / "suggestions.json").stat().st_mtime_ns
    again = Tagger(VOCABULARY, tmp_path)
    again.tagged("土壤", TEXT, ())
    again.save()
    assert (tmp_path / "suggestions.json").stat().st_mtime_ns == before


def test_what_another_process_learned_is_known(asked: list[str], tmp_path: Path) -> None:
    beside, here = Tagger(VOCABULARY, None), Tagger(VOCABULARY, tmp_path)
    tags = beside.tagged("土壤", TEXT, ())
    here.learn(beside.learned())
    assert beside.learned() == {}
    here.save()
    asked.clear()
    assert (
        here.tagged("土壤", TEXT, ())
        == Tagger(VOCABULARY, tmp_path).tagged("土壤", TEXT, ())
        == tags
    )
    assert asked == []


def test_another_vocabulary_makes_another_tagger(tmp_path: Path) -> None:
    settings = {"PATH": str(tmp_path), "CACHE_PATH": str(tmp_path / "cache")}
    before = plugin.hand_over(settings)
    file = tmp_path / plugin.VOCABULARY
    file.parent.mkdir()
    file.write_text('[[terms]]\nname = "土壤"\n', encoding="utf-8")
    assert plugin.hand_over(settings) is not before
    assert [tag.slug for tag in plugin.hand_over(settings).tagged("", "", ("土壤",)).tags] == [
        "土壤"
    ]


@pytest.mark.parametrize("left", ["", "{", "[]"])
def test_a_cache_cut_short_is_made_anew(asked: list[str], tmp_path: Path, left: str) -> None:
    (tmp_path / "suggestions.json").write_text(left, encoding="utf-8")
    assert Tagger(VOCABULARY, tmp_path).tagged("土壤", TEXT, ()).tags


def test_without_a_cache_folder_nothing_is_written(asked: list[str]) -> None:
    tagger = Tagger(VOCABULARY, None)
    tagger.tagged("土壤", TEXT, ())
    tagger.save()


def test_same_input_same_bytes(asked: list[str], tmp_path: Path) -> None:
    for name, order in (("a", "甲乙"), ("b", "乙甲")):
        tagger = Tagger(VOCABULARY, tmp_path / name)
        for headline in order:
            tagger.tagged(headline, TEXT, ())
        tagger.save()
    a, b = ((tmp_path / name / "suggestions.json").read_bytes() for name in "ab")
    assert a == b


def test_tag_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Tag("土壤", "soil", "").name = "x"  # type: ignore[misc]


def test_switched_off_leaves_the_editors_tags(asked: list[str], tmp_path: Path) -> None:
    tagger = plugin.open_tagger(tmp_path, tmp_path, enabled=False)
    assert tagger.tagged("土壤", TEXT, ()) == Tagged()
    assert [tag.name for tag in tagger.tagged("土壤", TEXT, ("净土",)).tags] == ["净土"]
    tagger.save()
    assert asked == []


def test_the_door_makes_one_tagger_by_its_settings(tmp_path: Path) -> None:
    settings = {"PATH": str(tmp_path), "CACHE_PATH": str(tmp_path / "cache"), "TAGGING": False}
    tagger = plugin.hand_over(settings)
    assert isinstance(tagger, plugin.OwnTags)
    assert plugin.hand_over(settings) is tagger


@pytest.mark.slow
def test_no_tagger_loads_jieba(tmp_path: Path) -> None:
    """In a process of its own; and the same bytes whatever the seed of the hashes."""
    code = """
import sys
from pathlib import Path
from plugins.tagging.tagger import Tagger
from plugins.tagging.vocabulary import build
tagger = Tagger(build([{"name": "土壤", "slug": "soil"}, {"name": "普查", "slug": "b"}]), Path(sys.argv[1]))
print([tag.name for tag in tagger.tagged("土壤普查启动", "全省土壤普查启动。" * 9, ()).tags])
tagger.save()
print("jieba" in sys.modules)
"""
    kept = set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines() == ["['土壤', '普查']", "False"]
        kept.add((folder / "suggestions.json").read_bytes())
    assert len(kept) == 1
