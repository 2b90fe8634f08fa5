"""Ours as a process of its own: reads an archive and builds its site, once or after every edit.

    python resident.py FOLDER CORES once [SETTINGS]
    python resident.py FOLDER CORES edits FIRST LAST

A process that stays renews the folder in place, as the preview does; one that comes and goes shows it as a whole.

``FOLDER`` has ``content`` and, unless SETTINGS names another file, ``conf.py``; ``output`` and ``cache`` are written there.
FIRST and LAST are the months of the archive (benchmarks/archive/manuscripts.py). With ``edits`` the last line is a JSON
array: for each edit its kind, the seconds from the saved manuscript to the finished output (by the wall, by the
processor), and the files written.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)

from plugins.issue import plugin as issues  # noqa: E402
from plugins.web.plugin import Builder  # noqa: E402


class Office:
    """An archive that is read and built again and again."""

    def __init__(self, folder: Path, cores: int, conf: Path, *, in_place: bool) -> None:
        self.content = folder / "content"
        cache = folder / "cache"
        self.settings: dict[str, Any] = {
            "PATH": str(self.content),
            "CACHE_PATH": str(cache),
            "WORKERS": cores,
        }
        self.builder = Builder(
            self.content,
            folder / "output",
            edition="public",
            settings_file=conf,
            cache=cache,
            in_place=in_place,
            workers=cores,
        )

    def build(self) -> int:
        """Read and build; how many files were written. Raises `ManuscriptError` for a bad archive."""
        archive, findings = issues.load(self.content, self.settings)
        issues.stop_on_errors(each for each in findings if each.level == "error")
        return len(self.builder.build(archive).written)


def cpu() -> float:
    """Processor seconds of this process and of its workers that have ended."""
    return sum(os.times()[:4])


def after_edits(office: Office, folder: Path, months: range) -> list[tuple[str, float, float, int]]:
    """Build, then for each of the ten edits: kind, wall and processor seconds, how many files."""
    from benchmarks.archive.edits import apply, edits
    from benchmarks.archive.flavours import OURS
    from benchmarks.archive.sentences import words

    office.build()
    rows = []
    for edit in edits(months, words(ROOT / "content")):
        apply(edit, OURS, folder)
        start, worked = time.perf_counter(), cpu()
        written = office.build()
        rows.append((edit.kind, time.perf_counter() - start, cpu() - worked, written))
    return rows


def main() -> None:
    """Do as the command line says."""
    folder, cores, task, *more = sys.argv[1:]
    base = Path(folder).resolve()
    conf = Path(more[0]) if task == "once" and more else base / "conf.py"
    office = Office(base, int(cores), conf, in_place=task == "edits")
    if task == "once":
        print(office.build())
    else:
        first, last = map(int, more)
        print(json.dumps(after_edits(office, base, range(first, last + 1))))


if __name__ == "__main__":
    main()
