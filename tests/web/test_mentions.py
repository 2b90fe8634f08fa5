"""What articles name is found once and remembered as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.gazetteer import build
from plugins.article.record import Article
from plugins.web.indexes import mentions
from plugins.web.indexes.mentions import Finder, Mentions, find
from tests.web.archives import article

GAZETTEER = build([{"name": "磐塘市"}, {"name": "清江"}])
TEXT = "磐塘市按照《清江保护管理条例》（清环发〔2020〕1号）治水，磐塘市生态环境局牵头。"
WORDS = st.lists(st.text(max_size=4), max_size=3).map(tuple)


def told(version: str = "1") -> Article:
    return article(0, "a", text=TEXT, version=version)


def test_all_that_is_named() -> None:
    assert find(told(), GAZETTEER) == Mentions(
        places=("磐塘市", "清江"),
        units=("磐塘市生态环境局",),
        numbers=("清环发〔2020〕1号",),
        titles=(("清江保护管理条例", "清环发〔2020〕1号"),),
    )


def test_the_headline_and_the_standfirst_count() -> None:
    found = find(article(0, "a", headline="磐塘市 纪事", standfirst="清江。", text=""), GAZETTEER)
    assert found.places == ("磐塘市", "清江")


def test_what_was_found_is_not_looked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Finder(GAZETTEER, tmp_path)
    found = first.mentions(told())
    first.save()
    monkeypatch.setattr(mentions, "find", lambda *_: Mentions(subject="anders"))
    assert Finder(GAZETTEER, tmp_path).mentions(told()) == found
    assert Finder(GAZETTEER, tmp_path).mentions(told("2")).subject == "anders"
    assert Finder(build([{"name": "清江"}]), tmp_path).mentions(told()).subject == "anders"


def test_an_article_without_a_version_is_never_remembered(tmp_path: Path) -> None:
    finder = Finder(GAZETTEER, tmp_path)
    finder.mentions(told(""))
    finder.save()
    assert not list(tmp_path.iterdir())


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    (tmp_path / "mentions.json").write_text(json.dumps([1]), "utf-8")
    assert Finder(GAZETTEER, tmp_path).mentions(told()).places == ("磐塘市", "清江")


@given(WORDS, WORDS, WORDS, st.lists(st.tuples(st.text(), st.text()), max_size=3), st.text())
def test_what_is_remembered_is_what_was_found(
    places: tuple[str, ...],
    units: tuple[str, ...],
    numbers: tuple[str, ...],
    titles: list[tuple[str, str]],
    subject: str,
) -> None:
    made = Mentions(places, units, numbers, tuple(titles), subject)
    assert mentions._read(mentions._told(made)) == made
