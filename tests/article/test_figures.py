from __future__ import annotations

import pytest

from tests.desk import html

A = '<figure><img alt="甲" src="a.jpg"/><figcaption>甲</figcaption></figure>'
B = '<figure><img alt="乙" src="b.jpg"/><figcaption>乙</figcaption></figure>'


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("![甲](a.jpg)", A),
        ("　　![甲](a.jpg)　", A),
        ("![](a.jpg)", '<figure><img alt="" src="a.jpg"/></figure>'),
        ("![甲](a.jpg)\n![乙](b.jpg)", f'<div class="pictures pictures-2">{A}{B}</div>'),
        ("![甲](a.jpg)![乙](b.jpg)", f'<div class="pictures pictures-2">{A}{B}</div>'),
        ("![甲](a.jpg)  \n![乙](b.jpg)", f'<div class="pictures pictures-2">{A}{B}</div>'),
        ("![甲](a.jpg)\n\n![乙](b.jpg)", f"{A}\n{B}"),
        ("文![甲](a.jpg)", '<p>文<img alt="甲" src="a.jpg"/></p>'),
        ("![甲](a.jpg)文", '<p><img alt="甲" src="a.jpg"/>文</p>'),
        ('<img src="a.jpg" alt="甲">', A),
        ('![甲](a.jpg "题")', A),
        (
            "![PM2.5浓度](a.jpg)",
            '<figure><img alt="PM2.5浓度" src="a.jpg"/>'
            "<figcaption>PM<sub>2.5</sub>浓度</figcaption></figure>",
        ),
    ],
)
def test_picture_paragraphs(source: str, made: str) -> None:
    assert html(source) == made


def test_three_pictures_are_a_group_of_three() -> None:
    made = html("![甲](a.jpg)\n![乙](b.jpg)\n![丙](c.jpg)")
    assert made.startswith('<div class="pictures pictures-3">')
    assert made.count("<figure>") == 3
