"""docs/remake.md is true: the files, functions, folders and words it names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.press.delivery import HANDOVER
from plugins.remake import doing, hands, ordering, running, telling
from plugins.remake.hands import PORT
from plugins.remake.job import ATTEMPTS, OWN_FOLDER, Outcome
from plugins.remake.running import Summary
from tests.remake.labour import ROOT, job

PAGE = (ROOT / "docs" / "remake.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^inv 重制 (\S+)(?: --什么 (\S+))?", PAGE, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(COMMANDS) > 4


@pytest.mark.parametrize(("which", "what"), COMMANDS)
def test_every_example_is_understood(tmp_path: Path, which: str, what: str) -> None:
    for key in ("2018-01", "2019-12", "2020-03"):
        (tmp_path / key).mkdir()
        (tmp_path / key / "issue.toml").touch()
    assert ordering.issues(tmp_path, which)
    assert not what or ordering.whats(what)


def test_places_are_named_as_they_are() -> None:
    assert f"`dist/{OWN_FOLDER}/{ATTEMPTS}/`" in PAGE
    assert f"`dist/{OWN_FOLDER}/期次-pdf.json`" in PAGE
    assert job("期次", "pdf").name == "期次-pdf"
    assert f"`dist/期次/{HANDOVER}/`" in PAGE
    assert f":{PORT}" in PAGE


def test_programmers_find_what_is_named() -> None:
    assert "`ordering.jobs()`" in PAGE
    assert callable(ordering.jobs)
    assert "`running.run(jobs, hands, progress)`" in PAGE
    assert callable(running.run)
    assert "`doing.do(job)`" in PAGE
    assert callable(doing.do)
    assert "`here`、`remote`" in PAGE
    assert callable(hands.here)
    assert callable(hands.remote)


def test_an_unfit_machine_is_told_as_the_page_says() -> None:
    example = re.search(r"^机器 (\S+) 与派活的机器不同，没有让它做：(.+)。$", PAGE, re.MULTILINE)
    assert example is not None
    order = job("2020-03")
    unfit = Outcome(job=order, state="unfit", machine=example[1], words=example[2])
    told = telling.of_summary(Summary({order: unfit}))
    assert example[0] in "\n".join(line.strip() for line in told).splitlines()
