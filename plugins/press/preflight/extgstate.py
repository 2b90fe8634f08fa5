"""Graphics state dictionaries (ISO 32000-1, table 58), as the operator gs applies them."""

from __future__ import annotations

from typing import Any

from plugins.press.preflight.plain import items, name, names, number, pairs
from plugins.press.preflight.walk import Walker

#: Keys that rules ask for by themselves.
PECULIAR = ("/TR", "/TR2", "/HT", "/HTP", "/BG", "/BG2", "/UCR", "/UCR2")


def apply(walker: Walker, settings: Any) -> None:
    """Set what a graphics state dictionary says; keys that change nothing for rules are passed."""
    for key, value in pairs(settings):
        _set(walker, key, value)


def _set(walker: Walker, key: str, value: Any) -> None:
    state = walker.state
    if key == "/ca":
        state.fill_alpha = number(value, 1.0)
    elif key == "/CA":
        state.stroke_alpha = number(value, 1.0)
    elif key == "/BM":
        state.blend = (*names(value), "?")[0]
    elif key == "/OP":
        # OP alone means both; op, sorted after it, then speaks for itself.
        state.fill_overprint = state.stroke_overprint = value is True
    elif key == "/op":
        state.fill_overprint = value is True
    elif key == "/OPM":
        state.overprint_mode = int(number(value))
    else:
        _set_rarer(walker, key, value)


def _set_rarer(walker: Walker, key: str, value: Any) -> None:
    state, facts = walker.state, walker.facts
    if key == "/LW":
        state.width = number(value)
    elif key == "/SMask":
        state.masked = not name(value)
        if state.masked:
            walker.soft_mask(value)
    elif key == "/RI":
        facts.intents[name(value)] = None
    elif key == "/Font":
        font, size = (*items(value), None, None)[:2]
        state.size = number(size)
        state.face = None if font is None else walker.shelf.face(font)
    elif key in PECULIAR and (key, name(value)) not in facts.states:
        facts.states.append((key, name(value)))
