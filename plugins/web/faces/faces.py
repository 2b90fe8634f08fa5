"""The face of headlines: every page gets a file with just the characters its large lines are set in.

Readers' devices have no Song face in common: phones have none at all. Files are kept in the cache by
what is in them, so that each set of characters is cut once; pages with the same characters share one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from plugins.article.finding import Finding
from plugins.hanzi.scripts import INVISIBLE
from plugins.keeping.store import Store, key
from plugins.web import addresses
from plugins.web.faces import typeface
from plugins.web.faces.typeface import Typeface

FOLDER = f"{addresses.THEME}faces/"
FAMILY = "Display Song"
SOURCE = ("Noto Serif CJK SC", 200)
#: They make the bytes of a cut.
LIBRARIES = ("uharfbuzz", "brotli")
#: Hexadecimal digits in the address of a file.
NAME_LENGTH = 12
#: Two rules for one file. Han characters are an em wide in every face, so that the face may come late
#: (swap) and nothing moves. Letters, figures and marks differ in width (“ ” most of all; not every face
#: has the halves that text-spacing-trim asks for): they come at once or not at all (optional). The space
#: among them makes theirs the face that lines are measured by (CSS Fonts 4: first available font).
RULE = (
    '@font-face{{font-family:"{family}";src:url({file}) format("woff2");font-weight:700;'
    "font-display:{display};unicode-range:{span}}}"
)
SPANS = (
    ("swap", "U+2E80-2FFF,U+3040-FEFF,U+10000-10FFFF"),
    ("optional", "U+20-2E7F,U+3000-303F,U+FF00-FFFF"),
)


@dataclass(frozen=True, slots=True)
class Face:
    """A cut face on the site: its style sheet, its font file.

    ``kept``: where the cache has both, (address, file) each.
    """

    stylesheet: str
    file: str
    kept: tuple[tuple[str, Path], ...] = field(default=(), compare=False, repr=False)


class FaceStore:
    """Cuts faces. ``cache``: the folder of all caches; ``files``: address → kept file of all that was asked for."""

    def __init__(self, cache: Path, source: tuple[str, int] = SOURCE) -> None:
        self._cache = cache
        self._source = typeface.installed(*source)
        self._known: dict[str, Face] = {}
        self.files: dict[str, Path] = {}

    @cached_property
    def version(self) -> str:
        """What, besides its text, the face of a page depends on; "" when the typeface is not installed."""
        return _made_with(self._source) if self._source else ""

    def display(self, text: str) -> Face | None:
        """The face for what a page sets large; None when the typeface is not installed."""
        if self._source is None:
            return None
        chars = characters(text)
        if chars not in self._known:
            self._known[chars] = self._face(chars, self._source)
        return self._known[chars]

    def findings(self, path: str) -> list[Finding]:
        """W105 when the typeface is not installed, told of ``path``."""
        if self._source is not None:
            return []
        message = (
            f"没有安装字体 {SOURCE[0]} 粗体，网站的大标题将用读者机器上的宋体。请运行 make setup"
        )
        return [Finding(path, 0, 0, "W105", "hint", message)]

    def _face(self, chars: str, source: Typeface) -> Face:
        path, file = cut(source, chars, self._cache)
        rules = _rules(path).encode()
        name = key(rules)
        sheets = _sheets(self._cache)
        sheet = sheets.file(name)
        if not _used(sheet):
            sheets.put(name, rules)
        stylesheet = f"{FOLDER}{name[:NAME_LENGTH]}.css"
        kept = ((path, file), (stylesheet, sheet))
        self.files.update(kept)
        return Face(stylesheet, path, kept)


def sweep(cache: Path, unused_days: float, now: float, kept: Iterable[Path] = ()) -> int:
    """Throw away cut faces, of headlines and of rare characters, that nobody asked for in so many days.

    ``now``: seconds since 1970; ``kept``: files that stay however old they are. Out: how many files went.
    """
    spared = tuple(file.stem for file in kept)
    return sum(each.sweep(unused_days, now, spared) for each in (_fonts(cache), _sheets(cache)))


def characters(text: str) -> str:
    """The characters of a text, each once, in the order of their code points; a space is among them.

    >>> characters("山水 山水")
    ' 山水'
    """
    return "".join(sorted({" ", *text} - {"\n", "\t", *INVISIBLE}))


def cut(source: Typeface, chars: str, cache: Path) -> tuple[str, Path]:
    """A file with these characters: its address on the site, and where the cache has it.

    The address names all that the bytes are made from, so that browsers may keep the file for ever.
    """
    fonts = _fonts(cache)
    name = key(_made_with(source), chars)
    kept = fonts.file(name)
    if not _used(kept):
        fonts.put(name, source.cut(chars))
    return f"{FOLDER}{name[:NAME_LENGTH]}.woff2", kept


@lru_cache
def _made_with(source: Typeface) -> str:
    """The typeface and whatever else makes other bytes from the same characters."""
    return key(typeface.VERSION, source.digest, *map(version, LIBRARIES))


def _fonts(cache: Path) -> Store:
    return Store(cache / "faces", ".woff2")


def _sheets(cache: Path) -> Store:
    return Store(cache / "faces", ".css")


def _used(file: Path) -> bool:
    """Whether a file is kept; if so, it is dated anew, for `sweep`."""
    try:
        os.utime(file)
    except FileNotFoundError:
        return False
    return True


def _rules(path: str) -> str:
    """The style sheet of a face; it lies beside the font."""
    file = path.removeprefix(FOLDER)
    return "".join(
        RULE.format(family=FAMILY, file=file, display=display, span=span) for display, span in SPANS
    )
