"""Tags of the sample beside those librarians gave it: what was tuned on must not get worse.

How good they are, the held-out half says, which nobody tunes on: benchmarks/tagging.py.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plugins.issue import archive
from plugins.tagging.matching import Matcher
from plugins.tagging.plugin import VOCABULARY, read_vocabulary
from plugins.tagging.record import Tagged, copy, heading
from plugins.tagging.suggestion import suggest
from plugins.toc.outline import outline

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).parent / "gold"
TUNED_ON = ("tuning", "second", "third")
PRECISION, RECALL = 0.87, 0.8


def labelled() -> list[dict[str, Any]]:
    files = [(GOLD / f"{name}.toml").read_text("utf-8") for name in TUNED_ON]
    return [row for file in files for row in tomllib.loads(file)["articles"]]


@pytest.mark.slow
def test_what_was_tuned_on_keeps_its_bars() -> None:
    matcher = Matcher(read_vocabulary(ROOT / "content" / VOCABULARY))
    read, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    texts = {f"{each.issue_key}/{each.stem}": each for i in read.issues for each in i.articles}
    right = given = wanted = 0
    for row in labelled():
        of, gold = texts[row["path"]], set(row["tags"])
        head, text = heading(of.headline, of.kicker, of.deck), copy(of.text, of.standfirst)
        found = {tag.name for tag in suggest(head, text, matcher)}
        right, given, wanted = right + len(found & gold), given + len(found), wanted + len(gold)
    assert right / given >= PRECISION
    assert right / wanted >= RECALL


def test_no_article_is_labelled_twice_and_only_with_terms_of_the_vocabulary() -> None:
    rows = labelled()
    terms = read_vocabulary(ROOT / "content" / VOCABULARY).terms
    assert len({row["path"] for row in rows}) == len(rows)
    for row in rows:
        assert {*row["tags"], *row["doubtful"]} <= terms.keys()
        assert set(row["tags"]).isdisjoint(row["doubtful"])
