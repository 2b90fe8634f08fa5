"""What an outline is made of."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.keeping.pickling import quickly


@quickly()
@dataclass(frozen=True, slots=True)
class Entry:
    """A subhead: level (2 is the highest inside an article), id, number as typed, text."""

    level: int
    id: str
    number: str
    text: str

    @property
    def label(self) -> str:
        """Number and text as one line."""
        return self.number + self.text
