"""A small issue whose pages public and other articles share, and the PDFs cut from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from plugins.issue.record import Issue
from plugins.press.proof.copytext import squeezed
from plugins.press.quality import reader
from plugins.press.screen.clipping import clippings
from plugins.press.screen.clipping_faces import Faces
from plugins.press.workshop import Bound, Workshop
from tests.press.conftest import SECTIONS, THEME, load

PUBLICATION = """
name = "样刊"
sponsor = "某省生态环境厅"
site_address = "https://ban.example/kan/"
[[fillers]]
title = "补白题目"
text = "补白里的话，谁家的文件里都不该有。"
"""
ISSUE = """
number = 3
whole_number = 294
published = 2020-03-20
[[sections]]
name = "特别关注"
editors_note = "编者按里的话也不是文章。"
articles = ["one", "two"]
[[sections]]
name = "环境资讯"
flow = "run-on"
articles = ["short-1", "short-2", "short-3"]
"""
#: Words of one article that stand in no other, by stem.
OWN = {
    "one": "河面宽了，芦苇也高了",
    "two": "密勘暗访，尚未定论",
    "short-1": "甲市清淤，三十公里",
    "short-2": "乙县罚款，内部通报",
    "short-3": "丙乡植树，三千余株",
}
PUBLIC = ("one", "short-1", "short-3")
#: In the heads of the articles, so that a word of them would betray an article.
HEADLINES = {
    "one": "大河上下 两岸人家",
    "two": "未公开的调查",
    "short-1": "清淤见底",
    "short-2": "通报一起案件",
    "short-3": "春风吹绿",
}
LINKS = "参看[甲文](short-1.md)，又见[乙文](two.md)，还有[外站](https://out.example/a)。[^1]"


def made_content(folder: Path) -> Path:
    """Two stories and a run of short news; what is not public stands between what is."""
    content = folder / "content"
    (content / "2020-03" / "photos").mkdir(parents=True)
    files = {
        "publication.toml": PUBLICATION,
        "sections.toml": SECTIONS,
        "2020-03/issue.toml": ISSUE,
    }
    for stem, words in OWN.items():
        kind = "资讯" if stem.startswith("short") else "通讯"
        public = "是" if stem in PUBLIC else "否"
        head = f"标题: {HEADLINES[stem]}\n体裁: {kind}\n供稿: {stem}市局\n公开: {public}"
        body = "\n\n".join([f"{words}。" * (6 if kind == "资讯" else 60)] * 2)
        files[f"2020-03/{stem}.md"] = f"---\n{head}\n---\n\n{body}\n"
    files["2020-03/one.md"] += f"\n{LINKS}\n\n![江边。](photos/a.jpg)\n\n[^1]: 脚注也是自己的。\n"
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    Image.new("RGB", (1200, 800), "teal").save(content / "2020-03" / "photos" / "a.jpg")
    return content


@dataclass(frozen=True)
class Cut:
    """A made issue, and the folder with the clippings of it."""

    content: Path
    bound: Bound
    raw: Path
    folder: Path

    @property
    def issue(self) -> Issue:
        return self.bound.issue

    def again(self, folder: Path) -> None:
        """Cut it once more."""
        faces = Faces(self.raw)
        clippings(self.bound, faces, self.content, THEME, folder, lambda *_: None)


def cut(place: Path) -> Cut:
    content = made_content(place)
    bound = Workshop(load(content).issues[0], content, THEME).bound(lambda *_: None)
    raw, folder = place / "raw.pdf", place / "单篇"
    bound.write(raw)
    clippings(bound, Faces(raw), content, THEME, folder, lambda *_: None)
    return Cut(content, bound, raw, folder)


@dataclass(frozen=True)
class Clipping:
    stem: str
    file: Path

    @cached_property
    def pages(self) -> list[str]:
        return [squeezed(reader.text(page.chars)) for page in reader.read(self.file).pages]

    def strings(self) -> Iterator[str]:
        """Every string and name of the file, and its metadata."""
        with pikepdf.open(self.file) as pdf:
            for each in (*pdf.objects, pdf.trailer):
                yield from _strings(each)
            if "/Metadata" in pdf.Root:
                yield pdf.Root.Metadata.read_bytes().decode()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for name, kept in value.items():
            yield name
            if not getattr(kept, "is_indirect", False):
                yield from _strings(kept)
    elif isinstance(value, pikepdf.Array):
        for kept in value:
            if not getattr(kept, "is_indirect", False):
                yield from _strings(kept)


def clipping_of(made: Cut, stem: str) -> Clipping:
    return Clipping(stem, made.folder / f"{stem}.pdf")
