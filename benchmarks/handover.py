"""Everything that `inv 付印` writes, against plain WeasyPrint making one PDF of the same pages.

    python benchmarks/handover.py [issue] [rounds]

«plain» is WeasyPrint alone: the same HTML and styles, its own columns, one call, no composer, no checks.
«cold» starts with an empty cache of pictures, «warm» with the one that the cold run left. Each side runs as
a process of its own, in turn, from the parsed issue; wall time, median of the rounds. The bar: 3 times plain.
"""

from __future__ import annotations

import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from press import alone, whole_html  # noqa: E402

from plugins.issue import archive  # noqa: E402
from plugins.tagging.record import Tagged  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

PLAIN = """
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
"""
OURS = """
import pickle, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from plugins.press.delivery import deliver
issue, content, theme, target, cache = (Path(each) for each in sys.argv[2:7])
issue = pickle.loads(issue.read_bytes())
deliver(issue, content, theme, target, lambda *_: None, cache)
"""
BAR = 3.0


def seconds(command: Sequence[str | Path]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    issue = loaded.issue(sys.argv[1]) if len(sys.argv) > 1 else loaded.issues[0]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    assert issue is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html = whole_html(issue, folder)
        pickled, cache = folder / "issue.pickle", folder / "cache"
        pickled.write_bytes(pickle.dumps(replace(issue, folios={})))
        content = alone(issue.key, folder)
        target = folder / "dist" / f"{issue.key}.pdf"
        plain = [sys.executable, "-c", PLAIN, html, folder / "plain.pdf"]
        ours = [sys.executable, "-c", OURS, ROOT, pickled, content, ROOT / "theme", target, cache]
        times: dict[str, list[float]] = {"plain": [], "cold": [], "warm": []}
        for _ in range(rounds):
            shutil.rmtree(cache, ignore_errors=True)
            for side, command in (("plain", plain), ("cold", ours), ("warm", ours)):
                times[side].append(seconds(command))
        files = [each for each in target.parent.rglob("*") if each.is_file()]
        report(times, len(files), sum(each.stat().st_size for each in files))


def report(times: dict[str, list[float]], files: int, octets: int) -> None:
    middle = {side: statistics.median(each) for side, each in times.items()}
    print(f"plain WeasyPrint, one PDF: {middle['plain']:.2f} s")
    for side in ("cold", "warm"):
        ratio = middle[side] / middle["plain"]
        print(f"hand-over, {side}: {middle[side]:.2f} s, {ratio:.2f} × plain (bar {BAR:g} ×)")
    print(f"{files} files, {octets / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
