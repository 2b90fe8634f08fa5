"""Two wordings of a paragraph, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.proofing.wording import Run, likeness, runs

TEXTS = st.text(alphabet="江水东流，。12.5ab \n", max_size=30)


def kept(made: tuple[Run, ...], *fates: str) -> str:
    return "".join(run.text for run in made if run.fate in fates)


@given(TEXTS, TEXTS)
def test_both_wordings_come_out_whole(old: str, new: str) -> None:
    made = runs(old, new)
    assert kept(made, "same", "gone") == old
    assert kept(made, "same", "new") == new
    assert all(run.text for run in made)


@given(TEXTS)
def test_one_wording_has_no_change(text: str) -> None:
    assert all(run.fate == "same" for run in runs(text, text))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("共12.5吨", "共12.8吨", ["共", "-12.5", "+12.8", "吨"]),
        ("用WeChat发", "用Weibo发", ["用", "-WeChat", "+Weibo", "发"]),
        ("按期改完", "均已按期改完", ["+均已", "按期改完"]),
        ("甲乙丙丁戊", "子乙丑丁戊", ["-甲乙丙", "+子乙丑", "丁戊"]),
    ],
)
def test_changes_are_whole_words(old: str, new: str, told: list[str]) -> None:
    signs = {"same": "", "gone": "-", "new": "+"}
    assert [signs[run.fate] + run.text for run in runs(old, new)] == told


def test_likeness_of_strangers_is_nothing() -> None:
    assert likeness("江水东流", "岸线后退") == 0
    assert likeness("江水东流", "江水西流") > 0.7
