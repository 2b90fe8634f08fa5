"""A command, run on some of the cores: how long, how much processor time, how much memory, what it left."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

#: Seconds between two looks at the memory.
PACE = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """Wall and processor seconds; the largest sum of proportional set sizes; what the command said."""

    seconds: float
    cpu: float
    megabytes: float
    said: str = ""

    def as_row(self) -> dict[str, float]:
        """For a file of results."""
        return {name: value for name, value in asdict(self).items() if name != "said"}


def measured(command: Sequence[str | Path], cores: int, folder: Path) -> Run:
    """Run a command in ``folder`` on the first ``cores`` cores. Raises SystemExit when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with (folder / "said.txt").open("w+") as said:
        pinned = ["taskset", "-c", f"0-{cores - 1}", *map(str, command)]
        process = psutil.Popen(pinned, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        peak = watched(process)
        seconds = time.perf_counter() - start
        said.seek(0)
        words = said.read()
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(pinned)}\n{words[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, peak, words)


def watched(process: psutil.Popen) -> float:
    """Wait for a process; the peak memory of its whole family, MB."""
    peak = 0.0
    while True:
        peak = max(peak, family_megabytes(process))
        try:
            process.wait(PACE)
        except psutil.TimeoutExpired:
            continue
        return peak


def family_megabytes(process: psutil.Process) -> float:
    """Memory of a process and all below it, shared pages counted once."""
    total = 0
    try:
        family = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0.0
    for each in family:
        try:
            total += each.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return total / 1e6


def megabytes_of(folder: Path) -> float:
    """The size of all files of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
