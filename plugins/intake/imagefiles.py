"""Pictures as they come → pictures as the contract has them: full size, JPEG, PNG, WebP, TIFF or GIF."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

MAGIC = (
    (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"GIF8", ".gif"), (b"BM", ".bmp"),
    (b"II*\0", ".tif"), (b"MM\0*", ".tif"), (b"\xd7\xcd\xc6\x9a", ".wmf"), (b"\x01\0\x09\0", ".wmf"),
)  # fmt: skip
KEPT = frozenset({".jpg", ".png", ".gif", ".tif", ".webp"})
DRAWN = frozenset({".emf", ".wmf"})
MOST_UNPACKED = 200 * 2**20
#: EMF records that carry a bitmap (MS-EMF 2.3.1): type → where its four offsets and sizes stand.
BITMAPS = {81: 48, 76: 84, 77: 84}
Draw = Callable[[bytes, str], bytes | None]


class Made(NamedTuple):
    """A picture ready to be written, and what is to be said about it ("": nothing)."""

    data: bytes
    suffix: str
    remark: str


def made(data: bytes, suffix: str, draw: Draw) -> Made:
    """A picture in a form that both outputs take; an unknown form stays as it is and is told.

    ``draw``: (data, suffix) → PNG of a drawing (EMF, WMF) by whatever programme is installed; None: no such.
    """
    data = _inflated(data)
    kind = _kind(data) or suffix
    if kind in KEPT:
        return Made(data, kind, "")
    if kind == ".bmp" and (png := _png(data)):
        return Made(png, ".png", "BMP 图片已无损转成 PNG")
    if kind in DRAWN:
        name = kind[1:].upper()
        inner = _inner_bitmap(data) if kind == ".emf" else None
        if inner and (png := _png(inner)):
            return Made(png, ".png", f"{name} 图形里只有一张位图，已原样取出，存成 PNG")
        if drawn := draw(data, kind):
            return Made(drawn, ".png", f"{name} 矢量图形已画成 PNG，请核对清晰度")
        return Made(
            data,
            kind,
            f"{name} 矢量图形转换不了（没有装 LibreOffice 或 Inkscape），原文件已放在照片文件夹，请另存为 PNG 再用",
        )
    return Made(
        data,
        kind or ".bin",
        "认不出是什么格式的图片，原文件已放在照片文件夹，请另存为 JPEG 或 PNG 再用",
    )


def _kind(data: bytes) -> str:
    for start, suffix in MAGIC:
        if data.startswith(start):
            return suffix
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return ".emf" if data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF" else ""


def _inflated(data: bytes) -> bytes:
    """.emz and .wmz are drawings in gzip; one that grows beyond all measure stays packed."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            found = packed.read(MOST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error):
        return data
    return found if len(found) <= MOST_UNPACKED else data


def _png(data: bytes) -> bytes | None:
    try:
        with Image.open(io.BytesIO(data)) as image:
            made = io.BytesIO()
            image.save(made, "PNG", dpi=image.info.get("dpi", (72, 72)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return made.getvalue()


def _inner_bitmap(data: bytes) -> bytes | None:
    """The bitmap of an EMF that is nothing but one, as a BMP file; None for a real drawing."""
    at, found = 0, []
    drawn = {2, 3, 4, 5, 6, 27, 42, 43, 44, 54, 62, 63, 83, 84, 85, 86, 87}
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or kind in drawn:
            return None
        if kind in BITMAPS:
            found.append((at, BITMAPS[kind]))
        at += size
        if kind == 14:
            break
    if len(found) != 1:
        return None
    start, offset = found[0]
    try:
        header, header_size, bits, bits_size = struct.unpack_from("<IIII", data, start + offset)
    except struct.error:
        return None
    dib = data[start + header : start + header + header_size]
    pixels = data[start + bits : start + bits + bits_size]
    if len(dib) < 40 or not pixels:
        return None
    head = struct.pack("<2sIHHI", b"BM", 14 + len(dib) + len(pixels), 0, 0, 14 + len(dib))
    return head + dib + pixels
