"""Y2 页面: boxes, bleed, trim, page count, what stands too near to the knife."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.press.preflight.colour import ALL
from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import MM, Mark, PageFacts, grown, meet, within
from plugins.press.preflight.plain import Box
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

#: mm by which two lengths may differ and still be the same: binders fold to half a millimetre.
SAME = 0.1
#: mm within the trim in which no text may stand, and of the trim edge where art is meant to bleed.
SAFE, NEAR = 3.0, 1.0
#: Least and greatest side of a page in pt (ISO 32000-1, annex C).
SIDES = (3.0, 14400.0)
SIDE_NAMES = ("左", "下", "右", "上")
BOXES = (("trim", "TrimBox"), ("art", "ArtBox"), ("bleed", "BleedBox"), ("crop", "CropBox"))


def size_mm(box: Box) -> tuple[float, float]:
    """Width and height in mm, to a tenth."""
    return round((box[2] - box[0]) / MM, 1), round((box[3] - box[1]) / MM, 1)


def beyond(outer: Box, inner: Box) -> tuple[float, float, float, float]:
    """How far in pt a box reaches beyond another: left, bottom, right, top."""
    return inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]


@rule("Y201", "error")
def media_box(document: Document, _: Expected) -> Iterator[Found]:
    """每页有 MediaBox，大小合理。

    依据：ISO 32000-1, 14.11.2、附录 C
    办法：重新导出这一页。
    """
    for page in document.pages:
        if page.media is None:
            yield Found(page.number, "MediaBox", "没有 MediaBox")
        elif not SIDES[0] <= min(_sides(page.media)) <= max(_sides(page.media)) <= SIDES[1]:
            yield Found(page.number, "MediaBox", "MediaBox 的大小超出 PDF 的范围")


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


@rule("Y202", "error")
def trim_box(document: Document, _: Expected) -> Iterator[Found]:
    """每页有 TrimBox，说明裁切到哪里。

    依据：ISO 15930-7、15930-4（页面框）；ISO 32000-1, 14.11.2
    办法：导出时写上成品尺寸。
    """
    for page in document.pages:
        if page.trim is None and page.art is None:
            yield Found(page.number, "TrimBox", "没有 TrimBox")


@rule("Y203", "error")
def no_art_box(document: Document, _: Expected) -> Iterator[Found]:
    """不用 ArtBox 代替或重复 TrimBox。

    依据：ISO 15930-7、15930-4（两者只许有一个）；GWG2015
    办法：去掉 ArtBox，只留 TrimBox。
    """
    for page in document.pages:
        if page.art is not None:
            words = "TrimBox 和 ArtBox 都有" if page.trim else "有 ArtBox，没有 TrimBox"
            yield Found(page.number, "ArtBox", words)


@rule("Y204", "error")
def boxes_nest(document: Document, _: Expected) -> Iterator[Found]:
    """页面框一层套一层：裁切在出血里，出血在纸面里。

    依据：ISO 15930-7、15930-4（页面框）；ISO 32000-1, 14.11.2
    办法：重新导出，或按成品尺寸重设页面框。
    """
    for page in document.pages:
        for inner, outer in (("trim", "bleed"), ("trim", "media"), ("bleed", "media")):
            first, second = getattr(page, inner), getattr(page, outer)
            if first and second and not within(first, second):
                said = f"{inner.title()}Box 超出 {outer.title()}Box"
                yield Found(page.number, f"{inner.title()}Box", said)


@rule("Y205", "error")
def bleed_enough(document: Document, order: Expected) -> Iterator[Found]:
    """出血够宽（一般 3 mm）。

    依据：ISO 15930-7（BleedBox）；宽度按印刷厂惯例
    办法：导出时加上出血；图和底色要做到出血线。
    """
    for page in document.pages:
        if page.trim is None or (page.bleed and not within(page.trim, page.bleed)):
            continue
        if page.bleed is None:
            yield Found(page.number, "BleedBox", "没有 BleedBox")
            continue
        least = min(beyond(page.bleed, page.trim)) / MM
        if least < order.bleed_mm - SAME:
            yield Found(page.number, "BleedBox", f"出血只有 {max(least, 0):.1f} mm")


@rule("Y206", "error")
def crop_keeps(document: Document, _: Expected) -> Iterator[Found]:
    """CropBox 不切掉出血。

    依据：GWG2015「Crop Box」；ISO 32000-1, 14.11.2
    办法：去掉 CropBox。
    """
    for page in document.pages:
        if page.crop and page.trim and not within(page.bled, page.crop):
            yield Found(page.number, "CropBox", "CropBox 切到了出血里")


@rule("Y207", "error", kinds=["pages"])
def one_trim(document: Document, _: Expected) -> Iterator[Found]:
    """各页成品尺寸一样。

    依据：GWG2015「Page Size and Orientation」
    办法：尺寸不同的页单独成一个文件。
    """
    sizes = Counter(size_mm(page.trim) for page in document.pages if page.trim)
    if not sizes:
        return
    usual = max(sizes, key=lambda size: (sizes[size], size))
    for page in document.pages:
        if page.trim and not _same(size_mm(page.trim), usual):
            wide, high = size_mm(page.trim)
            said = f"成品 {wide:g}×{high:g} mm，别的页是 {usual[0]:g}×{usual[1]:g} mm"
            yield Found(page.number, "TrimBox", said)


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return all(abs(one - other) <= SAME + 1e-6 for one, other in zip(first, second, strict=True))


@rule("Y208", "error")
def trim_ordered(document: Document, order: Expected) -> Iterator[Found]:
    """成品尺寸是订单上的尺寸。

    依据：印刷工单（本刊 210×285 mm）
    办法：改版面尺寸，不要缩放。
    """
    if order.trim_mm is None:
        return
    for page in document.pages:
        if page.trim and not _same(size_mm(page.trim), order.trim_mm):
            wide, high = size_mm(page.trim)
            said = f"成品 {wide:g}×{high:g} mm，应当是 {order.trim_mm[0]:g}×{order.trim_mm[1]:g} mm"
            yield Found(page.number, "TrimBox", said)


@rule("Y209", "warning")
def not_rotated(document: Document, _: Expected) -> Iterator[Found]:
    """页没有用旋转标记转过。

    依据：GWG2015「Page Size and Orientation」；ISO 32000-1, 表 30
    办法：把内容转正，不要用 Rotate；有的拼版软件不认。
    """
    for page in document.pages:
        if page.rotate % 360:
            yield Found(page.number, "Rotate", f"页转了 {page.rotate:g} 度")


@rule("Y210", "error")
def not_scaled(document: Document, _: Expected) -> Iterator[Found]:
    """页没有用 UserUnit 放大。

    依据：GWG2015「Page Scaling」；ISO 32000-1, 表 30
    办法：去掉 UserUnit，按实际尺寸导出。
    """
    for page in document.pages:
        if page.user_unit != 1:
            yield Found(page.number, "UserUnit", f"单位放大 {page.user_unit:g} 倍")


@rule("Y211", "error", kinds=["pages"])
def folds_close(document: Document, order: Expected) -> Iterator[Found]:
    """页数合于装订：骑马订为 4 的倍数，胶订为 2 的倍数。

    依据：印刷工单（装订）
    办法：补白页，或增减补白、启事凑足。
    """
    if order.fold and document.pages and len(document.pages) % order.fold:
        said = f"{len(document.pages)} 页，不是 {order.fold} 的倍数"
        yield Found(0, "页数", said)


@rule("Y212", "hint", kinds=["pages"])
def not_blank(document: Document, _: Expected) -> Iterator[Found]:
    """没有白页。

    依据：GWG2015「Empty Pages」
    办法：有意留白就不用管；不然看看是不是漏了内容。
    """
    for page in document.pages:
        if not page.garbled and not any(_shows(mark, page) for mark in page.inked()):
            yield Found(page.number, "页", "白页")


def _shows(mark: Mark, page: PageFacts) -> bool:
    """Whether a mark leaves anything on the trimmed page."""
    return meet(mark.box, page.area) is not None and (mark.kind == "image" or _coloured(mark))


def _coloured(mark: Mark) -> bool:
    """Whether a mark's colour is other than paper; what is not known counts as a colour."""
    values, family = mark.ink.values, mark.ink.space.family
    if family == "rgb" and values:
        return min(values) < 0.999
    return not values or not family or family == "lab" or mark.ink.total > 0


