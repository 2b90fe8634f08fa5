"""Tables that are no tables: pictures laid out side by side, the form that a draft was handed in on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plugins.intake.draft import Block, Cell, Draft, Paragraph, Run, Table
from plugins.intake.labels import KEYS

SPACE = re.compile(r"[\s　]")
#: How forms call the place of the text itself.
BODY = frozenset({"正文", "内容", "稿件", "稿件正文", "稿件内容", "新闻内容", "信息内容", "全文"})
FORM = re.compile(r".{0,24}(?:报送|投稿|供稿|来稿|稿件|信息|审批|审核|审签|登记|送审)(?:表|单|笺)")
#: A caption in a cell has no more characters.
CAPTION = 80
#: Lines parted by tabs are a table from so many on.
ROWS = 3


def opened(draft: Draft) -> Draft:
    """The draft with such tables taken apart; tables of data stay, their pictures follow them."""
    blocks: list[Block] = []
    remarks: list[str] = []
    for block in draft.blocks:
        if not isinstance(block, Table):
            blocks.append(block)
        elif (alone := _frame(block)) is not None:
            blocks += alone
        elif form := _form(block):
            if blocks and isinstance(last := blocks[-1], Paragraph) and FORM.fullmatch(last.text):
                blocks.pop()
            made, rest = form
            blocks += made
            remarks.append(
                f"稿件写在报送表里，已按栏目取出{f'；没有收的栏：{rest}' if rest else ''}"
            )
        else:
            blocks += _taken_apart(block, remarks)
    blocks = list(_tabbed(blocks))
    return replace(draft, blocks=tuple(blocks), remarks=(*draft.remarks, *remarks))


def _frame(table: Table) -> list[Block] | None:
    """What stands in the one cell that holds anything: a letterhead, a frame round a text."""
    full = [cell for row in table.rows for cell in row if cell.paragraphs or cell.pictures]
    return [*full[0].paragraphs, *full[0].pictures] if len(full) == 1 else None


def _tabbed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Lines with the same number of tabs inside, three or more one behind the other, are a table."""
    for count, same in groupby(blocks, _columns):
        group = list(same)
        lines = [each.text for each in group if isinstance(each, Paragraph)]
        if count and len(lines) >= ROWS:
            rows = tuple(tuple(map(_typed, line.split("\t"))) for line in lines)
            yield Table(rows, group[0].place)
        else:
            yield from group


def _columns(block: Block) -> int:
    """How many columns a line has whose cells are parted by tabs; 0: it is none."""
    parts = block.text.split("\t") if isinstance(block, Paragraph) else []
    return len(parts) if len(parts) > 1 and all(part.strip() for part in parts) else 0


def _typed(words: str) -> Cell:
    return Cell((Paragraph((Run(words.strip()),), 0),))


def _taken_apart(table: Table, remarks: list[str]) -> Iterator[Block]:
    cells = [cell for row in table.rows for cell in row]
    pictures = [each for cell in cells for each in cell.pictures]
    spoken = [cell for cell in cells if cell.paragraphs]
    if not pictures:
        yield table
    elif len(spoken) <= len(pictures) and all(_is_caption(cell) for cell in spoken):
        yield from _pictured(table)
    else:
        remarks.append(f"表格里的图片 {len(pictures)} 张，放在表格之后，请核对位置")
        yield replace(table, rows=tuple(tuple(map(_bare, row)) for row in table.rows))
        yield from pictures


def _is_caption(cell: Cell) -> bool:
    return sum(len(each.text) for each in cell.paragraphs) <= CAPTION


def _bare(cell: Cell) -> Cell:
    return replace(cell, pictures=())


def _pictured(table: Table) -> Iterator[Block]:
    """Pictures in the order of reading, each with the words of its cell or of the cell below it."""
    used: set[tuple[int, int]] = set()
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if not cell.pictures:
                if (at, column) not in used:
                    yield from cell.paragraphs
                continue
            words = cell.paragraphs
            below = table.rows[at + 1] if at + 1 < len(table.rows) else ()
            if not words and column < len(below) and not below[column].pictures:
                words = below[column].paragraphs
                used.add((at + 1, column))
            yield from cell.pictures
            yield from (replace(each, is_caption=True) for each in words)


def _form(table: Table) -> tuple[list[Block], str] | None:
    """The lines that a form's fields make, the text last, and the other fields; None for any other table."""
    fields: list[Paragraph] = []
    body: list[Block] = []
    rest: list[str] = []
    for row in table.rows:
        for label, value in zip(row[::2], row[1::2], strict=False):
            name = SPACE.sub("", _text([label])).rstrip("：:")
            if name in BODY:
                body += (*value.paragraphs, *value.pictures)
            elif name in KEYS and value.paragraphs:
                line = f"{name}：{_text([value])}"
                fields.append(Paragraph((Run(line),), label.paragraphs[0].place))
            elif value.paragraphs:
                rest.append(f"{name} {_text([value])}".strip())
    if not body or not any(each.text.startswith(("标题", "题目", "主题")) for each in fields):
        return None
    return [*fields, *body], "、".join(rest)


def _text(cells: Sequence[Cell]) -> str:
    return " ".join(each.text for cell in cells for each in cell.paragraphs)
