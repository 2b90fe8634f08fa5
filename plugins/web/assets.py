"""Style sheet and icon, each named by its content so that a change is a new address."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from plugins.web import addresses

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme as the site serves it."""

    path: str
    data: bytes


def stylesheet(theme: Path) -> Asset:
    """One sheet: the shared tokens, then the files of static/css in the order of their names."""
    files = [theme.parent / "shared" / "tokens.css", *sorted((theme / "static/css").glob("*.css"))]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return _named("site", ".css", BLANK.sub("\n", COMMENT.sub("", text)).strip().encode())


def icon(theme: Path) -> Asset:
    """The icon of the site."""
    return _named("icon", ".svg", (theme / "static" / "icon.svg").read_bytes())


def _named(name: str, suffix: str, data: bytes) -> Asset:
    digest = hashlib.sha256(data).hexdigest()[:8]
    return Asset(f"{addresses.THEME}{name}.{digest}{suffix}", data)
