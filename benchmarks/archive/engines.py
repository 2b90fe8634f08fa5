"""How each engine is run: from nothing, again, and kept running while articles are edited."""

from __future__ import annotations

import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from benchmarks.archive.flavours import HERE, HUGO, OURS, PELICAN
from benchmarks.archive.measuring import Run, family_megabytes, measured

OUTPUT = {OURS: "output", PELICAN: "output", HUGO: "public"}
KEPT = {OURS: ("output", "cache"), PELICAN: ("output",), HUGO: ("public", "resources")}
PORT = 8171
TOTAL = re.compile(r"(?:Total|Built) in (\d+) ms")
#: Seconds without a word after which Hugo has done all it wanted to; and the longest wait for a first one.
QUIET, PATIENCE = 1.0, 300.0


def command(engine: str, folder: Path, cores: int) -> list[str | Path]:
    """The command that builds an engine's site in its folder."""
    if engine == PELICAN:
        pelican = Path(sys.executable).with_name("pelican")
        return [pelican, "content", "-o", "output", "-s", "pelicanconf.py", "-q"]
    if engine == HUGO:
        return ["hugo", "--quiet"]
    return [sys.executable, HERE / "resident.py", folder, str(cores), "once"]


def forget(engine: str, folder: Path) -> None:
    """Throw away all that an engine has made in its folder."""
    for name in KEPT[engine]:
        shutil.rmtree(folder / name, ignore_errors=True)


def cold(engine: str, folder: Path, cores: int) -> Run:
    """Build from nothing."""
    forget(engine, folder)
    return again(engine, folder, cores)


def again(engine: str, folder: Path, cores: int) -> Run:
    """Build with what the last build has left."""
    return measured(command(engine, folder, cores), cores, folder)


def hugo_serving(folder: Path, steps: Iterable[Callable[[], None]]) -> tuple[list[float], float]:
    """`hugo server` while each of ``steps`` changes something; the seconds of each rebuild as it says, and MB.

    It writes to disk and renders everything that a change may concern, as a build does.
    """
    options = ["--renderToDisk", "--disableLiveReload", "--disableFastRender"]
    process = psutil.Popen(
        ["hugo", "server", "--bind", "127.0.0.1", "--port", str(PORT), *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        _total(process)
        seconds = []
        for step in steps:
            step()
            seconds.append(_total(process))
        return seconds, family_megabytes(process)
    finally:
        process.terminate()
        process.wait()


def _total(process: psutil.Popen) -> float:
    """What Hugo says its rebuilds took, until it is quiet."""
    said, until = b"", time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ready, _, _ = select.select([process.stdout], [], [], QUIET)
        if ready:
            said += process.stdout.read1(65536)
        elif TOTAL.search(said.decode()):
            return sum(int(each) for each in TOTAL.findall(said.decode())) / 1000
        if process.poll() is not None:
            break
    raise SystemExit(f"hugo server said nothing of a rebuild:\n{said.decode()[-2000:]}")
