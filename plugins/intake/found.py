"""Fields as they are found at the head and the foot of a text, each with the guess that tells of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.hanzi.names import split_names
from plugins.intake.manuscript import Guess

#: Fields that hold several names: what is found later is put behind what is there.
LISTS = frozenset({"作者", "供稿", "摄影"})


@dataclass(slots=True)
class Found:
    """Fields by Chinese key, and their guesses."""

    fields: dict[str, str] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)

    def say(self, key: str, value: str, sure: float, reason: str, place: int) -> bool:
        """A field was found. Out: whether it now stands in the fields, so that its line may go from the body."""
        if not value:
            return True
        there = self.fields.get(key)
        if there is not None and key not in LISTS:
            return _letters(there) == _letters(value)
        new = [
            each for each in split_names(value) if there is None or each not in split_names(there)
        ]
        if there is not None and not new:
            return True
        self.fields[key] = value if there is None else f"{there} {' '.join(new)}"
        self.guesses.append(Guess(key, value, sure, reason, place))
        return True

    def say_all(self, found: dict[str, str], sure: float, reason: str, place: int) -> bool:
        """Several fields of one line: all of them, or none when one has no room."""
        if any(self._is_taken(key, value) for key, value in found.items()):
            return False
        return all([self.say(key, value, sure, reason, place) for key, value in found.items()])

    def _is_taken(self, key: str, value: str) -> bool:
        there = self.fields.get(key)
        return key not in LISTS and there is not None and _letters(there) != _letters(value)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
