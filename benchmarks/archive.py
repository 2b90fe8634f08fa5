"""The site of a large archive: ours against stock Pelican and Hugo, the same pages, in one run.

    python benchmarks/archive.py [issues=300] [--rounds 1] [--parts …] [--folder …] [--peers-from FILE]

Makes up an archive of so many issues of 45 articles (benchmarks/archive/), writes it down for the three engines with the
same simple theme, checks that they make the same pages with the same words, and measures each engine as processes of its
own, in turn, on one core and on two: from nothing; again with nothing changed; again after one body was edited; kept
running through ten edits (seven bodies, a headline, a tag, a new article; Hugo: `hugo server`). After the ten edits ours
must be byte for byte what it makes from nothing. Wall time is the median of the rounds, memory the largest sum of
proportional set sizes over a process and its children. Then the same at a tenth of the size, and ours with its real theme
and everything a published site has (at 450 articles, or --everything issues).

Parts: cold, again, resident, growth, everything (default: all). --peers-from takes the peers' numbers from the
``results.json`` of an earlier run, for work on ours alone; what counts is one run of all.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # not benchmarks/: there this file would hide the folder of its name

from rich.console import Console  # noqa: E402

from benchmarks.archive.flavours import FLAVOURS, HUGO, OURS  # noqa: E402
from benchmarks.archive.rounds import CORES, Bench, Results  # noqa: E402
from benchmarks.archive.sentences import words  # noqa: E402
from benchmarks.archive.verdict import show  # noqa: E402

PARTS = ("cold", "again", "resident", "growth", "everything")
#: Issues of the smallest archive, and of the one with everything on.
SMALL = 10


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("issues", nargs="?", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--engines", nargs="+", choices=FLAVOURS, default=FLAVOURS)
    parser.add_argument("--everything", type=int, default=SMALL, help="issues with everything on")
    parser.add_argument("--folder", type=Path, help="where to work; is kept")
    parser.add_argument("--peers-from", type=Path, help="results.json of an earlier run")
    return parser.parse_args()


@contextmanager
def workplace(wanted: Path | None) -> Iterator[Path]:
    """The folder to work in; a temporary one unless one is named."""
    if wanted:
        wanted.mkdir(parents=True, exist_ok=True)
        yield wanted.resolve()
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def rounds(bench: Bench, parts: tuple[str, ...], count: int) -> None:
    """All rounds at the full size."""
    for n in range(count):
        bench.cold()
        if n == 0:
            bench.agree()
        if "again" in parts:
            bench.again()
        if "resident" in parts:
            if HUGO in bench.engines:
                bench.serving()
            if OURS in bench.engines:
                for cores in reversed(CORES):
                    bench.resident(cores)


def main() -> None:
    """Measure and print."""
    asked = arguments()
    known, results = words(ROOT / "content"), Results()
    run_engines = tuple(asked.engines)
    if asked.peers_from:
        results.load_peers(asked.peers_from)
        run_engines = (OURS,)
    sizes = sorted({min(SMALL, asked.issues), max(asked.issues // 10, 1), asked.issues})
    with workplace(asked.folder) as folder:
        if "growth" in asked.parts:
            for size in sizes[:-1]:
                small = Bench(fresh(folder, size), size, known, run_engines, results)
                for n in range(max(asked.rounds, 3)):
                    small.cold()
                    if n == 0:
                        small.agree()
        if "everything" in asked.parts and OURS in run_engines:
            Bench(
                fresh(folder, asked.everything), asked.everything, known, (OURS,), results
            ).everything()
        if {"cold", "again", "resident"} & set(asked.parts):
            full = Bench(fresh(folder, asked.issues), asked.issues, known, run_engines, results)
            rounds(full, tuple(asked.parts), asked.rounds)
        if asked.folder:
            results.save(folder / "results.json")
    show(results, sorted({*sizes, asked.everything}), Console(width=150))


def fresh(folder: Path, size: int) -> Path:
    """An empty folder for an archive of a size."""
    place = folder / str(size)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    return place


if __name__ == "__main__":
    main()
