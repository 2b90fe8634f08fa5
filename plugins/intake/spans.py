"""Inline Markdown of a .md file → runs. Only what the contract has; anything else stays as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.intake.draft import Run

SPAN = re.compile(
    r"(?P<markup>`[^`\n]+`|\[[^\[\]\n]+\]\{[^{}\n]+\}|<[^<>\n]+>)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>-])"
    r"|\[\^(?P<note>[^\]\s]+)\]"
    r"|(?P<link>(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<target>[^()\s]+)\))"
    r"|(?P<mark>\*{1,3})(?=\S)(?P<inner>[^*\n]*[^*\s])(?P=mark)(?!\*)"
)


def runs(text: str) -> tuple[Run, ...]:
    """The runs of a line of Markdown. Unpaired stars stay stars."""
    return tuple(_runs(text, Run("")))


def _runs(text: str, like: Run) -> Iterator[Run]:
    end = 0
    for match in SPAN.finditer(text):
        if match.start() > end:
            yield replace(like, text=text[end : match.start()])
        end = match.end()
        if match["markup"]:
            yield replace(like, text=match["markup"], is_markup=True)
        elif match["escaped"]:
            yield replace(like, text=match["escaped"])
        elif match["note"]:
            yield Run("", note=match["note"])
        elif match["link"]:
            yield from _runs(match["words"], replace(like, target=match["target"]))
        else:
            stars = len(match["mark"])
            dressed = replace(
                like, bold=like.bold or stars > 1, italic=like.italic or stars in (1, 3)
            )
            yield from _runs(match["inner"], dressed)
    if end < len(text):
        yield replace(like, text=text[end:])
