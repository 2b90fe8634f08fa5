"""Matterhorn: what stands between a PDF and PDF/UA-1, as far as a machine can say (ISO 14289-1).

The conditions of the Matterhorn Protocol 1.1 that concern what the press writes; those that need a reader
(is the order right, does the alternative text say what the picture shows) are not judged here. Codes that
begin with ``own-`` are rules of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from plugins.press.screen import tagtree
from plugins.press.screen.tagrules import RULES
from plugins.press.screen.tagtree import TagTree

MARK = re.compile(r"pdfuaid:part(?:>|=\")1")
TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.S)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Barrier:
    """One thing that shuts readers out: code of the protocol, page from 1 (0: the file), what, in Chinese."""

    code: str
    page: int
    message: str


def check(file: Path, cache: Path | None = None) -> list[Barrier]:
    """All barriers in the PDF ``file``, by code and page. Raises ``pikepdf.PdfError`` when it is none.

    ``cache``: a folder for what may be kept between runs.
    """
    with Pdf.open(file) as pdf:
        tree = tagtree.read(pdf, cache)
        found = [*_document(pdf), *_pages(pdf), *_annotations(pdf), *_fonts(pdf), *_structure(tree)]
    return sorted(found, key=lambda barrier: (barrier.code, barrier.page, barrier.message))


def _structure(tree: TagTree) -> Iterator[Barrier]:
    for code, rule in RULES.items():
        for page, message in rule(tree):
            yield Barrier(code, 0 if page is None else page + 1, message)


def _document(pdf: Pdf) -> Iterator[Barrier]:
    """What the catalogue and the metadata say (06, 07, 11; ISO 14289-1, 7.1 and 7.2)."""
    root = pdf.Root
    metadata = root.get("/Metadata")
    packet = metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else ""
    title = "".join(TAG.sub("", found) for found in TITLE.findall(packet))
    preferences = root.get("/ViewerPreferences", Dictionary())
    marks = root.get("/MarkInfo", Dictionary())
    conditions = [
        ("06-001", metadata is None, "没有 XMP 元数据"),
        ("06-002", not MARK.search(packet), "没有注明 PDF/UA-1"),
        ("06-003", not title.strip(), "元数据里没有题名"),
        ("07-001", not preferences.get("/DisplayDocTitle", False), "窗口标题没有设为题名"),
        ("11-006", not str(root.get("/Lang", "")), "没有注明语言"),
        ("own-marked", not marks.get("/Marked", False), "没有注明是带标签的文件"),
        ("own-suspects", bool(marks.get("/Suspects", False)), "标签注明为存疑"),
        ("own-encrypted", pdf.is_encrypted, "加密了（PDF/A 不许加密，读屏软件也可能读不到）"),
    ]
    for code, is_wrong, message in conditions:
        if is_wrong:
            yield Barrier(code, 0, message)


def _pages(pdf: Pdf) -> Iterator[Barrier]:
    for number, page in enumerate(pdf.pages, start=1):
        if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S:
            yield Barrier("28-008", number, "批注不按结构的次序跳转（Tabs）")
        for name, thing in page.obj.get("/Resources", Dictionary()).get("/XObject", {}).items():
            if isinstance(thing, Stream) and "/Ref" in thing:
                yield Barrier("30-001", number, f"{name} 引用别的文件")


def _annotations(pdf: Pdf) -> Iterator[Barrier]:
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.obj.get("/Annots", Array()):
            if not str(annotation.get("/Contents", "")).strip():
                yield Barrier("28-012", number, "链接没有说明（Contents）")
            if "/StructParent" not in annotation:
                yield Barrier("28-002", number, "批注不在结构树里")


def _fonts(pdf: Pdf) -> Iterator[Barrier]:
    """31: fonts are in the file, and their glyphs have characters."""
    for each in pdf.objects:
        if not (isinstance(each, Dictionary) and each.get("/Type") == Name.Font):
            continue
        if str(each.get("/Subtype", "")).startswith("/CIDFont"):
            descriptor = each.get("/FontDescriptor", Dictionary())
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield Barrier("31-009", 0, f"字体没有嵌入：{each.get('/BaseFont', '')}")
        elif "/ToUnicode" not in each:
            yield Barrier("31-027", 0, f"字体没有字符对照：{each.get('/BaseFont', '')}")
