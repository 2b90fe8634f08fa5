"""Whatever stands in a PDF → plain Python values. A thing of the wrong kind reads as nothing.

Foreign files put numbers where arrays belong and worse; everything that is read here from a PDF
object goes through these doors, so that a broken object is a missing one and never a traceback.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, PdfError, Stream, String

Box = tuple[float, float, float, float]
#: Decoded bytes that one stream may have; more is an attack or a mistake.
LONGEST = 400_000_000
#: zlib makes at most 1,032 bytes of one.
RATIO = 1032
#: Beyond this a number is no place on paper, and arithmetic with it overflows.
HUGE = 1e9


class Unreadable(Exception):
    """A stream whose bytes cannot be had; the text says why, in Chinese."""


def keyed(thing: Any) -> Any:
    """A dictionary, a stream (for its keys), or an empty dictionary."""
    return thing if isinstance(thing, Dictionary | Stream) else Dictionary()


def child(thing: Any, *keys: str) -> Any:
    """What stands under a path of keys; None where the path ends early."""
    for key in keys:
        thing = keyed(thing).get(key)
    return thing


def pairs(thing: Any) -> Iterator[tuple[str, Any]]:
    """Keys (with their slash) and values of a dictionary or stream, sorted by key."""
    owner = keyed(thing)
    for key in sorted(owner.keys()):
        value = owner.get(key) if key.isprintable() else None
        if value is not None:
            yield key, value


def items(thing: Any) -> list[Any]:
    """The members of an array; a lone thing counts as no array."""
    return list(thing) if isinstance(thing, Array) else []


def number(thing: Any, default: float = 0.0) -> float:
    """An integer or real, cut to ±`HUGE`."""
    if isinstance(thing, bool) or not isinstance(thing, int | float | Decimal):
        return default
    value = float(thing)
    if value != value:
        return default
    return min(max(value, -HUGE), HUGE)


def count(thing: Any, default: int = 0) -> int:
    """A number as a whole number."""
    return int(number(thing, default))


def numbers(thing: Any) -> tuple[float, ...]:
    """An array of nothing but numbers; else ()."""
    found = items(thing)
    if not all(isinstance(each, int | float | Decimal) for each in found):
        return ()
    return tuple(number(each) for each in found)


def box(thing: Any) -> Box | None:
    """A rectangle with its corners in order (ISO 32000-1, 7.9.5); None when it is none."""
    found = numbers(thing)
    if len(found) != 4:
        return None
    x0, x1 = sorted((found[0], found[2]))
    y0, y1 = sorted((found[1], found[3]))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def name(thing: Any) -> str:
    """A name without its slash; "" for anything else."""
    if not isinstance(thing, Name):
        return ""
    try:
        return str(thing)[1:]
    except UnicodeDecodeError:
        return str(thing.unparse().decode("ascii", "replace"))[1:]


def names(thing: Any) -> tuple[str, ...]:
    """One name, or an array of names, as a tuple."""
    single = name(thing)
    return (single,) if single else tuple(filter(None, (name(each) for each in items(thing))))


def words(thing: Any) -> str:
    """A text string; "" for anything else."""
    if not isinstance(thing, String):
        return ""
    try:
        return str(thing).rstrip("\0")
    except UnicodeDecodeError:
        return bytes(thing).decode("latin-1")


def raw(thing: Any) -> bytes:
    """The bytes of a string; b"" for anything else."""
    return bytes(thing) if isinstance(thing, String) else b""


def identity(thing: Any) -> tuple[int, int]:
    """Number and generation of an indirect object; (0, 0) for a direct one."""
    if not isinstance(thing, Dictionary | Stream | Array):
        return (0, 0)
    found: tuple[int, int] = thing.objgen
    return found


def filters(stream: Any) -> tuple[str, ...]:
    """The names of the filters of a stream, in the order of decoding."""
    return names(keyed(stream).get("/Filter"))


def data(stream: Any, most: int = LONGEST) -> bytes:
    """The decoded bytes of a stream. Raises `Unreadable`: no stream, broken, or longer than ``most``."""
    if not isinstance(stream, Stream):
        raise Unreadable("不是数据流")
    try:
        _measure(stream, most)
        return bytes(stream.read_bytes())
    except (PdfError, ValueError, RuntimeError, OverflowError) as fault:
        raise Unreadable("数据解不开") from fault


def _measure(stream: Stream, most: int) -> None:
    """Refuse a small stream that swells beyond all bounds, without swelling it."""
    used = filters(stream)
    if used.count("FlateDecode") + used.count("LZWDecode") + used.count("RunLengthDecode") > 1:
        raise Unreadable("数据压缩了不止一重")
    packed = stream.read_raw_bytes()
    if len(packed) * RATIO <= most or "FlateDecode" not in used:
        return
    if used == ("FlateDecode",) and _swollen(bytes(packed), most) > most:
        raise Unreadable("数据解开后太大")


def _swollen(packed: bytes, most: int) -> int:
    """How many bytes deflated data gives, counted up to a little beyond ``most``."""
    machine, total = zlib.decompressobj(), 0
    step = 1 << 22
    try:
        total += len(machine.decompress(packed, step))
        while machine.unconsumed_tail and total <= most:
            total += len(machine.decompress(machine.unconsumed_tail, step))
    except zlib.error:
        return total
    return total
