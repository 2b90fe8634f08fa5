"""What a person must see beside the changes of words: comments, looks, pictures, the cover. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.intake.collation.copytext import CopyText
from plugins.intake.collation.record import WRITTEN_MARKS, Passage
from plugins.intake.collation.source import Sourced
from plugins.intake.returning.aligning import pieces
from plugins.intake.returning.comparison import Remark
from plugins.intake.returning.record import Came, Returned

COVERS = ("cover", "cover-title")
LOOKS = {
    "strong": "粗体", "em": "斜体", "dots": "着重号", "u": "下划线", "del": "删除线", "ins": "双下划线",
    "code": "代码", "small": "小字",
}  # fmt: skip
ROLES = {
    "paragraph": "正文",
    "heading": "小标题",
    "item": "列表",
    "numbered": "编号列表",
    "quote": "引文",
}
LONGEST = 24


def line_of(source: str, place: Sourced | None) -> int:
    """The line of a passage, from 1; 0 when it has no place."""
    return source.count("\n", 0, place.start) + 1 if place is not None else 0


def remarks(
    returned: Returned,
    rows: Sequence[tuple[int | None, int | None]],
    came: Sequence[Came],
    copy: CopyText,
    now: Sequence[int | None],
    source: str,
) -> Iterator[Remark]:
    """All remarks in the order of the page; what concerns no passage first."""
    yield from _cover(returned)
    for words in returned.remarks:
        yield Remark(0, words)
    yield from _pictures(returned)
    last = 0
    for a, b in rows:
        at = now[a] if a is not None else None
        if at is not None:
            last = line_of(source, copy.places[at]) or last
        if b is None:
            continue
        for comment in came[b].comments:
            about = f"“{comment.about}”：" if comment.about else ""
            yield Remark(last, f"批注（{comment.author} {comment.day}）{about}{comment.words}")
        if at is not None:
            yield from _looks(last, copy.passages[at], came[b].passage)


def _cover(returned: Returned) -> Iterator[Remark]:
    """Words that were written on the cover, each behind the label it stands beside."""
    sent = {words for role, words in returned.sent if role in COVERS}
    label = ""
    for each in returned.passages:
        if each.passage.role not in COVERS:
            continue
        text = each.passage.text
        if text in sent or not returned.sent:
            label = text
        elif text:
            yield Remark(0, f"核稿单“{label}”：{text}" if label else f"核稿单：{text}")
        for comment in each.comments:
            yield Remark(0, f"批注（{comment.author} {comment.day}）{comment.words}")


def _pictures(returned: Returned) -> Iterator[Remark]:
    """Pictures that are not the ones that were sent."""
    for name, digest in returned.pictures.items():
        known = returned.sent_pictures.get(name)
        if not returned.sent_pictures:
            return
        if known is None:
            yield Remark(0, "加了一张图片，没有收：请向来稿单位要原图")
        elif known != digest.hex():
            yield Remark(
                0,
                f"图片“{name}”与送出的不同（换了图，或被 Word 压缩），没有收：请核对，要换就要原图",
            )
    for name in returned.sent_pictures:
        if name not in returned.pictures:
            yield Remark(0, f"图片“{name}”被删去了，稿件没有动：请核实")


def _looks(line: int, before: Passage, after: Passage) -> Iterator[Remark]:
    """Emphasis put on or taken off words that stayed; another rank of a paragraph."""
    was, became = (ROLES.get(each.role, "") for each in (before, after))
    if was and became and (before.role, before.level) != (after.role, after.level):
        yield Remark(line, f"“{_short(after.text)}”由{was}改成了{became}，没有写进稿件")
    for start, end, mark, is_on in _changed(before, after):
        does = "加了" if is_on else "去了"
        words = _short(after.text[start:end])
        yield Remark(line, f"“{words}”{does}{LOOKS[mark]}，没有写进稿件")


def _changed(before: Passage, after: Passage) -> Iterator[tuple[int, int, str, bool]]:
    """Stretches of letters that stayed and have another look: from, to, mark, whether it is new."""
    same = _kept(before.text, after.text)
    marks = _marks(before), _marks(after)
    for mark in LOOKS:
        start, end, was_on = -1, 0, False
        for a, b in [*same, (-1, -1)]:
            differs = a >= 0 and (mark in marks[0][a]) != (mark in marks[1][b])
            is_on = differs and mark in marks[1][b]
            if start >= 0 and not (differs and b == end and is_on == was_on):
                yield start, end, mark, was_on
                start = -1
            if differs and start < 0:
                start, was_on = b, is_on
            end = b + 1


def _kept(before: str, after: str) -> list[tuple[int, int]]:
    """Letters that stayed: their numbers before and after."""
    made: list[tuple[int, int]] = []
    a = b = 0
    for a1, a2, b1, b2 in [*pieces(before, after), (len(before),) * 2 + (len(after),) * 2]:
        made += zip(range(a, a1), range(b, b1), strict=True)
        a, b = a2, b2
    return made


def _marks(passage: Passage) -> list[frozenset[str]]:
    return [run.marks & WRITTEN_MARKS for run in passage.runs for _ in run.text]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
