"""The rounds of the benchmark: which engine does what, in turn, and what is kept of it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.archive import engines
from benchmarks.archive.agreement import differences, pages
from benchmarks.archive.edits import Edit, apply, edits, undo
from benchmarks.archive.flavours import FLAVOURS, HERE, HUGO, OURS, ROOT, write_archive
from benchmarks.archive.manuscripts import PER_ISSUE, months
from benchmarks.archive.measuring import Run, measured, megabytes_of
from benchmarks.archive.sentences import Words

CORES = (1, 2)
#: Of more articles than this only each twentieth is read for agreement.
FEW = 1000
Row = dict[str, float]


def label(size: int, engine: str, case: str, cores: int) -> str:
    """What a measurement is kept under."""
    return f"{size * PER_ISSUE} {engine} {case} {cores}"


@dataclass
class Results:
    """All measurements, by their labels; each as often as there were rounds."""

    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, name: str, row: Row) -> None:
        """Keep one; say it on the way."""
        self.rows.setdefault(name, []).append(row)
        shown = "  ".join(f"{key} {value:.2f}" for key, value in row.items())
        print(f"  {name}: {shown}", file=sys.stderr, flush=True)

    def middle(self, name: str, value: str = "seconds") -> float | None:
        """The median of a value; None when it was not measured."""
        found = [row[value] for row in self.rows.get(name, []) if value in row]
        return median(found) if found else None

    def largest(self, engine: str, size: int, value: str = "megabytes") -> float:
        """The largest value of an engine at a size, with the simple theme."""
        start = f"{size * PER_ISSUE} {engine} "
        names = (name for name in self.rows if name.startswith(start) and "everything" not in name)
        rows = (row for name in names for row in self.rows[name])
        return max((row.get(value, 0.0) for row in rows), default=0.0)

    def load_peers(self, file: Path) -> None:
        """Take the peers' measurements of an earlier run."""
        rows = json.loads(file.read_text("utf-8"))
        self.rows |= {name: each for name, each in rows.items() if f" {OURS} " not in name}

    def save(self, file: Path) -> None:
        """Write all down."""
        file.write_text(json.dumps(self.rows, ensure_ascii=False, indent=1), "utf-8")


class Bench:
    """An archive of ``size`` issues in a working folder, built by ``run_engines`` again and again."""

    def __init__(
        self, folder: Path, size: int, known: Words, run_engines: Iterable[str], results: Results
    ) -> None:
        self.folder, self.size, self.known = folder, size, known
        self.engines, self.results = tuple(run_engines), results
        self.months = months(size)
        write_archive(folder, size, known)

    def place(self, engine: str) -> Path:
        """The folder of an engine."""
        return self.folder / engine

    def output(self, engine: str) -> Path:
        """Where an engine's site is."""
        return self.place(engine) / engines.OUTPUT[engine]

    def keep(self, engine: str, case: str, cores: int, run: Run, **more: float) -> None:
        """Keep a measurement."""
        self.results.add(label(self.size, engine, case, cores), {**run.as_row(), **more})

    def cold(self, cores: Iterable[int] = CORES) -> None:
        """From nothing, engine after engine."""
        for count in cores:
            for engine in self.engines:
                run = engines.cold(engine, self.place(engine), count)
                output = self.output(engine)
                self.keep(
                    engine, "cold", count, run,
                    output=megabytes_of(output), pages=len(pages(output)),
                )  # fmt: skip

    def agree(self) -> None:
        """Stop when the engines do not make the same pages with the same words."""
        every = 1 if self.size * PER_ISSUE <= FEW else 20
        first, *others = self.engines
        for other in others:
            found = list(differences(self.output(first), self.output(other), every))
            if found:
                raise SystemExit("\n".join([f"{len(found)} differences", *found[:20]]))

    def again(self) -> None:
        """Nothing changed; then one body: each as a fresh process."""
        edit = next(edits(self.months, self.known))
        for cores in CORES:
            for engine in self.engines:
                self.keep(
                    engine, "nothing", cores, engines.again(engine, self.place(engine), cores)
                )
            with self.changed([edit]):
                for engine in self.engines:
                    run = engines.again(engine, self.place(engine), cores)
                    self.keep(engine, "edit", cores, run)
            if OURS in self.engines:
                engines.again(OURS, self.place(OURS), cores)

    @contextmanager
    def changed(self, some: Iterable[Edit]) -> Iterator[None]:
        """All flavours with some edits, inside the block."""
        made = list(some)
        for edit in made:
            for flavour in FLAVOURS:
                apply(edit, flavour, self.folder / flavour)
        try:
            yield
        finally:
            self.undo(made)

    def undo(self, some: Iterable[Edit]) -> None:
        """All as it was."""
        for edit in some:
            undo(edit, self.folder, self.known)

    def serving(self) -> None:
        """Hugo kept running, ten edits."""
        wanted = list(edits(self.months, self.known))
        steps: list[Callable[[], None]] = [
            partial(apply, edit, HUGO, self.place(HUGO)) for edit in wanted
        ]
        engines.forget(HUGO, self.place(HUGO))
        try:
            seconds, megabytes = engines.hugo_serving(self.place(HUGO), steps)
        finally:
            self.undo(wanted)
        name = label(self.size, HUGO, "resident", 2)
        for each in seconds:
            self.results.add(name, {"seconds": each, "megabytes": megabytes})

    def resident(self, cores: int) -> None:
        """Ours kept running, ten edits; then the same from nothing must be the same files."""
        place = self.place(OURS)
        months_ = (str(self.months[0]), str(self.months[-1]))
        program = [sys.executable, HERE / "resident.py", place, str(cores), "edits", *months_]
        try:
            run = measured(program, cores, place)
            kept = tree(self.output(OURS))
            engines.cold(OURS, place, cores)
            other = unlike(kept, tree(self.output(OURS)))
        finally:
            self.undo(edits(self.months, self.known))
        if other:
            raise SystemExit(
                f"after ten edits {len(other)} files are not as made from nothing: {other[:9]}"
            )
        for kind, seconds, cpu, written in json.loads(run.said.splitlines()[-1]):
            name = label(self.size, OURS, "resident", cores)
            row = {"seconds": seconds, "cpu": cpu, "written": written}
            self.results.add(name, {**row, "megabytes": run.megabytes})
            self.results.add(f"{name} {kind}", row)

    def everything(self, cores: int = 2) -> None:
        """Ours with its real theme and all that a published site has: from nothing, one edit."""
        place = self.place(OURS)
        program = [*engines.command(OURS, place, cores), ROOT / "publishconf.py"]
        engines.forget(OURS, place)
        run = measured(program, cores, place)
        output = self.output(OURS)
        self.keep(
            OURS, "everything-cold", cores, run,
            output=megabytes_of(output), pages=len(pages(output)),
        )  # fmt: skip
        with self.changed([next(edits(self.months, self.known))]):
            self.keep(OURS, "everything-edit", cores, measured(program, cores, place))
        engines.forget(OURS, place)


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder with the digest of what it holds."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def unlike(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
