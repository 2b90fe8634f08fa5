"""Colour spaces and colours of a PDF (ISO 32000-1, 8.6): what each lays on which plate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pikepdf import Array, Dictionary, Stream, String

from plugins.press.preflight.plain import (
    Unreadable,
    child,
    count,
    data,
    identity,
    items,
    name,
    names,
    raw,
)

#: Percent of an ink that counts for nothing.
TRACE = 0.05
#: Spaces within spaces that are followed.
DEEPEST = 6
PARTS = {
    **{"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4},
    **{"Indexed": 1, "Separation": 1, "Pattern": 0},
}
PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
ALL, NONE = "All", "None"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space.

    ``kind`` is its PDF name, "" when it cannot be read. ``base``: what an Indexed or Pattern space
    stands on, or the alternate of a Separation or DeviceN. ``colourants`` of these two.
    ``profile``: SHA-256 of an ICC profile. ``palette`` of an Indexed space.
    """

    kind: str
    parts: int = 0
    base: Space | None = None
    colourants: tuple[str, ...] = ()
    profile: str = ""
    palette: bytes = b""

    @property
    def real(self) -> Space:
        """The space that colours are really given in: below Indexed and Pattern."""
        if self.kind in ("Indexed", "Pattern") and self.base is not None:
            return self.base.real
        return self

    @property
    def family(self) -> str:
        """grey, rgb, lab, cmyk, spot, or "" (unreadable, or a coloured pattern)."""
        kind, parts = self.real.kind, self.real.parts
        if kind == "ICCBased":
            return {1: "grey", 3: "rgb", 4: "cmyk"}.get(parts, "")
        return FAMILIES.get(kind, "")

    @property
    def managed(self) -> bool:
        """Whether it is given without regard to a device: ICCBased, CalGray, CalRGB, Lab."""
        return self.real.kind in ("ICCBased", "CalGray", "CalRGB", "Lab")

    @property
    def title(self) -> str:
        """Its name for people."""
        real = self.real
        if real.kind == "ICCBased":
            return f"ICC {real.family.upper() or '?'}"
        if real.colourants:
            return "专色 " + "、".join(real.colourants)
        return TITLES.get(real.kind, real.kind or "读不懂的色空间")


