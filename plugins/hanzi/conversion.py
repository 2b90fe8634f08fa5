"""Traditional ↔ Simplified, by OpenCC, the names on a list first.

Only t2s and s2t: the other ways of OpenCC (tw2sp, s2twp) change terms as well (軟體 ↔ 软件), which is
an editor's work and not a conversion. OpenCC is loaded when it is first asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal

Way = Literal["t2s", "s2t"]
Convert = Callable[[str], str]


def names_table(
    kept: Iterable[str] = (), pairs: Iterable[tuple[str, str]] = (), way: Way = "t2s"
) -> dict[str, str]:
    """Names → what stands for them: ``kept`` stay, ``pairs`` are (Simplified, Traditional).

    A name of a pair that has the form asked for already stays as it is.

    >>> names_table(["乾元"], [("范文澜", "范文瀾")], "s2t")
    {'乾元': '乾元', '范文澜': '范文瀾', '范文瀾': '范文瀾'}
    """
    made = {name: name for name in kept}
    for simplified, traditional in pairs:
        before, after = (traditional, simplified) if way == "t2s" else (simplified, traditional)
        made[before] = made[after] = after
    return made


def converter(way: Way, names: Mapping[str, str] | None = None) -> Convert:
    """What converts a text one way; ``names`` as `names_table` gives them, the longest first.

    Raises ValueError for any other way of OpenCC, and for an empty name.
    """
    if way not in ("t2s", "s2t"):
        raise ValueError(f"conversion {way!r} changes terms; only t2s and s2t do not")
    names = names or {}
    if "" in names:
        raise ValueError("an empty name")
    convert: Convert = _opencc(way).convert
    if not names:
        return convert
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(f"({'|'.join(map(re.escape, longest_first))})")

    def with_names(text: str) -> str:
        parts = pattern.split(text)  # every second one is a name
        return "".join(
            names[part] if place % 2 else convert(part) for place, part in enumerate(parts) if part
        )

    return with_names


@cache
def _opencc(way: Way) -> Any:
    from opencc import OpenCC

    return OpenCC(way)
