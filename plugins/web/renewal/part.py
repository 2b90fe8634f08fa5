"""A part of a site: a few pages that are made from the same things."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.web.views import View

#: Digest of what something is made from. Equal signatures: equal results.
Signature = bytes


@dataclass(frozen=True, slots=True)
class Part:
    """``name`` is unique on the site; ``signature`` is cheap, ``views`` dear: asked for only when it changed.

    ``source``: the manuscript (path in the content folder) that makes the one page of the part; "": none does.
    """

    name: str
    signature: Signature
    views: Callable[[], Iterable[View]]
    source: str = ""
