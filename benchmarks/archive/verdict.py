"""The results as one table, and each bar of issue 7 met or missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from benchmarks.archive.flavours import FLAVOURS, HUGO, OURS, PELICAN
from benchmarks.archive.manuscripts import PER_ISSUE
from benchmarks.archive.rounds import CORES, Results, label

CASES = {
    "cold": "from nothing",
    "nothing": "again, nothing changed",
    "edit": "again, one body edited",
    "resident": "kept running, ten edits (median)",
    "everything-cold": "everything on, from nothing",
    "everything-edit": "everything on, one body edited",
}
NAMES = {OURS: "ours", PELICAN: "stock Pelican", HUGO: "Hugo"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what is measured, how much it may be, how much it is (None: not measured)."""

    what: str
    most: float
    found: float | None
    unit: str = "×"
    #: The same in processor time, for a busy machine.
    cpu: float | None = None

    @property
    def verdict(self) -> str:
        """Met, missed or not measured."""
        if self.found is None:
            return "not measured"
        return "met" if self.found <= self.most else "MISSED"


def rows(results: Results, sizes: list[int]) -> Iterator[tuple[str, ...]]:
    """The table: articles, case, cores, engine, seconds, cpu, × stock Pelican, MB, output MB, pages."""
    for size in sizes:
        for case, words in CASES.items():
            for cores in CORES:
                stock = results.middle(
                    label(size, PELICAN, case if case == "cold" else "cold", cores)
                )
                for engine in FLAVOURS:
                    name = label(size, engine, case, cores)
                    seconds = results.middle(name)
                    if seconds is None:
                        continue
                    yield (
                        f"{size * PER_ISSUE:,}", words, str(cores), NAMES[engine],
                        f"{seconds:.2f}",
                        _number(results.middle(name, "cpu"), 1),
                        _number(seconds / stock if stock else None, 3),
                        _number(results.middle(name, "megabytes"), 0),
                        _number(results.middle(name, "output"), 0),
                        _number(results.middle(name, "pages"), 0),
                    )  # fmt: skip


def _number(value: float | None, places: int) -> str:
    return "" if value is None else f"{value:,.{places}f}"


def bars(results: Results, size: int) -> Iterator[Bar]:
    """The bars of issue 7 at a size; × is of a peer's time on as many cores, in the same run."""
    compare = _Compare(results, size)
    for cores, most in zip(CORES, (0.40, 0.30), strict=True):
        yield compare.bar(f"cold, cores: {cores}", most, PELICAN, ("cold", "cold"), cores)
    for cores in CORES:
        what = f"one edit, fresh process, cores: {cores}"
        yield compare.bar(what, 0.08, PELICAN, ("edit", "edit"), cores)
    name = label(size, OURS, "resident", 2)
    kept = results.middle(name), results.middle(name, "cpu")
    yield Bar("one edit, kept running (median of ten)", 0.6, kept[0], "s", kept[1])
    yield compare.bar("one edit, both kept running, ours / Hugo", 1, HUGO, ("resident",) * 2, 2)
    yield compare.bar("one edit, ours fresh / Hugo fresh", 1, HUGO, ("edit", "edit"), 2)
    yield Bar("memory, largest", 500, results.largest(OURS, size) or None, "MB")
    for engine in FLAVOURS:
        yield Bar(
            f"ten times the articles, cold, {NAMES[engine]}",
            11 if engine == OURS else float("inf"),
            _ratio(*(results.middle(label(n, engine, "cold", 1)) for n in (size, size // 10))),
            cpu=_ratio(
                *(results.middle(label(n, engine, "cold", 1), "cpu") for n in (size, size // 10))
            ),
        )


@dataclass(frozen=True, slots=True)
class _Compare:
    """Ours against a peer."""

    results: Results
    size: int

    def bar(self, what: str, most: float, peer: str, cases: tuple[str, str], cores: int) -> Bar:
        """Our case (the first) as a multiple of the peer's."""
        names = [
            label(self.size, engine, case, cores)
            for engine, case in zip((OURS, peer), cases, strict=True)
        ]
        wall, cpu = (
            _ratio(*(self.results.middle(name, value) for name in names))
            for value in ("seconds", "cpu")
        )
        return Bar(what, most, wall, cpu=cpu)


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def show(results: Results, sizes: list[int], console: Console) -> None:
    """Print both."""
    table = Table(title="the made-up archive: medians", header_style="")
    for name in ("articles", "", "cores", "", "s", "cpu s", "× stock", "MB", "output MB", "pages"):
        table.add_column(name, justify="left" if name == "" else "right", no_wrap=True)
    for row in rows(results, sizes):
        table.add_row(*row)
    console.print(table)
    for bar in bars(results, sizes[-1]):
        found = "" if bar.found is None else f"{bar.found:.3f} {bar.unit}"
        most = "" if bar.most == float("inf") else f"bar {bar.most:g} {bar.unit}  {bar.verdict}"
        cpu = "" if bar.cpu is None else f"(cpu {bar.cpu:.3f})"
        console.print(f"{bar.what:45} {found:>10} {cpu:12}  {most}", highlight=False)
