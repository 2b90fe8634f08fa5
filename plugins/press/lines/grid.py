"""The baseline grid: boxes that are not lines of text are made whole lines high.

A style says ``--snap: 16pt`` (the pitch of the lines) for a picture, a box, a table, a head; the box is
then laid out by WeasyPrint and made higher to the next multiple, so that the text after it, and the
column beside it, stand on the same lines. ``--snap: 16pt middle`` puts half of what was added above.
Margins are not changed: styles give them in whole lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block

#: Name of the custom property as WeasyPrint keeps it.
PROPERTY = "__snap"
PX_PER_PT = 4 / 3
#: A box higher by less than this is not made a line higher (px).
HAIR = 0.05


@contextmanager
def snapping() -> Iterator[None]:
    """Snap boxes to the grid in what is laid out inside the block."""
    lay_out = block.block_level_layout

    def snapped(context: Any, box: Any, *rest: Any, **more: Any) -> Any:
        result = lay_out(context, box, *rest, **more)
        new, resume_at = result[0], result[1]
        if new is not None and resume_at is None:
            containing = rest[2] if len(rest) > 2 else more["containing_block"]
            _snap(new, containing)
        return result

    block.block_level_layout = snapped
    try:
        yield
    finally:
        block.block_level_layout = lay_out


def missing(height: float, pitch: float) -> float:
    """What a height lacks to the next multiple of the pitch.

    >>> missing(33, 16), missing(32, 16), missing(32.01, 16)
    (15.0, 0.0, 0.0)
    """
    rest = height % pitch
    return 0.0 if rest < HAIR or pitch - rest < 1e-9 else pitch - rest


def _snap(box: Any, containing: Any) -> None:
    """Make a box that asks for it whole lines high. What only inherits the wish is left."""
    wish = _wish(box)
    if not wish or wish is _wish(containing):
        return
    tokens = [token for token in wish if token.type != "whitespace"]
    extra = missing(box.border_height(), tokens[0].value * PX_PER_PT)
    if not extra:
        return
    box.height += extra
    if len(tokens) > 1:  # middle
        for child in box.children:
            child.translate(dy=extra / 2)


def _wish(box: Any) -> Any:
    """The value of ``--snap``: the parent's own object where it is only inherited."""
    style = getattr(box, "style", None)
    return style[PROPERTY] if style is not None else None
