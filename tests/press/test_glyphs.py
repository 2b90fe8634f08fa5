"""Glyphs in the PDF: where the composer put them, and text, links and baselines with them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from weasyprint.formatting_structure import boxes

from plugins.press.lines.linebuilder import ComposedLayout
from plugins.press.quality import reader
from tests.press.stone import EDGE, EM, MEASURE, PITCH, PX, RIVER, SONG, laid_out, printed

pytestmark = pytest.mark.press


def test_a_pair_of_marks_is_squeezed_across_a_bold_edge(tmp_path: Path) -> None:
    (page,) = printed(laid_out("<p>说<b>“好”</b>，（对）</p>"), tmp_path).pages
    starts = [char.x0 - EDGE for char in page.chars]
    assert reader.text(page.chars) == "说“好”，（对）"
    assert starts == pytest.approx([0, 10, 20, 30, 35, 40, 50, 60], abs=0.02)


def test_links_lie_over_their_words(tmp_path: Path) -> None:
    body = f'<p>{RIVER[:10]}见<a href="http://a.cn/">《环境公报》二〇二〇年第三期</a>{RIVER}</p>'
    (page,) = printed(laid_out(body), tmp_path).pages
    whole = reader.text(page.chars)
    start = whole.index("《环境公报》")
    linked = page.chars[start : start + len("《环境公报》二〇二〇年第三期")]
    with pikepdf.open(tmp_path / "lines.pdf") as pdf:
        rects = [[float(edge) for edge in note.Rect] for note in pdf.pages[0].Annots]
    for char in linked:
        middle, height = (char.x0 + char.x1) / 2, 700 - char.baseline + 3
        assert any(x0 < middle < x1 and bottom < height < top for x0, top, x1, bottom in rects), (
            char
        )
    assert len(rects) == 2  # the link goes over a line end
    area = sum(x1 - x0 for x0, _, x1, _ in rects)
    assert area == pytest.approx(sum(char.x1 - char.x0 for char in linked), abs=EM)


def test_text_comes_out_of_the_pdf_as_it_went_in(tmp_path: Path) -> None:
    body = f"他说：“好！”（《公报》），PM2.5为35μg/m³——{RIVER}〔2020〕260号……{RIVER}"
    document = laid_out(f"<p>{body[:40]}<b>{body[40:60]}</b>{body[60:]}</p>")
    chars = printed(document, tmp_path).pages[0].chars
    assert reader.text(chars) == body
    out = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "lines.pdf", "-"], capture_output=True, check=True
    )
    assert "".join(out.stdout.decode().split()) == body


LONG = (
    "在生态环境部公布的《关于“十四五”时期AVATAR……建设的通知》（环办〔2020〕260号）中，PM2.5浓度降至35 μg/m³，——"
    "同比下降12.8%；南宁—北海、每100 km耗油6.5L。The WAVE of To VA Type, “quoted” word fi ffi, 䴙䴘。"
)


def wanted(document: Any) -> Iterator[tuple[str, float, float]]:
    """Every character in a composed line, its pen position and baseline in pt as the composer has them."""
    for page in document.pages:
        for box in page._page_box.descendants():
            layout = getattr(box, "pango_layout", None)
            if isinstance(box, boxes.TextBox) and isinstance(layout, ComposedLayout):
                offset, baseline = 0, (box.position_y + box.baseline) * PX
                for char in box.text:
                    yield char, (box.position_x + layout.places[offset]) * PX, baseline
                    offset += len(char.encode())


@pytest.mark.parametrize(
    "font",
    [
        SONG,
        '"Noto Sans CJK SC"',
        '"LXGW WenKai"',
        f"FandolFang, {SONG}",
        f'"Noto Serif", {SONG}',
    ],
)
def test_every_glyph_stands_where_the_composer_wants_it(font: str, tmp_path: Path) -> None:
    document = laid_out(
        f'<p>{LONG}{RIVER}{LONG}<b>{LONG}</b><span style="font-size:.97em">{LONG}</span></p>',
        48,
        font,
    )
    places = wanted(document)
    found = [char for page in printed(document, tmp_path).pages for char in page.chars]
    assert len(found) > 4 * len(LONG)
    for char in found:
        sign, x, baseline = next(places)
        while sign != char.text[0]:  # the letters of a ligature, invisible characters
            sign, x, baseline = next(places)
        assert char.x0 == pytest.approx(x, abs=0.01), char
        assert char.baseline == pytest.approx(baseline, abs=0.02), char


def test_white_behind_a_reading_is_not_lost(tmp_path: Path) -> None:
    """A line with a ruby was 0.5 pt short: what the composer added behind the box was not set."""
    body = "段旧围网缠住了两只凤头<ruby>䴙<rt>pì</rt></ruby><ruby>䴘<rt>tī</rt></ruby>队员下水剪网了“放飞”它们"
    document = laid_out(f"<p>{body}</p>")
    (page,) = printed(document, tmp_path).pages
    row = [char for char in page.chars if char.size > EM - 1 and char.baseline < 40]
    steps = [b.x0 - a.x0 for a, b in pairwise(row)]
    assert row[-1].x1 == pytest.approx(EDGE + MEASURE * EM, abs=0.02)
    assert max(steps) - min(steps) < 0.03


def test_baselines_stand_on_the_pitch_whatever_the_face(tmp_path: Path) -> None:
    mixed = f'<b style="font-family:Noto Sans CJK SC">{RIVER[:9]}</b><i style="font-family:LXGW WenKai">{RIVER[9:18]}</i>PM<sub>2.5</sub>'
    (page,) = printed(laid_out(f"<p>{mixed}{RIVER}{mixed}{RIVER}</p>"), tmp_path).pages
    baselines = sorted({round(char.baseline, 2) for char in page.chars if char.size > 9})
    assert [b - a for a, b in pairwise(baselines)] == pytest.approx(
        [PITCH] * (len(baselines) - 1), abs=0.02
    )
