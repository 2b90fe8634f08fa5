"""Whole issue to PDF: ours against plain Chromium print-to-PDF of the same HTML, in one run.

    python benchmarks/press.py [issue] [rounds]

«ours» starts where Chromium starts, from the parsed issue (HTML, layout, PDF); «markdown» is ours
from the manuscripts on. Each side runs as a process of its own, in turn; wall time is the median of the rounds, memory the
largest sum of proportional set sizes over the process and its children. Prints ratios: below 1.0
ours is quicker or smaller.
"""

from __future__ import annotations

import pickle
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plugins.issue import archive  # noqa: E402
from plugins.issue.record import Issue  # noqa: E402
from plugins.press.contents import groups, listed_plates  # noqa: E402
from plugins.press.pieces import pieces  # noqa: E402
from plugins.press.templates import Templates  # noqa: E402
from plugins.press.workshop import BODY_STYLES  # noqa: E402
from plugins.tagging.record import Tagged  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

#: From what Chromium gets too: pieces in HTML are made, laid out and written.
OURS = """
import pickle, sys; sys.path.insert(0, {root!r})
from pathlib import Path
from plugins.press.press import press
issue = pickle.loads(Path({issue!r}).read_bytes())
press(issue, Path({content!r}), Path({theme!r}), Path({target!r}), lambda *_: None)
"""
#: The same from the manuscripts: read, checked, parsed and so on.
FROM_MARKDOWN = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from plugins.issue import archive
from plugins.press.press import press
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline
content = Path({content!r})
loaded, _ = archive.load(content, outline, lambda *_: Tagged())
press(loaded.issues[0], content, Path({theme!r}), Path({target!r}), lambda *_: None)
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


#: The pages as an engine alone sets them: its own columns and pages instead of galley and make-up.
OWN_COLUMNS = """
body.galley, .piece.galley { page: auto }
.columns, .shorts { width: auto; columns: 2; column-gap: 21pt }
.rank-foreword .columns { width: auto; column-gap: 42pt }
"""


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
        # Only our fetcher knows shades: the others get the picture as it is.
        inner = re.sub(r"\?shade=\w+", "", inner)
        bodies.append(f'<div class="piece {kind}" style="break-after:page">{inner}</div>')
    styles = "\n".join((ROOT / "theme" / style).read_text("utf-8") for style in BODY_STYLES)
    styles = styles.replace("body.", ".piece.") + OWN_COLUMNS
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
    if content.exists():
        return content
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
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    issue = loaded.issue(sys.argv[1]) if len(sys.argv) > 1 else loaded.issues[0]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    assert issue is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "chromium": chromium(browser, whole_html(issue, folder), folder),
            "ours": ours(OURS, issue, folder, "ours"),
            "markdown": ours(FROM_MARKDOWN, issue, folder, "markdown"),
        }
        runs: dict[str, list[Run]] = {side: [] for side in commands}
        for _ in range(rounds):
            for side, command in commands.items():
                runs[side].append(measure(command))
        report(runs, {side: folder / f"{side}.pdf" for side in runs})


def ours(program: str, issue: Issue, folder: Path, side: str) -> list[str]:
    pickled = folder / "issue.pickle"
    pickled.write_bytes(pickle.dumps(replace(issue, folios={})))
    filled = program.format(
        root=str(ROOT),
        issue=str(pickled),
        content=str(alone(issue.key, folder)),
        theme=str(ROOT / "theme"),
        target=str(folder / f"{side}.pdf"),
    )
    return [sys.executable, "-c", filled]


def chromium(browser: str, html: Path, folder: Path) -> list[str]:
    profile = f"--user-data-dir={folder / 'profile'}"
    return [browser, *CHROMIUM, profile, f"--print-to-pdf={folder / 'chromium.pdf'}", html.as_uri()]


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
    theirs = middle["chromium"]
    for name in ("ours", "markdown"):
        seconds, megabytes = middle[name]
        print(f"{name} / chromium  {seconds / theirs[0]:.2f} ×  {megabytes / theirs[1]:.2f} ×")


if __name__ == "__main__":
    main()
