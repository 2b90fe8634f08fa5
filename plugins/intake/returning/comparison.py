"""What a comparison found: records for the door and for telling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["changed", "added", "taken"]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that came back changed.

    ``line`` in the manuscript, 0: not known; ``who``: authors and days of the tracked changes, empty
    when none was tracked; ``why``: in Chinese, why it is not written, "" when it is.
    """

    kind: Kind
    line: int
    before: str
    after: str
    who: tuple[str, ...] = ()
    is_tracked: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person must see: a comment, a look that changed, words on the cover. ``line`` 0: none."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A checked file held against its article: ``after`` is the manuscript with every written change."""

    path: str
    before: str
    after: str
    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]
    has_moved: bool

    @property
    def written(self) -> tuple[Change, ...]:
        """The changes that are in ``after``."""
        return tuple(each for each in self.changes if not each.why)
