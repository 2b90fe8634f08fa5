"""Equal values have equal fingerprints, others have others."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.web.renewal.fingerprint import Fingerprints

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@dataclass(frozen=True)
class Row:
    name: str
    day: date | None = None


@dataclass(frozen=True)
class Other:
    name: str
    day: date | None = None


def typed(value: object) -> object:
    """A value that differs from those Python takes for equal (1, True)."""
    if isinstance(value, tuple):
        return tuple(map(typed, value))
    if isinstance(value, dict):
        return {key: typed(each) for key, each in value.items()}
    return type(value), value


@given(VALUES, VALUES)
def test_fingerprints_tell_values_apart(one: object, other: object) -> None:
    prints = Fingerprints()
    assert (prints.of(one) == prints.of(other)) == (typed(one) == typed(other))


@given(st.lists(VALUES, max_size=3), st.lists(VALUES, max_size=3))
def test_several_values_are_told_apart(one: list[object], other: list[object]) -> None:
    prints = Fingerprints()
    assert (prints.of(*one) == prints.of(*other)) == (typed(tuple(one)) == typed(tuple(other)))


def test_records_count_by_kind_and_fields() -> None:
    prints = Fingerprints(Row)
    assert prints.of(Row("a")) == prints.of(Row("a")) == Fingerprints(Row).of(Row("a"))
    assert len({prints.of(each) for each in (Row("a"), Row("b"), Other("a"))}) == 3
    assert prints.record(Row("a", date(2020, 3, 1))) != prints.record(Row("a"))


def test_an_unremembered_record_has_a_fingerprint_too() -> None:
    assert Fingerprints().of(Row("a")) != Fingerprints().of(Row("b"))


def test_the_identity_of_a_record_that_is_gone_is_not_taken_for_another() -> None:
    prints = Fingerprints(Row)
    assert len({prints.record(Row(str(number))) for number in range(1000)}) == 1000


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError, match="no value: object"):
        Fingerprints().of(object())


def test_fingerprints_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "from plugins.web.renewal.fingerprint import Fingerprints as F;"
        "print(F().of({'b': frozenset('xyz'), 'a': 1}).hex())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).resolve().parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
