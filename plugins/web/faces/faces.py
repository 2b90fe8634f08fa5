"""The face of headlines: every page gets a file with just the characters its large lines are set in.

Readers' devices have no Song face in common: phones have none at all. Files are kept in the cache by
what is in them, so that each set of characters is cut once; pages with the same characters share one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from plugins.article.finding import Finding
from plugins.hanzi.scripts import INVISIBLE
from plugins.web import addresses
from plugins.web.faces import typeface
from plugins.web.faces.typeface import Typeface

FOLDER = f"{addresses.THEME}faces/"
FAMILY = "Display Song"
SOURCE = ("Noto Serif CJK SC", 200)
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
    """A cut face on the site: its style sheet, its font file, how heavy the file is (bytes)."""

    stylesheet: str
    file: str
    weight: int


class FaceStore:
    """Cuts faces, remembers which were asked for. ``cache``: the folder of all caches."""

    def __init__(self, cache: Path, source: tuple[str, int] = SOURCE) -> None:
        self._cache = cache / "faces"
        self._source = typeface.installed(*source)
        self._known: dict[str, Face] = {}
        self.files: dict[str, Path] = {}

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
        path, kept = cut(source, chars, self._cache)
        sheet = kept.with_name(f"{_stem(path)}.css")
        if not sheet.exists():
            _keep(sheet, _rules(path).encode())
        face = Face(f"{FOLDER}{sheet.name}", path, kept.stat().st_size)
        self.files |= {face.file: kept, face.stylesheet: sheet}
        return face


def characters(text: str) -> str:
    """The characters of a text, each once, in the order of their code points; a space is among them.

    >>> characters("山水 山水")
    ' 山水'
    """
    return "".join(sorted({" ", *text} - {"\n", "\t", *INVISIBLE}))


def cut(source: Typeface, chars: str, cache: Path) -> tuple[str, Path]:
    """A file with these characters: its address on the site, and where the cache has it.

    The address names the bytes, so that browsers may keep the file for ever.
    """
    key = hashlib.sha256("|".join((typeface.VERSION, source.digest, chars)).encode())
    kept = cache / f"{key.hexdigest()[:20]}.woff2"
    data = kept.read_bytes() if kept.exists() else _keep(kept, source.cut(chars))
    return f"{FOLDER}{hashlib.sha256(data).hexdigest()[:12]}.woff2", kept


def _rules(path: str) -> str:
    """The style sheet of a face; it lies beside the font."""
    file = path.removeprefix(FOLDER)
    return "".join(
        RULE.format(family=FAMILY, file=file, display=display, span=span) for display, span in SPANS
    )


def _stem(path: str) -> str:
    """The name of a font's style sheet, which stands for what is in it."""
    return hashlib.sha256(_rules(path).encode()).hexdigest()[:12]


def _keep(file: Path, data: bytes) -> bytes:
    """Write a file of the cache; aside first, so that a crash leaves no half file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(".new")
    aside.write_bytes(data)
    aside.replace(file)
    return data
