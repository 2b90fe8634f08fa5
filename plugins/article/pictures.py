"""The pictures of an article: is the file there, whole, inside the issue, and how large?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from PIL import Image, ImageFile, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF")
#: Kinds of colour that both outputs can set (Pillow's names).
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK")
JPEG_END = b"\xff\xd9"


class PictureFault(ValueError):
    """A picture cannot be used; ``code`` names the rule, the message says why in Chinese."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in px."""

    width: int
    height: int


def measure(folder: Path, src: str) -> Size:
    """Size of the picture ``src`` (as typed) of the issue in ``folder``.

    Raises `PictureFault` when it lies outside the issue, is missing, or is no whole picture.
    """
    path = locate(folder, src)
    if not path.is_file():
        raise PictureFault(
            "A112", f"找不到图片“{src}”，请核对文件名，或把图片放进“{path.parent.name}”文件夹"
        )
    try:
        with strictly(), Image.open(path) as image:
            if image.format not in FORMATS:
                raise PictureFault(
                    "A113", f"图片“{src}”是 {image.format} 格式，请另存为 JPEG 或 PNG"
                )
            if image.mode not in MODES:
                raise PictureFault(
                    "A113", f"图片“{src}”的色彩（{image.mode}）不能印，请另存为 8 位的 RGB 或灰度图"
                )
            size = Size(*image.size)
            whole = _is_whole(image, path)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureFault("A113", f"图片“{src}”打不开或已损坏，请重新取得原图") from error
    if not whole:
        raise PictureFault("A113", f"图片“{src}”不完整（可能没有拷贝完），请重新取得原图")
    return size


def locate(folder: Path, src: str) -> Path:
    """The file behind ``src``; raises `PictureFault` for one outside the issue's folder."""
    outside = PictureFault("A114", f"图片“{src}”不在本期文件夹里，请放进本期的 photos 文件夹再引用")
    if "://" in src or src.startswith(("/", "\\", "data:")) or not src:
        raise outside
    path = folder / unquote(src)
    root = folder.resolve()
    if not path.resolve().is_relative_to(root):
        raise outside
    return path


@contextmanager
def strictly() -> Iterator[None]:
    """Pillow refuses cut-off pictures inside the block: importing WeasyPrint makes it accept them."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _is_whole(image: Image.Image, path: Path) -> bool:
    """Whether the file holds the whole picture; a broken one may also raise what Pillow raises.

    A JPEG is not decoded for it (a print original takes 50 ms): its end mark must be there.
    """
    if image.format == "JPEG":
        return _ends_whole(path)
    if image.format == "PNG":
        image.verify()
    else:
        image.load()
    return True


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 4096))
        return JPEG_END in file.read()
