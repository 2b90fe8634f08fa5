"""The door: bad manuscripts end the run before Pelican could silently drop them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.article.finding import ManuscriptError
from plugins.issue import plugin
from tests.desk import Desk


@pytest.fixture
def settings(desk: Desk, tmp_path: Path) -> dict[str, Any]:
    return {"PATH": str(desk.content), "CACHE_PATH": str(tmp_path / "cache"), "TAGGING": False}


def test_the_archive_is_loaded_once(desk: Desk, settings: dict[str, Any]) -> None:
    desk.small()
    made = plugin.hand_over(settings)
    assert made.issues[0].key == "2020-03"
    assert plugin.hand_over(settings) is made is settings["ARCHIVE"]


def test_an_error_stops_and_every_finding_is_told(
    desk: Desk, settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    desk.small("![](photos/none.jpg)\n")
    with pytest.raises(ManuscriptError) as caught:
        plugin.hand_over(settings)
    assert [found.code for found in caught.value.findings] == ["A112"]
    told = capsys.readouterr().err
    assert "A112" in told
    assert "A117" in told
    assert "ARCHIVE" not in settings


def test_hints_do_not_stop(desk: Desk, settings: dict[str, Any]) -> None:
    desk.small(公开="否")
    assert plugin.hand_over(settings).issues


@pytest.mark.parametrize("text", ["[[terms]]\nslug = 'x'\n", "[[terms\n", "terms = 3\n"])
def test_a_vocabulary_that_cannot_be_read(desk: Desk, settings: dict[str, Any], text: str) -> None:
    desk.small()
    desk.write("style/标签词表.toml", text)
    with pytest.raises(ManuscriptError) as caught:
        plugin.load(desk.content, settings)
    (finding,) = caught.value.findings
    assert (finding.path, finding.code) == ("content/style/标签词表.toml", "I217")


def test_tags_come_from_the_vocabulary(desk: Desk, settings: dict[str, Any]) -> None:
    desk.small(标签="治气")
    desk.write(
        "style/标签词表.toml", '[[terms]]\nname = "大气"\nslug = "air"\nsynonyms = ["治气"]\n'
    )
    archive, _ = plugin.load(desk.content, settings)
    (tag,) = archive.issues[0].articles[0].tags
    assert (tag.name, tag.slug) == ("大气", "air")


def test_outlines_are_switched_off_by_one_setting(desk: Desk, settings: dict[str, Any]) -> None:
    desk.small("## 甲\n\n文。\n")
    archive, _ = plugin.load(desk.content, settings | {"TOC": False})
    article = archive.issues[0].articles[0]
    assert article.outline == ()
    assert 'id="a-4e4780"' in article.body
