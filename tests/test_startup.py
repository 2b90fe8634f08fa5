"""What a command loads before it does anything: only what it needs. Counted, not timed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: Libraries that take long to load.
HEAVY = frozenset(
    [
        "bs4",
        "fontTools",
        "jieba",
        "jinja2",
        "lxml",
        "markdown",
        "minify_html",
        "numpy",
        "pelican",
        "pikepdf",
        "PIL",
        "pydyf",
        "pypdfium2",
        "pypinyin",
        "segno",
        "uharfbuzz",
        "watchfiles",
        "weasyprint",
    ]
)
#: Those that reading the content folder needs when nothing in it changed.
READING = frozenset({"PIL"})
PRESS = READING | {
    "fontTools",
    "jinja2",
    "lxml",
    "numpy",
    "pikepdf",
    "pydyf",
    "uharfbuzz",
    "weasyprint",
}
#: Parts of libraries that are loaded only when something of them is asked for (deferral.py).
DEFERRED = frozenset(
    {"fontTools.subset.cff", "fontTools.varLib.merger", "fontTools.otlLib.builder"}
)


def loaded(code: str) -> frozenset[str]:
    """The modules that a process of its own has after this code."""
    told = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return frozenset(done.stdout.split("\n"))


def heavy(modules: frozenset[str]) -> frozenset[str]:
    return HEAVY & modules


def test_the_list_of_commands_loads_no_room_but_the_office_s_names() -> None:
    modules = loaded("import tasks")
    assert heavy(modules) == set()
    assert {name for name in modules if name.startswith(("plugins", "rich"))} == {
        "plugins",
        "plugins.office",
        "plugins.office.command",
        "plugins.office.office",
    }


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import plugins.issue.plugin", READING),
        ("import plugins.issue.plugin, plugins.issue.newissue, plugins.issue.choosing", READING),
        ("import plugins.press.faces, plugins.press.pressfault, plugins.press.proof.gap", set()),
        ("import plugins.press.telling", {"pikepdf"}),
        ("import plugins.press.press, plugins.press.telling", PRESS),
    ],
)
def test_a_command_loads_what_it_needs(code: str, needed: set[str] | frozenset[str]) -> None:
    assert heavy(loaded(code)) <= needed


def test_the_press_leaves_the_cutters_of_fonts_and_the_hand_over_alone() -> None:
    modules = loaded("import plugins.press.press, plugins.press.telling")
    assert modules & DEFERRED == set()
    assert {"plugins.press.delivery", "plugins.press.handover"} & modules == set()
