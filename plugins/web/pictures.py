"""The site's own smaller copies of pictures. Originals in print resolution are never published.

Copies are kept in the cache by the content of the original, so each is made once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image, ImageOps

from plugins.article import pictures
from plugins.web import addresses

WIDTHS = (640, 1600)
JPEG_QUALITY = 80
#: Raised whenever `_write` may make other bytes.
VERSION = "1"
Role = Literal["plate", "inline"]


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its path on the site, its size in px."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All copies of one picture, smallest first."""

    copies: tuple[Copy, ...]

    @property
    def largest(self) -> Copy:
        """The copy that gives ``src``, ``width`` and ``height``."""
        return self.copies[-1]

    @property
    def is_chart(self) -> bool:
        """Whether it is a drawing with words (PNG), which must not be cropped."""
        return self.largest.path.endswith(".png")

    @property
    def is_wide(self) -> bool:
        """Whether it is a landscape, fit for the head of a page."""
        return self.largest.width > self.largest.height * 1.2


class PictureStore:
    """Makes copies, remembers which were asked for. ``content`` holds the originals."""

    def __init__(self, content: Path, cache: Path) -> None:
        self._content = content
        self._cache = cache / "pictures"
        self._known: dict[tuple[str, str], Picture] = {}
        self.files: dict[str, Path] = {}

    def picture(self, issue_key: str, src: str) -> Picture:
        """The copies of the picture ``src`` (as typed) of an issue."""
        if (issue_key, src) not in self._known:
            original = pictures.locate(self._content / issue_key, src)
            self._known[issue_key, src] = self._copies(original, issue_key)
        return self._known[issue_key, src]

    def _copies(self, original: Path, issue_key: str) -> Picture:
        data = original.read_bytes()
        digest = hashlib.sha256(VERSION.encode() + data).hexdigest()[:16]
        with Image.open(original) as image:
            suffix = "png" if image.format == "PNG" else "jpg"
            turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
            width = image.height if turned else image.width
        stem = addresses.segment(original.stem)
        made = []
        for wanted in sorted({min(width, each) for each in WIDTHS}):
            kept = self._cache / f"{digest}-{wanted}.{suffix}"
            if not kept.exists():
                _write(original, kept, wanted)
            path = f"{addresses.MEDIA}{issue_key}/{stem}-{wanted}.{digest[:8]}.{suffix}"
            self.files[path] = kept
            with Image.open(kept) as copy:
                made.append(Copy(path, *copy.size))
        return Picture(tuple(made))


def _write(original: Path, kept: Path, width: int) -> None:
    """Make one copy, upright, without metadata; aside first, so a crash leaves no half file."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_suffix(".new")
    with Image.open(original) as opened:
        image = ImageOps.exif_transpose(opened)
        profile = opened.info.get("icc_profile") if opened.mode == "RGB" else None
        is_png = kept.suffix == ".png"
        image = image.convert("RGBA" if is_png and image.has_transparency_data else "RGB")
        if image.width > width:
            height = max(1, round(image.height * width / image.width))
            image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        if is_png:
            _flat(image).save(aside, "PNG", optimize=True, icc_profile=profile)
        else:
            image.save(
                aside, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True,
                icc_profile=profile,
            )  # fmt: skip
    aside.replace(kept)


def _flat(image: Image.Image) -> Image.Image:
    """A drawing with few colours as a palette: a third of the bytes, no visible difference."""
    return image if image.mode == "RGBA" else image.quantize(256, dither=Image.Dither.NONE)
