"""Which passage that came back is which that was sent; which letters of it are new. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

#: Numbers and Latin words are changed as wholes, Chinese letter by letter.
TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|.", re.DOTALL)
#: Less alike than this, two passages are two and not one that was changed.
ALIKE = 0.35
#: What the same role, or the same cell of a table, adds to how alike two passages are.
SAME_ROLE, SAME_CELL = 0.05, 0.5
Key = tuple[str, str, object]
Piece = tuple[int, int, int, int]


def pairs(sent: Sequence[Key], came: Sequence[Key]) -> list[tuple[int | None, int | None]]:
    """Pairs of numbers (sent, came) in order; None: added or taken away.

    A key is (role, words, cell); None for a cell says that it is not known.
    """
    words = [key[1] for key in sent], [key[1] for key in came]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    made: list[tuple[int | None, int | None]] = []
    for name, a1, a2, b1, b2 in matcher.get_opcodes():
        if name == "equal":
            made += zip(range(a1, a2), range(b1, b2), strict=True)
        else:
            made += _between(sent, came, range(a1, a2), range(b1, b2))
    return made


def _between(
    sent: Sequence[Key], came: Sequence[Key], left: range, right: range
) -> Iterator[tuple[int | None, int | None]]:
    """The pairs that are most alike in all, in order (longest path over the table of likenesses)."""
    if len(left) == len(right) == 1 and sent[left[0]][0] == came[right[0]][0]:
        yield left[0], right[0]  # a heading, a cell of which no word stayed
        return
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for a in reversed(range(len(left) + 1)):
        for b in reversed(range(len(right) + 1)):
            best[a, b] = _step(sent, came, left, right, best, a, b)
    a = b = 0
    while (step := best[a, b][1]) != END:
        if step == PAIR:
            yield left[a], right[b]
        elif step == TAKEN:
            yield left[a], None
        else:
            yield None, right[b]
        a, b = a + (step != ADDED), b + (step != TAKEN)


PAIR, TAKEN, ADDED, END = range(4)


def _step(
    sent: Sequence[Key],
    came: Sequence[Key],
    left: range,
    right: range,
    best: dict[tuple[int, int], tuple[float, int]],
    a: int,
    b: int,
) -> tuple[float, int]:
    if a == len(left) and b == len(right):
        return 0.0, END
    options = []
    if a < len(left) and b < len(right):
        score = likeness(sent[left[a]], came[right[b]])
        if score >= ALIKE:
            options.append((score + best[a + 1, b + 1][0], PAIR))
    if a < len(left):
        options.append((best[a + 1, b][0], TAKEN))
    if b < len(right):
        options.append((best[a, b + 1][0], ADDED))
    return max(options, key=lambda option: option[0])


def likeness(one: Key, other: Key) -> float:
    """How alike two passages are, from 0 to about 1."""
    score = SAME_ROLE if one[0] == other[0] else 0.0
    if one[2] is not None and one[2] == other[2]:
        score += SAME_CELL
    matcher = SequenceMatcher(None, one[1], other[1], autojunk=False)
    return score + (matcher.ratio() if matcher.quick_ratio() + score >= ALIKE else 0.0)


def pieces(before: str, after: str) -> list[Piece]:
    """Where two texts differ: (from, to) in the one, (from, to) in the other, word by word."""
    one, other = TOKEN.findall(before), TOKEN.findall(after)
    starts = _starts(one), _starts(other)
    found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [
        (starts[0][a1], starts[0][a2], starts[1][b1], starts[1][b2])
        for name, a1, a2, b1, b2 in found
        if name != "equal"
    ]


def _starts(tokens: Sequence[str]) -> list[int]:
    made = [0]
    for token in tokens:
        made.append(made[-1] + len(token))
    return made


def shown(before: str, after: str) -> str:
    """Both texts as one: what went in [-…-], what came in {+…+}.

    >>> shown("共12家", "共15家企业")
    '共[-12-]{+15+}家{+企业+}'
    """
    made, end = "", 0
    for a1, a2, b1, b2 in pieces(before, after):
        made += before[end:a1]
        made += f"[-{before[a1:a2]}-]" if a2 > a1 else ""
        made += f"{{+{after[b1:b2]}+}}" if b2 > b1 else ""
        end = a2
    return made + before[end:]
