"""The articles, and queries taken from their texts."""

from __future__ import annotations

import random
import re
from pathlib import Path

from benchmarks.archive.flavours import OURS, draw_photos, issue, prepare, start_issue, write
from benchmarks.archive.manuscripts import months
from benchmarks.archive.sentences import words
from benchmarks.search.asking import Query
from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.issue.plugin import load
from plugins.issue.record import Archive
from plugins.web.search.document import Document, documents
from plugins.web.search.stream import BORDER, stream, units

ROOT = Path(__file__).resolve().parents[2]
RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
LENGTHS = (2, 3, 4, 5, 6, 8)
#: What readers of a bulletin ask for beside words of its texts.
ASKED = (
    "PM2.5",
    "排污许可证",
    "生态环境局",
    "垃圾分类",
    "突发环境事件",
    "入河排污口",
    "〔2020〕",
    "COD",
)
UNFOLD = str.maketrans(dict(zip(SIMPLIFIED, TRADITIONAL, strict=True)))


def made_up(folder: Path, issues: int) -> Path:
    """A content folder of so many issues below ``folder``."""
    known, photos = words(ROOT / "content"), folder / "photos"
    draw_photos(photos)
    prepare(OURS, folder / OURS, photos)
    for month in months(issues):
        start_issue(folder / OURS / "content", month, photos)
        for made in issue(month, known):
            write(made, OURS, folder / OURS)
    return folder / OURS / "content"


def read(content: Path, folder: Path) -> Archive:
    """The archive of a content folder."""
    settings = {"PATH": str(content), "CACHE_PATH": str(folder / "cache"), "WORKERS": 2}
    return load(content, settings)[0]


def of(archive: Archive) -> list[Document]:
    """All documents, oldest issue first."""
    return [each for issue in archive.issues[::-1] for each in documents(issue)]


class Texts:
    """By page, the streams of the fields of each article."""

    def __init__(self, archive: Archive) -> None:
        self.found = of(archive)
        self.streams = {each.path: _stream(each) for each in self.found}

    def having(self, phrase: str) -> frozenset[str]:
        """The pages in whose text a phrase stands."""
        wanted = stream(phrase)
        return frozenset(path for path, text in self.streams.items() if wanted in text)


def _stream(document: Document) -> str:
    """As `stream` gives it; of all articles letter by letter it would take minutes."""
    return units(BORDER.join(document.fields)).tobytes().decode("utf-16-le", "surrogatepass")


def queries(texts: Texts, count: int) -> list[Query]:
    """Parts of the texts of several lengths, every sixth in Traditional characters; and what readers ask for."""
    dice = random.Random(5)
    drawn = []
    for number in range(count):
        runs = RUN.findall(dice.choice(texts.found).article.text)
        length = LENGTHS[number % len(LENGTHS)]
        run = dice.choice([each for each in runs if len(each) >= length] or ["生态环境保护督察"])
        at = dice.randint(0, len(run) - length)
        part = run[at : at + length]
        drawn.append(part.translate(UNFOLD) if number % 6 == 5 else part)
    return [Query(each, texts.having(each)) for each in (*ASKED, *drawn)]
