"""What is let through: comments in a manuscript (``<!-- 校对:忽略 P106 -->``) and the editors' list.

A comment on a line by itself lets through the block below it, one at the end of a block that block, one with
全文 the whole file. Several codes may stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.proofing.lists import Lists
from plugins.proofing.remark import Remark

COMMENT = re.compile(r"<!--\s*校对\s*[:：]\s*忽略(?P<said>[^>]*?)-->")
CODE = re.compile(r"[A-Z]\d{3}")
WHOLE = re.compile(r"全文|全篇")
BLANK = re.compile(r"(?:[ \t\u3000]*\n)*")
BLOCK_END = re.compile(r"\n[ \t\u3000]*(?:\n|\Z)|\Z")
BLOCK_START = re.compile(r"\n[ \t\u3000]*\n")


@dataclass(frozen=True, slots=True)
class Ignored:
    """Codes that are let through between two places of the source."""

    start: int
    end: int
    codes: frozenset[str]


def ignored(source: str) -> tuple[Ignored, ...]:
    """What the comments of a manuscript let through."""
    return tuple(_ignored(source)) if "校对" in source else ()


def let_through(source: str, lists: Lists, remarks: list[Remark]) -> list[Remark]:
    """The remarks that neither a comment nor the editors' list lets through."""
    spans = ignored(source)
    return [
        remark
        for remark in remarks
        if not any(
            remark.code in span.codes and span.start <= remark.start <= span.end for span in spans
        )
        and not _is_allowed(source, lists, remark)
    ]


def unknown(source: str, known: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Comments that let nothing through: place, end, and the code that is none ("": no code at all)."""
    for comment in COMMENT.finditer(source) if "校对" in source else ():
        codes = CODE.findall(comment["said"])
        if not codes:
            yield *comment.span(), ""
        for code in codes:
            if code not in known:
                yield *comment.span(), code


def _ignored(source: str) -> Iterator[Ignored]:
    for comment in COMMENT.finditer(source):
        codes = frozenset(CODE.findall(comment["said"]))
        if WHOLE.search(comment["said"]):
            yield Ignored(0, len(source), codes)
            continue
        line_start = source.rfind("\n", 0, comment.start()) + 1
        line_end = source.find("\n", comment.end())
        line_end = len(source) if line_end < 0 else line_end
        rest = source[line_start : comment.start()] + source[comment.end() : line_end]
        if rest.strip():
            breaks = [each.end() for each in BLOCK_START.finditer(source, 0, line_start)]
            start, last = breaks[-1] if breaks else 0, line_end
        else:
            below = BLANK.match(source, min(line_end + 1, len(source)))
            start, last = comment.end(), below.end() if below else line_end
        end = BLOCK_END.search(source, last)
        yield Ignored(start, end.start() if end else len(source), codes)


def _is_allowed(source: str, lists: Lists, remark: Remark) -> bool:
    """Whether the remark stands inside words that the editors let through."""
    for allow in lists.allowed:
        if allow.code != remark.code or not f"/{remark.path}".endswith(
            allow.path and f"/{allow.path}"
        ):
            continue
        reach = len(allow.words)
        from_place = max(0, remark.end - reach)
        at = source.find(allow.words, from_place, remark.start + reach)
        if at >= 0 or remark.words == allow.words:
            return True
    return False
