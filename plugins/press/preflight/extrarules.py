"""Y7 附件、注释、交互: what belongs on a screen and not on a press."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight.document import Document
from plugins.press.preflight.pagefacts import grown, meet
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

#: Annotations that PDF/X lets stand on the page.
PRINTERS = {"PrinterMark", "TrapNet"}


def _features(document: Document, kind: str, words: str) -> Iterator[Found]:
    return (Found(each.page, each.thing, words) for each in document.having(kind))


@rule("Y701", "error")
def no_annotations(document: Document, _: Expected) -> Iterator[Found]:
    """出血以内没有注释和链接。

    依据：ISO 15930-7、15930-4（Annots 须全在 BleedBox 以外）
    办法：导出时不带批注、链接、表单。
    """
    for page in document.pages:
        for each in page.annotations:
            inside = each.box is None or meet(each.box, grown(page.bled, -0.01))
            if each.kind not in PRINTERS and inside:
                yield Found(page.number, f"注释 {each.kind or '?'}", "注释在页面上")


@rule("Y702", "error")
def no_actions(document: Document, _: Expected) -> Iterator[Found]:
    """没有动作。

    依据：ISO 15930-7、15930-4（动作）；ISO 32000-1, 12.6
    办法：导出时不带交互。
    """
    yield from _features(document, "action", "带有动作")


@rule("Y703", "error")
def no_scripts(document: Document, _: Expected) -> Iterator[Found]:
    """没有 JavaScript。

    依据：ISO 15930-7、15930-4（JavaScript）；ISO 32000-1, 12.6.4.16
    办法：导出时不带交互。
    """
    yield from _features(document, "script", "带有脚本")


@rule("Y704", "error")
def no_attachments(document: Document, _: Expected) -> Iterator[Found]:
    """没有附件。

    依据：本刊规矩（印刷文件自成一体）；ISO 32000-1, 7.11.4
    办法：附件另交。
    """
    yield from _features(document, "attachment", "带有附件")


@rule("Y705", "error")
def no_fields(document: Document, _: Expected) -> Iterator[Found]:
    """没有表单域。

    依据：ISO 15930-7、15930-4（交互）；ISO 32000-1, 12.7
    办法：表单拼合成图文。
    """
    yield from _features(document, "field", "带有表单域")


@rule("Y706", "error", standards=["X-1a"])
def no_layers(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有图层。

    依据：ISO 15930-4（PDF 1.4 还没有它）；ISO 32000-1, 8.11
    办法：合并图层。
    """
    yield from _features(document, "layer", "带有图层")


@rule("Y707", "error", standards=["X-4"])
def no_hidden_layers(document: Document, _: Expected) -> Iterator[Found]:
    """没有不显示的图层。

    依据：ISO 15930-7（可选内容）；GWG2015「Optional Content」
    办法：去掉不印的图层；不然两家印出来不一样。
    """
    yield from _features(document, "hidden-layer", "有的图层不显示")


@rule("Y708", "error")
def no_references(document: Document, _: Expected) -> Iterator[Found]:
    """没有引用外部文件的对象（Ref）。

    依据：ISO 15930-7（X-4 不许引用）、15930-4；ISO 32000-1, 8.10.4
    办法：把引用的内容嵌入。
    """
    yield from _features(document, "reference", "内容在别的文件里")


@rule("Y709", "error")
def no_external(document: Document, _: Expected) -> Iterator[Found]:
    """数据都在文件里，没有外部流。

    依据：ISO 15930-7、15930-4（流字典的 F 键）；ISO 32000-1, 7.3.8.2
    办法：把外部数据嵌入。
    """
    yield from _features(document, "external", "数据在别的文件里")


@rule("Y710", "error")
def no_postscript(document: Document, _: Expected) -> Iterator[Found]:
    """没有 PostScript 片段。

    依据：ISO 15930-7、15930-4（PS）；ISO 32000-1, 8.8.2
    办法：重新导出。
    """
    yield from _features(document, "postscript", "是 PostScript 片段")


@rule("Y711", "error")
def print_areas(document: Document, _: Expected) -> Iterator[Found]:
    """没有另设打印、显示范围。

    依据：ISO 15930-7、15930-4（ViewArea、PrintArea 等只许 MediaBox、BleedBox）
    办法：去掉这些设置。
    """
    yield from _features(document, "area", "另设了打印或显示范围")


@rule("Y712", "hint")
def no_thumbnails(document: Document, _: Expected) -> Iterator[Found]:
    """没有嵌入的小样图。

    依据：ISO 32000-1, 12.3.4（白占地方，还常是 RGB）
    办法：导出时不带小样图。
    """
    yield from _features(document, "thumbnail", "带有小样图")


@rule("Y713", "hint")
def no_private_data(document: Document, _: Expected) -> Iterator[Found]:
    """没有软件自用的数据。

    依据：ISO 32000-1, 14.5（白占地方，可能带出底稿）
    办法：导出时不要勾选保留编辑功能。
    """
    yield from _features(document, "private", "带有软件自用的数据")


RULES: tuple[Rule, ...] = (
    *(no_annotations, no_actions, no_scripts, no_attachments, no_fields, no_layers),
    *(no_hidden_layers, no_references, no_external, no_postscript, print_areas),
    *(no_thumbnails, no_private_data),
)
