"""Registering scenes, laying the paper texture, and saving within a size budget."""

import io
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

from .pen import Pen

SIZES = {
    "C": (2551, 3437),
    "H": (2400, 1350),
    "W": (2000, 1125),
    "L": (1800, 1200),
    "P": (1200, 1600),
    "S": (1800, 1800),
    "X": (1800, 1200),
}
#: Drawn as "L", with more pixels: for pictures that lead a page.
SCALE = {"X": 1.5}
BUDGET = {
    "C": 330_000,
    "H": 260_000,
    "W": 170_000,
    "L": 135_000,
    "P": 130_000,
    "S": 190_000,
    "X": 230_000,
}
SCENES: dict[tuple[str, str], tuple[str, object]] = {}


def scene(issue: str, name: str, size: str = "L"):
    """Register a drawing function under an issue and a file name."""

    def keep(draw):
        """Store the function and hand it back unchanged."""
        SCENES[(issue, name)] = (size, draw)
        return draw

    return keep


def draw_scene(issue: str, name: str) -> Pen:
    """Draw one registered scene from its own fixed seed."""
    size, draw = SCENES[(issue, name)]
    pen = Pen(*SIZES[size], zlib.crc32(f"{issue}/{name}".encode()), SCALE.get(size, 1.0))
    draw(pen)
    return pen


def to_image(pen: Pen, texture: bool = True) -> Image.Image:
    """Turn the surface into an RGB image with a quiet paper mottling."""
    rgb = pen.snapshot().toarray()[:, :, [2, 1, 0]].astype(np.float32)
    if texture:
        high, wide = rgb.shape[:2]
        rng = np.random.default_rng(pen.w * 31 + pen.h)
        for cell, strength in ((max(4, pen.w // 420), 3.4), (max(12, pen.w // 130), 3.2)):
            small = rng.normal(0, 1, (high // cell + 2, wide // cell + 2))
            sheet = Image.fromarray((128 + small * 40).clip(0, 255).astype(np.uint8))
            big = sheet.resize((wide, high), Image.Resampling.BICUBIC)
            rgb += (np.asarray(big, dtype=np.float32)[:, :, None] - 128) / 40 * strength * 0.35
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8))


def jpeg_bytes(image: Image.Image, budget: int) -> bytes:
    """Encode at the highest quality that stays within the budget."""
    data = b""
    for quality in (88, 84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, progressive=True, optimize=True, dpi=(300, 300))
        data = buffer.getvalue()
        if len(data) <= budget:
            break
    return data


def png_bytes(image: Image.Image) -> bytes:
    """Encode a chart in full colour: a palette would have to be unpacked by every printing of it."""
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "PNG", optimize=True, dpi=(300, 300))
    return buffer.getvalue()


def render(issue: str, name: str, root: Path, preview: Path | None = None) -> int:
    """Draw one scene, write it under ``root``, and return its size in bytes."""
    size = SCENES[(issue, name)][0]
    pen = draw_scene(issue, name)
    chart = name.endswith(".png")
    image = to_image(pen, texture=not chart)
    data = png_bytes(image) if chart else jpeg_bytes(image, BUDGET[size])
    target = root / issue / "photos" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    if preview:
        preview.mkdir(parents=True, exist_ok=True)
        small = image.copy()
        small.thumbnail((1100, 1100))
        small.save(preview / f"{issue}-{name.rsplit('.', 1)[0]}.png")
    return len(data)
