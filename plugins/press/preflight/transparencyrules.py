"""Y6 透明、叠印、油墨: what shines through, and in which space it is mixed."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.inkrules import painted
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

#: Blend modes (ISO 32000-1, tables 136 and 137).
BLENDS = {
    *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"),
    *("ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
    *("Hue", "Saturation", "Color", "Luminosity"),
}


@rule("Y601", "error", standards=["X-1a"])
def no_alpha(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有半透明（ca、CA 都是 1）。

    依据：ISO 15930-4（透明）；ISO 32000-1, 11.6.4.4
    办法：导出时拼合透明，或交 X-4。
    """
    for page, mark in painted(document):
        if mark.alpha < 1:
            yield Found(page.number, page.thing(mark), f"不透明度 {mark.alpha:.0%}")


@rule("Y602", "error", standards=["X-1a"])
def no_soft_masks(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有软蒙版（图形状态里的）。

    依据：ISO 15930-4（透明）；ISO 32000-1, 11.6.5
    办法：导出时拼合透明，或交 X-4。
    """
    for page, mark in painted(document):
        if mark.masked:
            yield Found(page.number, page.thing(mark), "有软蒙版")


@rule("Y603", "error", standards=["X-1a"])
def no_blending(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有混合模式。

    依据：ISO 15930-4（透明）；ISO 32000-1, 11.3.5
    办法：导出时拼合透明，或交 X-4。
    """
    for page, mark in painted(document):
        if mark.blend in BLENDS - {"Normal", "Compatible"}:
            yield Found(page.number, page.thing(mark), f"混合模式 {mark.blend}")


@rule("Y604", "error", standards=["X-1a"])
def no_groups(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有透明组。

    依据：ISO 15930-4（Group）；ISO 32000-1, 11.6.6
    办法：导出时拼合透明，或交 X-4。
    """
    for page in document.pages:
        for group in page.groups:
            if not group.soft:
                yield Found(page.number, "页面" if group.of_page else "表单", "是透明组")


@rule("Y605", "error", standards=["X-1a"])
def no_soft_pictures(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 图片没有软蒙版。

    依据：ISO 15930-4（SMask）；ISO 32000-1, 11.6.5.2
    办法：图片铺白底合成，或交 X-4。
    """
    for page, mark in painted(document, "image"):
        if mark.picture is not None and mark.picture.soft:
            yield Found(page.number, page.thing(mark), "图片有软蒙版")


@rule("Y606", "warning", standards=["X-4"])
def blending_said(document: Document, _: Expected) -> Iterator[Found]:
    """用了透明的页写明混合空间。

    依据：ISO 15930-7（页面组）；GWG2015「Transparency Blend Color Space」
    办法：页面组写明 DeviceCMYK；不写则各家不一。
    """
    for page in document.pages:
        said = any(group.of_page and group.space for group in page.groups)
        for mark in page.inked():
            soft = mark.picture is not None and mark.picture.soft
            if not said and (mark.transparent or soft):
                yield Found(page.number, page.thing(mark), "用了透明，页面没有写混合空间")


@rule("Y607", "warning", standards=["X-4"])
def blending_cmyk(document: Document, _: Expected) -> Iterator[Found]:
    """透明的混合空间是 CMYK。

    依据：GWG2015「Transparency Blend Color Space」
    办法：透明混合空间设为 DeviceCMYK。
    """
    for page in document.pages:
        for group in page.groups:
            family = group.space.family if group.space else "cmyk"
            if group.of_page and family not in ("cmyk", "rgb", "lab"):
                yield Found(page.number, "页面", "页面组的混合空间不是 CMYK")


@rule("Y608", "error")
def blend_known(document: Document, _: Expected) -> Iterator[Found]:
    """混合模式是标准里有的。

    依据：ISO 15930-7（BM）；ISO 32000-1, 11.3.5
    办法：重新导出。
    """
    for page, mark in painted(document):
        if mark.blend not in BLENDS:
            yield Found(page.number, page.thing(mark), f"不认得混合模式 {mark.blend[:30]}")


RULES: tuple[Rule, ...] = (
    *(no_alpha, no_soft_masks, no_blending, no_groups, no_soft_pictures, blending_said),
    *(blending_cmyk, blend_known),
)
