"""Y5 图片: enough pixels at the size they are placed, in a form that the standard knows."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import MM, Mark, PageFacts
from plugins.press.preflight.picture import Picture
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

#: ppi: black-and-white pictures need the first; more than the others is thrown away by the press.
BILEVEL, TOO_FINE, TOO_FINE_BILEVEL = 800.0, 600.0, 2500.0
#: Pictures smaller than this in mm (hairlines, single pixels stretched) are not judged.
TINY = 2.0
#: How unlike the two sides' ppi may be, as a share.
SKEW = 0.05


def placements(document: Document) -> Iterator[tuple[PageFacts, Mark, Picture]]:
    """Every picture that prints, wherever it is placed."""
    for page in document.pages:
        for mark in page.inked("image"):
            if mark.picture is not None:
                yield page, mark, mark.picture


def judged(document: Document) -> Iterator[tuple[PageFacts, Mark, Picture, float]]:
    """Placements with their least ppi, but for tiny ones."""
    for page, mark, picture in placements(document):
        least = min(mark.ppi) / page.user_unit if page.user_unit > 0 else 0.0
        if least and min(_size_mm(mark, picture)) >= TINY and (picture.width * picture.height) > 4:
            yield page, mark, picture, least


def _size_mm(mark: Mark, picture: Picture) -> tuple[float, float]:
    sides = zip((picture.width, picture.height), mark.ppi, strict=True)
    wide, high = (pixels / ppi * 72 / MM for pixels, ppi in sides)
    return wide, high


@rule("Y501", "error")
def not_coarse(document: Document, order: Expected) -> Iterator[Found]:
    """图片精度不低于 150 ppi。

    依据：GWG2015「Image Resolution」；本刊规矩
    办法：换大图，或缩小来用；放大像素没有用。
    """
    for page, mark, picture, ppi in judged(document):
        if not picture.bilevel and ppi < order.bad_ppi - 0.5:
            yield Found(page.number, page.thing(mark), f"只有 {ppi:.0f} ppi，印出来会糊")


@rule("Y502", "warning")
def fine_enough(document: Document, order: Expected) -> Iterator[Found]:
    """图片精度不低于 250 ppi。

    依据：GWG2015「Image Resolution」；本刊规矩（300 为好）
    办法：有大图就换；没有就缩小来用。
    """
    for page, mark, picture, ppi in judged(document):
        if not picture.bilevel and order.bad_ppi - 0.5 <= ppi < order.low_ppi - 0.5:
            yield Found(page.number, page.thing(mark), f"{ppi:.0f} ppi，略低")


@rule("Y503", "warning")
def bilevel_fine(document: Document, _: Expected) -> Iterator[Found]:
    """黑白线条图不低于 800 ppi。

    依据：GWG2015「Image Resolution for 1-bit Images」；本刊规矩
    办法：重新扫描，或改用灰度图。
    """
    for page, mark, picture, ppi in judged(document):
        if picture.bilevel and ppi < BILEVEL - 0.5:
            yield Found(page.number, page.thing(mark), f"黑白图只有 {ppi:.0f} ppi")


@rule("Y504", "hint")
def not_too_fine(document: Document, _: Expected) -> Iterator[Found]:
    """图片精度不高得没有用处。

    依据：印刷厂惯例（网线数的两倍即可）
    办法：缩到 300 ppi 左右，文件小得多。
    """
    for page, mark, picture, ppi in judged(document):
        if ppi > (TOO_FINE_BILEVEL if picture.bilevel else TOO_FINE) + 0.5:
            yield Found(page.number, page.thing(mark), f"{ppi:.0f} ppi，高得没有用处")


@rule("Y505", "error", standards=["X-1a"])
def no_jpx(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有 JPEG 2000 图片。

    依据：ISO 15930-4（PDF 1.4 还没有它）；ISO 32000-1, 7.4.9
    办法：改存 JPEG 或 Flate。
    """
    yield from _filtered(document, "JPXDecode", "是 JPEG 2000")


@rule("Y506", "error", standards=["X-1a"])
def no_jbig2(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有 JBIG2 图片。

    依据：ISO 15930-1、15930-4（压缩）；ISO 32000-1, 7.4.7
    办法：改存 CCITT G4。
    """
    yield from _filtered(document, "JBIG2Decode", "是 JBIG2")


def _filtered(document: Document, name: str, words: str) -> Iterator[Found]:
    for page, mark, picture in placements(document):
        if name in picture.filters:
            yield Found(page.number, page.thing(mark), words)


@rule("Y507", "error", standards=["X-1a"])
def no_sixteen_bits(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有 16 位图片。

    依据：ISO 15930-4（PDF 1.4 还没有它）；ISO 32000-1, 表 89
    办法：转成 8 位。
    """
    for page, mark, picture in placements(document):
        if picture.bits == 16:
            yield Found(page.number, page.thing(mark), "每色 16 位")


@rule("Y508", "hint")
def not_interpolated(document: Document, _: Expected) -> Iterator[Found]:
    """图片没有要求插值。

    依据：ISO 32000-1, 8.9.5.3（各家做法不同，印出来不一样）
    办法：去掉 Interpolate；精度不够就换大图。
    """
    for page, mark, picture in placements(document):
        if picture.interpolated:
            yield Found(page.number, page.thing(mark), "要求插值")


@rule("Y509", "error")
def no_alternates(document: Document, _: Expected) -> Iterator[Found]:
    """图片没有替身（Alternates）。

    依据：ISO 15930-7、15930-4（Alternates）；ISO 32000-1, 8.9.5.4
    办法：只留一个。
    """
    for each in document.having("alternate"):
        yield Found(each.page, each.thing, "图片另有替身，不知印哪一个")


@rule("Y510", "error")
def no_opi(document: Document, _: Expected) -> Iterator[Found]:
    """没有 OPI 低精度替图。

    依据：ISO 15930-7、15930-4（OPI）；ISO 32000-1, 14.11.7
    办法：导出时嵌入高精度图。
    """
    for each in document.having("opi"):
        yield Found(each.page, each.thing, "是 OPI 替图")


@rule("Y511", "error")
def pictures_sound(document: Document, _: Expected) -> Iterator[Found]:
    """图片数据完好。

    依据：ISO 32000-1, 8.9
    办法：换一个文件；现在这个解不全，印出来会缺一截。
    """
    for page, mark, picture in placements(document):
        fault = document.plates.fault(picture)
        if fault:
            yield Found(page.number, page.thing(mark), fault)


@rule("Y512", "hint")
def not_stretched(document: Document, _: Expected) -> Iterator[Found]:
    """图片没有拉长压扁。

    依据：本刊规矩
    办法：按原来的长宽比放，多余的裁掉。
    """
    for page, mark, _picture, ppi in judged(document):
        if max(mark.ppi) > min(mark.ppi) * (1 + SKEW) and ppi:
            share = max(mark.ppi) / min(mark.ppi) - 1
            yield Found(page.number, page.thing(mark), f"长宽比变了 {share:.0%}")


RULES: tuple[Rule, ...] = (
    *(not_coarse, fine_enough, bilevel_fine, not_too_fine, no_jpx, no_jbig2, no_sixteen_bits),
    *(not_interpolated, no_alternates, no_opi, pictures_sound, not_stretched),
)
