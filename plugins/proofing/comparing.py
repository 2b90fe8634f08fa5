"""差异: what changed between two proofs of an issue (一校、二校), paragraph by paragraph and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from plugins.proofing.passages import read_proof
from plugins.proofing.sheet import render
from plugins.proofing.wording import ALIKE, Run, likeness, runs

TEMPLATE = "difference.html"
#: Stretches with more pairs of paragraphs are not searched for paragraphs that were changed.
MOST = 3600


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of the two proofs. ``line`` is its line in the newer one, in the older one when it is gone.

    ``skipped`` paragraphs before it are the same in both and not shown.
    """

    line: int
    runs: tuple[Run, ...]
    is_changed: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is not the same in both proofs. ``title`` is its headline, in the newer proof if it is there."""

    name: str
    title: str
    fate: Literal["changed", "new", "gone"]
    changes: tuple[Change, ...]

    @property
    def gone(self) -> int:
        """How many characters went."""
        return _count(self.changes, "gone")

    @property
    def new(self) -> int:
        """How many characters are new."""
        return _count(self.changes, "new")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is compared: a text, and the line it begins on."""

    text: str
    line: int


def compare(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[FileChange, ...]:
    """The files that changed, by name: file name → text of either proof (versions.py)."""
    names = sorted({*old, *new}, key=lambda name: (name.endswith(".toml"), name))
    return tuple(
        _file(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name) != new.get(name)
    )


def in_order(changes: Sequence[FileChange], stems: Sequence[str]) -> tuple[FileChange, ...]:
    """The changed files in printed order; those that are not printed (any more) behind."""
    places = {f"{stem}.md": place for place, stem in enumerate(stems)}
    return tuple(sorted(changes, key=lambda each: places.get(each.name, len(places))))


def to_html(changes: Sequence[FileChange], theme: Path, title: str, older: str, newer: str) -> str:
    """The comparison as one self-contained page. ``title`` names the issue, ``older``, ``newer`` the proofs."""
    return render(
        theme, TEMPLATE, "difference", files=changes, title=title, older=older, newer=newer
    )


def paragraphs(name: str, text: str) -> list[Paragraph]:
    """What is compared of a file: of a manuscript the lines of its front matter and its passages."""
    proof = read_proof(name, text) if name.endswith(".md") else None
    head = text[: proof.body_start] if proof else text
    made = [
        Paragraph(line.strip(), number)
        for number, line in enumerate(head.split("\n"), start=1)
        if line.strip() and not (proof and line.strip() == "---")
    ]
    for passage in proof.passages if proof else ():
        if passage.form != "field" and passage.text.strip():
            made.append(Paragraph(passage.text, text.count("\n", 0, passage.places[0]) + 1))
    return made


def _file(name: str, old: str, new: str) -> FileChange:
    before, after = paragraphs(name, old), paragraphs(name, new)
    fate: Literal["changed", "new", "gone"] = "changed" if old and new else "new" if new else "gone"
    title = read_proof(name, new or old).front.headline if name.endswith(".md") else "期次安排"
    changes = list(_changes(before, after))
    if not any(change.is_changed for change in changes):
        note = Run("same", "文字没有改动，只改了标记、空行或图片")
        return FileChange(name, title, fate, (Change(1, (note,), is_changed=False),))
    return FileChange(name, title, fate, tuple(_near(changes)))


def _changes(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Change]:
    matcher = SequenceMatcher(
        None, [each.text for each in old], [each.text for each in new], autojunk=False
    )
    for name, first, end, other, other_end in matcher.get_opcodes():
        if name == "equal":
            for each in new[other:other_end]:
                yield Change(each.line, (Run("same", each.text),), is_changed=False)
        else:
            yield from _replaced(old[first:end], new[other:other_end])


def _replaced(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Change]:
    """Paragraphs that were changed beside those that went and came, in their order."""
    at = other = 0
    for first, second in [*_pairs(old, new), (len(old), len(new))]:
        for each in old[at:first]:
            yield Change(each.line, (Run("gone", each.text),), is_changed=True)
        for each in new[other:second]:
            yield Change(each.line, (Run("new", each.text),), is_changed=True)
        if first < len(old):
            yield Change(new[second].line, runs(old[first].text, new[second].text), is_changed=True)
        at, other = first + 1, second + 1


def _pairs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Which old paragraph became which new one: the pairs, in order, that have most in common together."""
    if len(old) * len(new) > MOST:
        return []
    alike = [[likeness(one.text, two.text) for two in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            share = alike[at][other]
            paired = share + best[at + 1][other + 1] if share >= ALIKE else 0.0
            best[at][other] = max(paired, best[at + 1][other], best[at][other + 1])
    return list(_path(alike, best))


def _path(alike: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    at = other = 0
    while at < len(alike) and other < len(alike[at]):
        share = alike[at][other]
        if share >= ALIKE and best[at][other] == share + best[at + 1][other + 1]:
            yield at, other
            at, other = at + 1, other + 1
        elif best[at][other] == best[at + 1][other]:
            at += 1
        else:
            other += 1


def _near(changes: Sequence[Change]) -> Iterator[Change]:
    """What changed, with the paragraph before and behind it; how many others lie between."""
    shown = {
        near
        for place, change in enumerate(changes)
        if change.is_changed
        for near in (place - 1, place, place + 1)
    }
    skipped = 0
    for place, change in enumerate(changes):
        if place in shown:
            yield Change(change.line, change.runs, change.is_changed, skipped)
            skipped = 0
        else:
            skipped += 1


def _count(changes: Sequence[Change], fate: str) -> int:
    return sum(len(run.text) for change in changes for run in change.runs if run.fate == fate)
