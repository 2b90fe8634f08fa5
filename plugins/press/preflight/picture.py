"""Pictures of a PDF (ISO 32000-1, 8.9): what they are, and how much ink their pixels ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from plugins.press.preflight.colour import CMYK, GREY, RGB, UNKNOWN, Ink, Space, Spaces
from plugins.press.preflight.plain import (
    Unreadable,
    count,
    data,
    filters,
    identity,
    keyed,
    numbers,
)

#: Pixels along a side that are enough to judge ink by.
SAMPLE = 250
#: More pixels than any press needs; not decoded.
MOST_PIXELS = 400_000_000
#: The share of pixels, in percent, that must keep the limit: single wild pixels do not count.
KEEPING = 99.9
#: Filters whose data are decoded here to measure ink.
PLAIN_FILTERS = {"FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode"}
JPEG_END = b"\xff\xd9"
BILEVEL_FILTERS = {"CCITTFaxDecode", "JBIG2Decode"}


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One image: pixels, bits a sample, space, and the keys that printing cares for.

    ``stencil``: an image mask, painted in the current colour. ``soft``: it has a soft mask.
    """

    key: tuple[int, int]
    stream: Any
    width: int
    height: int
    bits: int
    space: Space
    stencil: bool = False
    filters: tuple[str, ...] = ()
    soft: bool = False
    interpolated: bool = False
    decode: tuple[float, ...] = ()

    @property
    def bilevel(self) -> bool:
        """Whether it is black and white only."""
        return self.stencil or (self.bits == 1 and self.space.family in ("grey", "spot"))


def picture(stream: Any, spaces: Spaces, resources: Any) -> Picture:
    """The facts of an image XObject, or of an inline image with its keys spelt out."""
    keys = keyed(stream)
    stencil = keys.get("/ImageMask") is True
    space, used = keys.get("/ColorSpace"), filters(stream)
    return Picture(
        identity(stream),
        stream,
        max(count(keys.get("/Width")), 0),
        max(count(keys.get("/Height")), 0),
        1 if stencil or BILEVEL_FILTERS & {*used} else count(keys.get("/BitsPerComponent"), 8),
        spaces.read(space, resources) if space is not None else _unsaid(stencil, stream, used),
        stencil,
        used,
        "/SMask" in keys or count(keys.get("/SMaskInData")) > 0,
        keys.get("/Interpolate") is True,
        numbers(keys.get("/Decode")),
    )


def _unsaid(stencil: bool, stream: Any, used: tuple[str, ...]) -> Space:
    """Without a ColorSpace: a stencil, or JPEG 2000 that says it itself (ISO 32000-1, 7.4.9)."""
    if stencil:
        return GREY
    if "JPXDecode" not in used:
        return UNKNOWN
    try:
        with Image.open(BytesIO(bytes(stream.read_raw_bytes()))) as opened:
            return {"L": GREY, "RGB": RGB, "RGBA": RGB, "CMYK": CMYK}.get(opened.mode, UNKNOWN)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return UNKNOWN


def check(found: Picture) -> None:
    """Whether the data look like the picture that the keys promise. Raises `Unreadable`.

    JPEG: its head and its end; plain samples: their number. Others are not looked into.
    """
    if not 0 < found.width * found.height <= MOST_PIXELS:
        raise Unreadable("像素数不对")
    if found.filters == ("DCTDecode",):
        _check_jpeg(found, bytes(found.stream.read_raw_bytes()))
    elif PLAIN_FILTERS.issuperset(found.filters) and found.key != (0, 0) and not measurable(found):
        row = (found.width * max(found.space.parts, 1) * found.bits + 7) // 8
        if len(data(found.stream, row * found.height + (1 << 20))) < row * found.height:
            raise Unreadable("像素数据不够")


def _check_jpeg(found: Picture, content: bytes) -> None:
    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as opened:
            size = opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise Unreadable("JPEG 解不开") from fault
    if size != (found.width, found.height):
        raise Unreadable("JPEG 的大小和所说的不合")
    if JPEG_END not in content[-64:]:
        raise Unreadable("JPEG 没有结尾")


