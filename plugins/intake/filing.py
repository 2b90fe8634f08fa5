"""New files in an issue's folder: never over one that is there, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from plugins.intake.intakefault import IntakeFault
from plugins.keeping import aside

#: Bytes of a Word file as it came.
MOST_DOCX = 300 * 2**20


def data_of(file: Path, most: int = MOST_DOCX) -> bytes:
    """What is in a file that came. Raises `IntakeFault` when it cannot be read or has more than ``most`` bytes."""
    try:
        size = file.stat().st_size
        if size > most:
            raise IntakeFault(
                f"“{file.name}”有 {size // 2**20} MB，超过 {most // 2**20} MB，没有收；请压缩图片或分成几个文件再收"
            )
        return file.read_bytes()
    except OSError as error:
        raise IntakeFault(f"没有这个文件，或读不了：{file}") from error


def free(folder: Path, stem: str, taken: set[str]) -> str:
    """``stem``, or stem-2, stem-3 … : the first that no manuscript has, neither in the folder nor in ``taken``.

    Letters alone decide, not their case: some file systems know no case.
    """
    there = {each.stem.casefold() for each in folder.glob("*.md")} if folder.is_dir() else set()
    pictured = folder / "photos"
    shown = {each.stem.casefold() for each in pictured.iterdir()} if pictured.is_dir() else set()
    for name in _numbered(stem):
        key = name.casefold()
        begun = any(
            each.startswith(f"{key}-") and each[len(key) + 1 :].isdecimal() for each in shown
        )
        if key not in there and key not in taken and not begun:
            return name
    raise AssertionError("count() never ends")


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{n}" for n in count(2))


def write_new(file: Path, data: bytes) -> None:
    """Write a file that must not be there yet. Raises `IntakeFault` when it is: nothing was changed then."""
    try:
        aside.write_new(file, data)
    except FileExistsError:
        raise IntakeFault(f"“{file.name}”刚刚被别的程序写了，没有覆盖；请再收一次") from None


def loader(folder: Path, most: int) -> Callable[[str], bytes | None]:
    """What reads the pictures that a file names beside itself: only inside its own folder, ``most`` bytes."""
    root = folder.resolve()

    def load(src: str) -> bytes | None:
        if "://" in src or src.startswith(("/", "\\", "data:")) or not src:
            return None
        path = (folder / src.split("?")[0]).resolve()
        try:
            if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > most:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return load
