"""Tags of the sample beside those librarians gave it: the half that was tuned on must not get worse.

How good they are, the other half says, which nobody tunes on: benchmarks/tagging.py.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from plugins.issue import archive
from plugins.tagging.matching import Matcher
from plugins.tagging.plugin import VOCABULARY, read_vocabulary
from plugins.tagging.record import copy, heading
from plugins.tagging.suggestion import suggest
from plugins.toc.outline import outline

ROOT = Path(__file__).resolve().parents[2]
TUNING = Path(__file__).parent / "gold" / "tuning.toml"
PRECISION, RECALL = 0.85, 0.75


@pytest.mark.slow
def test_the_tuning_half_keeps_its_bars() -> None:
    matcher = Matcher(read_vocabulary(ROOT / "content" / VOCABULARY))
    read, _ = archive.load(ROOT / "content", outline, lambda *_: ())
    texts = {f"{each.issue_key}/{each.stem}": each for i in read.issues for each in i.articles}
    right = given = wanted = 0
    for row in tomllib.loads(TUNING.read_text("utf-8"))["articles"]:
        of, gold = texts[row["path"]], set(row["tags"])
        head, text = heading(of.headline, of.kicker, of.deck), copy(of.text, of.standfirst)
        found = {tag.name for tag in suggest(head, text, matcher)}
        right, given, wanted = right + len(found & gold), given + len(found), wanted + len(gold)
    assert right / given >= PRECISION
    assert right / wanted >= RECALL
