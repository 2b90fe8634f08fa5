"""The door of 回稿: a Word file that came back, held against its article. Pure: nothing is written.

A change goes into the manuscript only where the manuscript, read again as every manuscript is read,
then says what came back, and nothing else in it has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from plugins.article.record import Article
from plugins.intake.collation.copytext import CopyText, copy_text, reread, version
from plugins.intake.collation.record import Passage
from plugins.intake.returning import remarking
from plugins.intake.returning.aligning import ALIKE, Key, likeness, pairs, pieces
from plugins.intake.returning.blocks import NotWritten, inserted, removed
from plugins.intake.returning.comparison import Change, Comparison
from plugins.intake.returning.mending import edits
from plugins.intake.returning.proving import Planned, proven
from plugins.intake.returning.record import Came, Returned, Revision

#: Characters that count together when a file is held against an article.
GRAM = 4
MOVED = "送出以后，编辑部改过或删去了这一段，请对照着定稿"
SPECIAL = "这一处在稿件里写法特殊（如网页表格），请手工改"


def compare(returned: Returned, article: Article, source: str) -> Comparison:
    """Hold what came back against the article; ``source`` is its manuscript as `decode` gives it."""
    copy = copy_text(article, source)
    came = [each for each in returned.passages if each.passage.role not in remarking.COVERS]
    sent = _sent(returned, copy)
    now = _now(sent, copy)
    rows = pairs(_sent_keys(sent, copy, now), [_key(each.passage) for each in came])
    plans = list(_plans(rows, sent, came, copy, now, source))
    others = [copy.passages[n].text for n in range(len(copy.passages)) if n not in now]
    plans = [_signed(each, returned.taken) for each in plans if not _is_done(each.change, others)]
    kept, after = proven(plans, copy, source, lambda text: reread(article, text))
    changes = tuple(each.change for each in kept)
    remarks = remarking.remarks(returned, rows, came, copy, now, source)
    has_moved = bool(returned.version) and returned.version != version(source)
    return Comparison(article.path, source, after, changes, tuple(remarks), has_moved)


def share_of(returned: Returned, article: Article) -> float:
    """The share of the article's text, by four characters, that is in the file: 1.0 for all of it."""
    came = re.sub(r"\s", "", "".join(each.passage.text for each in returned.passages))
    text = re.sub(r"\s", "", article.text)
    grams = [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]
    return sum(each in came for each in grams) / len(grams) if grams else 1.0


def _sent(returned: Returned, copy: CopyText) -> list[tuple[str, str]]:
    """(role, words) as they were sent; as the article has them now when the file does not say."""
    sent = [each for each in returned.sent if each[0] not in remarking.COVERS]
    return sent or [(each.role, each.text) for each in copy.passages]


def _now(sent: Sequence[tuple[str, str]], copy: CopyText) -> list[int | None]:
    """For every passage sent the number of the same one in the article as it stands."""
    there = [(each.role, each.text) for each in copy.passages]
    made: list[int | None] = [None] * len(sent)
    for block in SequenceMatcher(None, sent, there, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            made[block.a + n] = block.b + n
    return made


def _key(passage: Passage) -> Key:
    cell = passage.cell
    place = (cell.table, cell.row, cell.column) if cell else None
    return passage.role, passage.text, place


def _sent_keys(
    sent: Sequence[tuple[str, str]], copy: CopyText, now: Sequence[int | None]
) -> list[Key]:
    known = [_key(copy.passages[n]) if n is not None else None for n in now]
    return [key or (role, words, None) for (role, words), key in zip(sent, known, strict=True)]


def _plans(
    rows: Sequence[tuple[int | None, int | None]],
    sent: Sequence[tuple[str, str]],
    came: Sequence[Came],
    copy: CopyText,
    now: Sequence[int | None],
    source: str,
) -> Iterator[Planned]:
    """A plan for every passage that is not as it was sent."""
    last: int | None = None
    gone = {now[a] for a, b in rows if b is None and a is not None}
    for a, b in rows:
        at = now[a] if a is not None else None
        if a is not None and b is not None:
            if came[b].passage.text != sent[a][1]:
                yield _changed(sent[a][1], came[b], at, copy, source)
        elif b is not None:
            if came[b].passage.text or came[b].passage.picture:
                yield _added(came[b], last, copy, source)
        elif a is not None and (sent[a][1] or sent[a][0] != "cell"):
            yield _taken(sent[a], at, copy, source, gone)
        last = at if at is not None and b is not None else last


def _changed(before: str, came: Came, at: int | None, copy: CopyText, source: str) -> Planned:
    after = came.passage.text
    place = copy.places[at] if at is not None else None
    line = remarking.line_of(source, place)
    tracked = _is_tracked(before, came)
    change = Change("changed", line, before, after, _who(came), tracked)
    if at is None:
        return Planned(replace(change, why=MOVED))
    if place is None:
        return Planned(replace(change, why=SPECIAL))
    made = edits(place, came.passage.runs)
    return Planned(change, made, at, (came.passage,))


def _added(came: Came, last: int | None, copy: CopyText, source: str) -> Planned:
    place = copy.places[last] if last is not None else None
    change = Change(
        "added",
        remarking.line_of(source, place),
        "",
        came.passage.text,
        _who(came),
        _is_tracked("", came),
    )
    try:
        made = inserted(came.passage, last, copy, source)
    except NotWritten as why:
        return Planned(replace(change, why=str(why)))
    is_note = came.passage.role == "footnote"
    at = last if last is not None else -1
    return Planned(change, [made], at, (came.passage,), True, is_note)


def _taken(
    sent: tuple[str, str], at: int | None, copy: CopyText, source: str, gone: set[int | None]
) -> Planned:
    place = copy.places[at] if at is not None else None
    change = Change("taken", remarking.line_of(source, place), sent[1], "")
    if at is None or place is None:
        return Planned(replace(change, why=MOVED if at is None else SPECIAL))
    try:
        made = removed(at, copy, source, gone)
    except NotWritten as why:
        return Planned(replace(change, why=str(why)))
    return Planned(change, [made], at)


def _is_done(change: Change, others: Sequence[str]) -> bool:
    """Whether the article, which moved on, has the change already; ``others``: what it has that was not sent."""
    if change.why == MOVED and change.kind == "taken":
        key = ("", change.before, None)
        return all(likeness(key, ("", each, None)) < ALIKE for each in others)
    return change.kind != "taken" and change.after in others


def _signed(plan: Planned, taken: Sequence[Revision]) -> Planned:
    """A plan for a paragraph that went, with who took it."""
    if plan.change.kind == "taken":
        words = plan.change.before
        who = [_named(each) for each in taken if each.taken in words or words in each.taken]
        plan.change = replace(plan.change, who=tuple(dict.fromkeys(who)), is_tracked=bool(who))
    return plan


def _named(each: Revision) -> str:
    return f"{each.author} {each.day}".strip()


def _who(came: Came) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named(each) for each in came.revisions if each.author))


def _is_tracked(before: str, came: Came) -> bool:
    """Whether every change of the words lies where one was tracked."""
    return all(
        any(each.start <= b2 and b1 <= each.end for each in came.revisions)
        for _, _, b1, b2 in pieces(before, came.passage.text)
    )
