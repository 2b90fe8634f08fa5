"""What a rule is: a function over the facts, whose docstring says title, source and way out.

A rule's docstring::

    标题，说好的文件是什么样。

    依据：ISO 15930-7 …
    办法：该怎么改。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from inspect import getdoc
from typing import NamedTuple

from plugins.press.preflight.document import Document
from plugins.press.preflight.record import Expected, Fault, Kind, Level

SOURCE, HINT = "依据：", "办法："
#: Faults of one rule that a report holds; a hostile file may have millions.
MOST = 300


class Found(NamedTuple):
    """A place that breaks a rule: page from 1 (0: the file), the object, what is wrong with it."""

    page: int
    thing: str
    message: str


Check = Callable[[Document, Expected], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Empty ``standards`` or ``kinds``: it holds for all."""

    code: str
    level: Level
    title: str
    source: str
    hint: str
    check: Check
    standards: Sequence[str]
    kinds: Sequence[Kind]

    def holds_for(self, standard: str, order: Expected) -> bool:
        """Whether this rule is asked of a file of that standard and order."""
        of_standard = not self.standards or standard in self.standards
        return of_standard and (not self.kinds or order.kind in self.kinds)

    def faults(self, document: Document, order: Expected) -> tuple[Fault, ...]:
        """The faults of the file, equal ones of a page counted together, in order of pages."""
        found: dict[tuple[int, str], Fault] = {}
        for page, thing, message in self.check(document, order):
            before = found.get((page, message))
            if before:
                found[page, message] = replace(before, count=before.count + 1)
            elif len(found) < MOST:
                fault = Fault(self.code, self.level, page, thing, message, self.hint)
                found[page, message] = fault
        return tuple(sorted(found.values(), key=lambda fault: fault.page))


def rule(
    code: str, level: Level, standards: Sequence[str] = (), kinds: Sequence[Kind] = ()
) -> Callable[[Check], Rule]:
    """Make a `Rule` of a function and its docstring."""

    def make(check: Check) -> Rule:
        lines = [line.strip() for line in (getdoc(check) or "").splitlines()]
        title = lines[0].rstrip("。") if lines else ""
        source, hint = _after(lines, SOURCE), _after(lines, HINT)
        return Rule(code, level, title, source, hint, check, standards, kinds)

    return make


def _after(lines: Sequence[str], label: str) -> str:
    return next((line.removeprefix(label) for line in lines if line.startswith(label)), "")
