"""A .md file → `Draft`: its own blocks, and front matter if it has any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.article.frontmatter import FENCE, PAIR
from plugins.article.record import FIELDS
from plugins.intake import spans
from plugins.intake.draft import (
    SPACES,
    Block,
    Cell,
    Draft,
    Paragraph,
    Picture,
    Rule,
    Run,
    Table,
    Verbatim,
    plain,
)
from plugins.intake.textfile import PAGE_NUMBER, RULE, text_of

HEADING = re.compile(r"(#{1,6})\s*(.+?)\s*#*\s*")
HASHED = re.compile(r"^#{1,6} \S", re.MULTILINE)
IMAGE = re.compile(r"!\[(?P<caption>[^\[\]]*)\]\((?P<src>[^()]+)\)")
IMAGES = re.compile(
    rf"\s*(?:{IMAGE.pattern.replace('?P<caption>', '').replace('?P<src>', '')}\s*)+"
)
ITEM = re.compile(r"([-*+]|\d{1,3}[.)])\s+(.+)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
DIVIDER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*")
PIPE = re.compile(r"(?<!\\)\|")
Load = Callable[[str], bytes | None]


def read(data: bytes, shown: str, load: Load) -> Draft:
    """Read a Markdown file; ``load`` gives the bytes of a picture it names, None when it is not there."""
    lines = text_of(data, shown).replace("\ufeff", "").split("\n")
    fields, start = _front_matter(lines)
    notes: dict[str, tuple[Paragraph, ...]] = {}
    remarks: list[str] = []
    blocks = list(_blocks(lines, start, notes, remarks, load))
    return Draft(tuple(blocks), notes, fields, tuple(remarks))


def is_markdown(data: bytes, shown: str) -> bool:
    """Whether a text file is Markdown in fact: two headings of it at least."""
    return len(HASHED.findall(text_of(data, shown))) > 1


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Fields between two fences at the head, and the line behind them; only when a key is known."""
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not FENCE.fullmatch(lines[start].strip()):
        return {}, 0
    for end in range(start + 1, len(lines)):
        if FENCE.fullmatch(lines[end].strip()):
            pairs = [m for m in map(PAIR.fullmatch, lines[start + 1 : end]) if m]
            fields = {m[1].strip(): m[2].strip() for m in pairs if m[1].strip() in FIELDS}
            return (fields, end + 1) if fields else ({}, 0)
    return {}, 0


def _blocks(
    lines: list[str],
    at: int,
    notes: dict[str, tuple[Paragraph, ...]],
    remarks: list[str],
    load: Load,
) -> Iterator[Block]:
    blanks = 0
    while at < len(lines):
        line = lines[at]
        bare = line.strip(SPACES)
        if not bare:
            at, blanks = at + 1, blanks + 1
            continue
        if kept := _verbatim(lines, at):
            yield Verbatim("\n".join(lines[at:kept]).rstrip(), at + 1)
            at = kept
        elif (
            "|" in bare
            and at + 1 < len(lines)
            and DIVIDER.fullmatch(lines[at + 1])
            and "|" in lines[at + 1]
        ):
            table, at = _table(lines, at)
            yield table
        elif match := NOTE.fullmatch(bare):
            notes[match[1]] = (Paragraph(spans.runs(match[2]), at + 1),)
            at += 1
        elif IMAGES.fullmatch(bare):
            yield from _pictures(bare, at + 1, remarks, load)
            at += 1
        else:
            yield _line(line, at + 1, blanks)
            at += 1
        blanks = 0


def _line(line: str, place: int, blanks: int) -> Block:
    bare = line.strip(SPACES)
    if PAGE_NUMBER.fullmatch(bare):
        return Rule(place, is_page=True)
    if RULE.fullmatch(bare):
        return Rule(place, text=bare)
    if match := HEADING.fullmatch(bare):
        return Paragraph(spans.runs(match[2]), place, heading=len(match[1]), blanks=blanks)
    if match := ITEM.fullmatch(bare):
        mark = "-" if match[1] in "-*+" else match[1][:-1] + "."
        return Paragraph(spans.runs(match[2]), place, item=mark, blanks=blanks)
    if bare.startswith(">"):
        return Paragraph(spans.runs(bare.lstrip("> ")), place, is_quoted=True, blanks=blanks)
    read = plain(line, place)
    return replace(read, runs=spans.runs(read.text), blanks=blanks)


def _verbatim(lines: list[str], at: int) -> int:
    """The line behind a block that is kept as typed (box, code, raw HTML); 0 when there is none."""
    line = lines[at]
    if line.startswith("!!!"):
        end = at + 1
        while end < len(lines) and (
            not lines[end].strip() or lines[end].startswith(("    ", "\t"))
        ):
            end += 1
        return end
    if line.startswith(("```", "~~~")):
        closing = (n for n in range(at + 1, len(lines)) if lines[n].startswith(line[:3]))
        return next(closing, len(lines) - 1) + 1
    if re.match(r"<(table|div|dl|ul|ol|blockquote)\b", line):
        return next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))
    return 0


def _table(lines: list[str], at: int) -> tuple[Table, int]:
    rows, end = [_cells(lines[at], at)], at + 2
    while end < len(lines) and "|" in lines[end]:
        rows.append(_cells(lines[end], end))
        end += 1
    return Table(tuple(rows), at + 1), end


def _cells(line: str, at: int) -> tuple[Cell, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if PIPE.search(inner[-1:]) and not inner.endswith("\\|") else inner
    parts = (part.strip().replace("\\|", "|") for part in PIPE.split(inner))
    return tuple(Cell((Paragraph(spans.runs(part) or (Run(""),), at + 1),)) for part in parts)


def _pictures(line: str, place: int, remarks: list[str], load: Load) -> Iterator[Block]:
    for match in IMAGE.finditer(line):
        data = load(match["src"].strip())
        if data is None:
            remarks.append(f"第 {place} 行的图片“{match['src']}”没有随稿收到，请补")
            yield Verbatim(f"<!-- 缺图：{match['caption']} {match['src']} -->", place)
        else:
            suffix = "." + match["src"].rpartition(".")[2].lower()
            yield Picture(data, suffix, match["caption"], place)
