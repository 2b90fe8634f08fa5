"""Proof of completeness: every character of every article is in the PDF once, in order.

In: the frozen issue, the pages of the finished PDF as reader.py reads them, the folios of the
contents. Out: gaps, each with its place; none when the PDF is the issue. What is asked for comes
from the records (copytext.py), not from the HTML of the templates: a template that forgets a field
is caught.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from plugins.issue.record import Issue
from plugins.press.proof.collation import collate
from plugins.press.proof.copytext import Copy, copies, fillers
from plugins.press.proof.gap import Gap, IncompleteError
from plugins.press.proof.ledger import LOST, Fault
from plugins.press.proof.listings import check_listings
from plugins.press.proof.pagewords import Origin, PageWords, page_words
from plugins.press.quality.reader import Page

__all__ = ["Gap", "IncompleteError", "Origin", "ensure_complete", "prove"]
#: So many words before a gap are shown (characters).
AFTER = 12


def ensure_complete(
    issue: Issue,
    pages: Sequence[Page],
    folios: Mapping[str, int],
    origin: Origin | None = None,
) -> None:
    """Raise `IncompleteError` when the pages are not the whole issue and nothing but the issue."""
    gaps = prove(issue, pages, folios, origin)
    if gaps:
        raise IncompleteError(gaps)


def prove(
    issue: Issue,
    pages: Sequence[Page],
    folios: Mapping[str, int],
    origin: Origin | None = None,
) -> tuple[Gap, ...]:
    """What is lost, doubled, moved or strange on ``pages``: all pages of the PDF, covers too.

    ``folios`` are the page numbers that the contents give, by the articles' keys. ``origin``: of an excerpt,
    the issue that it was taken from (`Origin`).
    """
    words, gaps = page_words(issue, pages, folios, origin)
    bodies = [page for page in words if page.kind in ("articles", "plate")]
    proof = _Proof(issue, bodies)
    gaps += proof.gaps()
    gaps += proof.wrong_folios(folios)
    gaps += check_listings(issue, words, folios)
    return tuple(gaps)


def standing(issue: Issue, words: Sequence[PageWords]) -> dict[str, tuple[str, ...]]:
    """The keys of the articles that stand on each page, by the page's label, in printed order."""
    bodies = [page for page in words if page.kind in ("articles", "plate")]
    return _Proof(issue, bodies).standing()


class _Proof:
    """The bodies of all pages as one stream, collated."""

    def __init__(self, issue: Issue, bodies: Sequence[PageWords]) -> None:
        self._asked: Sequence[Copy] = copies(issue)
        self._bodies = bodies
        self._heads = [0, *accumulate(len(page.words) for page in bodies)][:-1]
        self._stream = "".join(page.words for page in bodies)
        heads = frozenset(self._heads)
        self._collation = collate(self._asked, self._stream, heads, fillers(issue))

    def gaps(self) -> Iterator[Gap]:
        """The faults of the collation; an article of which nothing was printed is one gap."""
        absent = {number for number in range(len(self._asked)) if self._is_absent(number)}
        for number in sorted(absent):
            copy = self._asked[number]
            at = next(fault.at for fault in self._collation.faults if fault.copy == number)
            yield Gap(copy.path, self._label(at - 1), "missing", copy.units[0].forms[0])
        for fault in self._collation.faults:
            if fault.copy not in absent:
                yield self._gap(fault)

    def wrong_folios(self, folios: Mapping[str, int]) -> Iterator[Gap]:
        """Headlines that do not stand where the contents say."""
        for number, at in self._collation.headlines.items():
            copy, page = self._asked[number], self._page(at)
            listed = folios.get(copy.key)
            if listed != page.folio:
                words = f"标题印在这一页，目录的页码却是 {listed or '空的'}"
                yield Gap(copy.path, page.label, "folio", words)

    def standing(self) -> dict[str, tuple[str, ...]]:
        """Which articles have words on which page."""
        begins = [*self._collation.begins, len(self._stream)]
        ends = [*self._heads[1:], len(self._stream)]
        found: dict[str, tuple[str, ...]] = {}
        for page, low, high in zip(self._bodies, self._heads, ends, strict=True):
            found[page.label] = tuple(
                copy.key
                for copy, begin, end in zip(self._asked, begins[:-1], begins[1:], strict=True)
                if copy.key and max(low, begin) < min(high, end)
            )
        return found

    def _is_absent(self, number: int) -> bool:
        """Whether nothing of an article was printed."""
        copy = self._asked[number]
        lost = [
            fault for fault in self._collation.faults if fault.copy == number and fault.kind in LOST
        ]
        asked = sum(map(len, copy.running)) + sum(len(unit.forms[0]) for unit in copy.units)
        return bool(copy.key) and sum(len(fault.words) for fault in lost) == asked

    def _gap(self, fault: Fault) -> Gap:
        before = self._stream[max(0, fault.at - AFTER) : fault.at]
        at = fault.at - 1 if fault.kind == "lost" else fault.at
        path = self._asked[fault.copy].path
        return Gap(path, self._label(at), fault.kind, fault.words, before, fault.role)

    def _label(self, at: int) -> str:
        return self._page(at).label if self._bodies else "全期"

    def _page(self, at: int) -> PageWords:
        return self._bodies[max(0, bisect_right(self._heads, max(0, at)) - 1)]
