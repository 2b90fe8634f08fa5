"""The sample issues are clean copy: no rule may call any of it an error, whatever its kind is said to be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.article.kinds import Kind
from plugins.hanzi.scripts import count_characters
from plugins.proofing.lists import read_lists
from plugins.proofing.passages import read_proof
from plugins.proofing.proofing import remarks_of
from plugins.proofing.record import Proof

CONTENT = Path(__file__).parents[2] / "content"
LISTS = read_lists(CONTENT / "style")
FILES = [file for key in ("2020-01", "2020-02", "2020-03") for file in (CONTENT / key).glob("*.md")]
#: As much correct text of each kind is read, at least.
ENOUGH = 3000


def read(file: Path, text: str) -> Proof:
    key = file.parent.name
    published = date(int(key[:4]), int(key[5:]), 20)
    path = f"content/{key}/{file.name}"
    return read_proof(path, text, LISTS, issue_key=key, published=published)


@pytest.fixture(scope="module")
def proofs() -> list[Proof]:
    return [read(file, file.read_text(encoding="utf-8")) for file in sorted(FILES)]


def told(proofs: list[Proof], level: str) -> list[str]:
    found = (each for proof in proofs for each in remarks_of(proof) if each.level == level)
    return [str(each.finding) for each in found]


def test_no_error_in_clean_copy(proofs: list[Proof]) -> None:
    assert told(proofs, "error") == []


def test_next_to_no_warning_in_clean_copy(proofs: list[Proof]) -> None:
    assert len(told(proofs, "warning")) <= 5, told(proofs, "warning")


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.slug)
def test_no_error_in_correct_text_of_each_kind(proofs: list[Proof], kind: Kind) -> None:
    """Its own articles, and where they are few as much of the others called by that kind."""
    own = [proof for proof in proofs if proof.kind is kind]
    others = [proof for proof in proofs if proof.kind not in (kind, Kind.OFFICIAL)]
    while sum(count_characters(proof.source) for proof in own) < ENOUGH:
        taken = others.pop()
        source = taken.source.replace(f"体裁: {taken.kind.value}", f"体裁: {kind.value}")
        own.append(read(Path(f"2020-03/{len(own)}.md"), source))
    assert {proof.kind for proof in own} == {kind}
    assert told(own, "error") == []
