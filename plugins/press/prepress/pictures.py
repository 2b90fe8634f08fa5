"""The pictures of a PDF: each rendered once for where it stands largest, two at a time.

PDF libraries are not safe in threads: sources are read and images written by the one thread,
only the pixels are worked on by others (Pillow gives up the interpreter's lock).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from pikepdf import Array, Name, Pdf, PdfImage, Stream
from PIL import Image

from plugins.press.prepress.inks import Mode, read_table
from plugins.press.prepress.picturestore import PictureStore, key
from plugins.press.prepress.placements import Placement, placements
from plugins.press.prepress.profiles import Ink, PressProfile
from plugins.press.prepress.recipe import Recipe
from plugins.press.prepress.rendition import PPI, SPACES, SPARE, Manner, Rendition, render

WORKERS = 2
DCT = Name.DCTDecode
#: Of a picture, by the identity of its PDF object, and of what it becomes.
Key = tuple[tuple[int, int], Mode]
INVERTED = [1, 0] * 4


class Pictures:
    """Finds the press's own image for an image of the PDF."""

    def __init__(self, made: Mapping[Key, Any]) -> None:
        self._made = made

    @classmethod
    def of(cls, pdf: Pdf, recipe: Recipe, profile: PressProfile, cache: Path | None) -> Pictures:
        """Render every picture that the pages of ``pdf`` paint. ``cache``: see `separate`."""
        table = {
            (code[0], code[1], code[2]): ink
            for name, ink in read_table(recipe.inks).items()
            for code in [bytes.fromhex(name[1:])]
        }

        def mode_of(placement: Placement) -> Mode:
            if placement.in_mask:
                return "mask"
            return "grey" if placement.page in recipe.grey else "colour"

        jobs = {}
        for (objgen, mode), (image, ppi) in _largest(pdf, mode_of, cache).items():
            if not _left_to_press(image, mode, ppi):
                jobs[objgen, mode] = image, Manner("press", mode, ppi, recipe.ink_limit)
        darkroom = _Darkroom(cache, profile, table)
        return cls({each: _new_image(pdf, made) for each, made in darkroom.rendered(jobs).items()})

    def find(self, image: Any, mode: Mode) -> Any:
        """The press's image; the image itself when it may stay as it is."""
        return self._made.get((image.objgen, mode), image)


def screen_pictures(pdf: Pdf, cache: Path | None = None) -> None:
    """Make the pictures of ``pdf`` fit for the screen, in place.

    sRGB or grey; photographs at most 150 ppi where they stand largest, JPEG; drawings at most
    200 ppi, lossless. Transparency stays. ``cache``: a folder for what was rendered; None: nothing
    is kept.
    """
    found = _largest(pdf, lambda _: "colour", cache)
    jobs = {
        each: (image, Manner("screen", "colour", ppi))
        for each, (image, ppi) in found.items()
        if not _left_to_screen(image, ppi)
    }
    for each, made in _Darkroom(cache, None, {}).rendered(jobs).items():
        _rewrite(found[each][0], made)


def _largest(
    pdf: Pdf, mode_of: Callable[[Placement], Mode], cache: Path | None
) -> dict[Key, tuple[Any, float]]:
    """Every image with its fewest ppi in each mode. Stencils are no pictures: they have no colour."""
    found: dict[Key, tuple[Any, float]] = {}
    for placement in placements(pdf, cache):
        image = placement.image
        if image.get("/ImageMask", False) or "/Width" not in image:
            continue
        place = image.objgen, mode_of(placement)
        ppi = round(placement.ppi, 2)
        found[place] = image, min(ppi, found[place][1] if place in found else ppi)
    return found


def _left_to_press(image: Any, mode: Mode, ppi: float) -> bool:
    """Line art of one bit, and pictures that come in the inks of a press already."""
    if int(image.get("/BitsPerComponent", 8)) == 1:
        return image.get("/ColorSpace") == Name.DeviceGray and "/SMask" not in image
    inked = mode == "colour" and image.get("/ColorSpace") == Name.DeviceCMYK
    return inked and "/SMask" not in image and ppi <= PPI["press"][0] * SPARE["press"]


