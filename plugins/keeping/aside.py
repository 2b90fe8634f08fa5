"""Writing a file so that it is the old one or the whole new one, whatever happens meanwhile."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(file: Path, data: bytes) -> None:
    """Write ``data`` beside ``file`` and put it in its place in one step. Makes the folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".new", dir=file.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        aside.chmod(0o644)
        aside.replace(file)
    except BaseException:
        aside.unlink()
        raise
