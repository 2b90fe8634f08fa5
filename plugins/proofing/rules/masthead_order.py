"""P403: a list of names said to be 按姓氏笔画排序 that is not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plugins.hanzi.strokes import divided, place, stroke_order
from plugins.issue.record import BoardRow
from plugins.proofing.places import in_issue_file
from plugins.proofing.record import IssueFault, IssueProof, IssueRule

SAID = ("笔画", "笔划")


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """Fewer strokes first; of as many, by the first strokes 横竖撇点折; of one surname the shorter name first.

    A name with a character whose strokes are not known is passed over.
    """
    for row in bundle.issue.publication.board:
        if any(word in row.note for word in SAID):
            yield from _in_row(bundle, row)


def _in_row(bundle: IssueProof, row: BoardRow) -> Iterator[IssueFault]:
    known = [(name, at) for name in row.names if (at := place(name))]
    ordered = [name for name, _ in sorted(known, key=lambda each: each[1])]
    for (first, first_at), (second, second_at) in pairwise(known):
        if second_at < first_at:
            message = f"“{row.role}”名单{row.note}，“{second}”（{_strokes(second)}）应在“{first}”（{_strokes(first)}）之前"
            advice = f"依次应为：{'、'.join(ordered)}"
            yield in_issue_file(bundle, second, message, advice)


def _strokes(name: str) -> str:
    """What decides: the surname's strokes.

    >>> _strokes("王莹")
    '王4画，横起'
    """
    surname, _ = divided(name)
    order = stroke_order(surname[0])
    return f"{surname}{len(order)}画，{'横竖撇点折'[int(order[0]) - 1]}起"


RULE = IssueRule(
    code="P403",
    name="名单未按姓氏笔画排序",
    level="warning",
    source="GF 3003—1999《GB 13000.1字符集汉字字序（笔画序）规范》",
    find=find,
)
