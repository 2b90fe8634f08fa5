"""Colours of the styles → inks of the press: by table, else greys to black, else through ICC."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from plugins.press.prepress.profiles import RGB, Bytes, Ink, PressProfile

#: What colours become: inks; black only (grey pages); light of a soft mask (ISO 32000-1, 11.5.3).
Mode = Literal["colour", "grey", "mask"]
BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
PAPER: Ink = (0.0, 0.0, 0.0, 0.0)
HEX = re.compile(r"#[0-9a-f]{6}")


def read_table(file: Path) -> dict[str, Ink]:
    """The table ``[inks]`` of ``file``: ``"#rrggbb" = [C, M, Y, K]`` in percent.

    Raises ValueError for a name or value that is no colour, OSError when there is no file.
    """
    table = tomllib.loads(file.read_text(encoding="utf-8"))["inks"]
    return {name: _ink(name, percents) for name, percents in table.items()}


def _ink(name: str, percents: list[float]) -> Ink:
    sound = HEX.fullmatch(name) and len(percents) == 4
    if not sound or not all(0 <= percent <= 100 for percent in percents):
        raise ValueError(f"{name} = {percents}: expected '#rrggbb' = [C, M, Y, K] in percent")
    c, m, y, k = (percent / 100 for percent in percents)
    return c, m, y, k


class Inks:
    """What each colour is printed with."""

    def __init__(
        self, table: Mapping[str, Ink], convert: Callable[[RGB], Ink], greys: Bytes
    ) -> None:
        """``convert``: the way of colours outside the table. ``greys``: sRGB grey → DeviceGray."""
        self._table, self._convert, self._greys = table, convert, greys
        self._known: dict[tuple[RGB, Mode], Ink] = {}
        #: Colours that were neither in the table nor grey, as ``#rrggbb``.
        self.unlisted: set[str] = set()

    @classmethod
    def of(cls, file: Path, profile: PressProfile) -> Inks:
        """The table in ``file``; colours outside it go through ``profile``."""
        return cls(read_table(file), profile.ink, profile.black_of_light)

    def of_rgb(self, colour: RGB, mode: Mode) -> Ink:
        """The inks of an sRGB colour, channels 0 to 1."""
        key = colour, mode
        if key not in self._known:
            self._known[key] = self._find(colour, mode)
        return self._known[key]

    def of_grey(self, light: float, mode: Mode) -> Ink:
        """The ink of DeviceGray (0 black, 1 white)."""
        return self.of_rgb((light, light, light), mode)

    def of_cmyk(self, ink: Ink, mode: Mode) -> Ink:
        """Inks as they are; on a grey page, the black that looks as dark."""
        if mode == "colour" or ink[:3] == PAPER[:3]:
            return ink
        c, m, y, k = ink
        return self.of_rgb(((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)), mode)

    def _find(self, colour: RGB, mode: Mode) -> Ink:
        bytes_ = tuple(round(255 * channel) for channel in colour)
        if mode == "mask":
            return 0.0, 0.0, 0.0, round(1 - lightness(colour), 4)
        if len(set(bytes_)) == 1:
            return 0.0, 0.0, 0.0, round(1 - colour[0], 2)
        if mode == "grey":
            grey = self._greys[round(255 * lightness(colour))]
            return 0.0, 0.0, 0.0, round(1 - float(grey) / 255, 2)
        name = "#{:02x}{:02x}{:02x}".format(*bytes_)
        if name not in self._table:
            self.unlisted.add(name)
            c, m, y, k = (round(each, 3) for each in self._convert(colour))
            return c, m, y, k
        return self._table[name]


def lightness(colour: RGB) -> float:
    """The sRGB grey that is as light as the colour: its luminance (IEC 61966-2-1), encoded."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    linear = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def for_text(ink: Ink) -> Ink:
    """The ink of letters: black of several plates becomes black alone (ISO 15930 leaves it free;
    every printer asks for it, because plates never fit by less than a hair)."""
    return BLACK if ink[3] == 1.0 else ink
