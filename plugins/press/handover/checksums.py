"""What a finished file is: size, digest, and of a PDF its pages and their trimmed size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from pikepdf import Pdf

SUMS = "SHA256SUMS.txt"
MM_PER_PT = 25.4 / 72
#: Sizes of pages nearer than this to one another are the same (mm).
SAME_MM = 0.1


@dataclass(frozen=True, slots=True)
class PressFile:
    """A file of the folder. ``pages`` is 0 and ``trims_mm`` empty when it is no PDF."""

    name: str
    bytes: int
    sha256: str
    pages: int = 0
    #: The different trimmed sizes of its pages (width, height), in the order they come.
    trims_mm: tuple[tuple[float, float], ...] = ()

    @property
    def size(self) -> str:
        """Its bytes as people read them: «1.2 MB»."""
        if self.bytes < 1_000_000:
            return f"{self.bytes / 1000:.0f} kB"
        return f"{self.bytes / 1_000_000:.1f} MB"

    @property
    def measure(self) -> str:
        """The trimmed size: «426.5 × 285», two at the most."""
        shown = [f"{width:g} × {height:g}" for width, height in self.trims_mm[:2]]
        return "、".join(shown) + ("等" if len(self.trims_mm) > 2 else "")


def press_file(file: Path) -> PressFile:
    """Read a finished file. Raises ``pikepdf.PdfError`` when a .pdf is none."""
    pages, trims = _pages(file) if file.suffix == ".pdf" else (0, ())
    return PressFile(file.name, file.stat().st_size, sha256(file), pages, trims)


def _pages(file: Path) -> tuple[int, tuple[tuple[float, float], ...]]:
    trims: list[tuple[float, float]] = []
    with Pdf.open(file) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(each) * MM_PER_PT for each in page.trimbox)
            size = (round(abs(x1 - x0), 1), round(abs(y1 - y0), 1))
            if not any(_same(size, other) for other in trims):
                trims.append(size)
        return len(pdf.pages), tuple(trims)


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= SAME_MM for a, b in zip(one, other, strict=True))


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal figures."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def sums(folder: Path, files: Iterable[Path]) -> str:
    """Lines as ``sha256sum --check`` reads them, by name: digest, two characters, path in the folder."""
    shown = sorted((file.relative_to(folder).as_posix(), file) for file in files)
    return "".join(f"{sha256(file)}  {name}\n" for name, file in shown)