def _left_to_screen(image: Any, ppi: float) -> bool:
    """A JPEG in sRGB that is coarse enough: every new JPEG would lose some of it."""
    if int(image.get("/BitsPerComponent", 8)) == 1:
        return True
    if image.get("/Filter") != DCT or ppi > PPI["screen"][0] * SPARE["screen"]:
        return False
    with Image.open(BytesIO(image.read_raw_bytes())) as picture:
        return picture.mode in ("L", "RGB") and "icc_profile" not in picture.info


@dataclass(frozen=True, slots=True)
class _Darkroom:
    """Renders pictures, or finds them in the cache."""

    cache: Path | None
    profile: PressProfile | None
    table: Mapping[tuple[int, int, int], Ink]

    def rendered(self, jobs: Mapping[Key, tuple[Any, Manner]]) -> dict[Key, Rendition]:
        """The renditions, in the order of the jobs."""
        store = PictureStore(self.cache / "pictures" if self.cache else None)
        made_with = self.profile.digest if self.profile else "", sorted(self.table.items())
        found: dict[Key, Rendition | Future[Rendition]] = {}
        with ThreadPoolExecutor(WORKERS) as workers:
            for each, (image, manner) in jobs.items():
                name = key(_bytes_of(image), manner, made_with)
                found[each] = store.find(name) or workers.submit(
                    self._render, *_decoded(image, manner), manner, partial(store.keep, name)
                )
        return {
            each: made if isinstance(made, Rendition) else made.result()
            for each, made in found.items()
        }

    def _render(
        self,
        picture: Image.Image,
        alpha: Image.Image | None,
        manner: Manner,
        keep: Callable[[Rendition], None],
    ) -> Rendition:
        made = render(picture, alpha, manner, self.profile, self.table)
        keep(made)
        return made


def _bytes_of(image: Any) -> bytes:
    """All that an image is made of: its data, how it is coded, its profile, its soft mask."""
    parts = [image.read_raw_bytes()]
    space = image.get("/ColorSpace")
    if isinstance(space, Array) and len(space) > 1 and isinstance(space[1], Stream):
        parts.append(space[1].read_bytes())
    elif space is not None:
        parts.append(space.unparse(resolved=True))
    mask = image.get("/SMask")
    if isinstance(mask, Stream):
        parts.append(mask.read_raw_bytes())
    return b"\0".join(parts)


def _decoded(image: Any, manner: Manner) -> tuple[Image.Image, Image.Image | None]:
    """An image as L, RGB or CMYK, and its soft mask for the press (the screen keeps it as it is)."""
    mask = image.get("/SMask")
    alpha = None
    if isinstance(mask, Stream) and manner.aim == "press":
        alpha = PdfImage(mask).as_pil_image().convert("L")
    if image.get("/Filter") == DCT:
        return Image.open(BytesIO(image.read_raw_bytes())), alpha
    picture = PdfImage(image).as_pil_image()
    if picture.mode not in SPACES:
        picture = picture.convert("L" if picture.mode in ("1", "I", "F", "LA") else "RGB")
    return picture, alpha


def _new_image(pdf: Pdf, made: Rendition) -> Any:
    image = pdf.make_stream(b"")
    image.Type, image.Subtype = Name.XObject, Name.Image
    _rewrite(image, made)
    return image


def _rewrite(image: Any, made: Rendition) -> None:
    """Give an image the pixels of a rendition.

    JPEG files of four inks hold them inverted, as Adobe's always did; Decode tells so, because
    ISO 32000-1, 7.4.8 lets no reader guess it from the file.
    """
    for name in ("/Decode", "/DecodeParms", "/Interpolate", "/Intent", "/Metadata"):
        if name in image:
            del image[name]
    filter_ = DCT if made.jpeg else Name.FlateDecode
    image.write(made.data, filter=filter_)
    image.Width, image.Height = made.size
    image.BitsPerComponent, image.ColorSpace = 8, Name(made.space)
    if made.jpeg and made.space == SPACES["CMYK"]:
        image.Decode = Array(INVERTED)
