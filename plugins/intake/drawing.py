"""EMF and WMF drawings → PNG, by a programme that is installed on this machine; none has to be."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageChops

#: Seconds after which a programme that hangs is given up.
LONGEST = 90
PNG = b"\x89PNG\r\n\x1a\n"
#: LibreOffice puts a drawing on a page of paper and gives it 96 dots an inch; for print it takes 300.
FINER = 300 / 96
Run = Callable[[Sequence[str]], bytes | None]


def draw(data: bytes, suffix: str) -> bytes | None:
    """The drawing as a PNG; None when no programme is there or none can draw it."""
    for name, by in (("inkscape", _inkscape), ("soffice", _office), ("libreoffice", _office)):
        programme = shutil.which(name)
        if programme and (made := _drawn(programme, by, data, suffix)):
            return made
    return None


def _drawn(
    programme: str, by: Callable[[str, Path, Path, Run], bytes | None], data: bytes, suffix: str
) -> bytes | None:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / f"drawing{suffix}", Path(folder) / "drawing.png"
        source.write_bytes(data)

        def run(arguments: Sequence[str]) -> bytes | None:
            """What the programme wrote, when it is a PNG."""
            made.unlink(missing_ok=True)
            try:
                subprocess.run(
                    [programme, *arguments], check=True, capture_output=True, timeout=LONGEST
                )
            except (subprocess.SubprocessError, OSError):
                return None
            found = made.read_bytes() if made.is_file() else b""
            return found if found.startswith(PNG) else None

        return by(str(source), Path(folder), made, run)


def _inkscape(source: str, folder: Path, made: Path, run: Run) -> bytes | None:
    return run(("--export-type=png", "--export-dpi=300", f"--export-filename={made}", source))


def _office(source: str, folder: Path, made: Path, run: Run) -> bytes | None:
    """The page first as it comes, for its size; then finer, with the paper around the drawing cut off."""
    coarse = run(_to("png", folder, source))
    if coarse is None:
        return None
    with Image.open(io.BytesIO(coarse)) as page:
        width, height = (round(each * FINER) for each in page.size)
    size = {
        name: {"type": "long", "value": str(value)}
        for name, value in (("PixelWidth", width), ("PixelHeight", height))
    }
    fine = run(_to(f"png:draw_png_Export:{json.dumps(size)}", folder, source))
    return _trimmed(fine or coarse)


def _to(form: str, folder: Path, source: str) -> tuple[str, ...]:
    return ("--headless", "--convert-to", form, "--outdir", str(folder), source)


def _trimmed(data: bytes) -> bytes:
    """The picture without the white around it; a white one as it is."""
    with Image.open(io.BytesIO(data)) as page:
        clear = page.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    image = Image.alpha_composite(paper, clear).convert("RGB")
    box = ImageChops.difference(image, paper.convert("RGB")).getbbox()
    if box is None:
        return data
    made = io.BytesIO()
    image.crop(box).save(made, "PNG")
    return made.getvalue()
