"""A passage's new words → changes of its Markdown that leave all other markup as it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.intake.collation.inline import Enclosure
from plugins.intake.collation.record import OBJECT, WRITTEN_MARKS, Run
from plugins.intake.collation.source import Sourced
from plugins.intake.returning.aligning import pieces

#: What a new footnote is called: a name that no editor gives.
NOTE_NAME = "n"
SPECIAL = re.compile(
    r"[\\`*]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\[(?=\^|[^\[\]]*\][({])|<(?=[A-Za-z/!])"
)
ENTITY = re.compile(r"&(?=#?\w+;)")
BLOCK = re.compile(r"(\d+)([.)])(?=\s)|[#>|+-]|!!!|\[\^")
SPELLED = {
    "code": ("`", "`"),
    "dots": ("[", "]{.dots}"),
    "em": ("*", "*"),
    "strong": ("**", "**"),
    "u": ("<u>", "</u>"),
    "del": ("<del>", "</del>"),
    "ins": ("<ins>", "</ins>"),
    "small": ("<small>", "</small>"),
}


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``new`` instead of the source from ``start`` to ``end``."""

    start: int
    end: int
    new: str = ""


def applied(source: str, edits: Sequence[Edit]) -> str:
    """The source with the edits in it: what goes goes, what is new stands where it was put."""
    gone = bytearray(len(source) + 1)
    new: dict[int, str] = {}
    for edit in edits:
        gone[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
        if edit.new:
            new[edit.start] = new.get(edit.start, "") + edit.new
    made, start = [], 0
    for at in sorted({*new, len(source)}):
        made += [source[n] for n in range(start, at) if not gone[n]]
        made.append(new.get(at, ""))
        start = at
    return "".join(made)


def edits(sourced: Sourced, after: Sequence[Run]) -> list[Edit]:
    """What makes the words of a passage those of ``after``."""
    text = "".join(run.text for run in after)
    taken: set[int] = set()
    made: list[Edit] = []
    kept: list[int] = []
    for a1, a2, b1, b2 in pieces(sourced.text, text):
        taken |= set(range(a1, a2))
        if b2 > b1:
            at = 0
            for run in _slice(after, b1, b2):
                at, around = _place(sourced, a1, a2, run, at)
                made.append(Edit(at, at, written(run, sourced, around)))
                kept.append(at)
    gone = [sourced.placed.places[n] for n in sorted(taken)]
    for each in sourced.placed.enclosures:
        inside = range(each.first, each.last)
        holds = any(each.opens[1] <= at <= each.closes[0] for at in kept)
        if inside and not holds and taken.issuperset(inside):
            gone += [each.opens, each.closes]
    return made + list(_merged(gone))


def _merged(slices: Sequence[tuple[int, int]]) -> Iterator[Edit]:
    """Slices to take out, those that touch as one."""
    start = end = -1
    for each in sorted(set(slices)):
        if each[0] <= end:
            end = max(end, each[1])
            continue
        if end > start:
            yield Edit(start, end)
        start, end = each
    if end > start:
        yield Edit(start, end)


def _slice(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if words:
            yield Run(words, run.marks, run.href, run.ruby, run.note, run.picture)


def _place(sourced: Sourced, a1: int, a2: int, run: Run, lowest: int) -> tuple[int, frozenset[str]]:
    """Where new words go, not before ``lowest``, and the marks that hold there.

    That is the first place where they look as they came.
    """
    spots = list(dict.fromkeys(_spots(sourced, a1, a2)))
    spots = [spot for spot in spots if spot >= lowest] or [lowest]
    wanted = run.marks & WRITTEN_MARKS
    around = {spot: _around(sourced.placed.enclosures, spot) for spot in spots}
    outside = a1 == a2  # words beside a link or a ruby are not in it; words instead of it are

    def unfit(spot: int) -> tuple[int, int, int]:
        marks = _marks(around[spot])
        bare = sum(not each.marks for each in around[spot]) if outside else 0
        return len(marks & WRITTEN_MARKS ^ wanted), bare, spots.index(spot)

    best = min(spots, key=unfit)
    return best, _marks(around[best])


def _marks(around: Sequence[Enclosure]) -> frozenset[str]:
    return frozenset[str]().union(*(each.marks for each in around))


def _spots(sourced: Sourced, a1: int, a2: int) -> Iterator[int]:
    """The places between two letters, or at both ends of what goes, and beside the markup there."""
    places = sourced.placed.places
    if not places:
        yield sourced.hole if sourced.hole >= 0 else sourced.end
        return
    if a2 > a1:
        yield from (places[a1][0], places[a2 - 1][1])
    elif a1:
        yield places[a1 - 1][1]
    if a2 == a1 and a1 < len(places):
        yield places[a1][0]
    low = places[a1 - 1][1] if a1 else sourced.start
    high = places[a2][0] if a2 < len(places) else sourced.end
    for each in sourced.placed.enclosures:
        for spot in (each.opens[0], each.closes[1]):
            if low <= spot <= high:
                yield spot


def _around(enclosures: Sequence[Enclosure], spot: int) -> list[Enclosure]:
    return [each for each in enclosures if each.opens[1] <= spot <= each.closes[0]]


def written(run: Run, sourced: Sourced | None = None, around: frozenset[str] = frozenset()) -> str:
    """Markdown of a run where the marks ``around`` hold already; for front matter the bare words."""
    if sourced is not None and sourced.is_plain:
        return re.sub(r"\s*\n\s*", " ", run.text)
    if run.note or run.picture:
        return f"[^{NOTE_NAME}{run.note}]" if run.note else ""
    words = escaped(run.text.replace(OBJECT, ""), sourced is not None and sourced.role == "cell")
    if run.ruby:
        words = f"[{run.text}]{{ruby={run.ruby}}}"
    for mark, (before, after) in SPELLED.items():
        if mark in run.marks & WRITTEN_MARKS - around and words.strip():
            words = f"{before}{words}{after}"
    return f"[{words}]({run.href})" if run.href else words


def escaped(text: str, in_table: bool = False) -> str:
    """Words that Markdown reads as they stand.

    >>> escaped("2*3<b")
    '2\\\\*3&lt;b'
    """
    text = ENTITY.sub("&amp;", text)
    text = SPECIAL.sub(lambda found: "&lt;" if found[0] == "<" else f"\\{found[0]}", text)
    if in_table:
        text = text.replace("|", "\\|")
    return text.replace("\n", "<br>")


def opened(words: str) -> str:
    """Words at the head of a paragraph, so that they begin no heading, list or table.

    >>> opened("1. 甲"), opened("#甲")
    ('1\\\\. 甲', '\\\\#甲')
    """
    found = BLOCK.match(words)
    if found is None:
        return words
    head = f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[0]}"
    return head + words[found.end() :]
