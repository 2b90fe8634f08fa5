"""The copies: what stands in their bytes, from every kind of original."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from plugins.article.pictures import strictly
from plugins.web.pictures.picture_copies import Encoded, encode

SECRET = "内部说明"


def photo(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """A picture that is no drawing: soft clouds, of which no pixel is like its neighbour."""
    size = (width // 8 + 1, height // 8 + 1)
    clouds = Image.frombytes("RGB", size, Random(1).randbytes(3 * size[0] * size[1]))
    return clouds.resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def chart(width: int = 1200, height: int = 800) -> Image.Image:
    drawn = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(drawn)
    for bar in range(8):
        draw.rectangle((40 + bar * 60, 400 - bar * 40, 80 + bar * 60, 500), fill="teal")
    return drawn


def original(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def opened(copy: Encoded) -> Image.Image:
    image = Image.open(BytesIO(copy.data))
    image.load()
    return image


def copies(data: bytes, suffix: str) -> list[Encoded]:
    return [copy for copy in encode(data) if copy.suffix == suffix]


def middle(copy: Encoded) -> tuple[int, ...]:
    found = opened(copy).convert("RGB").getpixel((copy.width // 2, copy.height // 2))
    assert isinstance(found, tuple)
    return found


def near(one: tuple[int, ...], other: tuple[int, ...], within: int = 6) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


def test_a_photo_comes_in_three_formats_each_smaller_than_the_last() -> None:
    made = encode(original(photo(2000, 1333)))
    assert {copy.suffix for copy in made} == {"jpg", "webp", "avif"}
    totals = [sum(len(each.data) for each in made if each.suffix == suffix)
              for suffix in ("jpg", "webp", "avif")]  # fmt: skip
    assert totals == sorted(totals, reverse=True)


def test_sizes_in_the_record_are_those_of_the_files() -> None:
    for copy in encode(original(photo(2000, 1333))):
        assert opened(copy).size == (copy.width, copy.height)


def test_a_format_that_saves_nothing_is_not_offered() -> None:
    """AVIF has a head of 300 bytes: a plain square is smaller as WebP."""
    made = encode(original(Image.new("RGB", (16, 16), "white"), "PNG"))
    assert "avif" not in {copy.suffix for copy in made}


def test_a_small_picture_is_not_enlarged() -> None:
    assert [copy.width for copy in copies(original(photo(300, 200)), "jpg")] == [300]
    assert [copy.width for copy in copies(original(photo(700, 200)), "jpg")] == [480, 700]


def test_a_strip_of_one_pixel_survives() -> None:
    (*_, largest) = copies(original(Image.new("RGB", (5000, 1), "red"), "PNG"), "png")
    assert (largest.width, largest.height) == (1600, 1)
    assert encode(original(Image.new("RGB", (1, 50), "red"), "PNG"))


def test_the_jpeg_is_progressive() -> None:
    assert opened(copies(original(photo()), "jpg")[0]).info.get("progressive")


def test_no_copy_tells_who_made_the_picture_or_where() -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0)}
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = original(
        photo(), exif=exif, xmp=xmp, comment=SECRET, dpi=(300, 300), icc_profile=profile
    )
    assert SECRET.encode() in data
    for copy in encode(data):
        image = opened(copy)
        assert not image.getexif()
        assert not {"xmp", "comment", "icc_profile"} & set(image.info)
        assert SECRET.encode() not in copy.data


def test_a_chart_tells_nothing_either() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_itxt("Author", SECRET)
    for copy in encode(original(chart(), "PNG", pnginfo=told, dpi=(300, 300))):
        assert SECRET.encode() not in copy.data
        assert not set(opened(copy).info) & {"Author", "icc_profile", "exif"}


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_turned_photo_stands_upright(orientation: int) -> None:
    image = Image.new("RGB", (90, 60), "white")
    image.paste("red", (0, 0, 30, 60))
    exif = Image.Exif()
    exif[0x0112] = orientation
    (copy,) = copies(original(image, exif=exif), "jpg")
    red = {3: (75, 30), 6: (30, 15), 8: (30, 75)}[orientation]
    assert (copy.width, copy.height) == ((90, 60) if orientation == 3 else (60, 90))
    assert near(opened(copy).convert("RGB").getpixel(red), (254, 0, 0), 20)  # type: ignore[arg-type]


def test_a_chart_stays_png_without_loss_of_shape() -> None:
    made = encode(original(chart(), "PNG"))
    assert {copy.suffix for copy in made} >= {"png", "webp"}
    assert [copy.width for copy in made if copy.suffix == "png"] == [480, 960, 1200]
    largest = next(copy for copy in made if copy.suffix == "png" and copy.width == 1200)
    assert opened(largest).convert("RGB").tobytes() == chart().tobytes()


def test_a_photo_in_a_png_becomes_a_jpeg() -> None:
    assert copies(original(photo(), "PNG"), "jpg")


def test_a_gif_gives_its_first_frame() -> None:
    frames = [Image.new("P", (60, 40), index) for index in (1, 2)]
    for frame in frames:
        frame.putpalette([255, 255, 255, 200, 0, 0, 0, 0, 200])
    data = original(frames[0], "GIF", save_all=True, append_images=frames[1:])
    for copy in encode(data):
        assert getattr(opened(copy), "n_frames", 1) == 1
        assert near(middle(copy), (200, 0, 0))


def test_a_palette_keeps_its_colours() -> None:
    few = photo(200, 100).quantize(16)
    (copy, *_) = encode(original(few, "PNG"))
    assert near(middle(copy), few.convert("RGB").getpixel((100, 50)), 60)  # type: ignore[arg-type]


def test_transparent_parts_are_white_so_that_black_words_are_read_on_dark_pages() -> None:
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 20, 40))
    for form in ("PNG", "WEBP", "TIFF"):
        for copy in encode(original(clear, form)):
            image = opened(copy)
            assert not image.has_transparency_data
            assert near(image.convert("RGB").getpixel((50, 20)), (255, 255, 255))  # type: ignore[arg-type]
            assert near(image.convert("RGB").getpixel((8, 20)), (0, 0, 0), 12)  # type: ignore[arg-type]


def test_half_transparent_grey_and_palettes() -> None:
    half = Image.new("LA", (40, 40), (0, 128))
    assert near(middle(encode(original(half, "PNG"))[0]), (127, 127, 127))
    palette = Image.new("P", (40, 40), 0)
    palette.putpalette([10, 20, 30])
    data = original(palette, "PNG", transparency=0)
    assert near(middle(encode(data)[0]), (255, 255, 255))


def test_grey_of_16_bits_is_not_burnt_out() -> None:
    image = Image.new("I;16", (40, 40), 0x8000)
    assert near(middle(encode(original(image, "PNG"))[0]), (128, 128, 128), 2)


def test_black_and_white_of_one_bit() -> None:
    assert near(middle(encode(original(Image.new("1", (40, 40), 1), "TIFF"))[0]), (255,) * 3)


@pytest.mark.parametrize("colour", [(0, 0, 0, 0), (0, 0, 0, 255)])
def test_cmyk_without_a_profile(colour: tuple[int, int, int, int]) -> None:
    grey = 255 - colour[3]
    (copy, *_) = encode(original(Image.new("CMYK", (40, 40), colour)))
    assert near(middle(copy), (grey,) * 3)


def lab_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def test_a_profile_that_does_not_fit_is_ignored() -> None:
    for profile in (b"broken", lab_profile()):
        data = original(Image.new("RGB", (40, 40), (200, 30, 30)), icc_profile=profile)
        assert near(middle(encode(data)[0]), (200, 30, 30))


def wide_gamut() -> bytes:
    """A profile like sRGB whose red and green are exchanged: whoever ignores it is seen."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    tags = int.from_bytes(plain[128:132], "big")
    table = {plain[132 + 12 * n : 136 + 12 * n]: 132 + 12 * n for n in range(tags)}
    made = bytearray(plain)
    red, green = table[b"rXYZ"], table[b"gXYZ"]
    made[red : red + 4], made[green : green + 4] = b"gXYZ", b"rXYZ"
    at = plain.index("sRGB".encode("utf-16-be"))
    made[at : at + 8] = "test".encode("utf-16-be")
    return bytes(made)


def test_other_colour_spaces_are_turned_into_srgb() -> None:
    data = original(Image.new("RGB", (40, 40), (250, 0, 0)), quality=95, icc_profile=wide_gamut())
    for copy in encode(data):
        assert near(middle(copy), (0, 250, 0), 12), copy.suffix
        assert "icc_profile" not in opened(copy).info


def test_the_same_original_gives_the_same_bytes() -> None:
    for data in (original(photo(1000, 600)), original(chart(), "PNG")):
        assert encode(data) == encode(data)


def test_what_is_no_picture_is_refused() -> None:
    for data in (b"", b"\xff\xd8\xff\xe0broken", original(chart(), "PNG")[:200]):
        with strictly(), pytest.raises((OSError, SyntaxError)):
            encode(data)
