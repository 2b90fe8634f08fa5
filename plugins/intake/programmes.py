"""Programmes for drawings and old files, if this machine has them: a file in, a file out, nothing left behind."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

#: Seconds after which a programme that hangs is given up.
LONGEST = 120
OFFICE = ("soffice", "libreoffice")
#: The file that came, the folder for what is made → what the programme is called with.
Arguments = Callable[[Path, Path], Sequence[str]]


def made_by(name: str, arguments: Arguments, data: bytes, suffix: str, made: str) -> bytes | None:
    """What programme ``name`` makes of ``data`` in a file «drawing.png», ``made``; None when it cannot.

    It works in an empty folder that is taken away.
    """
    programme = shutil.which(name)
    if programme is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source, target = folder / f"in{suffix}", folder / "out" / f"in{made}"
        source.write_bytes(data)
        target.parent.mkdir()
        try:
            command = [programme, *arguments(source, target.parent)]
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        except (subprocess.SubprocessError, OSError):
            return None
        return target.read_bytes() if target.is_file() else None


def by_office(form: str, data: bytes, suffix: str, made: str) -> bytes | None:
    """What LibreOffice makes of ``data``; with a profile of its own, for one that is open takes the call and drops it."""

    def arguments(source: Path, folder: Path) -> Sequence[str]:
        profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
        return (profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(source))

    found = (made_by(name, arguments, data, suffix, made) for name in OFFICE)
    return next((each for each in found if each), None)
