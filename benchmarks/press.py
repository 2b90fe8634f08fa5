"""Whole issue to PDF: ours against plain Chromium print-to-PDF of the same HTML, in one run.

    python benchmarks/press.py [issue] [rounds]

Chromium starts from HTML, ours from the Markdown of the issue (checks, HTML, layout, PDF). Each side runs as a process of its own, in turn; wall time is the median of the rounds, memory the
largest sum of proportional set sizes over the process and its children. Prints ratios: below 1.0
ours is quicker or smaller.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plugins.issue import archive  # noqa: E402
from plugins.issue.record import Issue  # noqa: E402
from plugins.press.contents import groups, listed_plates  # noqa: E402
from plugins.press.pieces import pieces  # noqa: E402
from plugins.press.press import BODY_STYLES  # noqa: E402
from plugins.press.templates import Templates  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

OURS = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from plugins.issue import archive
from plugins.press.press import press
from plugins.toc.outline import outline
content = Path({content!r})
loaded, _ = archive.load(content, outline, lambda *_: ())
press(loaded.issue({key!r}), content, Path({theme!r}), Path({target!r}), lambda *_: None)
"""
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--allow-file-access-from-files",
]


@dataclass(frozen=True)
class Run:
    seconds: float
    megabytes: float


def whole_html(issue: Issue, folder: Path) -> Path:
    """All pieces in one document, with the press styles, pictures named absolutely."""
    templates = Templates(ROOT / "theme", issue)
    bodies = []
    for piece in pieces(issue):
        more = (
            {"groups": groups(issue, {}), "plates": listed_plates(issue)}
            if piece.name == "contents"
            else {}
        )
        html = templates.html(piece, **more)
        kind = html.split('<body class="', 1)[1].split('"', 1)[0]
        inner = html.split("<body", 1)[1].split(">", 1)[1].rsplit("</body>", 1)[0]
        bodies.append(f'<div class="piece {kind}" style="break-after:page">{inner}</div>')
    styles = "\n".join((ROOT / "theme" / style).read_text("utf-8") for style in BODY_STYLES)
    styles = styles.replace("body.", ".piece.")
    base = (ROOT / "content" / issue.key).as_uri()
    file = folder / "issue.html"
    file.write_text(
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><base href="{base}/">'
        f"<style>{styles}</style></head><body>{''.join(bodies)}</body></html>",
        encoding="utf-8",
    )
    return file


def alone(key: str, folder: Path) -> Path:
    """A content folder with this issue only: what ours reads is what Chromium prints."""
    content = folder / "content"
    shutil.copytree(ROOT / "content" / key, content / key)
    for name in ("publication.toml", "sections.toml"):
        shutil.copy(ROOT / "content" / name, content)
    return content


def measure(command: Sequence[str]) -> Run:
    """Run a command; its wall time and the peak memory of its whole family."""
    start = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, family_memory(process))
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(command[:2])}")
    return Run(time.perf_counter() - start, peak / 1e6)


def family_memory(process: psutil.Process) -> int:
    total = 0
    for each in [process, *children(process)]:
        try:
            total += each.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return total


def children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def main() -> None:
    browser = shutil.which("chromium")
    if browser is None:
        raise SystemExit("chromium is not installed: run make test once")
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: ())
    issue = loaded.issue(sys.argv[1]) if len(sys.argv) > 1 else loaded.issues[0]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    assert issue is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html = whole_html(issue, folder)
        ours = OURS.format(
            root=str(ROOT),
            content=str(alone(issue.key, folder)),
            key=issue.key,
            theme=str(ROOT / "theme"),
            target=str(folder / "ours.pdf"),
        )
        theirs = [
            browser,
            *CHROMIUM,
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={folder / 'chromium.pdf'}",
            html.as_uri(),
        ]
        runs: dict[str, list[Run]] = {"ours": [], "chromium": []}
        for _ in range(rounds):
            runs["chromium"].append(measure(theirs))
            runs["ours"].append(measure([sys.executable, "-c", ours]))
        report(runs, {name: folder / f"{name}.pdf" for name in runs})


def report(runs: dict[str, list[Run]], files: dict[str, Path]) -> None:
    middle = {
        name: (
            statistics.median(run.seconds for run in each),
            statistics.median(run.megabytes for run in each),
        )
        for name, each in runs.items()
    }
    for name, (seconds, megabytes) in middle.items():
        info = subprocess.run(["pdfinfo", files[name]], capture_output=True, text=True, check=True)
        pages = next(line.split()[1] for line in info.stdout.splitlines() if "Pages" in line)
        size = files[name].stat().st_size / 1e6
        print(f"{name:9} {seconds:6.2f} s  {megabytes:6.0f} MB  {pages} pages  {size:.1f} MB file")
    ours, chromium = middle["ours"], middle["chromium"]
    print(f"ratio     {ours[0] / chromium[0]:6.2f} ×  {ours[1] / chromium[1]:6.2f} ×")


if __name__ == "__main__":
    main()
