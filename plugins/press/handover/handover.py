"""The folder for the printer: written aside, then swapped with the last one as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.keeping.exchange import built_aside
from plugins.press.handover.checksums import SUMS, sums

LIST = "说明.txt"


@dataclass(frozen=True, slots=True)
class Maker:
    """A file (or a folder of files) of the hand-over: its name, what it is for, who writes it.

    ``make`` is given the path to write; it may read what earlier makers wrote beside it.
    """

    name: str
    purpose: str
    make: Callable[[Path], object]


def hand_over(
    folder: Path,
    makers: Sequence[Maker],
    title: str,
    progress: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> tuple[Path, ...]:
    """Make every file, list and checksum them, and put the folder in the place of the last one.

    ``title`` heads 说明.txt («岚江环境 2020年第3期»). Out: all files, in the folder. When a maker raises,
    its exception goes on and the last folder stays as it was. Raises `FileNotFoundError` when a maker
    wrote nothing.
    """
    with built_aside(folder) as aside:
        for done, maker in enumerate(makers, start=1):
            progress(maker.name, done, len(makers))
            maker.make(aside / maker.name)
            if not (aside / maker.name).exists():
                raise FileNotFoundError(f"nothing was written: {maker.name}")
        (aside / LIST).write_text(_list(title, makers), encoding="utf-8")
        files = [file for file in aside.rglob("*") if file.is_file()]
        (aside / SUMS).write_text(sums(aside, files), encoding="utf-8")
    return tuple(sorted(file for file in folder.rglob("*") if file.is_file()))


def _list(title: str, makers: Sequence[Maker]) -> str:
    """What is in the folder, for people."""
    lines = [f"{title}　印刷文件", ""]
    for maker in makers:
        lines += [f"{maker.name}", f"    {maker.purpose}"]
    lines += [
        SUMS,
        f"    以上各文件的 SHA-256 校验值。收到后可在本文件夹里运行：sha256sum -c {SUMS}",
        "",
        "请先看“印刷工单”；文件与工单不一致时，请不要开机，打电话给编辑部。",
        "",
    ]
    return "\n".join(lines)
