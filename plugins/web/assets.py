"""Style sheet, scripts and icon, each named by its content so that a change is a new address."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

from plugins.web import addresses

#: Set on <html> by early.js; absent: what the system asks for.
SCHEME = ':root[data-scheme="dark"]'
NOT_LIGHT = ':root:not([data-scheme="light"])'
ROOT = re.compile(r"^:root\b|(?<=, ):root\b", re.MULTILINE)
EARLY = "early.js"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme as the site serves it."""

    path: str
    data: bytes


def stylesheet(theme: Path) -> Asset:
    """One sheet: the shared tokens, the files of static/css in the order of their names, the dark scheme."""
    files = [theme.parent / "shared" / "tokens.css", *sorted((theme / "static/css").glob("*.css"))]
    sheets = [file.read_text(encoding="utf-8") for file in files]
    text = "\n".join([*sheets, _dark((theme / "static" / "dark.css").read_text(encoding="utf-8"))])
    return named("site", ".css", rcssmin.cssmin(text).encode())


def search_sheet(theme: Path) -> Asset:
    """What the page 查找, and an article that was opened from it, loads beside the style sheet."""
    text = (theme / "static/search.css").read_text(encoding="utf-8")
    return named("search", ".css", rcssmin.cssmin(text).encode())


def script(theme: Path) -> Asset:
    """One script: the files of static/js in the order of their names, but for the early one."""
    files = sorted(file for file in (theme / "static/js").glob("*.js") if file.name != EARLY)
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return named("site", ".js", rjsmin.jsmin(text).encode())


def search_script(theme: Path) -> Asset:
    """What the page 查找 alone loads: the numbered files of static/js/search."""
    return _together("search", theme, "[0-9]-*.js")


def marks_script(theme: Path) -> Asset:
    """What an article loads that is opened from a search: it marks the words (js/search-marks.js asks for it)."""
    return _together("marks", theme, "[12]-*.js", "marks.js")


def _together(name: str, theme: Path, *patterns: str) -> Asset:
    """Files of static/js/search as one classic script with names of its own: modules do not open from a folder."""
    folder = theme / "static/js/search"
    files = [file for pattern in patterns for file in sorted(folder.glob(pattern))]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return named(name, ".js", rjsmin.jsmin(f"(() => {{\n{text}\n}})();").encode())


def early_script(theme: Path) -> str:
    """The few lines that stand in the head of every page, so that nothing is painted twice."""
    text = (theme / "static/js" / EARLY).read_text(encoding="utf-8")
    return str(rjsmin.jsmin(text)).strip()


def source_hash(script_text: str) -> str:
    """What names an inline script in a Content-Security-Policy (CSP Level 3, 2.3.1: hash-source)."""
    digest = hashlib.sha256(script_text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def icon(theme: Path) -> Asset:
    """The icon of the site."""
    return named("icon", ".svg", (theme / "static" / "icon.svg").read_bytes())


def favicon(theme: Path) -> Asset:
    """The icon at the address that browsers ask by themselves, as beside a picture or a PDF."""
    return Asset(addresses.FAVICON, (theme / "static" / "favicon.ico").read_bytes())


def touch_icon(theme: Path) -> Asset:
    """The icon on a telephone's home screen, 180 px."""
    return named("touch-icon", ".png", (theme / "static" / "touch-icon.png").read_bytes())


def _dark(rules: str) -> str:
    """The dark scheme: asked for by the system and not refused here, or asked for here."""
    system = ROOT.sub(NOT_LIGHT, rules)
    return f"@media (prefers-color-scheme: dark) {{\n{system}}}\n{ROOT.sub(SCHEME, rules)}"


def named(name: str, suffix: str, data: bytes) -> Asset:
    """A file that is named by its content."""
    digest = hashlib.sha256(data).hexdigest()[:8]
    return Asset(f"{addresses.THEME}{name}.{digest}{suffix}", data)
