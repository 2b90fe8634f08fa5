"""What an editor names on the command line → the files to take in, the issue's folder, the report's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from plugins.intake.intake import MARKDOWN, PAGE, TEXT, WORD, Taken
from plugins.intake.intakefault import IntakeFault
from plugins.intake.renewing import OLD
from plugins.issue.newissue import KEY

#: Files that Word, WPS and systems leave beside others.
LEFT_BEHIND = ("~$", ".~", "._", ".")


def issue_folder(content: Path, key: str) -> Path:
    """The folder of an issue that is there. Raises `IntakeFault` for any other key."""
    folder = content / key
    if KEY.fullmatch(key) is None:
        raise IntakeFault(f"请写明收进哪一期，如 --期 2020-03（写的是“{key}”）")
    if not folder.is_dir():
        raise IntakeFault(f"还没有 {key} 这一期，请先建期：inv 建期 {key}")
    return folder


def named(words: str) -> list[Path]:
    """The files of one word of the command line: a file or a folder, or several with commas between.

    A name that has a comma itself is one file when there is such a file.
    """
    whole = Path(words)
    if not words or whole.exists():
        return [whole] if words else []
    return [Path(each.strip()) for each in re.split(r"[,，]", words) if each.strip()]


def files(named: Iterable[Path]) -> list[Path]:
    """The files named, and all that can be taken in of the folders named, by name."""
    found: list[Path] = []
    for each in named:
        found += _inside(each) if each.is_dir() else [each]
    if not found:
        raise IntakeFault(
            "没有来稿：请写出文件，如 inv 收稿 来稿.docx --期 2020-03；几个文件用逗号隔开，也可以写文件夹"
        )
    return list(dict.fromkeys(found))


def left_over(named: Iterable[Path]) -> list[Path]:
    """What lies in the folders named and is no draft: pictures that came beside one, for instance."""
    return [
        each
        for folder in named
        if folder.is_dir()
        for each in sorted(folder.iterdir())
        if each.is_file() and not each.name.startswith(LEFT_BEHIND) and each not in _inside(folder)
    ]


def _inside(folder: Path) -> list[Path]:
    kinds = WORD | PAGE | TEXT | MARKDOWN | OLD
    return sorted(
        each
        for each in folder.iterdir()
        if each.suffix.lower() in kinds and not each.name.startswith(LEFT_BEHIND) and each.is_file()
    )


def report_file(folder: Path, taken: Sequence[Taken]) -> Path:
    """A file for the report that is not there yet, named after the first manuscript."""
    stem = taken[0].stem if taken else "没有收"
    names = (f"{stem}{'' if n == 1 else f'-{n}'}.md" for n in count(1))
    return next(folder / name for name in names if not (folder / name).exists())