# Not asked of imposed sheets: against creep their pages are moved towards the spine, and cut there.
@rule("Y213", "warning", kinds=["pages", "wrap"])
def art_bleeds(document: Document, order: Expected) -> Iterator[Found]:
    """贴边的图和色块做到了出血线。

    依据：印刷厂惯例（裁切误差约 1 mm）
    办法：贴边的要伸出裁切线 3 mm，不贴边的离裁切线 3 mm 以上。
    """
    needed = order.bleed_mm - 2 * SAME
    for page in document.pages:
        if page.trim is None:
            continue
        for mark in page.inked("fill", "stroke", "image", "shading"):
            sides = _stopping(mark.box, page.trim, needed) if _coloured(mark) else ""
            if sides:
                yield Found(page.number, page.thing(mark), f"{sides}边停在裁切线，没有出血")


def _stopping(box: Box, trim: Box, needed_mm: float) -> str:
    """The sides where a box ends at the trim: within `NEAR` of it, or in the bleed."""
    if meet(box, trim) is None:
        return ""
    over = (beyond(box, trim)[side] / MM for side in range(4))
    return "".join(
        side for side, reach in zip(SIDE_NAMES, over, strict=True) if -NEAR <= reach < needed_mm
    )


@rule("Y214", "warning")
def text_safe(document: Document, _: Expected) -> Iterator[Found]:
    """文字离裁切线 3 mm 以上。

    依据：印刷厂惯例（裁切误差约 1 mm，折页还有爬移）
    办法：往里挪；要跨过裁切线的文字转成图形，并核准。
    """
    for page in document.pages:
        if page.trim is None:
            continue
        safe, cut = grown(page.trim, -(SAFE - SAME) * MM), page.bleed or page.trim
        for mark in page.inked("text"):
            met = meet(mark.box, grown(cut, -SAME))
            if met is not None and not within(mark.box, safe) and _area(met):
                yield Found(page.number, page.thing(mark), "文字离裁切线不到 3 mm")


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


@rule("Y215", "error")
def marks_outside(document: Document, _: Expected) -> Iterator[Found]:
    """裁切线、套准线画在出血以外。

    依据：ISO 15930-7（印刷标记在 BleedBox 以外）；ISO 32000-1, 14.11.3
    办法：导出时把标记的偏移量设得比出血大。
    """
    for page in document.pages:
        if page.trim is None or page.bleed is None:
            continue
        for mark in page.inked():
            inside = meet(mark.box, grown(page.bleed, -SAME))
            if inside and ALL in mark.ink.space.colourants and not meet(mark.box, page.trim):
                yield Found(page.number, page.thing(mark), "印刷标记画进了出血里")


RULES: tuple[Rule, ...] = (
    *(media_box, trim_box, no_art_box, boxes_nest, bleed_enough, crop_keeps, one_trim),
    *(trim_ordered, not_rotated, not_scaled, folds_close, not_blank, art_bleeds, text_safe),
    *(marks_outside,),
)
