"""EMF and WMF drawings → PNG, by a programme that is installed on this machine; none has to be."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

#: Programme → what it is called with; {source}, {folder} and {made} are files in an empty folder.
PROGRAMMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("inkscape", ("--export-type=png", "--export-dpi=300", "--export-filename={made}", "{source}")),
    ("soffice", ("--headless", "--convert-to", "png", "--outdir", "{folder}", "{source}")),
    ("libreoffice", ("--headless", "--convert-to", "png", "--outdir", "{folder}", "{source}")),
)
#: Seconds after which a programme that hangs is given up.
LONGEST = 90
PNG = b"\x89PNG\r\n\x1a\n"


def draw(data: bytes, suffix: str) -> bytes | None:
    """The drawing as a PNG; None when no programme is there or none can draw it."""
    for name, arguments in PROGRAMMES:
        programme = shutil.which(name)
        if programme and (made := _drawn(programme, arguments, data, suffix)):
            return made
    return None


def _drawn(programme: str, arguments: Sequence[str], data: bytes, suffix: str) -> bytes | None:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / f"drawing{suffix}", Path(folder) / "drawing.png"
        source.write_bytes(data)
        places = {"source": str(source), "folder": folder, "made": str(made)}
        command = [programme, *(each.format(**places) for each in arguments)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        except (subprocess.SubprocessError, OSError):
            return None
        found = made.read_bytes() if made.is_file() else b""
        return found if found.startswith(PNG) else None
