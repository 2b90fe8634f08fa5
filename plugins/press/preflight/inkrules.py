"""Y6 透明、叠印、油墨: how much ink lies on the paper, and what knocks out what."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import Mark, PageFacts
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

INTENTS = {"AbsoluteColorimetric", "RelativeColorimetric", "Perceptual", "Saturation"}
#: pt: thinner lines may vanish; thinner ones of several inks never stay in register.
HAIRLINE, COLOURED_LINE = 0.25, 0.5
#: pt under which black text must overprint.
OVERPRINTED = 12.0
#: Percent by which measured ink may be over the limit: JPEG and rounding are not exact.
SLACK, PICTURE_SLACK = 0.6, 2.0
BLACK = 99.0


def painted(document: Document, *kinds: str) -> Iterator[tuple[PageFacts, Mark]]:
    """Every mark that prints."""
    for page in document.pages:
        yield from ((page, mark) for mark in page.inked(*kinds))


def _white(mark: Mark) -> bool:
    return mark.ink.space.family in ("grey", "cmyk", "spot") and not mark.ink.plates


@rule("Y610", "error")
def ink_in_colours(document: Document, order: Expected) -> Iterator[Found]:
    """文字、线条、色块的油墨总量不超过上限。

    依据：印刷条件（ISO 12647-2；FOGRA39 涂料纸 300%）；GWG2015「Total Ink Area Coverage」
    办法：减去彩色，多用黑；套准色只许在出血以外。
    """
    for page, mark in painted(document, "fill", "stroke", "text", "shading"):
        if mark.ink.total > order.ink_limit + SLACK and "All" not in mark.ink.space.colourants:
            said = f"油墨总量 {mark.ink.total:.0f}%（{mark.ink.title}）"
            yield Found(page.number, page.thing(mark), said)


@rule("Y611", "error")
def ink_in_pictures(document: Document, order: Expected) -> Iterator[Found]:
    """图片的油墨总量不超过上限。

    依据：印刷条件（ISO 12647-2；FOGRA39 涂料纸 300%）；GWG2015「Total Ink Area Coverage」
    办法：用印刷厂的特性文件重新转换图片。
    """
    for page, mark in painted(document, "image"):
        if mark.picture is None:
            continue
        total = document.plates.ink(mark.picture)
        if total > order.ink_limit + PICTURE_SLACK:
            yield Found(page.number, page.thing(mark), f"油墨总量 {total:.0f}%")


@rule("Y612", "warning")
def no_hairlines(document: Document, _: Expected) -> Iterator[Found]:
    """没有细于 0.25 点的线。

    依据：GWG2015「Effective Line Width」
    办法：加到 0.25 点以上。
    """
    for page, mark in painted(document, "stroke"):
        if 0 < mark.size < HAIRLINE - 0.01 and not _white(mark):
            yield Found(page.number, page.thing(mark), f"线宽只有 {mark.size:.2f} 点")


@rule("Y613", "error")
def no_zero_lines(document: Document, _: Expected) -> Iterator[Found]:
    """没有 0 宽的线。

    依据：ISO 32000-1, 8.4.3.2（0 宽随机器而变）
    办法：写明线宽，0.25 点以上。
    """
    for page, mark in painted(document, "stroke"):
        if mark.size <= 0:
            yield Found(page.number, page.thing(mark), "线宽是 0")


@rule("Y614", "warning")
def thin_lines_plain(document: Document, _: Expected) -> Iterator[Found]:
    """0.5 点以下的细线只用一种墨。

    依据：本刊规矩（套不准时细线成双）
    办法：细线用单色。
    """
    for page, mark in painted(document, "stroke"):
        thin = HAIRLINE - 0.01 <= mark.size < COLOURED_LINE - 0.01
        if thin and len(mark.ink.plates) > 1 and "All" not in mark.ink.space.colourants:
            yield Found(
                page.number, page.thing(mark), f"{mark.size:.2f} 点细线用了 {mark.ink.title}"
            )


@rule("Y620", "error")
def white_text_knocks_out(document: Document, _: Expected) -> Iterator[Found]:
    """白字不叠印。

    依据：GWG2015「Overprint White Text」
    办法：白字去掉叠印，不然印不出来。
    """
    for page, mark in painted(document, "text"):
        if mark.overprint and _white(mark):
            yield Found(page.number, page.thing(mark), "白字叠印，会消失")


@rule("Y621", "error")
def white_art_knocks_out(document: Document, _: Expected) -> Iterator[Found]:
    """白色的色块、线条不叠印。

    依据：GWG2015「Overprint White Paths」
    办法：白色去掉叠印，不然印不出来。
    """
    for page, mark in painted(document, "fill", "stroke"):
        if mark.overprint and _white(mark):
            yield Found(page.number, page.thing(mark), "白色叠印，会消失")


@rule("Y622", "warning")
def black_text_overprints(document: Document, _: Expected) -> Iterator[Found]:
    """12 点以下的黑字叠印。

    依据：GWG2015「Overprint 100% Black Text」
    办法：单黑小字设叠印；不然套不准时露白边。
    """
    for page, mark in painted(document, "text"):
        black = mark.ink.plates.get("K", 0) > BLACK and len(mark.ink.plates) == 1
        if black and mark.size < OVERPRINTED - 0.01 and not mark.overprint:
            yield Found(page.number, page.thing(mark), "单黑小字没有叠印")


@rule("Y623", "warning")
def overprint_mode(document: Document, _: Expected) -> Iterator[Found]:
    """叠印的 CMYK 用 OPM 1。

    依据：ISO 32000-1, 8.6.7；ISO 15930-7（叠印）
    办法：叠印时 OPM 设为 1；0 时连 0% 的版也镂空，叠印没有用。
    """
    for page, mark in painted(document, "fill", "stroke", "text"):
        device = mark.ink.space.kind == "DeviceCMYK"
        lacking = 0 in mark.ink.values
        if mark.overprint and device and lacking and mark.overprint_mode != 1:
            yield Found(page.number, page.thing(mark), "叠印而 OPM 是 0，起不了作用")


@rule("Y624", "error", standards=["X-4"])
def no_managed_overprint(document: Document, _: Expected) -> Iterator[Found]:
    """ICC CMYK 不用 OPM 1 叠印。

    依据：ISO 15930-7（ICCBased CMYK 叠印时 OPM 不得为 1）
    办法：改成 DeviceCMYK。
    """
    for page, mark in painted(document, "fill", "stroke", "text"):
        managed = mark.ink.space.kind == "ICCBased" and mark.ink.space.parts == 4
        if mark.overprint and managed and mark.overprint_mode == 1:
            yield Found(page.number, page.thing(mark), "ICC CMYK 用了 OPM 1 叠印")


@rule("Y625", "warning")
def black_not_grey(document: Document, _: Expected) -> Iterator[Found]:
    """叠印的黑用 CMYK 写，不用 DeviceGray。

    依据：GWG2015「Overprint Grayscale」「100% Black Text defined in DeviceGray」
    办法：写成 C0 M0 Y0 K100；DeviceGray 的叠印各家不一。
    """
    for page, mark in painted(document, "fill", "stroke", "text"):
        if mark.overprint and mark.ink.space.kind == "DeviceGray" and not _white(mark):
            yield Found(page.number, page.thing(mark), "用 DeviceGray 写的颜色叠印")


@rule("Y630", "error")
def no_transfer(document: Document, _: Expected) -> Iterator[Found]:
    """没有传递函数。

    依据：ISO 15930-7、15930-4（TR、TR2）；ISO 32000-1, 10.5
    办法：导出时不带传递函数；阶调由印刷厂补偿。
    """
    for page in document.pages:
        for key, words in page.states:
            allowed = ("Identity", "Default") if key == "/TR2" else ("Identity",)
            if key in ("/TR", "/TR2") and words not in allowed:
                yield Found(page.number, f"图形状态 {key[1:]}", "自带传递函数")


@rule("Y631", "warning")
def no_halftones(document: Document, _: Expected) -> Iterator[Found]:
    """没有自带网点设置。

    依据：ISO 15930-7、15930-4（HT 有限制）；GWG 惯例；ISO 32000-1, 10.6
    办法：网线、角度由印刷厂定；导出时不带网点设置。
    """
    for page in document.pages:
        for key, words in page.states:
            if key in ("/HT", "/HTP") and words != "Default":
                yield Found(page.number, f"图形状态 {key[1:]}", "自带网点设置")


@rule("Y632", "warning")
def no_black_generation(document: Document, _: Expected) -> Iterator[Found]:
    """没有自带黑版生成、底色去除函数。

    依据：ISO 32000-1, 10.4（只对 RGB 转换有用，印刷文件里没有用处）
    办法：导出时不带。
    """
    for page in document.pages:
        for key, words in page.states:
            if key in ("/BG", "/BG2", "/UCR", "/UCR2") and words != "Default":
                yield Found(page.number, f"图形状态 {key[1:]}", "自带黑版生成或底色去除")


@rule("Y633", "error")
def intents_known(document: Document, _: Expected) -> Iterator[Found]:
    """转换意图是标准里有的四种之一。

    依据：ISO 15930-7、15930-4（RI、Intent）；ISO 32000-1, 8.6.5.8
    办法：重新导出。
    """
    for page in document.pages:
        for each in page.intents:
            if each not in INTENTS:
                yield Found(page.number, "转换意图", f"不认得 {each[:30] or '空的意图'}")


RULES: tuple[Rule, ...] = (
    *(ink_in_colours, ink_in_pictures, no_hairlines, no_zero_lines, thin_lines_plain),
    *(white_text_knocks_out, white_art_knocks_out, black_text_overprints, overprint_mode),
    *(no_managed_overprint, black_not_grey, no_transfer, no_halftones, no_black_generation),
    intents_known,
)
