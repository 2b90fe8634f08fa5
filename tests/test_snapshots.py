"""Two snapshots of each representative article: the record as text, the body as HTML.

A change here is a change of what every output is given: look at it, then `pytest --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from plugins.article.record import Article
from plugins.issue import plugin
from plugins.issue.record import Archive

SAMPLES = Path(__file__).parent / "samples" / "content"
STEMS = ("gw-xunhe", "shouchi-ren")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    settings = {"PATH": str(SAMPLES), "CACHE_PATH": str(tmp_path_factory.mktemp("cache"))}
    made, findings = plugin.load(SAMPLES, settings)
    assert findings == []
    return made


def article(archive: Archive, stem: str) -> Article:
    return next(each for each in archive.issues[0].articles if each.stem == stem)


def told(record: object, inward: str = "") -> Iterator[str]:
    """A record as lines: a field a line, rows of records below it, further in."""
    for each in fields(record):  # type: ignore[arg-type]
        if not each.repr:
            continue  # the version, which changes with every line of the programme; what follows from the rest
        value = getattr(record, each.name)
        rows = isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__")
        if rows:
            yield f"{inward}{each.name}:"
            yield from (f"{inward}  {row}" for row in value)
        elif each.name == "text":
            yield f"{inward}text:"
            yield from (f"{inward}  {line}" for line in value.split("\n"))
        elif each.name != "body":
            yield f"{inward}{each.name}: {value}"


@pytest.mark.parametrize("stem", STEMS)
def test_model(archive: Archive, stem: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(told(article(archive, stem))) == snapshot


@pytest.mark.parametrize("stem", STEMS)
def test_body(archive: Archive, stem: str, snapshot: SnapshotAssertion) -> None:
    assert article(archive, stem).body == snapshot


def test_issue(archive: Archive, snapshot: SnapshotAssertion) -> None:
    issue = archive.issues[0]
    lines = [line for line in told(issue) if not line.lstrip().startswith("Section(")]
    for section in issue.sections:
        stems = " ".join(each.stem for each in section.articles)
        lines.append(f"  {section.title} {section.flow} {section.editors_note}: {stems}")
    assert "\n".join(lines) == snapshot
