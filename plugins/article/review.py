"""A review of a manuscript (三审: 初审、复审、终审): who signed, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Review:
    """One review signed: the names and the day."""

    names: tuple[str, ...]
    day: date

    def __str__(self) -> str:
        return f"{'、'.join(self.names)} {self.day.isoformat()}"
