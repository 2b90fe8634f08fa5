"""The profile of the press: its facts, and the conversions through it (ICC.1:2010, LittleCMS)."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from plugins.press.prepress.recipe import SETTING, ProfileError

RGB = tuple[float, float, float]
#: Cyan, magenta, yellow, black, each 0 to 1.
Ink = tuple[float, float, float, float]
Bytes = NDArray[np.uint8]

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
PERCEPTUAL = ImageCms.Intent.PERCEPTUAL
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
NO_FLAGS = ImageCms.Flags.NONE
#: Steps a channel of the colours that are tried to find how much ink a profile lays.
STEPS = 17
REGISTRY = "http://www.color.org"
#: Descriptions of profiles → the characterization that they were made from (registry of the ICC).
CONDITIONS = (
    (r"ISO ?Coated ?v2|FOGRA ?39", "FOGRA39", "Offset, ISO 12647-2:2004, coated paper"),
    (r"PSO ?Coated ?v3|FOGRA ?51", "FOGRA51", "Offset, ISO 12647-2:2013, coated paper"),
    (r"PSO ?Uncoated ?v3|FOGRA ?52", "FOGRA52", "Offset, ISO 12647-2:2013, uncoated paper"),
    (r"ISO ?Uncoated|FOGRA ?29", "FOGRA29", "Offset, ISO 12647-2:2004, uncoated paper"),
    (r"PSO ?Uncoated|FOGRA ?47", "FOGRA47", "Offset, ISO 12647-2:2004, uncoated paper"),
    (r"Japan ?Color ?2001 ?Coated", "JC200103", "Japan Color 2001, coated paper"),
)


class PressProfile:
    """An opened CMYK printer profile."""

    def __init__(self, file: Path) -> None:
        """Raises `ProfileError` when ``file`` is no profile of a CMYK printer."""
        try:
            self.data = file.read_bytes()
            self._profile = ImageCms.ImageCmsProfile(BytesIO(self.data))
        except (OSError, ImageCms.PyCMSError) as fault:
            raise ProfileError(
                f"读不了 ICC 特性文件 {file.name}：不存在，或不是 ICC 文件。请查 {SETTING}。"
            ) from fault
        facts = self._profile.profile
        kind, space = facts.device_class.strip(), facts.xcolor_space.strip()
        if (kind, space) != ("prtr", "CMYK"):
            raise ProfileError(
                f"ICC 特性文件 {file.name} 是 {kind}/{space}，不是四色印刷（prtr/CMYK）的。"
                f"请向印厂要 CMYK 输出特性文件，写在 {SETTING}。"
            )
        self.digest = sha256(self.data).hexdigest()
        self.description = str(facts.profile_description or file.stem).strip("\0 ")

    @property
    def condition(self) -> tuple[str, str, str]:
        """Identifier, registry and words of the printing condition (ISO 15930-7, 6.3).

        The registry is empty for a profile that names no condition known to us.
        """
        for pattern, identifier, words in CONDITIONS:
            if re.search(pattern, self.description, re.IGNORECASE):
                return identifier, REGISTRY, words
        return self.description, "", self.description

    def ink(self, colour: RGB) -> Ink:
        """The inks of an sRGB colour (each 0 to 1), relative colorimetric with black point."""
        red, green, blue = (round(255 * channel) for channel in colour)
        made = self.separated(Image.new("RGB", (1, 1), (red, green, blue)), photograph=False)
        c, m, y, k = made.tobytes()
        return c / 255, m / 255, y / 255, k / 255

    def shown(self, ink: Ink) -> RGB:
        """The sRGB colour that the press would show for these inks."""
        c, m, y, k = (round(255 * each) for each in ink)
        made = applied(Image.new("CMYK", (1, 1), (c, m, y, k)), self._proof)
        red, green, blue = made.tobytes()
        return red / 255, green / 255, blue / 255

    def separated(
        self, picture: Image.Image, icc: bytes = b"", *, photograph: bool = True
    ) -> Image.Image:
        """An RGB picture in the inks of the press. ``icc``: its own profile, else it is sRGB.

        Photographs perceptually, all else relative colorimetric with black point compensation.
        """
        return applied(picture, self._transform(icc, photograph))

    @cached_property
    def black_of_light(self) -> Bytes:
        """256 values: sRGB grey → DeviceGray whose black ink looks as light (L* by L*).

        Black ink on paper spreads over the dots' edges: K 50 looks darker than a grey of 50 %.
        """
        ramp = np.zeros((1, 256, 4), np.uint8)
        ramp[0, :, 3] = np.arange(256)
        printed = Image.frombytes("CMYK", (256, 1), ramp.tobytes())
        shown = np.asarray(applied(printed, self._proof), np.float64)[0].mean(axis=1)
        black = np.interp(np.arange(256), shown[::-1], np.arange(255, -1, -1))
        return np.asarray(np.round(255 - black), np.uint8)

    @cached_property
    def most_ink(self) -> float:
        """The most ink (percent of all plates) that the profile lays for any colour."""
        steps = np.linspace(0, 255, STEPS).astype(np.uint8)
        grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(STEPS, -1, 3)
        colours = Image.fromarray(np.ascontiguousarray(grid))
        return max(
            float(np.asarray(self.separated(colours, photograph=each)).sum(axis=2).max()) / 2.55
            for each in (True, False)
        )

    @cached_property
    def _proof(self) -> ImageCms.ImageCmsTransform:
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(self._profile, srgb, "CMYK", "RGB", RELATIVE, BLACK_POINT)

    @lru_cache(maxsize=16)  # noqa: B019 - one profile lives as long as a run
    def _transform(self, icc: bytes, photograph: bool) -> ImageCms.ImageCmsTransform:
        intent, flags = (PERCEPTUAL, NO_FLAGS) if photograph else (RELATIVE, BLACK_POINT)
        return ImageCms.buildTransform(
            own_profile(icc), self._profile, "RGB", "CMYK", intent, flags
        )


def applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """The picture run through the transform."""
    made = ImageCms.applyTransform(picture, transform)
    if made is None:
        raise RuntimeError("the transform worked in place")
    return made


def own_profile(icc: bytes) -> ImageCms.ImageCmsProfile:
    """A picture's own RGB profile; sRGB when it has none or it cannot be read."""
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(icc)) if icc else None
    except (OSError, ImageCms.PyCMSError):
        found = None
    if found is not None and found.profile.xcolor_space.strip() == "RGB":
        return found
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=16)
def srgb_transform(icc: bytes) -> ImageCms.ImageCmsTransform:
    """From a picture's own profile to sRGB, for the screen."""
    srgb = ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(own_profile(icc), srgb, "RGB", "RGB", PERCEPTUAL)
