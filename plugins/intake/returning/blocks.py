"""Whole paragraphs put into a manuscript or taken out of it. Pure."""

from __future__ import annotations

from plugins.intake.collation.copytext import CopyText
from plugins.intake.collation.record import Passage
from plugins.intake.collation.source import Sourced
from plugins.intake.returning.mending import NOTE_NAME, Edit, opened, written

#: What may be put in and taken out as a paragraph of its own.
WHOLE = frozenset({"paragraph", "heading", "item", "numbered", "more", "quote", "box", "note"})
SAME_LEAD = frozenset({"quote", "box", "note", "item", "numbered"})
FRONT = frozenset({
    "kicker", "headline", "deck", "field", "standfirst", "number", "addressee",
    "signature", "signed-on", "remark",
})  # fmt: skip
CELLS = frozenset({"cell", "head-cell"})


class NotWritten(Exception):
    """A person must do it; the message says why, in Chinese."""


def inserted(passage: Passage, last: int | None, copy: CopyText, source: str) -> Edit:
    """The edit that puts a new passage behind number ``last`` of the article (None: at the head)."""
    if passage.role == "footnote":
        end = len(source.rstrip())
        return Edit(end, end, f"\n\n[^{NOTE_NAME}{passage.note}]: {_words(passage)}")
    if passage.cell:
        raise NotWritten("表格增了行或列，请手工改")
    if passage.picture:
        raise NotWritten("加了图片，请另要原图")
    if passage.role not in WHOLE:
        raise NotWritten("不是正文的段落，请手工加")
    before = copy.places[last] if last is not None else None
    if before is None or (before.is_plain and before.role in FRONT):
        return _at_head(passage, copy, source)
    role = copy.passages[last].role if last is not None else ""
    return Edit(before.end, before.end, _behind(passage, before, role))


def _behind(passage: Passage, before: Sourced, role: str) -> str:
    """A new block behind another one; behind one of its own kind it goes on with that."""
    words = _words(passage)
    if passage.role == role and role in SAME_LEAD:
        if role == "quote":
            return f"\n{before.lead.rstrip()}\n{before.lead}{words}"
        return (
            f"\n{before.lead}{words}"
            if role in ("item", "numbered")
            else f"\n\n{before.lead}{words}"
        )
    return f"\n\n{_lead(passage)}{words}"


def _at_head(passage: Passage, copy: CopyText, source: str) -> Edit:
    """A new block before the first of the body."""
    for each, place in zip(copy.passages, copy.places, strict=True):
        if place is not None and each.role not in FRONT:
            start = source.rfind("\n", 0, place.start) + 1
            return Edit(start, start, f"{_lead(passage)}{_words(passage)}\n\n")
    raise NotWritten("找不到正文的开头，请手工加")


def _lead(passage: Passage) -> str:
    if passage.role == "heading":
        return "#" * (passage.level + 1) + " "
    return {"item": "- ", "numbered": "1. ", "quote": "> "}.get(passage.role, "")


def _words(passage: Passage) -> str:
    words = "".join(map(written, passage.runs))
    return opened(words) if passage.role in ("paragraph", "quote", "box", "note") else words


def removed(at: int, copy: CopyText, source: str, gone: set[int | None]) -> Edit:
    """The edit that takes passage number ``at`` out; ``gone`` are all that went."""
    place, role = copy.places[at], copy.passages[at].role
    assert place is not None
    if role in CELLS:
        row = [n for n, each in enumerate(copy.places) if each and _span(each) == _span(place)]
        if not gone.issuperset(row):
            raise NotWritten("表格删了格或列，请手工改")
        return _lines(place, source, with_blanks=False)
    if role in FRONT:
        raise NotWritten("首部的信息请手工删")
    if role not in WHOLE and role not in ("footnote", "attachments", "addressee"):
        raise NotWritten("图片、图说、标题框请手工删")
    return _lines(place, source, with_blanks=role not in ("item", "numbered"))


def _span(place: Sourced) -> tuple[int, int]:
    return place.start, place.end


def _lines(place: Sourced, source: str, with_blanks: bool) -> Edit:
    """Take the lines of a block out, with the empty lines behind it."""
    start = source.rfind("\n", 0, place.start) + 1
    end = source.find("\n", place.end) + 1 or len(source)
    while with_blanks and source[end : end + 1] == "\n":
        end += 1
    return Edit(start, end)
