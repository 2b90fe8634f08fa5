"""What the tests of 收稿 share: a file taken in, its fields and body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plugins.article import frontmatter
from plugins.intake import intake
from plugins.intake.intake import Taken


def nothing_drawn(_: bytes, __: str) -> bytes | None:
    return None


def take(
    folder: Path, name: str, data: bytes | str, convert: Callable[[str], str] | None = None
) -> list[Taken]:
    """Take one file in for the issue folder/2020-03, nothing written; it must not be refused."""
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    taken, faults = intake.take_in([file], folder / "2020-03", nothing_drawn, convert)
    assert faults == []
    assert [str(f) for each in taken for f in each.findings if f.level == "error"] == []
    return taken


def one(
    folder: Path, name: str, data: bytes | str, convert: Callable[[str], str] | None = None
) -> Taken:
    taken = take(folder, name, data, convert)
    assert len(taken) == 1
    return taken[0]


def fields(taken: Taken) -> dict[str, str]:
    """The front matter as written."""
    head = taken.text.split("---\n")[1]
    return dict(line.split(": ", 1) for line in head.strip().split("\n"))


def body(taken: Taken) -> list[str]:
    """The blocks of the body."""
    parsed = frontmatter.parse(taken.text, "x.md")
    assert parsed.findings == ()
    return parsed.body.strip().split("\n\n")


def guess(taken: Taken, what: str) -> list[str]:
    return [each.value for each in taken.guesses if each.what == what]
