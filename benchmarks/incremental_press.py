"""A press whose type stays standing, against plain WeasyPrint making one PDF of the same pages.

    python benchmarks/incremental_press.py [issue] [rounds]

«plain» is WeasyPrint alone: the same HTML and styles, its own columns, one call, a process of its own. «cold»:
the whole issue in a fresh process with nothing kept, by one worker and by two; «fresh»: one article edited (the
feature, a short item, an official text in turn), in a fresh process; «same»: nothing edited, likewise; «warm»: one
article edited in a process that stays. Each writes the whole PDF, from the parsed issue, composer on. Sides take
turns; medians of the rounds, of wall time and of processor time (children included).
"""

from __future__ import annotations

import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from handover import PLAIN  # noqa: E402
from press import alone, whole_html  # noqa: E402

from plugins.issue import archive  # noqa: E402
from plugins.issue.record import Issue  # noqa: E402
from plugins.press.pieces import pieces  # noqa: E402
from plugins.press.standingpress import StandingPress  # noqa: E402
from plugins.tagging.record import Tagged  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

OURS = """
import pickle, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from plugins.press.standingpress import StandingPress
issue, content, theme, target, cache = (Path(each) for each in sys.argv[2:7])
issue = pickle.loads(issue.read_bytes())
StandingPress(content, theme, cache, int(sys.argv[7])).draft(issue, target, lambda *_: None)
"""
#: What issue 7 asks for, as shares of plain WeasyPrint.
BARS = {"cold, two workers": 0.70, "fresh, one edit": 0.35, "warm, one edit": 0.15}
WORDS = "新增加的一句话，第{}次改动。"


@dataclass
class Times:
    """Wall and processor seconds, by side."""

    wall: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def take(self, side: str, work: Callable[[], object]) -> None:
        before, start = processor(), time.perf_counter()
        work()
        self.wall[side].append(time.perf_counter() - start)
        self.cpu[side].append(processor() - before)


def processor() -> float:
    """Processor seconds of this process and of its ended children."""
    return sum(os.times()[:4])


def edits(issue: Issue) -> Iterator[Issue]:
    """The issue with one more sentence in an article: a feature, a short item, an official text, in turn."""
    ranks = ("lead", "short", "official")
    ranked = [item for piece in pieces(issue) for run in piece.runs for item in run.items]
    chosen = [next(item.article.key for item in ranked if item.rank == rank) for rank in ranks]
    number = 0
    while True:
        words = f"{WORDS.format(number)}</p>"
        key = chosen[number % len(chosen)]
        sections = (
            replace(
                section,
                articles=tuple(
                    replace(each, body=each.body.replace("</p>", words, 1))
                    if each.key == key
                    else each
                    for each in section.articles
                ),
            )
            for section in issue.sections
        )
        yield replace(issue, sections=tuple(sections))
        number += 1


def run(command: Sequence[str | Path]) -> None:
    subprocess.run(command, check=True, capture_output=True)


class Sides:
    """All that is timed, in one scratch folder."""

    def __init__(self, issue: Issue, folder: Path) -> None:
        self.issue, self.folder, self.times = replace(issue, folios={}), folder, Times()
        self.html = whole_html(issue, folder)
        self.content = alone(issue.key, folder)
        self.edited = edits(self.issue)
        self.kept = folder / "kept"
        self.resident = StandingPress(self.content, ROOT / "theme", self.kept)
        self.resident.draft(self.issue, folder / "warm.pdf", lambda *_: None)

    def ours(self, issue: Issue, cache: Path, workers: int) -> None:
        pickled = self.folder / "issue.pickle"
        pickled.write_bytes(pickle.dumps(issue))
        places = pickled, self.content, ROOT / "theme", self.folder / "ours.pdf", cache
        run([sys.executable, "-c", OURS, ROOT, *places, str(workers)])

    def round(self) -> None:
        plain = [sys.executable, "-c", PLAIN, self.html, self.folder / "plain.pdf"]
        self.times.take("plain", lambda: run(plain))
        for workers, side in ((1, "cold, one worker"), (2, "cold, two workers")):
            cold = self.folder / "cold"
            shutil.rmtree(cold, ignore_errors=True)
            self.times.take(side, lambda: self.ours(self.issue, cold, workers))  # noqa: B023
        for _ in range(3):
            issue = next(self.edited)
            self.times.take("fresh, one edit", lambda: self.ours(issue, self.kept, 1))  # noqa: B023
            issue = next(self.edited)
            target = self.folder / "warm.pdf"
            self.times.take(
                "warm, one edit",
                lambda: self.resident.draft(issue, target, lambda *_: None),  # noqa: B023
            )
        self.times.take("fresh, the same", lambda: self.ours(issue, self.kept, 1))


def main() -> None:
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    issue = loaded.issue(sys.argv[1]) if len(sys.argv) > 1 else loaded.issues[0]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    assert issue is not None
    with tempfile.TemporaryDirectory() as name:
        sides = Sides(issue, Path(name))
        for _ in range(rounds):
            sides.round()
    report(sides.times)


def report(times: Times) -> None:
    wall = {side: statistics.median(each) for side, each in times.wall.items()}
    cpu = {side: statistics.median(each) for side, each in times.cpu.items()}
    print(f"{'':20}{'wall':>8}{'× plain':>9}{'cpu':>8}{'× plain':>9}")
    for side in wall:
        shares = wall[side] / wall["plain"], cpu[side] / cpu["plain"]
        bar = f"  (bar {BARS[side]:.2f} ×)" if side in BARS else ""
        row = f"{side:20}{wall[side]:7.2f}s{shares[0]:9.2f}{cpu[side]:7.2f}s{shares[1]:9.2f}"
        print(row + bar)


if __name__ == "__main__":
    main()
