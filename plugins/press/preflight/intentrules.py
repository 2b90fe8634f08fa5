"""Y1 文件: the output intent, which says for which press the colours were made."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule


@rule("Y110", "error")
def has_intent(document: Document, _: Expected) -> Iterator[Found]:
    """有 PDF/X 输出意图。

    依据：ISO 15930-7、15930-4（输出意图）；ISO 32000-1, 14.11.5
    办法：导出为 PDF/X，选好印刷厂的印刷条件。
    """
    if document.press_intent is None:
        yield Found(0, "OutputIntents", "没有 GTS_PDFX 输出意图，不知道按什么印刷条件做的")


@rule("Y111", "error")
def one_intent(document: Document, _: Expected) -> Iterator[Found]:
    """PDF/X 输出意图只有一个。

    依据：ISO 15930-7、15930-4（输出意图）
    办法：只留一个 GTS_PDFX 输出意图。
    """
    number = sum(each.for_press for each in document.intents)
    if number > 1:
        yield Found(0, "OutputIntents", f"GTS_PDFX 输出意图有 {number} 个")


@rule("Y112", "error")
def profile_embedded(document: Document, _: Expected) -> Iterator[Found]:
    """输出意图里嵌了 ICC 特性文件。

    依据：ISO 15930-7（X-4 必嵌；X-4p 不收）；X-1a 印刷条件已登记者可不嵌，本刊一律要
    办法：导出时嵌入输出特性文件。
    """
    intent = document.press_intent
    if intent is not None and not intent.profile:
        yield Found(0, "DestOutputProfile", "没有嵌入特性文件")


@rule("Y113", "error")
def profile_for_press(document: Document, _: Expected) -> Iterator[Found]:
    """特性文件是 CMYK 印刷类的，完好可读。

    依据：ICC.1:2010, 7.2；ISO 15930-7（输出意图）
    办法：换成印刷厂给的 CMYK 输出特性文件（类别 prtr）。
    """
    intent = document.press_intent
    if intent is None or not intent.profile:
        return
    if not intent.whole:
        yield Found(0, "DestOutputProfile", "特性文件残缺")
    elif (intent.device_class, intent.space) != ("prtr", "CMYK"):
        said = f"{intent.device_class.strip()}／{intent.space.strip()}"
        yield Found(0, "DestOutputProfile", f"特性文件是 {said}，不是 prtr／CMYK")


@rule("Y114", "error")
def profile_parts(document: Document, _: Expected) -> Iterator[Found]:
    """特性文件流的 N 与色数相同。

    依据：ISO 32000-1, 8.6.5.5、14.11.5
    办法：重新导出；N 应当是 4。
    """
    intent = document.press_intent
    if intent is not None and intent.whole and intent.space == "CMYK" and intent.parts != 4:
        yield Found(0, "DestOutputProfile", f"N 是 {intent.parts}，应当是 4")


@rule("Y115", "error")
def condition_named(document: Document, _: Expected) -> Iterator[Found]:
    """输出意图写明了印刷条件。

    依据：ISO 15930-7、15930-4（OutputConditionIdentifier）；ISO 32000-1, 表 365
    办法：写上登记名，如 FOGRA39；未登记的写 Custom 并在 Info 里说明。
    """
    intent = document.press_intent
    if intent is not None and not intent.condition:
        yield Found(0, "OutputIntent", "没有 OutputConditionIdentifier")


@rule("Y116", "error")
def condition_explained(document: Document, _: Expected) -> Iterator[Found]:
    """印刷条件有登记处，或有文字说明。

    依据：ISO 15930-7、15930-4（RegistryName、Info）；ISO 32000-1, 表 365
    办法：登记过的写 RegistryName（http://www.color.org），没有登记的写 Info。
    """
    intent = document.press_intent
    if intent is not None and not (intent.registry or intent.description):
        yield Found(0, "OutputIntent", "既没有 RegistryName，也没有 Info")


RULES: tuple[Rule, ...] = (
    *(has_intent, one_intent, profile_embedded, profile_for_press, profile_parts),
    *(condition_named, condition_explained),
)
