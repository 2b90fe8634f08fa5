"""Renditions kept between runs: one file each, named after everything that it was made of."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import numpy
import PIL
from PIL import features

from plugins.press.prepress.rendition import Rendition

#: Changes whenever the way of rendering does.
VERSION = 1
#: The tools whose next version may make other bytes.
TOOLS = (
    f"pillow {PIL.__version__}, lcms {features.version('littlecms2')}, "
    f"jpeg {features.version('jpg')}, numpy {numpy.__version__}, {VERSION}"
)


def key(source: bytes, *made_with: object) -> str:
    """The name of the rendition of ``source`` (its bytes) made with these."""
    digest = sha256(source)
    digest.update(repr((TOOLS, *made_with)).encode())
    return digest.hexdigest()


class PictureStore:
    """A folder of renditions; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str) -> Rendition | None:
        """The rendition of this name; None when it is not there or was cut off."""
        if self._folder is None:
            return None
        try:
            head, data = (self._folder / f"{name}.plates").read_bytes().split(b"\n", 1)
            width, height, space, jpeg, length = json.loads(head)
        except (OSError, ValueError):
            return None
        if len(data) != length:
            return None
        return Rendition((width, height), space, jpeg, data)

    def keep(self, name: str, made: Rendition) -> None:
        """Write a rendition, whole or not at all."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = self._folder / f"{name}.{os.getpid()}.new"
        head = json.dumps([*made.size, made.space, made.jpeg, len(made.data)])
        aside.write_bytes(head.encode() + b"\n" + made.data)
        aside.replace(self._folder / f"{name}.plates")
