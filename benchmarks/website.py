"""How long the public site takes and how heavy its pages are on the wire.

Builds the sample twice into temporary folders: cold (nothing kept) and warm (pictures, faces, cards, headlines kept), and
prints the ratio; then, of the published form, the bytes of each kind of page without pictures: the page, its style sheets,
script and faces, as a browser that takes Brotli loads them the first time.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plugins.issue import plugin as issues  # noqa: E402
from plugins.issue.record import Archive  # noqa: E402
from plugins.web.plugin import build  # noqa: E402

CONTENT = ROOT / "content"
KINDS = {
    "article": r"\d{4}-\d{2}/[^/]+\.html",
    "issue": r"\d{4}-\d{2}/index\.html",
    "section, tag, unit, author": r"(section|tag|unit|author)/[^/]+/index\.html",
    "home": r"index\.html",
    "standing page": r"pages/.*",
}
LOADED = re.compile(r"<(?:link|script)\b[^>]*?(?:rel=\"?stylesheet|src=)[^>]*>")
ADDRESS = re.compile(r"""(?:href|src)="?([^"\s>]+)""")
FACE = re.compile(r"url\([\"']?([^\"')]+\.woff2)")


def main() -> None:
    """Build and measure."""
    archive, _ = issues.load(CONTENT, {"PATH": str(CONTENT), "CACHE_PATH": str(ROOT / ".cache")})
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cold = built(archive, place)
        warm = built(archive, place)
        print(f"public site, cold: {cold:.1f} s; warm: {warm:.1f} s, {warm / cold:.2f} × cold")
        weigh(place / "site")


def built(archive: Archive, place: Path) -> float:
    """Build the published site; seconds."""
    start = time.perf_counter()
    build(
        archive, CONTENT, place / "site", settings_file=ROOT / "publishconf.py",
        cache=place / "cache", quiet=True,
    )  # fmt: skip
    return time.perf_counter() - start


def weigh(site: Path) -> None:
    """Print the weight of each kind of page."""
    for kind, pattern in KINDS.items():
        pages = [
            p for p in site.rglob("*.html") if re.fullmatch(pattern, p.relative_to(site).as_posix())
        ]
        weights = sorted(wire(site, page) / 1024 for page in pages)
        print(
            f"{kind}: {len(weights)} pages, KB on the wire without pictures: "
            f"median {statistics.median(weights):.1f}, heaviest {weights[-1]:.1f}"
        )


def wire(site: Path, page: Path) -> int:
    """Bytes of a page and of all that it loads before its pictures."""
    text = page.read_text("utf-8")
    files = {site / ADDRESS.search(tag)[1].lstrip("/") for tag in LOADED.findall(text)}  # type: ignore[index]
    for sheet in [file for file in files if file.suffix == ".css" and "faces" in file.parts]:
        files |= {sheet.parent / name for name in FACE.findall(sheet.read_text("utf-8"))}
    return sum(packed(file) for file in (page, *files))


def packed(file: Path) -> int:
    """Bytes of a file as it is sent."""
    brotli = file.with_name(f"{file.name}.br")
    return (brotli if brotli.is_file() else file).stat().st_size


if __name__ == "__main__":
    main()
