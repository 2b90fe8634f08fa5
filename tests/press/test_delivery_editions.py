"""What a run leaves for the site: the public edition, and what stays when something fails beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.issue.editions import issue_for
from plugins.issue.enclosures import INDEX, public_pdf, read_issue
from plugins.press import cuttings
from plugins.press.delivery import HeldBack
from plugins.press.proof.gap import Gap, IncompleteError
from tests.press.conftest import illustrated_content, load
from tests.press.test_delivery import coarse, fine, held_back_story, made

pytestmark = [pytest.mark.press, pytest.mark.slow]


def test_the_public_edition_is_written_though_the_files_are_held_back(tmp_path: Path) -> None:
    content = coarse(tmp_path)[1]
    issue = held_back_story(content)
    with pytest.raises(HeldBack):
        made(issue, content)
    folder = content.parent / "dist"
    found = read_issue(folder, issue_for(issue, "public"))
    assert found is not None
    assert found.file == public_pdf(folder, "2020-03")
    whole = read_issue(folder, issue)
    assert whole is not None
    assert whole.file == folder / "2020-03.pdf"
    assert len(found.folios) < len(whole.folios)


def test_an_issue_that_is_all_public_has_one_pdf(tmp_path: Path) -> None:
    content = illustrated_content(tmp_path)
    fine(content)
    issue = load(content).issues[0]
    delivery = made(issue, content)
    assert delivery.excerpt is None
    folder = delivery.pressed.file.parent
    assert not public_pdf(folder, issue.key).exists()
    found = read_issue(folder, issue_for(issue, "public"))
    assert found is not None
    assert found.file == delivery.pressed.file


def test_a_leak_in_a_cutting_keeps_the_files_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = illustrated_content(tmp_path)
    fine(content)
    gap = Gap("2020-03/two.md", "2", "surplus", "未公开的话")

    def leak(*_: object) -> None:
        raise IncompleteError([gap])

    monkeypatch.setattr(cuttings, "clippings", leak)
    with pytest.raises(IncompleteError) as caught:
        made(load(content).issues[0], content)
    assert caught.value.gaps == (gap,)
    left = {file.name for file in (content.parent / "dist").iterdir()}
    assert left == {"2020-03.pdf", "2020-03-无障碍.pdf", INDEX}


def test_a_proof_that_fails_leaves_the_last_cuttings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = illustrated_content(tmp_path)

    def fails(*_: object) -> None:
        raise IncompleteError([])

    monkeypatch.setattr("plugins.press.press.proof", fails)
    with pytest.raises(IncompleteError):
        made(load(content).issues[0], content)
    assert list((content.parent / "dist").iterdir()) == []
