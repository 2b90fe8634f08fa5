"""Y3 颜色: no RGB by any road, spot colours known, black text black."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.press.preflight.colour import ALL, NONE, PROCESS, Space
from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import Mark, PageFacts, meet
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

#: pt from which text may be of more inks than black: display type.
DISPLAY = 24.0
#: Percent: from here black is meant to be black; under it a colour must be dark and neutral for that.
BLACK, TRACE = 85.0, 0.5
DARK, NEUTRAL = 0.35, 0.1


def is_rgb(space: Space | None) -> bool:
    """RGB or Lab, by device or managed."""
    return space is not None and space.family in ("rgb", "lab")


def managed_rgb(space: Space | None) -> bool:
    """RGB or Lab given without regard to a device."""
    return space is not None and is_rgb(space) and space.managed


@rule("Y301", "error")
def no_rgb_paint(document: Document, _: Expected) -> Iterator[Found]:
    """文字、线条、色块没有用 DeviceRGB。

    依据：ISO 15930-7、15930-4（输出意图为 CMYK 时不许 DeviceRGB）
    办法：按印刷色表转成 CMYK 或灰度。
    """
    for page, mark in _marks(document, "fill", "stroke", "text"):
        if is_rgb(mark.ink.space) and not mark.ink.space.managed:
            yield Found(page.number, page.thing(mark), f"用了 {mark.ink.title}")


@rule("Y302", "error")
def no_rgb_pictures(document: Document, _: Expected) -> Iterator[Found]:
    """图片不是 RGB、Lab（内嵌图、索引色也算）。

    依据：ISO 15930-4；ISO 15930-7 许可 ICC RGB，本刊一律转好再交（GWG2015 CMYK 变体同此）
    办法：用印刷厂的特性文件转成 CMYK 或灰度。
    """
    for page, mark in _marks(document, "image"):
        if mark.picture is not None and is_rgb(mark.picture.space):
            yield Found(page.number, page.thing(mark), f"图片是 {mark.picture.space.title}")


@rule("Y303", "error")
def no_rgb_shadings(document: Document, _: Expected) -> Iterator[Found]:
    """渐变不是 RGB、Lab。

    依据：ISO 15930-7、15930-4（色空间）；ISO 32000-1, 8.7.4
    办法：渐变的两头都用 CMYK 定色。
    """
    for page, mark in _marks(document, "shading"):
        if is_rgb(mark.ink.space):
            yield Found(page.number, page.thing(mark), f"渐变是 {mark.ink.space.title}")


@rule("Y304", "error")
def no_rgb_groups(document: Document, _: Expected) -> Iterator[Found]:
    """透明度的混合空间不是 RGB、Lab。

    依据：ISO 15930-7（透明）；GWG2015「Transparency Blend Color Space」
    办法：透明混合空间设为 CMYK。
    """
    for page in document.pages:
        for group in page.groups:
            if is_rgb(group.space):
                owner = "页面" if group.of_page else "软蒙版" if group.soft else "透明组"
                yield Found(page.number, owner, f"{owner}的混合空间是 RGB")


@rule("Y305", "error")
def no_managed_rgb(document: Document, _: Expected) -> Iterator[Found]:
    """文字、线条、色块没有用 ICC RGB、CalRGB、Lab。

    依据：ISO 15930-4；ISO 15930-7 许可，本刊一律转好再交（GWG2015 CMYK 变体同此）
    办法：按印刷色表转成 CMYK 或灰度。
    """
    for page, mark in _marks(document, "fill", "stroke", "text"):
        if managed_rgb(mark.ink.space):
            yield Found(page.number, page.thing(mark), f"用了 {mark.ink.space.title}")


@rule("Y306", "error")
def no_idle_rgb(document: Document, _: Expected) -> Iterator[Found]:
    """没有选了 RGB 却不画东西的运算符。

    依据：本刊规矩（文件里任何地方没有 RGB）
    办法：重新导出；现在看不见，改一下别处就会印出来。
    """
    for page in document.pages:
        painted = {mark.ink.space for mark in page.marks}
        for op, space in page.set_colours:
            if is_rgb(space) and space not in painted:
                yield Found(page.number, f"运算符 {op}", f"选了 {space.title}，没有用")


@rule("Y307", "error")
def no_rgb_masks(document: Document, _: Expected) -> Iterator[Found]:
    """软蒙版里没有 RGB。

    依据：ISO 15930-7（软蒙版的组也守色空间的规定）；ISO 32000-1, 11.6.5
    办法：蒙版用灰度。
    """
    for page in document.pages:
        for mark in page.marks:
            space = mark.picture.space if mark.picture else mark.ink.space
            if mark.origin == "softmask" and is_rgb(space):
                yield Found(page.number, "软蒙版", f"里面用了 {space.title}")


@rule("Y308", "error")
def no_registration_inside(document: Document, _: Expected) -> Iterator[Found]:
    """套准色（All）不在成品里。

    依据：ISO 32000-1, 8.6.6.4；GWG2015「Separation Color All」
    办法：黑色用单黑；套准色只给裁切线、套准线。
    """
    for page, mark in _painted(document):
        trim = page.trim or page.art
        if trim and ALL in _space(mark).colourants and meet(mark.box, trim):
            yield Found(page.number, page.thing(mark), "用了套准色，四块版都会印")


@rule("Y309", "error")
def alternates_fit(document: Document, _: Expected) -> Iterator[Found]:
    """专色的替代色不是 RGB、Lab。

    依据：ISO 15930-4（替代色空间）；本刊一律要 CMYK、灰度
    办法：专色的替代色用 CMYK 定。
    """
    for page, mark in _painted(document):
        space = _space(mark)
        if space.family == "spot" and is_rgb(space.base):
            yield Found(page.number, page.thing(mark), f"{space.title}的替代色不是 CMYK")


@rule("Y310", "warning")
def no_spots(document: Document, _: Expected) -> Iterator[Found]:
    """没有专色。

    依据：印刷工单（四色印刷）；GWG2015「Use of Spot Colors」
    办法：不加印专色就转成 CMYK。
    """
    for page, mark in _painted(document):
        known = {ALL, NONE, *PROCESS}
        for each in _space(mark).colourants:
            if each not in known:
                yield Found(page.number, page.thing(mark), f"用了专色 {each[:40]}")


@rule("Y311", "error", standards=["X-1a"])
def no_managed(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有 ICC 灰度、ICC CMYK 和 CalGray。

    依据：ISO 15930-1、15930-4（只许 DeviceGray、DeviceCMYK、Separation、DeviceN）
    办法：转成 DeviceCMYK、DeviceGray。
    """
    for page, mark in _painted(document):
        if _managed_ink(_space(mark)):
            yield Found(page.number, page.thing(mark), f"用了 {_space(mark).title}")


