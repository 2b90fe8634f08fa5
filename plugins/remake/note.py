"""What a result was made from, noted beside it: whether it is up to date is seen without making it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.issue.archive import KEY
from plugins.keeping import aside
from plugins.keeping.digests import Digests
from plugins.keeping.store import key
from plugins.remake.job import ROOT, Job, Places

#: Raised whenever jobs make something else of the same manuscripts, or notes change their form.
VERSION = 1
#: Written by the press, so no reason to press again.
FOLIOS = "folios.toml"
#: What stands in the content folder and is not printed: pages of the site, how the sample was drawn, the
#: register of addresses that 发布 writes.
NOT_PRINTED = {"pages", "drawings", "addresses.txt", "redirects.toml"}
THEMES = {"pdf": ("shared", "press"), "pictures": ("shared",)}


class Note:
    """The note of one job: ``<dist>/.remake/2020-03-pdf.json``."""

    def __init__(self, job: Job) -> None:
        self._job, self._places = job, job.folders.here()
        self._file = self._places.own / f"{job.name}.json"
        self._digests = Digests(self._places.own / f"{job.name}.digests.json")
        self.key = self._key()

    def standing(self) -> tuple[Path, ...]:
        """The files of the result, when all are as they were made and from what there is now; else none."""
        try:
            noted = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        files = {ROOT / name: digest for name, digest in noted["files"].items()}
        whole = noted["key"] == self.key and all(map(self._is, files, files.values()))
        self._digests.save()
        return tuple(files) if whole else ()

    def write(self, files: Iterable[Path]) -> None:
        """Note that ``files`` were made from what was there when this note was opened."""
        rows = {os.path.relpath(file, ROOT): self._digests.of(file) for file in sorted(files)}
        words = json.dumps({"key": self.key, "files": rows}, ensure_ascii=False, indent=1)
        aside.write(self._file, f"{words}\n".encode())
        self._digests.save()

    def _is(self, file: Path, digest: str) -> bool:
        return file.is_file() and self._digests.of(file) == digest

    def _key(self) -> str:
        job = self._job
        head = (str(VERSION), job.what, job.issue, str(job.handover), repr(job.kit))
        rows = []
        for file in sources(job, self._places):
            rows += [os.path.relpath(file, self._places.content), self._digests.of(file)]
        return key(*head, *rows)


def sources(job: Job, places: Places) -> Iterator[Path]:
    """The files that a job's result is made from: the issue's, those that all issues share, the theme's.

    Rather too many than too few: too many make a result once more, too few leave an old one standing.
    """
    content = places.content
    for top in sorted(content.iterdir()):
        if top.name == job.issue or not (top.name in NOT_PRINTED or KEY.fullmatch(top.name)):
            yield from (file for file in _files(top) if file != content / job.issue / FOLIOS)
    for name in THEMES[job.what]:
        yield from _files(places.theme / name)


def _files(top: Path) -> Iterator[Path]:
    """A file, or all files below a folder; but for hidden ones, and what someone is just writing aside."""
    found = sorted(top.rglob("*")) if top.is_dir() else [top]
    yield from (
        file
        for file in found
        if file.is_file() and not file.name.startswith(".") and file.suffix != ".new"
    )
