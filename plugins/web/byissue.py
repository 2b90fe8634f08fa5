"""What is found for each issue by itself, remembered while the process lives and the issue is the same object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from plugins.issue.record import Issue

Found = TypeVar("Found")


class ByIssue(Generic[Found]):
    """``find`` for each issue. Issues of an archive that was read again are the same objects when nothing changed."""

    def __init__(self, find: Callable[[Issue], Found]) -> None:
        self._find = find
        self._known: dict[int, tuple[Issue, Found]] = {}

    def of(self, issues: Iterable[Issue]) -> list[Found]:
        """What is found for these issues, in their order; all others are forgotten."""
        known = self._known
        self._known = {
            id(issue): known.get(id(issue)) or (issue, self._find(issue)) for issue in issues
        }
        return [found for _, found in self._known.values()]
