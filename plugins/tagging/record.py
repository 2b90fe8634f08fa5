"""What a tag is."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.keeping.pickling import quickly


@quickly(is_shared=True)
@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of an article: the preferred term, its address, and why the article has it."""

    name: str
    slug: str
    reason: str
