"""A small issue of which some is public, and the public edition cut from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import Image

from plugins.issue.enclosures import Enclosure
from plugins.issue.record import Issue
from plugins.press.cuttings import Cutter
from plugins.press.proof.copytext import squeezed
from plugins.press.quality import reader
from plugins.press.quality.reader import Page
from plugins.press.workshop import Bound, Workshop
from tests.press.conftest import THEME
from tests.screen.cuttings import HEADLINES, OWN, PUBLIC, PUBLICATION, made_content

SECTIONS = """
[[sections]]
name = "特别关注"
slug = "guanzhu"
[[sections]]
name = "内部参考"
slug = "cankao"
[[sections]]
name = "环境资讯"
slug = "zixun"
[[sections]]
name = "基层来信"
slug = "laixin"
"""
ISSUE = """
number = 3
whole_number = 294
published = 2020-03-20
[cover]
lines = ["大河上下", "未公开的调查"]
[[pages]]
place = "after:内部参考"
image = "photos/plate.jpg"
caption = "内部参考的整版图片"
listed = true
[[pages]]
place = "after:环境资讯"
image = "photos/a.jpg"
caption = "公开的整版图片"
listed = true
[[sections]]
name = "特别关注"
flow = "run-on"
articles = ["one", "two", "three"]
[[sections]]
name = "内部参考"
articles = ["secret"]
[[sections]]
name = "环境资讯"
flow = "run-on"
articles = ["short-1", "short-2", "short-3", "short-4"]
[[sections]]
name = "基层来信"
editors_note = "来信的编者按。"
articles = ["letter-1", "letter-2"]
"""
#: Beside those of the clippings: words of one article that stand in no other.
MORE = {
    "three": "跋山涉水，续写前文",
    "secret": "绝密档案，束之高阁",
    "short-4": "丁镇修桥，一百余米",
    "letter-1": "匿名举报，仍在侦办",
    "letter-2": "村口老井，又见甘泉",
}
NAMES = {
    "three": "后来的事",
    "secret": "仅供参阅",
    "short-4": "小桥通车",
    "letter-1": "一封匿名信",
    "letter-2": "老井重开",
}
WORDS, TITLES = OWN | MORE, HEADLINES | NAMES
OPEN = {*PUBLIC, "three", "short-4", "letter-2"}
KEPT_BACK = sorted(set(WORDS) - OPEN)
#: Links: to what is public, to what is not.
LINKED = "参看[丁文](short-4.md)、[密文](secret.md)。"


def mixed_content(folder: Path) -> Path:
    """A section without public articles and with a plate, a letter behind one that is not public."""
    content = made_content(folder)
    place = content / "2020-03"
    for stem, words in MORE.items():
        short = stem.startswith("short")
        public = "是" if stem in OPEN else "否"
        head = f"标题: {TITLES[stem]}\n体裁: {'资讯' if short else '通讯'}\n公开: {public}"
        text = f"{words}。" * (6 if short else 90)
        link = LINKED if stem == "three" else ""
        (place / f"{stem}.md").write_text(f"---\n{head}\n---\n\n{text}{link}\n", encoding="utf-8")
    (content / "publication.toml").write_text(PUBLICATION, encoding="utf-8")
    (content / "sections.toml").write_text(SECTIONS, encoding="utf-8")
    (place / "issue.toml").write_text(ISSUE, encoding="utf-8")
    Image.new("RGB", (900, 1200), "maroon").save(place / "photos" / "plate.jpg")
    return content


@dataclass(frozen=True)
class Excerpt:
    content: Path
    cutter: Cutter
    made: Enclosure

    @property
    def issue(self) -> Issue:
        return self.cutter.bound.issue

    @property
    def bound(self) -> Bound:
        return self.cutter.bound

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(reader.read(self.made.file).pages)

    def text(self, folio: int) -> str:
        page = self.pages[self.made.folios.index(folio)]
        return squeezed(reader.text(page.chars))

    @cached_property
    def words(self) -> str:
        return "".join(squeezed(reader.text(page.chars)) for page in self.pages)


def cutter(content: Path, issue: Issue) -> Cutter:
    bound = Workshop(issue, content, THEME).bound(lambda *_: None)
    folder = content.parent / "dist"
    folder.mkdir()
    bound.write(folder / "issue.raw")
    return Cutter(bound, folder / "issue.raw", content, THEME, folder / "2020-03.pdf", None)
