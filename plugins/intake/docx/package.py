"""The parts of a Word file: a zip archive that may have been made to do harm.

Limits stand before anything is unpacked and again while it is; entities and document type declarations,
which no Word file has, are refused (ECMA-376 Part 2, 8.1.4: «DTD declarations … shall not be used»).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from functools import cached_property

from lxml import etree

from plugins.intake.intakefault import IntakeFault

#: Bytes: the whole unpacked; one XML part; one picture.
MOST_UNPACKED = 600 * 2**20
MOST_XML = 60 * 2**20
MOST_PARTS = 5000
#: How many times its packed size a part of more than `SMALL` bytes may have; text of Word gets to about 40.
MOST_RATIO = 200
SMALL = 2**20
#: An OLE file: an encrypted .docx, or a .doc (MS-CFB 2.2).
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_DOCUMENT = "/officeDocument"
SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”再收"
OTHERS = (
    (b"%PDF", f"这是 PDF，排好的版面不能当稿件收，请向供稿单位要 Word 原稿，或{SAVE_AS[1:]}"),
    (b"{\\rtf", f"这是 RTF 文件，{SAVE_AS}"),
)


class Package:
    """A .docx taken apart. Raises `IntakeFault` when it is none, locked, damaged or a danger."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        _is_zip(data, shown)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError) as error:
            raise self._damaged() from error
        self._names = {each.filename: each for each in self._zip.infolist()}
        self._within_limits()
        self._unpacked = 0

    def _within_limits(self) -> None:
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise self._danger(f"里面有 {len(parts)} 个部件，超过 {MOST_PARTS} 个")
        if sum(each.file_size for each in parts) > MOST_UNPACKED:
            raise self._danger(f"解开后超过 {MOST_UNPACKED // 2**20} MB")
        for each in parts:
            if each.flag_bits & 1:
                raise IntakeFault(f"“{self.shown}”加了密码，请去掉密码再收")
            if each.file_size > max(SMALL, MOST_RATIO * each.compress_size):
                raise self._danger(f"部件“{each.filename}”解开后是原来的 {MOST_RATIO} 倍以上")

    def read(self, name: str, most: int = MOST_UNPACKED) -> bytes | None:
        """The bytes of a part; None when there is none. ``most`` bytes at the most."""
        part = self._names.get(name)
        if part is None:
            return None
        if part.file_size > most:
            raise self._danger(f"部件“{name}”超过 {most // 2**20} MB")
        try:
            with self._zip.open(part) as opened:
                data = opened.read(part.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self._damaged() from error
        self._unpacked += len(data)
        if len(data) > part.file_size or self._unpacked > 2 * MOST_UNPACKED:
            raise self._danger(f"部件“{name}”比它自己说的大")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when there is none."""
        data = self.read(name, MOST_XML)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise self._danger(f"部件“{name}”里有文件类型声明，Word 文件不会有")
        return root

    def related(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """What a part points at: id → (kind, part or address, whether it lies outside the file)."""
        folder, base = posixpath.split(name)
        root = self.xml(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, tuple[str, str, bool]] = {}
        for each in root.iter(f"{{{RELATIONSHIPS}}}Relationship") if root is not None else ():
            outside = each.get("TargetMode") == "External"
            target = str(each.get("Target") or "")
            if not outside:
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
                target = target.removeprefix("../")
            found[str(each.get("Id"))] = (str(each.get("Type") or ""), target, outside)
        return found

    @cached_property
    def main(self) -> str:
        """The name of the main part; raises when the archive is no Word file."""
        for kind, target, outside in self.related("").values():
            if kind.endswith(OFFICE_DOCUMENT) and not outside and target in self._names:
                if target.startswith(("xl/", "ppt/")):
                    break
                return target
        raise IntakeFault(
            f"“{self.shown}”不是 Word 文件（可能是表格、演示文稿或压缩包），{SAVE_AS}"
        )

    def _danger(self, why: str) -> IntakeFault:
        return IntakeFault(f"“{self.shown}”没有收：{why}，不像正常的稿件。请向来稿单位核实")

    def _damaged(self) -> IntakeFault:
        return IntakeFault(f"“{self.shown}”打不开或已损坏，请来稿单位重发；或{SAVE_AS[1:]}")


def _is_zip(data: bytes, shown: str) -> None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise IntakeFault(
                f"“{shown}”加了打开密码，请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再收"
            )
        raise IntakeFault(f"“{shown}”是老式 Word 文件（.doc/.wps），{SAVE_AS}")
    for start, advice in OTHERS:
        if data.startswith(start):
            raise IntakeFault(f"“{shown}”：{advice}")
    if not data:
        raise IntakeFault(f"“{shown}”是空文件，请来稿单位重发")
