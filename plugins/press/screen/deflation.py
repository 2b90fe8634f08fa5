"""The plain streams of a raw PDF, packed: each once for all times, for packing costs most of the writing."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from pikepdf import Name, Pdf, Stream

from plugins.keeping.store import Store, key

#: Where packed streams lie in the folder for what may be kept.
FOLDER = "deflated"
#: The balance of time and size that zlib itself takes.
LEVEL = 6
#: zlib gives up the interpreter's lock: two streams at a time.
WORKERS = 2
#: Metadata stay legible for programs that know no PDF (ISO 19005-2, 6.6.2.1).
LEGIBLE = Name.Metadata


def deflate(pdf: Pdf, cache: Path | None = None) -> None:
    """Pack every stream of an open PDF that is not packed yet (ISO 32000-1, 7.4.4), but for metadata.

    ``cache``: a folder for what may be kept between runs; it changes no byte.
    """
    store = Store(cache / FOLDER) if cache else None
    plain = [each for each in pdf.objects if isinstance(each, Stream) and _is_plain(each)]
    with ThreadPoolExecutor(WORKERS) as workers:
        packed = workers.map(
            lambda data: _packed(data, store), [each.read_bytes() for each in plain]
        )
        for stream, data in zip(plain, packed, strict=True):
            stream.write(data, filter=Name.FlateDecode)


def _is_plain(stream: Any) -> bool:
    return "/Filter" not in stream and stream.get("/Type") != LEGIBLE


def _packed(data: bytes, store: Store | None) -> bytes:
    if store is None:
        return zlib.compress(data, LEVEL)
    name = key(f"{zlib.ZLIB_RUNTIME_VERSION} {LEVEL}", data)
    known = store.get(name)
    if known is None:
        known = zlib.compress(data, LEVEL)
        store.put(name, known)
    return known
