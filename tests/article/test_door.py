"""The door: what Pelican is told. An editor's words never choose a key."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.article.plugin import ManuscriptReader, Reading, metadata
from plugins.article.record import Article

ARTICLE = Article(
    headline="甲", deck="乙", issue_key="2020-03", stem="a", path="2020-03/a.md", body="", text=""
)
MAGIC = {"status", "lang", "template", "author", "authors", "keywords", "modified", "translation"}


def reading(**more: Any) -> Reading:
    return Reading(ARTICLE, "<p>正文</p>", "2020-03/a.html", "提要", 7, "view", **more)


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {**DEFAULT_CONFIG, "PATH": str(tmp_path), "READINGS": {"2020-03/a.md": reading()}}


def test_what_pelican_is_told(settings: dict[str, Any]) -> None:
    told = metadata(reading(), settings)
    assert told["title"] == "甲——乙"
    assert told["url"] == told["save_as"] == "2020-03/a.html"
    assert (told["slug"], told["summary"], told["place"]) == ("a", "提要", 7)
    assert told["record"] is ARTICLE
    assert "date" not in told
    assert "category" not in told
    assert not MAGIC & set(told)


def test_day_section_and_tags_have_registered_slugs(settings: dict[str, Any]) -> None:
    told = metadata(
        reading(
            day=date(2020, 3, 20),
            section=("权利", "quanli-b"),
            tags=(("权力", "quanli-a"), ("水", "水")),
        ),
        settings,
    )
    assert told["date"] == datetime(2020, 3, 20)
    assert (told["category"].name, told["category"].slug) == ("权利", "quanli-b")
    assert [(tag.name, tag.slug) for tag in told["tags"]] == [("权力", "quanli-a"), ("水", "水")]


def test_the_reader_hands_over_what_the_front_door_read(settings: dict[str, Any]) -> None:
    body, told = ManuscriptReader(settings).read(f"{settings['PATH']}/2020-03/a.md")
    assert body == "<p>正文</p>"
    assert told["title"] == "甲——乙"


def test_a_file_that_is_not_in_this_edition_is_skipped(settings: dict[str, Any]) -> None:
    body, told = ManuscriptReader(settings).read(f"{settings['PATH']}/2020-03/held.md")
    assert (body, told["status"]) == ("", "skip")
