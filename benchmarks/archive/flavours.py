"""The made-up archive on disk, for each engine: the same bodies, and front matter as each wants it."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from benchmarks.archive.manuscripts import (
    FIRST_MONTH,
    PER_ISSUE,
    PHOTOS,
    SECTIONS,
    Manuscript,
    key_of,
    manuscript,
    months,
    published,
    stem_of,
)
from benchmarks.archive.sentences import Words

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS, PELICAN, HUGO = "ours", "pelican", "hugo"
FLAVOURS = (OURS, PELICAN, HUGO)
#: Where the peers want pictures and the style sheet, in their folders.
PICTURES = {PELICAN: "content/images", HUGO: "static/images"}
SHEETS = {PELICAN: "theme/static/css/site.css", HUGO: "static/css/site.css"}
#: One sheet for all: ours takes these two from its theme.
STYLES = (HERE / "ours/theme/shared/tokens.css", HERE / "ours/theme/web/static/css/10-magazine.css")
#: Every theme of ours has these.
ICONS = ("icon.svg", "favicon.ico", "touch-icon.png")
PICTURE_PX = (1200, 800)


def write_archive(folder: Path, issues: int, known: Words) -> int:
    """Write the archive for all engines below ``folder``; the number of articles."""
    photos = folder / "photos"
    draw_photos(photos)
    for flavour in FLAVOURS:
        prepare(flavour, folder / flavour, photos)
    for month in months(issues):
        start_issue(folder / OURS / "content", month, photos)
        for made in issue(month, known):
            for flavour in FLAVOURS:
                write(made, flavour, folder / flavour)
    return issues * PER_ISSUE


def issue(month: int, known: Words) -> Iterator[Manuscript]:
    """The articles of an issue in printed order."""
    return (manuscript(month, number, known) for number in range(1, PER_ISSUE + 1))


def prepare(flavour: str, folder: Path, photos: Path) -> None:
    """Everything of an engine's folder but the articles: settings, theme, registers, pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / flavour, folder)
    (folder / "content").mkdir(exist_ok=True)
    if flavour == OURS:
        for icon in ICONS:
            shutil.copy(ROOT / "theme/web/static" / icon, folder / "theme/web/static")
        shutil.copy(ROOT / "content" / "publication.toml", folder / "content")
        (folder / "content" / "sections.toml").write_text(_register(), "utf-8")
        return
    shutil.copytree(photos, folder / PICTURES[flavour])
    sheet = folder / SHEETS[flavour]
    sheet.parent.mkdir(parents=True)
    sheet.write_text("\n".join(each.read_text("utf-8") for each in STYLES), "utf-8")


def _register() -> str:
    """Sections by their names alone, also in addresses: so the engines' addresses agree."""
    return "".join(f'[[sections]]\nname = "{name}"\nslug = "{name}"\n\n' for name, _, _ in SECTIONS)


def start_issue(content: Path, month: int, photos: Path) -> None:
    """The folder of an issue with its issue.toml and its pictures, for ours."""
    folder = content / key_of(month)
    (folder / "photos").mkdir(parents=True)
    for photo in sorted(photos.iterdir()):
        os.link(photo, folder / "photos" / photo.name)
    write_plan(content, month)


def write_plan(content: Path, month: int, *added: Manuscript) -> None:
    """The issue.toml of a month, ``added`` at the end of the last section."""
    numbers = iter(range(1, PER_ISSUE + 1))
    sections = [
        (name, kind, [stem_of(next(numbers)) for _ in range(count)])
        for name, kind, count in SECTIONS
    ]
    sections[-1][2].extend(made.stem for made in added)
    rows = [
        f"number = {month % 12 + 1}",
        f"whole_number = {month - FIRST_MONTH + 1}",
        f"published = {published(month)}",
    ]
    for name, kind, stems in sections:
        flow = "run-on" if kind == "资讯" else "page"
        rows += ["", "[[sections]]", f'name = "{name}"', f'flow = "{flow}"']
        rows.append("articles = " + json.dumps(stems))
    (content / key_of(month) / "issue.toml").write_text("\n".join(rows) + "\n", "utf-8")


def write(made: Manuscript, flavour: str, folder: Path) -> Path:
    """Write one article for an engine; its file."""
    text, photos = WRITERS[flavour]
    file = file_of(made, folder)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text(made) + made.body.replace("@photo", photos), "utf-8")
    return file


def file_of(made: Manuscript, folder: Path) -> Path:
    """Where an article stands in an engine's folder."""
    return folder / "content" / made.key / f"{made.stem}.md"


def _ours(made: Manuscript) -> str:
    rows = {
        "标题": made.headline,
        "引题": made.kicker,
        "副题": made.deck,
        "体裁": made.kind,
        "作者": " ".join(made.bylines),
        "供稿": made.unit,
        "标签": ", ".join(made.tags),
        "公开": "是",
    }
    return "---\n" + _pairs(rows) + "---\n\n"


def _pelican(made: Manuscript) -> str:
    rows = {
        "Title": made.headline,
        "Kicker": made.kicker,
        "Deck": made.deck,
        "Date": str(made.day),
        "Order": f"{made.order:08d}",
        "Issue": made.key,
        "Category": made.section,
        "Authors": "; ".join(made.bylines),
        "Unit": made.unit,
        "Tags": ", ".join(made.tags),
        "Slug": made.stem,
    }
    return _pairs(rows) + "\n"


def _hugo(made: Manuscript) -> str:
    rows: dict[str, object] = {
        "title": made.headline,
        "kicker": made.kicker,
        "deck": made.deck,
        "date": str(made.day),
        "weight": made.order,
        "issue": made.key,
        "year": [made.key[:4]],
        "section": [made.section],
        "author": made.bylines,
        "unit": made.unit,
        "tag": made.tags,
        "url": f"/{made.key}/{made.stem}.html",
    }
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in rows.items() if value}
    return "---\n" + _pairs(quoted) + "---\n\n"


def _pairs(rows: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in rows.items() if value)


#: For each engine: the front matter of an article, and what stands before a picture's number.
WRITERS: dict[str, tuple[Callable[[Manuscript], str], str]] = {
    OURS: (_ours, "photos/photo"),
    PELICAN: (_pelican, "{static}/images/photo"),
    HUGO: (_hugo, "/images/photo"),
}


def draw_photos(folder: Path) -> None:
    """Twelve pictures, each of its own colours."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, PHOTOS + 1):
        dice = random.Random(f"photo {number}")
        picture = Image.new("RGB", PICTURE_PX, (dice.randint(90, 250), 190, 160))
        pen = ImageDraw.Draw(picture)
        for _ in range(40):
            x, y, size = dice.randint(0, 1200), dice.randint(0, 800), dice.randint(20, 300)
            colour = (dice.randint(0, 255), dice.randint(80, 255), dice.randint(0, 255))
            pen.ellipse([x, y, x + size, y + size // 2], fill=colour)
        picture.save(folder / f"photo{number:02d}.jpg", quality=75)
