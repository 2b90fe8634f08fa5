"""What a reader of a Word file accepted, left out or could not read, gathered into remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from plugins.intake.docx.names import attribute, below

#: A remark quotes so many characters.
QUOTED = 40
WORDS = {
    "hidden": "隐藏的文字 {n} 处，没有收",
    "chart": "图表（Word 图表、SmartArt）{n} 个，收不了，请来稿单位另存为图片",
    "object": "嵌入的对象 {n} 个，只收了它的预览图",
    "linked": "只有链接、没有存进文件的图片 {n} 张，收不了，请来稿单位把图片随稿发来",
    "cropped": "在 Word 里裁剪过的图片 {n} 张，收的是没有裁剪的原图",
    "missing": "文件里找不到的图片 {n} 张",
    "contents": "自动生成的目录 {n} 行，没有收",
    "formula": "公式 {n} 处，只收了字，请核对上下标和分式",
    "symbol": "符号字体的字符 {n} 处，认不出，写成了“□”",
    "textbox": "文本框 {n} 个，文字放在它所在的段落之后",
    "frame": "只有一格的表格 {n} 个，当作正文收了",
    "nested": "表格里的表格 {n} 个，只收了文字",
}


class Notice:
    """Counts as it is told; `remarks` says it all in Chinese."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._inserted: list[tuple[str, str]] = []
        self._deleted: list[tuple[str, str]] = []

    def tell(self, what: str) -> None:
        """Something of a kind of `WORDS` was met."""
        self._counted[what] += 1

    def change(self, element: etree._Element, is_deletion: bool) -> None:
        """A tracked change: w:ins, w:del, w:moveFrom or w:moveTo (17.13.5)."""
        words = "".join(each.text or "" for each in below(element, "t", "delText"))
        listed = self._deleted if is_deletion else self._inserted
        listed.append((attribute(element, "author"), words))

    def remarks(self, comments: etree._Element | None) -> Iterator[str]:
        """Everything told, changes and comments first."""
        if self._inserted or self._deleted:
            yield from self._changes()
        for each in below(comments, "comment") if comments is not None else ():
            words = "".join(text.text or "" for text in below(each, "t"))
            yield f"批注没有收进稿件——{attribute(each, 'author') or '佚名'}：{_short(words)}"
        for what, words in WORDS.items():
            if count := self._counted[what]:
                yield words.format(n=count)

    def _changes(self) -> Iterator[str]:
        authors = {name for name, _ in self._inserted + self._deleted if name}
        yield (
            f"有修订痕迹：插入 {len(self._inserted)} 处、删除 {len(self._deleted)} 处"
            f"（{'、'.join(sorted(authors)) or '未署名'}），已全部按接受修订收稿"
        )
        for name, found in (("插入", self._inserted), ("删除", self._deleted)):
            shown = [f"“{_short(words)}”" for _, words in found if words.strip()]
            if shown:
                yield f"修订·{name}：{'、'.join(shown)}"


def _short(words: str) -> str:
    return words if len(words) <= QUOTED else words[:QUOTED] + "……"
