"""How much ink a picture asks for, whatever form it has; and what is broken in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Name, Stream, String
from PIL import Image

from plugins.press.preflight.document import Document, read
from plugins.press.preflight.record import Expected
from tests.preflight.specimen import Specimen


def document(path: Path, file: Specimen, measured: dict[str, float] | None = None) -> Document:
    return read(file.save(path / "a.pdf"), Expected(), {} if measured is None else measured)


def ink(path: Path, picture: Stream, file: Specimen) -> float:
    file.put("/XObject", "Im1", picture)
    found = document(path, file)
    used = next(mark.picture for mark in found.pages[0].marks if mark.picture)
    assert found.plates.fault(used) == ""
    return found.plates.ink(used)


def jpeg(file: Specimen, colour: tuple[int, ...], mode: str = "CMYK", size: int = 640) -> Stream:
    """A JPEG as Pillow writes it: CMYK turned over, as Adobe does."""
    kept = BytesIO()
    Image.new(mode, (size, size), colour).save(kept, "JPEG", quality=95)
    stream = Stream(file.pdf, kept.getvalue())
    stream.Type, stream.Subtype, stream.Filter = Name.XObject, Name.Image, Name.DCTDecode
    stream.Width = stream.Height = size
    stream.BitsPerComponent = 8
    stream.ColorSpace = Name.DeviceCMYK if mode == "CMYK" else Name.DeviceGray
    return stream


def test_plain_samples(tmp_path: Path) -> None:
    file = Specimen()
    assert ink(tmp_path, file.picture(byte=b"\x80"), file) == pytest.approx(200.8, abs=0.1)


@pytest.mark.parametrize(
    ("bits", "byte", "total"), [(4, b"\x33", 80), (16, b"\x40", 100.4), (1, b"\xff", 400)]
)
def test_other_depths(tmp_path: Path, bits: int, byte: bytes, total: float) -> None:
    file = Specimen()
    picture = file.picture(bits=bits, byte=byte)
    assert ink(tmp_path, picture, file) == pytest.approx(total, abs=0.1)


def test_a_decode_array_turns_samples_over(tmp_path: Path) -> None:
    file = Specimen()
    picture = file.picture(byte=b"\xff")
    picture.Decode = Array([1, 0] * 4)
    assert ink(tmp_path, picture, file) == 0


def test_a_jpeg_turned_over_needs_its_decode_array(tmp_path: Path) -> None:
    file = Specimen()
    picture = jpeg(file, (51, 51, 51, 51))
    picture.Decode = Array([1, 0] * 4)
    assert ink(tmp_path, picture, file) == pytest.approx(80, abs=4)
    del picture.Decode
    assert ink(tmp_path, picture, file) == pytest.approx(320, abs=4)


def test_a_palette(tmp_path: Path) -> None:
    file = Specimen()
    table = String(b"\0\0\0\0" + b"\xff\xff\xff\0")
    space = Array([Name.Indexed, Name.DeviceCMYK, 1, table])
    assert ink(tmp_path, file.picture(space=space, parts=1, byte=b"\0"), file) == 0
    assert ink(tmp_path, file.picture(space=space, parts=1, byte=b"\1"), file) == 300


def test_a_grey_picture_needs_no_measuring(tmp_path: Path) -> None:
    file = Specimen()
    picture = file.picture(space=Name.DeviceGray, parts=1, byte=b"\0")
    assert ink(tmp_path, picture, file) == 0


def test_a_few_wild_pixels_do_not_count(tmp_path: Path) -> None:
    file = Specimen()
    picture = file.picture()
    picture.write(b"\xff" * 4 * 20 + b"\0" * (200 * 200 - 20) * 4)
    assert ink(tmp_path, picture, file) == 0


def test_what_was_measured_is_not_measured_again(tmp_path: Path) -> None:
    measured: dict[str, float] = {}
    document(tmp_path, Specimen(), measured)
    assert len(measured) == 1
    key = next(iter(measured))
    measured[key] = 399.0
    found = document(tmp_path, Specimen(), measured)
    used = next(mark.picture for mark in found.pages[0].marks if mark.picture)
    assert found.plates.ink(used) == 399.0


def fault(path: Path, picture: Stream, file: Specimen) -> str:
    file.put("/XObject", "Im1", picture)
    found = document(path, file)
    used = next(mark.picture for mark in found.pages[0].marks if mark.picture)
    return found.plates.fault(used)


def test_a_jpeg_of_another_size(tmp_path: Path) -> None:
    file = Specimen()
    picture = jpeg(file, (10, 10, 10, 10))
    picture.Width = 700
    assert fault(tmp_path, picture, file) == "JPEG 的大小和所说的不合"


def test_a_jpeg_cut_off(tmp_path: Path) -> None:
    file = Specimen()
    picture = jpeg(file, (10,), "L")
    whole = picture.read_raw_bytes()
    picture.write(whole[: len(whole) // 2], filter=Name.DCTDecode)
    assert fault(tmp_path, picture, file) == "JPEG 没有结尾"


def test_a_jpeg_that_is_none(tmp_path: Path) -> None:
    file = Specimen()
    picture = jpeg(file, (10,), "L")
    picture.write(b"GIF89a", filter=Name.DCTDecode)
    assert fault(tmp_path, picture, file) == "JPEG 解不开"


def test_a_jpeg_whose_space_has_other_parts(tmp_path: Path) -> None:
    file = Specimen()
    picture = jpeg(file, (10,), "L")
    picture.ColorSpace = Name.DeviceCMYK
    assert fault(tmp_path, picture, file) == "JPEG 的色数和色空间不合"
