"""docs/clreq.md is true: every test it names exists, what is done has a test, its counts are those of its tables."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "clreq.md"
STATES = ("做到", "部分", "未做", "不适用")
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
COUNTS = re.compile(
    r"^- .*做到 (\d+)，部分 (\d+)，未做 (\d+)，不适用 (\d+)；适用 (\d+) 条，做到 ([\d.]+)%。$", re.M
)


class Clause(NamedTuple):
    """A row of a table: clause, what it asks, whether it is done, how, the tests that prove it."""

    name: str
    asked: str
    state: str
    how: str
    proof: str

    @property
    def tests(self) -> list[tuple[str, str]]:
        """File and name of each test."""
        return NAMED.findall(self.proof)


def tables() -> list[list[Clause]]:
    """The rows of each table of the page."""
    found: list[list[Clause]] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| 条 |"):
            found.append([])
        elif line.startswith("| "):
            found[-1].append(Clause(*cells))
    return found


CLAUSES = [clause for rows in tables() for clause in rows]


@cache
def functions(file: str) -> set[str]:
    """The functions that a test file defines."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_there_are_two_tables_with_every_clause_once() -> None:
    assert [len(rows) > 10 for rows in tables()] == [True, True]
    for rows in tables():
        names = [clause.name for clause in rows]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.name)
def test_a_clause_is_judged_and_what_is_done_is_proved(clause: Clause) -> None:
    assert clause.state in STATES
    assert clause.asked
    assert clause.how
    assert clause.tests or clause.state != "做到"
    assert not clause.tests or clause.state in {"做到", "部分"}
    assert re.sub(NAMED, "", clause.proof).replace("<br>", "") == ""


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.name)
def test_every_test_named_exists(clause: Clause) -> None:
    for file, name in clause.tests:
        assert name.startswith("test_")
        assert name in functions(file), f"{file}::{name}"


def test_the_counts_are_those_of_the_tables() -> None:
    told = COUNTS.findall(PAGE.read_text(encoding="utf-8"))
    assert len(told) == 2
    for rows, numbers in zip(tables(), told, strict=True):
        counted = Counter(clause.state for clause in rows)
        applicable = len(rows) - counted["不适用"]
        share = f"{100 * counted['做到'] / applicable:.1f}"
        assert numbers == (*(str(counted[state]) for state in STATES), str(applicable), share)


def test_the_english_summary_has_the_same_counts() -> None:
    rows = tables()[0]
    counted = Counter(clause.state for clause in rows)
    applicable = len(rows) - counted["不适用"]
    summary = " ".join(PAGE.read_text(encoding="utf-8").split("\n\n")[1].split())
    assert f"Of {applicable} applicable clauses {counted['做到']} are done" in summary
    assert (
        f"{counted['部分']} partly, {counted['未做']} not; {counted['不适用']} concern" in summary
    )
