"""What blends with what lies under it (ISO 32000-1, 11.6; forbidden by ISO 15930-4, 6.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

#: Forms within forms; deeper ones are a loop.
DEPTH = 12
OPAQUE = ("/Normal", "/Compatible")


def transparent(resources: Any, depth: int = 0) -> str:
    """Why what uses these resources may be transparent, in Chinese; empty when nothing is."""
    reasons = (_state(state) for _, state in resources.get("/ExtGState", Dictionary()).items())
    inner = (
        _stream(each, depth)
        for kind in ("/XObject", "/Pattern")
        for _, each in resources.get(kind, Dictionary()).items()
        if isinstance(each, Stream) and depth < DEPTH
    )
    return next((reason for found in (reasons, inner) for reason in found if reason), "")


def _state(state: Any) -> str:
    if float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1:
        return "不透明度小于 1"
    if isinstance(state.get("/SMask"), Dictionary):
        return "渐隐的渐变或蒙版"
    return next((f"混合模式 {name[1:]}" for name in _blends(state) if name not in OPAQUE), "")


def _blends(state: Any) -> Iterator[str]:
    """The names of the blend modes: one, or an array of them."""
    modes = state.get("/BM")
    if modes is not None:
        yield from map(str, modes if isinstance(modes, Array) else (modes,))


def _stream(stream: Any, depth: int) -> str:
    if stream.get("/Subtype") == Name.Image:
        return "带透明的图片" if isinstance(stream.get("/SMask"), Stream) else ""
    return transparent(stream.get("/Resources", Dictionary()), depth + 1)


def ungroup(holder: Any, depth: int = 0) -> None:
    """Take the transparency groups off a page or form and the forms in it, in place.

    Groups that hold nothing transparent paint the same without: PDF 1.3 knows none of them.
    """
    if "/Group" in holder:
        del holder.Group
    resources = holder.get("/Resources", Dictionary())
    for kind in ("/XObject", "/Pattern"):
        for _, each in resources.get(kind, Dictionary()).items():
            if isinstance(each, Stream) and depth < DEPTH:
                ungroup(each, depth + 1)
