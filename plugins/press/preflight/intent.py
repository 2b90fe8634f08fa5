"""Output intents (ISO 32000-1, 14.11.5) and the head of their ICC profiles (ICC.1, 7.2)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from plugins.press.preflight.plain import Unreadable, child, count, data, items, name, words

HEADER = 128


@dataclass(frozen=True, slots=True)
class Intent:
    """One output intent. ``profile`` is "" without one, else SHA-256; ``device_class`` and
    ``space`` are the profile's four letters, ``whole`` says that its head is that of a profile."""

    kind: str
    condition: str
    registry: str
    description: str
    profile: str = ""
    device_class: str = ""
    space: str = ""
    parts: int = 0
    whole: bool = False

    @property
    def for_press(self) -> bool:
        """Whether it is the PDF/X one."""
        return self.kind == "GTS_PDFX"


def read(root: Any) -> tuple[Intent, ...]:
    """All output intents of a catalogue."""
    return tuple(_intent(each) for each in items(child(root, "/OutputIntents"))[:50])


def _intent(thing: Any) -> Intent:
    kind = name(child(thing, "/S"))
    condition, registry = (
        words(child(thing, key)) for key in ("/OutputConditionIdentifier", "/RegistryName")
    )
    said = words(child(thing, "/Info")) or words(child(thing, "/OutputCondition"))
    stream = child(thing, "/DestOutputProfile")
    if stream is None:
        return Intent(kind, condition, registry, said)
    try:
        profile = data(stream, 50_000_000)
    except Unreadable:
        return Intent(kind, condition, registry, said, "?")
    return Intent(
        *(kind, condition, registry, said, sha256(profile).hexdigest()),
        profile[12:16].decode("latin-1"),
        profile[16:20].decode("latin-1"),
        count(child(stream, "/N")),
        len(profile) >= HEADER and profile[36:40] == b"acsp",
    )