def packed(found: Picture) -> bytes:
    """The bytes to measure, taken out of the file: JPEG as it is, all else decoded.

    Raises `Unreadable`.
    """
    if found.filters == ("DCTDecode",):
        return bytes(found.stream.read_raw_bytes())
    most = found.width * found.height * 2 * max(found.space.parts, 1) + (1 << 20)
    return data(found.stream, most)


def measurable(found: Picture) -> bool:
    """Whether more than one ink may stand in it, in a form that is decoded here."""
    simple = found.filters == ("DCTDecode",) or PLAIN_FILTERS.issuperset(found.filters)
    real = found.space.real
    return simple and not found.stencil and real.family in ("cmyk", "spot") and real.parts > 1


def most_ink(found: Picture, content: bytes) -> float:
    """The ink in percent that `KEEPING` of its pixels do not go beyond. ``content`` from `packed`.

    Measured on every n-th pixel, or on a picture reduced by the JPEG decoder. Raises `Unreadable`.
    """
    if found.filters == ("DCTDecode",):
        samples = _from_jpeg(found, content)
    else:
        samples = _from_samples(found, content)
    if found.space.kind == "Indexed":
        return _of_palette(found.space, samples)
    top = 255.0 if found.filters == ("DCTDecode",) else 2.0 ** min(found.bits, 8) - 1
    low, wide = _decoding(found, samples.shape[-1])
    shares = low + samples.astype(np.float32) / top * wide
    if "None" in found.space.colourants:
        shares = shares[..., [each != "None" for each in found.space.colourants]]
    return float(np.percentile(shares.clip(0, 1).sum(axis=-1), KEEPING)) * 100


def _decoding(found: Picture, parts: int) -> tuple[Any, Any]:
    """Lowest value and range of each component (ISO 32000-1, table 90)."""
    said = found.decode
    if len(said) != 2 * parts:
        return np.zeros(parts, np.float32), np.ones(parts, np.float32)
    low, high = np.array(said[::2], np.float32), np.array(said[1::2], np.float32)
    return low, high - low


def _from_jpeg(found: Picture, content: bytes) -> NDArray[np.uint8]:
    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as opened:
            mode = opened.mode
            opened.draft(mode, (SAMPLE, SAMPLE))
            samples = np.asarray(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise Unreadable("JPEG 解不开") from fault
    if samples.ndim != 3 or samples.shape[-1] != found.space.parts:
        raise Unreadable("JPEG 的色数和色空间不合")
    # Pillow turns all CMYK JPEG over, as Adobe's convention asks; a PDF reader does not.
    return 255 - samples if mode == "CMYK" else samples


def _from_samples(found: Picture, content: bytes) -> NDArray[np.uint8]:
    """Every n-th row and column of unpacked samples (ISO 32000-1, 8.9.3)."""
    parts, bits = found.space.parts, found.bits
    if bits not in (1, 2, 4, 8, 16):
        raise Unreadable(f"每样 {bits} 位")
    row = (found.width * parts * bits + 7) // 8
    if len(content) < row * found.height:
        raise Unreadable("像素数据不够")
    table = np.frombuffer(content, np.uint8, row * found.height).reshape(found.height, row)
    table = table[:: max(found.height // SAMPLE, 1)]
    if bits == 16:
        table = table[:, ::2]
    elif bits < 8:
        table = _unpacked(table, bits)
    pixels = table[:, : found.width * parts].reshape(len(table), found.width, parts)
    return pixels[:, :: max(found.width // SAMPLE, 1)]


def _unpacked(table: NDArray[np.uint8], bits: int) -> NDArray[np.uint8]:
    shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
    pixels: NDArray[np.uint8] = table[..., None] >> shifts & (2**bits - 1)
    return pixels.reshape(len(table), -1)


def _of_palette(space: Space, samples: NDArray[np.uint8]) -> float:
    return max(_palette_inks(space, np.unique(samples)), default=0.0)


def _palette_inks(space: Space, used: Any) -> Iterator[float]:
    return (Ink(space, (float(index),)).total for index in used)
