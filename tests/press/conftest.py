"""One small issue and the whole sample, each pressed once for all tests that read the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from plugins.issue import archive
from plugins.issue.record import Archive, Issue
from plugins.press.press import Pressed, press
from plugins.press.quality import reader
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
SAMPLE = ROOT / "content"
#: Body text stands between these heights (pt from the top): outside are running heads and folios.
TYPE_AREA = (60.0, 760.0)
RUBY = 5.4


@dataclass(frozen=True)
class Char:
    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str


@dataclass(frozen=True)
class Book:
    issue: Issue
    pressed: Pressed
    chars: tuple[Char, ...]

    def body_chars(self) -> list[Char]:
        low, high = TYPE_AREA
        return [c for c in self.chars if low < (c.top + c.bottom) / 2 < high and c.size > RUBY]


def load(content: Path) -> Archive:
    loaded, findings = archive.load(content, outline, lambda *_: Tagged())
    assert not [found for found in findings if found.level == "error"]
    return loaded


def read(issue: Issue, pressed: Pressed) -> Book:
    """The characters of a pressed issue in the order of its content streams, pages from 0."""
    chars = [
        Char(
            c.text,
            page.number - 1,
            c.x0,
            c.x1,
            c.baseline - 0.88 * c.size,
            c.baseline + 0.12 * c.size,
            c.size,
            c.font,
        )
        for page in reader.read(pressed.file).pages
        for c in page.chars
    ]
    return Book(issue, pressed, tuple(chars))


def copied(content: Path, target: Path) -> Path:
    """The content folder as links in a place that may be written: folios.toml lands there."""
    for path in content.rglob("*"):
        if path.is_file() and "drawings" not in path.parts and path.name != "folios.toml":
            place = target / path.relative_to(content)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.hardlink_to(path)
    return target


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    content = copied(SAMPLE, tmp_path_factory.mktemp("sample") / "content")
    issue = load(content).issues[0]
    target = content.parent / f"{issue.key}.pdf"
    return read(issue, press(issue, content, THEME, target, lambda *_: None))


PUBLICATION = 'name = "样刊"\nsponsor = "某省生态环境厅"\nlicence = "某内资018号"\nwebsite = ""\n'
SECTIONS = """
[[sections]]
name = "特别关注"
slug = "guanzhu"
english = "Focus"
[[sections]]
name = "环境资讯"
slug = "zixun"
"""
ISSUE = """
number = 3
whole_number = 294
published = 2020-03-20
[[sections]]
name = "特别关注"
articles = ["one", "two"]
[[sections]]
name = "环境资讯"
flow = "run-on"
articles = ["short"]
"""


def small_content(folder: Path) -> Path:
    """A content folder with two stories and one short item."""
    content = folder / "content"
    (content / "2020-03").mkdir(parents=True)
    (content / "publication.toml").write_text(PUBLICATION, encoding="utf-8")
    (content / "sections.toml").write_text(SECTIONS, encoding="utf-8")
    (content / "2020-03" / "issue.toml").write_text(ISSUE, encoding="utf-8")
    text = "河面宽了，芦苇也高了，守河的人比去年多了两个。" * 30
    for stem, kind in (("one", "通讯"), ("two", "消息"), ("short", "资讯")):
        front = (
            f"---\n标题: {stem}的标题 后半截\n体裁: {kind}\n供稿: 某市生态环境局\n公开: 是\n---\n\n"
        )
        (content / "2020-03" / f"{stem}.md").write_text(
            f"{front}{text}\n\n{text}\n", encoding="utf-8"
        )
    return content


def illustrated_content(folder: Path) -> Path:
    """The small content folder with a picture in its first story."""
    content = small_content(folder)
    photos = content / "2020-03" / "photos"
    photos.mkdir()
    Image.new("RGB", (600, 400), "teal").save(photos / "a.jpg")
    story = content / "2020-03" / "one.md"
    story.write_text(
        f"{story.read_text(encoding='utf-8')}\n![图说](photos/a.jpg)\n", encoding="utf-8"
    )
    return content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path)


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    content = small_content(tmp_path_factory.mktemp("small"))
    issue = load(content).issues[0]
    return read(issue, press(issue, content, THEME, content.parent / "book.pdf", lambda *_: None))
