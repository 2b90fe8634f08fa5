"""Where two texts agree, where they agree again behind a fault, and what is wrong between. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

#: Texts agree again when this many characters do.
SURE = 16
#: So does a whole paragraph of this length.
SHORT = 6
#: Two texts are compared character by character up to this many pairs.
PAIRS = 4_000_000
#: Share of the shorter text that must be found in the other for the two to be the same words.
ALIKE = 0.6
#: Texts whose lengths differ more than this are not the same words.
UNEVEN = 2.5


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: at ``at`` the printed text lacks ``lost`` and has ``surplus`` too many."""

    at: int
    asked_at: int
    lost: str
    surplus: str


def agreement(left: str, at: int, right: str, on: int) -> int:
    """How many characters of ``left`` from ``at`` equal those of ``right`` from ``on``."""
    length, step = 0, 64
    while step:
        a, b = at + length, on + length
        piece = left[a : a + step]
        if len(piece) == step and piece == right[b : b + step]:
            length += step
            step *= 2
        else:
            step //= 2
    return length


class Resuming:
    """Finds the nearest place where the printed stream and the paragraphs asked for agree again."""

    def __init__(self, printed: str, paragraphs: Sequence[str]) -> None:
        self._printed, self._paragraphs = printed, paragraphs
        self._length = sum(map(len, paragraphs))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Every run of `SURE` characters inside a paragraph, or a shorter one, and where it stands."""
        places: dict[str, list[int]] = {}
        begin = 0
        for paragraph in self._paragraphs:
            for at in range(max(1, len(paragraph) - SURE + 1)):
                places.setdefault(paragraph[at : at + SURE], []).append(begin + at)
            begin += len(paragraph)
        return places

    @cached_property
    def _lengths(self) -> list[int]:
        """The lengths that runs have, the longest first."""
        return sorted({len(run) for run in self._places if len(run) >= SHORT}, reverse=True)

    def nearest(self, at: int, on: int, known: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """How far to go on in the printed stream and in the text asked for; their sum is smallest.

        ``known`` are spans of the stream that are something else. Both go on to their ends when
        they never agree again.
        """
        best = len(self._printed) - at, self._length - on
        skipped = 0
        while skipped < min(sum(best), len(self._printed) - at):
            here = at + skipped
            inside = next((end for begin, end in known if begin <= here < end), 0)
            if inside:
                skipped = inside - at
                continue
            end = min((begin for begin, _ in known if begin > here), default=len(self._printed))
            asked = self._following(here, end, on)
            if asked is not None and skipped + asked < sum(best):
                best = skipped, asked
            skipped += 1
        return best

    def _following(self, here: int, end: int, on: int) -> int | None:
        """How far from ``on`` the text asked for has what the stream has ``here``, before ``end``."""
        for length in self._lengths:
            if here + length <= end:
                places = self._places.get(self._printed[here : here + length], [])
                following = bisect_left(places, on)
                if following < len(places):
                    return places[following] - on
        return None


def likeness(printed: str, asked: str) -> float:
    """How far two texts are the same words (to 1.0); 0.0 when they are not but for a few."""
    if not printed or not asked or len(printed) * len(asked) > PAIRS:
        return 0.0
    if not 1 / UNEVEN < len(printed) / len(asked) < UNEVEN:
        return 0.0
    blocks = SequenceMatcher(None, printed, asked, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    if same < ALIKE * min(len(printed), len(asked)):
        return 0.0
    return 2 * same / (len(printed) + len(asked))


def edits(printed: str, asked: str) -> Iterator[Edit]:
    """What to do to ``printed`` to have ``asked``."""
    matcher = SequenceMatcher(None, printed, asked, autojunk=False)
    for kind, low, high, asked_low, asked_high in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(low, asked_low, asked[asked_low:asked_high], printed[low:high])
