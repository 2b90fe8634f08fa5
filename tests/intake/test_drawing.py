"""Programmes that draw EMF and WMF: none, one that works, one that fails."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from plugins.intake import drawing, intake, renewing
from tests.intake.wordfiles import picture


def programme(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_without_a_programme_nothing_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".emf") is None


def test_the_first_programme_that_can_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.png").write_bytes(picture())
    programme(tmp_path, "inkscape", f'/bin/cp {tmp_path}/made.png "${{3#*=}}"')
    programme(tmp_path, "soffice", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".wmf") == picture()


def test_a_page_with_a_drawing_is_asked_for_in_print_size_and_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A programme that draws a page of the size it is asked for (96 × 192 unasked), half of it teal."""
    programme(tmp_path, "inkscape", "exit 1")
    script = tmp_path / "page.py"
    script.write_text(
        "import json, sys\n"
        "from PIL import Image\n"
        "form, folder = sys.argv[4], sys.argv[6]\n"
        "asked = json.loads(form.split(':', 2)[2]) if ':' in form else {}\n"
        "value = lambda name, plain: int(asked.get(name, {'value': plain})['value'])\n"
        "size = value('PixelWidth', 96), value('PixelHeight', 192)\n"
        "page = Image.new('RGBA', size, 'white')\n"
        "page.paste('teal', (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))\n"
        "page.save(f'{folder}/in.png')\n"
    )
    programme(tmp_path, "soffice", f'exec {sys.executable} {script} "$@"')
    monkeypatch.setenv("PATH", str(tmp_path))
    made = drawing.draw(b"x", ".emf")
    assert made is not None
    with Image.open(io.BytesIO(made)) as image:
        assert (image.size, image.getpixel((0, 0))) == ((150, 300), (0, 128, 128))


def test_what_is_no_picture_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme(tmp_path, "soffice", 'echo no > "$6/in.png"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".wmf") is None


def test_an_old_file_is_renewed_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document()
    for words in ("泵站换新", "3月8日，东塘泵站换上新泵，三台机组全部试车成功。"):
        document.add_paragraph(words)
    document.save(str(tmp_path / "made.docx"))
    programme(tmp_path, "soffice", f'/bin/cp {tmp_path}/made.docx "$6/in.docx"')
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "来稿.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    taken, faults = intake.take_in(
        [tmp_path / "来稿.doc"], tmp_path / "2020-03", drawing.draw, renew=renewing.renew
    )
    assert faults == []
    assert "标题: 泵站换新" in taken[0].text
    assert "原文件是 .doc" in taken[0].remarks[0]


@pytest.mark.parametrize("script", ["", 'echo no > "$6/in.docx"'])
def test_an_old_file_that_cannot_be_renewed_is_refused_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    if script:
        programme(tmp_path, "soffice", script)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "来稿.wps").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    taken, (fault,) = intake.take_in(
        [tmp_path / "来稿.wps"], tmp_path, drawing.draw, renew=renewing.renew
    )
    assert (taken, "另存为" in str(fault)) == ([], True)