FAMILIES = {
    **{"DeviceGray": "grey", "CalGray": "grey", "DeviceRGB": "rgb", "CalRGB": "rgb"},
    **{"Lab": "lab", "DeviceCMYK": "cmyk", "Separation": "spot", "DeviceN": "spot"},
}
TITLES = {"DeviceGray": "灰度", "DeviceRGB": "RGB", "DeviceCMYK": "CMYK", "Pattern": "图案"}
GREY, RGB, CMYK = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4)
PATTERN, UNKNOWN = Space("Pattern"), Space("")
DEVICE = {"DeviceGray": GREY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour: its space and the values in it.

    ``plates``: percent of each ink with any: C, M, Y, K or a spot colour's name; of RGB and Lab
    nothing is known. ``total``: all inks together.
    """

    space: Space
    values: tuple[float, ...] = ()
    plates: Mapping[str, float] = field(init=False, compare=False, repr=False)
    total: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        plates = {
            plate: share for plate, share in _plates(self.space, self.values) if share > TRACE
        }
        object.__setattr__(self, "plates", plates)
        object.__setattr__(self, "total", sum(plates.values()))

    @property
    def title(self) -> str:
        """The colour in words for people."""
        if self.space.family in ("rgb", "lab"):
            return f"{self.space.title} {' '.join(f'{value:.3g}' for value in self.values)}"
        found = self.plates
        return " ".join(f"{plate}{share:.0f}" for plate, share in found.items()) or "白"


def _plates(space: Space, values: tuple[float, ...]) -> Iterator[tuple[str, float]]:
    if space.kind == "Indexed" and space.base is not None and values:
        values, space = _looked_up(space, values[0]), space.base
    if space.kind == "Pattern" and space.base is not None:
        space = space.base
    if len(values) < space.parts:
        return
    shares = [min(max(value, 0.0), 1.0) * 100 for value in values]
    if space.family == "grey":
        yield "K", 100 - shares[0]
    elif space.family == "cmyk":
        yield from zip("CMYK", shares, strict=False)
    elif space.family == "spot":
        yield from _spots(space.colourants, shares)


def _spots(colourants: tuple[str, ...], shares: list[float]) -> Iterator[tuple[str, float]]:
    for colourant, share in zip(colourants, shares, strict=False):
        if colourant == ALL:
            yield from ((plate, share) for plate in "CMYK")
        elif colourant != NONE:
            yield PROCESS.get(colourant, colourant), share


def _looked_up(space: Space, index: float) -> tuple[float, ...]:
    parts = space.base.parts if space.base else 0
    start = max(int(index), 0) * parts
    return tuple(byte / 255 for byte in space.palette[start : start + parts])


def first_ink(space: Space) -> Ink:
    """The colour that holds when a space has just been chosen (ISO 32000-1, 8.6.5 to 8.6.6)."""
    if space.kind == "DeviceCMYK" or (space.kind == "ICCBased" and space.parts == 4):
        return Ink(space, (0.0, 0.0, 0.0, 1.0))
    if space.family == "spot" and space.kind != "Indexed":
        return Ink(space, (1.0,) * space.parts)
    return Ink(space, (0.0,) * space.parts)


class Spaces:
    """The colour spaces of one file, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Space] = {}

    def read(self, thing: Any, resources: Any = None) -> Space:
        """The space that a name or an array means; names are looked up in ``resources``."""
        return self._read(thing, resources, 0)

    def _read(self, thing: Any, resources: Any, depth: int) -> Space:
        if depth > DEEPEST:
            return UNKNOWN
        single = name(thing)
        if single:
            named = child(resources, "/ColorSpace", "/" + single)
            if single in DEVICE:
                return DEVICE[single]
            return UNKNOWN if named is None else self._read(named, None, depth + 1)
        key = identity(thing)
        if key == (0, 0):
            return self._family(thing, resources, depth)
        if key not in self._known:
            self._known[key] = UNKNOWN
            self._known[key] = self._family(thing, resources, depth)
        return self._known[key]

    def _family(self, thing: Any, resources: Any, depth: int) -> Space:
        """An array whose first member names the kind."""
        if not isinstance(thing, Array) or not len(thing):
            return UNKNOWN
        parts = items(thing)
        kind = name(parts[0])
        if kind in ("DeviceGray", "DeviceRGB", "DeviceCMYK"):
            return DEVICE[kind]
        second = parts[1] if len(parts) > 1 else None
        if kind in ("CalGray", "CalRGB", "Lab"):
            return Space(kind, PARTS[kind]) if isinstance(second, Dictionary) else UNKNOWN
        if kind == "ICCBased":
            return _icc(second)
        if kind == "Pattern":
            return Space(kind, 0, self._read(second, resources, depth + 1)) if second else PATTERN
        if kind not in ("Indexed", "Separation", "DeviceN") or len(parts) < 4:
            return UNKNOWN
        below = self._read(parts[1 if kind == "Indexed" else 2], resources, depth + 1)
        if kind == "Indexed":
            return Space(kind, 1, below, palette=_palette(parts[3]))
        return Space(kind, len(names(second)), below, names(second))


def _icc(stream: Any) -> Space:
    parts = count(child(stream, "/N"))
    if not isinstance(stream, Stream) or parts not in (1, 3, 4):
        return UNKNOWN
    try:
        profile = data(stream, 50_000_000)
    except Unreadable:
        return UNKNOWN
    return Space("ICCBased", parts, profile=sha256(profile).hexdigest())


def _palette(thing: Any) -> bytes:
    if isinstance(thing, String):
        return raw(thing)
    try:
        return data(thing, 1 << 20)
    except Unreadable:
        return b""