@rule("Y312", "error", standards=["X-4"])
def no_double_profile(document: Document, _: Expected) -> Iterator[Found]:
    """ICC CMYK 的特性文件不与输出意图相同。

    依据：ISO 15930-7（ICCBased CMYK 不得与输出意图同一特性文件）
    办法：改成 DeviceCMYK；不然叠印会失效。
    """
    intent = document.press_intent
    for page, mark in _painted(document):
        profile = _space(mark).real.profile
        if profile and intent is not None and profile == intent.profile:
            yield Found(page.number, page.thing(mark), "ICC CMYK 与输出意图是同一特性文件")


@rule("Y313", "warning", standards=["X-4"])
def no_other_profile(document: Document, _: Expected) -> Iterator[Found]:
    """没有别的 ICC CMYK、ICC 灰度、CalGray。

    依据：ISO 15930-7 许可；印刷厂会再转一次，单黑变四色（GWG2015 不收）
    办法：转成输出意图的 DeviceCMYK、DeviceGray。
    """
    intent = document.press_intent
    own = intent.profile if intent is not None else "?"
    for page, mark in _painted(document):
        space = _space(mark)
        # What overprints besides is worse, and Y624 tells of it.
        double = mark.overprint and mark.overprint_mode == 1 and space.family == "cmyk"
        if _managed_ink(space) and space.real.profile != own and not double:
            yield Found(page.number, page.thing(mark), f"用了 {space.title}")


@rule("Y314", "error")
def spaces_known(document: Document, _: Expected) -> Iterator[Found]:
    """图片和渐变的色空间读得懂。

    依据：ISO 32000-1, 8.6、8.9.5
    办法：重新导出。
    """
    for page, mark in _marks(document, "image", "shading"):
        if not _space(mark).real.kind:
            yield Found(page.number, page.thing(mark), "色空间读不懂")


@rule("Y320", "error")
def black_text(document: Document, _: Expected) -> Iterator[Found]:
    """黑字只用黑版（24 点以下）。

    依据：GWG2015「Rich Black Text」；本刊规矩
    办法：黑字用 C0 M0 Y0 K100；四色黑套不准，字边发虚。
    """
    for page, mark in _marks(document, "text"):
        if mark.size < DISPLAY and mark.ink.space.family == "cmyk" and _rich(mark.ink.plates):
            yield Found(page.number, page.thing(mark), f"黑字用了 {mark.ink.title}")


def _rich(plates: Mapping[str, float]) -> bool:
    """Whether a colour is meant as black and has other inks: much K, or dark and neutral."""
    cyan, magenta, yellow, key = (plates.get(ink, 0.0) for ink in "CMYK")
    if max(cyan, magenta, yellow) < TRACE:
        return False
    light = [(1 - share / 100) * (1 - key / 100) for share in (cyan, magenta, yellow)]
    neutral = max(light) - min(light) < NEUTRAL and max(light) < DARK
    return key >= BLACK or (neutral and min(cyan, magenta, yellow) > TRACE)


def _managed_ink(space: Space) -> bool:
    return space.managed and space.family in ("grey", "cmyk")


def _space(mark: Mark) -> Space:
    """The space that a mark is really given in."""
    space = mark.picture.space if mark.picture and not mark.picture.stencil else mark.ink.space
    return space.real


def _marks(document: Document, *kinds: str) -> Iterator[tuple[PageFacts, Mark]]:
    for page in document.pages:
        yield from ((page, mark) for mark in page.inked(*kinds))


def _painted(document: Document) -> Iterator[tuple[PageFacts, Mark]]:
    return _marks(document, "fill", "stroke", "text", "image", "shading")


RULES: tuple[Rule, ...] = (
    *(no_rgb_paint, no_rgb_pictures, no_rgb_shadings, no_rgb_groups, no_managed_rgb),
    *(no_idle_rgb, no_rgb_masks, no_registration_inside, alternates_fit, no_spots, no_managed),
    *(no_double_profile, no_other_profile, spaces_known, black_text),
)
