"""Small HTML through the typesetter with a sheet of styles of its own: galleys and assembled pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.press.makeup.assembly import Assembler
from plugins.press.makeup.galley import Galley, read
from plugins.press.makeup.makeup import MadeUp, make_up
from plugins.press.typesetter import Typesetter

#: A page of 20 rows of 16 px; two columns of 10 signs of 16 px, 16 px between them; margins of 32 px.
PITCH, ROWS, MARGIN, COLUMN, FULL = 16.0, 20, 32.0, 160.0, 336.0
STYLES = """
@page { size: 400px 384px; margin: 32px; }
@page galley { size: 400px 40000px; }
html { font: 16px/16px "Noto Serif CJK SC"; }
body, p, h1, h2, figure, aside, ul, li, blockquote, table { margin: 0; padding: 0; }
body.galley { page: galley; }
.columns { width: 160px; }
p { orphans: 2; widows: 2; }
h1, h2 { font-size: 16px; break-after: avoid; break-inside: avoid; }
h2 { margin-top: 16px; bookmark-level: 2; }
header { break-inside: avoid; break-after: avoid; }
figure, aside, table { --movable: 1; }
figure { break-inside: avoid; margin-bottom: 16px; --snap: 12pt; }
img { display: block; width: 100%; }
figure.flex { --flex: 2 3; }
aside { break-inside: avoid; padding: 8px; background: #ddd; border-top: 2px solid; --snap: 12pt middle; }
blockquote { border-left: 2px solid; padding-left: 14px; }
table { border-spacing: 0; width: 100%; --snap: 12pt; }
thead { color: #333 }
td, th { padding: 2px; text-align: left; font-weight: 400; }
.pictures { display: flex; flex-wrap: wrap; }
.pictures figure { flex: 1 1 40%; margin: 0; }
.photo { --new-page: 1; }
ul { list-style-position: inside; }
"""


@dataclass(frozen=True)
class Workbench:
    """A typesetter with these styles and a folder of pictures."""

    typesetter: Typesetter

    def document(self, body: str, kind: str = "galley") -> Any:
        html = f'<html lang="zh-CN"><title>样</title><body class="{kind}">{body}</body></html>'
        return self.typesetter.lay_out(html, "2020-03")

    def galley(self, body: str) -> Galley:
        return read(self.document(body).pages[0]._page_box, PITCH, ROWS)

    def pages(self, body: str, changes: dict[int, int] | None = None) -> tuple[Any, MadeUp, Galley]:
        """A document of assembled pages, how it was made up, and its galley."""
        document = self.document(body)
        found = read(document.pages[0]._page_box, PITCH, ROWS)
        made = make_up(found.items, ROWS, changes)
        empty = self.document("", "page").pages[0]._page_box
        return document.copy(Assembler(empty, PITCH).pages(found, made)), made, found


def workbench(folder: Path) -> Workbench:
    """``folder`` gets the styles and two pictures: wide.png (2:1) and tall.png (1:10)."""
    (folder / "sheet.css").write_text(STYLES, encoding="utf-8")
    photos = folder / "2020-03" / "photos"
    photos.mkdir(parents=True)
    Image.new("RGB", (200, 100), "teal").save(photos / "wide.png")
    Image.new("RGB", (40, 400), "teal").save(photos / "tall.png")
    return Workbench(Typesetter(folder, folder, ["sheet.css"]))


def boxes(page: Any, tag: str, name: str = "") -> list[Any]:
    """The boxes of a page (a WeasyPrint page) by tag and class of box."""
    return [
        box
        for box in page._page_box.descendants()
        if box.element_tag == tag and (not name or type(box).__name__ == name)
    ]


def lines(page: Any) -> Iterator[tuple[str, float, float]]:
    """The lines of a page: words, px from its left, row on the grid."""
    for box in page._page_box.descendants():
        if type(box).__name__ == "LineBox":
            words = "".join(getattr(each, "text", "") for each in box.descendants())
            yield words, box.position_x, (box.position_y - MARGIN) / PITCH


def text(words: str, number: int) -> str:
    """A paragraph of ``number`` lines of a column."""
    return f"<p>{(words * 10)[:10] * number}</p>"
