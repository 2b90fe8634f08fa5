"""The search index beside Pagefind, the same articles and queries, in one table.

    python benchmarks/search.py [issues=20] [--content FOLDER] [--queries 60] [--without-pagefind]

Makes up an archive of so many issues of 45 articles (benchmarks/archive/), or reads one; makes both indexes, each in a
process of its own; asks both the same queries and compares with what stands in the texts. Of ours the files are read as
a browser would (tests/web/search/reader.py), before any page is read to verify a hit; Pagefind is asked in Chromium. Its
recall is that of its whole list, its precision that of its first ten. Bytes: of a first query all that is fetched before
the rows can be shown, of a later one what it fetches besides (code and pages of hits are not counted on either side but
for Pagefind's, whose code and words cannot be told apart). Pagefind is installed into a venv of its own with pip.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # not benchmarks/: there this file would hide the folder of its name

from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

from benchmarks.search import corpus, ours, pagefind  # noqa: E402
from benchmarks.search.asking import Answers, Measured, rows  # noqa: E402


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("issues", nargs="?", type=int, default=20)
    parser.add_argument("--content", type=Path, help="a content folder to read instead")
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--without-pagefind", action="store_true")
    return parser.parse_args()


def shown(sides: dict[str, tuple[Measured, Answers]]) -> Table:
    """One column for each side."""
    table = Table("", *sides)
    told = [rows(made, answers) for made, answers in sides.values()]
    for name in told[0]:
        table.add_row(name, *(each[name] for each in told))
    return table


def main() -> None:
    """Measure and print."""
    asked, console = arguments(), Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = corpus.read(asked.content or corpus.made_up(folder, asked.issues), folder)
        texts = corpus.Texts(archive)
        queries = corpus.queries(texts, asked.queries)
        sides = {"ours": ours.measured_and_asked(archive, queries, folder)}
        if not asked.without_pagefind:
            try:
                sides["Pagefind"] = pagefind.measured_and_asked(archive, queries, folder)
            except pagefind.NotToBeHad as reason:
                console.print(f"Pagefind is not to be had here: {reason}")
        console.print(f"{len(texts.streams)} articles, {len(queries)} queries")
        console.print(shown(sides))


if __name__ == "__main__":
    main()
