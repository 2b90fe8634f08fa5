"""The sample's own articles as Word files, styled and as WPS users type them: back they come letter for letter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from plugins.article import frontmatter
from plugins.hanzi.numerals import read_number
from plugins.intake import spans
from tests.intake.desk import body, fields, one
from tests.intake.wordfiles import add_picture, bare, line, picture, saved

CONTENT = Path(__file__).resolve().parents[2] / "content" / "2020-03"
IMAGE = re.compile(r"!\[(.*)\]\((.*)\)")
#: What a Word file made here cannot say, or says in another way: links inside, boxes, lists, several pictures at once.
LEFT_OUT = re.compile(
    r"\]\((?!photos)|^!!!|\{\.dots\}|\{ruby|\[\^|<|^>|^\s*[-*] |\)\s?!\[|  $|^\d+\. ", re.MULTILINE
)


def manuscripts() -> list[Path]:
    files = sorted(CONTENT.glob("*.md"))
    return [each for each in files if not LEFT_OUT.search(each.read_text(encoding="utf-8"))]


def add(document: Any, block: str, at: int, styled: bool) -> None:
    if match := IMAGE.fullmatch(block):
        add_picture(document, picture(colour=(at, 0, 0)))
        line(document, match[1], align="center")
        document.paragraphs[-1].style = document.styles["Caption"]
    elif block.startswith("|"):
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in block.split("\n")]
        del rows[1]
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                _runs(table.cell(r, c).paragraphs[0], text)
    elif block.startswith("#"):
        level = len(block) - len(block.lstrip("#"))
        words = block.lstrip("# ")
        if styled:
            document.add_heading(words, level=level - 1)
        else:
            line(document, words, bold=True, indent="　　", size=16)
    else:
        paragraph = line(document, "", indent="" if styled else "　　", size=0 if styled else 16)
        _runs(paragraph, block)


def _runs(paragraph: Any, text: str) -> None:
    for run in spans.runs(text):
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None


def blocks_of(text: str) -> list[str]:
    return frontmatter.parse(text, "x.md").body.strip().split("\n\n")


def bare_block(block: str) -> str:
    """A block without the path of its picture, the level of its heading and the white of its table."""
    if match := IMAGE.fullmatch(block):
        return f"![{match[1]}]"
    if block.startswith("|"):
        return "\n".join(
            re.sub(r"\s*\|\s*", "|", row)
            for row in block.split("\n")
            if not set(row) <= set("|-: ")
        )
    return block


@pytest.mark.parametrize("styled", [True, False], ids=["styled", "typed"])
@pytest.mark.parametrize("file", manuscripts(), ids=lambda file: file.stem)
def test_a_sample_article_comes_back(file: Path, styled: bool, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    front = frontmatter.parse(text, file.name).front
    blocks = blocks_of(text)
    document = Document() if styled else bare()
    if styled:
        document.add_paragraph(front.headline, style="Title")
    else:
        line(document, front.headline, align="center", size=22)
    for at, block in enumerate(blocks):
        add(document, block, at, styled)
    taken = one(tmp_path, "稿.docx", saved(document))
    assert fields(taken)["标题"] == front.headline
    came = [bare_block(each) for each in body(taken)]
    went = [bare_block(each) for each in blocks]
    if not styled or any(read_number(each) for each in blocks):  # headings get their marks here
        came, went = ([each.lstrip("# ") for each in those] for those in (came, went))
    assert came == went


def test_most_of_the_sample_is_tried() -> None:
    assert len(manuscripts()) > 40
