"""Y4 文字字体: fonts in the file and whole, glyphs there, nothing too small to print."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import Mark, PageFacts, meet, within
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule
from plugins.press.preflight.typeface import Face

#: pt: text under the first is warned of; under the second when it needs two plates in register.
SMALL, SMALL_COLOURED = 5.0, 7.0
#: Marks before a white text that are asked whether it stands on them.
BELOW = 400
#: What a font program may be in each standard; OpenType came with PDF 1.6.
NOT_YET = {"X-1a": ("OpenType",)}


def texts(document: Document) -> Iterator[tuple[PageFacts, Mark]]:
    """Every text that prints."""
    for page in document.pages:
        yield from ((page, mark) for mark in page.inked("text"))


def faces(document: Document) -> Iterator[tuple[PageFacts, Face]]:
    """Every font, with the first page where it prints."""
    found: dict[int, tuple[PageFacts, Face]] = {}
    for page, mark in texts(document):
        if mark.face is not None:
            found.setdefault(id(mark.face), (page, mark.face))
    yield from found.values()


@rule("Y401", "error")
def fonts_embedded(document: Document, _: Expected) -> Iterator[Found]:
    """用到的字体都嵌入了。

    依据：ISO 15930-7、15930-4（字体）；ISO 32000-1, 9.9
    办法：导出时嵌入字体；Times、Helvetica 这些基本字体也要嵌。
    """
    for page, face in faces(document):
        if not face.embedded:
            yield Found(page.number, f"字体 {face.name}", "没有嵌入")


@rule("Y402", "error")
def no_type3(document: Document, _: Expected) -> Iterator[Found]:
    """没有 Type 3 字体。

    依据：GWG 惯例；ISO 32000-1, 9.6.5（没有提示信息，颜色也不受控）
    办法：换字体，或换导出的软件。
    """
    for page, face in faces(document):
        if face.kind == "Type3":
            yield Found(page.number, f"字体 {face.name}", "是 Type 3 字体")


@rule("Y403", "error", standards=["X-1a"])
def program_fits(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有整个嵌入的 OpenType 字体文件。

    依据：ISO 15930-4（PDF 1.4 只许 Type1C、CIDFontType0C）；ISO 32000-1, 表 126
    办法：嵌成 CFF 或 TrueType。
    """
    for page, face in faces(document):
        if face.program in NOT_YET.get(document.standard, ()):
            yield Found(page.number, f"字体 {face.name}", f"字体文件是 {face.program}")


@rule("Y404", "error")
def program_sound(document: Document, _: Expected) -> Iterator[Found]:
    """嵌入的字体文件是完好的。

    依据：ISO 15930-7（嵌入的字体程序要有效）；ISO 32000-1, 表 126（只看开头几个字节）
    办法：重新导出，或换一个字体。
    """
    for page, face in faces(document):
        if face.program and not face.sound:
            yield Found(page.number, f"字体 {face.name}", f"字体文件不像 {face.program}")


@rule("Y405", "error")
def no_missing_glyphs(document: Document, _: Expected) -> Iterator[Found]:
    """没有缺字（.notdef）。

    依据：ISO 15930-7（用到的字形都要在）；ISO 32000-1, 9.7.6.3
    办法：换一个有这个字的字体。
    """
    for page, mark in texts(document):
        if mark.lacking:
            name = mark.face.name if mark.face else ""
            yield Found(page.number, page.thing(mark), f"字体 {name} 里没有这个字")


@rule("Y406", "hint")
def no_invisible_text(document: Document, _: Expected) -> Iterator[Found]:
    """没有看不见的文字。

    依据：ISO 32000-1, 9.3.6（模式 3、7）
    办法：扫描件的识别文字一类，印不出来；确认不是漏了颜色。
    """
    for page in document.pages:
        for mark in page.marks:
            if mark.kind == "text" and not mark.inked and mark.origin != "softmask":
                yield Found(page.number, page.thing(mark), "文字不显示")


@rule("Y407", "warning")
def not_too_small(document: Document, _: Expected) -> Iterator[Found]:
    """没有 5 点以下的字（裁切线外的不算）。

    依据：GWG2015「Small Text」；本刊规矩
    办法：放大。
    """
    for page, mark in texts(document):
        if 0 < mark.size < SMALL - 0.01 and meet(mark.box, page.area):
            yield Found(page.number, page.thing(mark), f"字只有 {mark.size:.1f} 点")


@rule("Y408", "warning")
def small_text_plain(document: Document, _: Expected) -> Iterator[Found]:
    """7 点以下的小字只用一种墨，不反白在两色以上的底上。

    依据：GWG2015「Small Text」；本刊规矩
    办法：小字用单黑或单色；套不准时笔画发虚、反白糊掉。
    """
    for page, mark in texts(document):
        if not SMALL - 0.01 <= mark.size < SMALL_COLOURED - 0.01:
            continue
        if len(mark.ink.plates) > 1:
            yield Found(
                page.number, page.thing(mark), f"{mark.size:.1f} 点小字用了 {mark.ink.title}"
            )
        elif _white(mark) and _inks_below(page, mark) > 1:
            yield Found(page.number, page.thing(mark), f"{mark.size:.1f} 点小字反白在多色底上")


def _white(mark: Mark) -> bool:
    return mark.ink.space.family in ("grey", "cmyk") and not mark.ink.plates


def _inks_below(page: PageFacts, text: Mark) -> int:
    """How many inks the last thing under a text has."""
    end = next(place for place, mark in enumerate(page.marks) if mark is text)
    for mark in reversed(page.marks[max(end - BELOW, 0) : end]):
        if mark.kind in ("fill", "image") and within(text.box, mark.box, 1.0):
            picture = mark.picture
            return picture.space.real.parts if picture else len(mark.ink.plates)
    return 0


@rule("Y409", "hint")
def text_can_be_read(document: Document, _: Expected) -> Iterator[Found]:
    """字体带有文字对照表（ToUnicode）。

    依据：ISO 32000-1, 9.10；印刷不要求，改字、检索要
    办法：导出时选带文字信息。
    """
    for page, face in faces(document):
        if not face.has_unicode and (face.composite or face.kind == "Type3"):
            yield Found(page.number, f"字体 {face.name}", "没有 ToUnicode，认不出是什么字")


@rule("Y410", "hint")
def no_false_bold(document: Document, _: Expected) -> Iterator[Found]:
    """没有描边加粗的字。

    依据：ISO 32000-1, 9.3.6（模式 2）；本刊规矩
    办法：用真正的粗体；描边的小字会糊。
    """
    for page, mark in texts(document):
        if mark.mode in (2, 6) and mark.stroked:
            yield Found(page.number, page.thing(mark), "字又填又描")


RULES: tuple[Rule, ...] = (
    *(fonts_embedded, no_type3, program_fits, program_sound, no_missing_glyphs),
    *(no_invisible_text, not_too_small, small_text_plain, text_can_be_read, no_false_bold),
)
