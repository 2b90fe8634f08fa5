"""What results are made with, name by name, so that machines can be compared: the same kit makes the same bytes."""

from __future__ import annotations

import ctypes
import platform
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PIL import features

from plugins.keeping import programme
from plugins.keeping.store import key
from plugins.remake.job import Kit, What

#: The rooms whose sources make a result what it is.
READING = ("article", "hanzi", "issue", "keeping", "remake", "tagging", "toc")
ROOMS: dict[What, tuple[str, ...]] = {
    "pdf": (*READING, "press"),
    "pictures": (*READING, "web"),
}
LIBRARIES = (
    *("beautifulsoup4", "fonttools", "jieba", "jinja2", "lxml", "markdown", "nh3", "numpy"),
    *("pikepdf", "pillow", "pydyf", "pypdfium2", "uharfbuzz", "weasyprint"),
)
#: Pillow's coders and type.
CODERS = ("avif", "freetype2", "jpg", "libjpeg_turbo", "littlecms2", "webp", "zlib")
#: A list of families in a style sheet: what is declared ends with one of CSS's own.
STACK = re.compile(r"(?:--[\w-]+|font-family):([^;{}]*?(?:serif|monospace))\s*;")
FAMILY = re.compile(r'"([^"]+)"')
NOT_THERE = "没有"


@cache
def kit(what: What, theme: Path) -> Kit:
    """What this machine makes results of this sort with; ``theme``: its style sheets name the faces.

    Asked once a process: a worker that is started anew sees what was installed meanwhile.
    """
    rows = [("程序", programme.state(ROOMS[what])), ("处理器", platform.machine())]
    rows += [("Python", platform.python_version()), *_libraries(), *_coders(), *_native()]
    return (*rows, *_faces(theme))


def difference(asked: Kit, own: Kit) -> str:
    """In Chinese, what a machine has otherwise than the one that ordered the job."""
    there, here = dict(asked), dict(own)
    other = [name for name in {**there, **here} if there.get(name) != here.get(name)]
    told = [
        f"{name}（派活的机器 {_short(there.get(name, NOT_THERE))}，这台 {_short(here.get(name, NOT_THERE))}）"
        for name in other
    ]
    return "；".join(told)


def _short(words: str) -> str:
    return words if len(words) <= 16 else f"{words[:8]}…"


def _libraries() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, NOT_THERE


def _coders() -> Iterator[tuple[str, str]]:
    for name in CODERS:
        known = name in features.get_supported()
        yield f"Pillow {name}", str(features.version(name)) if known else NOT_THERE


def _native() -> Iterator[tuple[str, str]]:
    """The system's libraries of type. WeasyPrint loads the same ones."""
    yield "Pango", _spoken("libpango-1.0.so.0", "pango_version_string")
    yield "HarfBuzz", _spoken("libharfbuzz.so.0", "hb_version_string")


def _spoken(library: str, function: str) -> str:
    """What a C function without arguments says of the version of its library."""
    try:
        call: Callable[[], bytes] = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        return NOT_THERE
    call.restype = ctypes.c_char_p  # type: ignore[attr-defined]
    return call().decode()


def families(theme: Path) -> list[str]:
    """The families that the style sheets of print and of both outputs name."""
    sheets = [*(theme / "shared").rglob("*.css"), *(theme / "press").rglob("*.css")]
    stacks = (stack for file in sheets for stack in STACK.findall(file.read_text(encoding="utf-8")))
    return sorted({name for stack in stacks for name in FAMILY.findall(stack)})


def _faces(theme: Path) -> Iterator[tuple[str, str]]:
    """The installed files of every family, by style, version and size: as good as their bytes, and quick."""
    command = ["fc-list", "-f", "%{family}|%{style}|%{fontversion}|%{file}\n"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    installed: dict[str, set[str]] = {}
    for line in out.splitlines():
        names, style, number, file = line.split("|", 3)
        words = f"{style}|{number}|{Path(file).stat().st_size}"
        for name in names.split(","):
            installed.setdefault(name, set()).add(words)
    for name in families(theme):
        found = sorted(installed.get(name, ()))
        yield f"字体 {name}", key(*found) if found else NOT_THERE
