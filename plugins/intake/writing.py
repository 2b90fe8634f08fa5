"""`Manuscript` → the text of a .md file in the contract's format."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from plugins.article import formulas
from plugins.article.kinds import Kind
from plugins.intake.draft import SPACES, Block, Cell, Paragraph, Picture, Run, Table, Verbatim
from plugins.intake.manuscript import Manuscript

#: What Markdown or our own spellings would read as more than a character.
SPECIAL = re.compile(
    r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!(?=\[)|\](?=[({\[:])|\[(?=\^)"
)
#: At the head of a paragraph: headings, lists, quotations, boxes, rules.
LEAD = re.compile(r"(#{1,6}|>|[-+](?=\s)|!!!|={3,}|-{3,}|~{3,}|:(?=\s))")
NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


class Look(NamedTuple):
    """Everything about a run but its words."""

    bold: bool
    italic: bool
    underlined: bool
    struck: bool
    dots: bool
    raised: str
    target: str


def written(manuscript: Manuscript, names: dict[int, str]) -> str:
    """The whole file. ``names``: the place of a picture among the blocks → its path in the issue's folder."""
    writer = _Writer(manuscript, names)
    front = "".join(f"{key}: {_line(value)}\n" for key, value in manuscript.fields.items())
    body = "\n\n".join(writer.blocks())
    notes = "\n\n".join(writer.notes())
    return f"---\n{front}---\n\n" + "\n\n".join(part for part in (body, notes) if part) + "\n"


def _line(value: str) -> str:
    return " ".join(value.split())


class _Writer:
    def __init__(self, manuscript: Manuscript, names: dict[int, str]) -> None:
        self.manuscript, self.names = manuscript, names
        self.numbers: dict[str, int] = {}
        self.is_official = manuscript.fields.get("体裁") == Kind.OFFICIAL.value

    def blocks(self) -> Iterator[str]:
        """The body, a string a block; items of a list are one, and pictures that hang together."""
        told = list(enumerate(self.manuscript.blocks))
        for (kind, _), group in groupby(told, key=lambda pair: self._together(*pair)):
            members = [block for _, block in group]
            if kind == "pictures":
                places = [n for n, block in told if any(block is each for each in members)]
                yield " ".join(self._picture(self.manuscript.blocks[n], n) for n in places)
            elif kind == "item":
                yield "\n".join(self._item(each) for each in members if isinstance(each, Paragraph))
            else:
                yield from (self._block(each) for each in members)

    def _together(self, at: int, block: Block) -> tuple[str, int]:
        if isinstance(block, Picture):
            return "pictures", block.place if block.place else -at
        if isinstance(block, Paragraph) and block.item and not self._is_own_number(block):
            return "item", -1 if block.item == "-" else -2
        return "", at

    def _is_own_number(self, block: Paragraph) -> bool:
        return self.is_official and block.item != "-"

    def _picture(self, block: Block, at: int) -> str:
        caption = block.caption if isinstance(block, Picture) else ""
        words = re.sub(r"([\[\]\\])", r"\\\1", _line(caption))
        return f"![{words}]({self.names[at]})"

    def _item(self, block: Paragraph) -> str:
        return f"{block.item} {self.inline(block.runs)}"

    def _block(self, block: Block) -> str:
        if isinstance(block, Verbatim):
            return block.source
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Paragraph)
        text = self.inline(block.runs)
        if block.heading:
            return f"{'#' * block.heading} {text}"
        if self._is_own_number(block) and block.item:
            text = f"{block.item} {text}"
        text = _at_head(text)
        return f"> {text}" if block.is_quoted else text

    def _table(self, table: Table) -> str:
        width = max(len(row) for row in table.rows)
        simple = not table.is_merged and all(len(row) == width for row in table.rows) and width > 1
        if simple and all(len(cell.paragraphs) <= 1 for row in table.rows for cell in row):
            rows = [" | ".join(self._pipe_cell(cell) for cell in row) for row in table.rows]
            divider = " | ".join(["---"] * width)
            return "\n".join(f"| {row} |" for row in (rows[0], divider, *rows[1:]))
        return "\n".join(
            ["<table>", *(self._row(row, n) for n, row in enumerate(table.rows)), "</table>"]
        )

    def _pipe_cell(self, cell: Cell) -> str:
        text = self.inline(cell.paragraphs[0].runs) if cell.paragraphs else ""
        return text.replace("|", "\\|")

    def _row(self, row: Sequence[Cell], at: int) -> str:
        name = "th" if at == 0 else "td"
        made = ""
        for cell in row:
            span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            span += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            inner = "<br>".join("".join(map(_html, each.runs)) for each in cell.paragraphs)
            made += f"<{name}{span}>{inner}</{name}>"
        return f"<tr>{made}</tr>"

    def inline(self, runs: Sequence[Run]) -> str:
        """Runs as Markdown."""
        made = ""
        for look, group in groupby(_plainly_raised(_trimmed(runs)), key=_look):
            members = list(group)
            if isinstance(look, Run):
                made += "".join(self._apart(each) for each in members)
            else:
                made += _dressed("".join(each.text for each in members), look)
        return made

    def _apart(self, run: Run) -> str:
        if run.note and not self.manuscript.notes.get(run.note):
            return ""
        if run.note:
            return f"[^{self.numbers.setdefault(run.note, len(self.numbers) + 1)}]"
        if run.ruby:
            return f"[{run.text}]{{ruby={run.ruby}}}"
        return run.text

    def notes(self) -> Iterator[str]:
        """The footnotes that were referred to, in their order."""
        done: set[str] = set()
        while waiting := [name for name in self.numbers if name not in done]:
            for name in waiting:
                done.add(name)
                paragraphs = self.manuscript.notes.get(name, ())
                texts = [self.inline(each.runs) for each in paragraphs]
                yield f"[^{self.numbers[name]}]: " + "\n\n    ".join(texts)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """Runs without the white space at the paragraph's ends; tabs inside are spaces."""
    kept = [run for run in runs if run.text or run.note]
    texts = [re.sub(r"[\t\xa0]+", " ", run.text) for run in kept]
    at = 0
    while at < len(kept) and not kept[at].note:
        texts[at] = texts[at].lstrip(SPACES)
        if texts[at]:
            break
        at += 1
    at = len(kept) - 1
    while at >= 0 and not kept[at].note:
        texts[at] = texts[at].rstrip(SPACES)
        if texts[at]:
            break
        at -= 1
    return [_with(run, text) for run, text in zip(kept, texts, strict=True) if text or run.note]


def _with(run: Run, text: str) -> Run:
    return replace(run, text=text)


def _plainly_raised(runs: list[Run]) -> list[Run]:
    """PM₂.₅ and the like lose their looks: the reader sets what is typed plainly (contract)."""
    text = "".join(run.text for run in runs)
    roles = [role for part, role in formulas.split(text) for _ in part]
    made: list[Run] = []
    at = 0
    for run in runs:
        own = roles[at : at + len(run.text)]
        at += len(run.text)
        plain = run.raised and own and all(role == run.raised for role in own)
        made.append(Run(run.text, bold=run.bold, italic=run.italic) if plain else run)
    return made


def _look(run: Run) -> Look | Run:
    """What runs must share to be written as one; a run that stands alone is its own."""
    if run.note or run.ruby or run.is_markup:
        return run
    return Look(run.bold, run.italic, run.underlined, run.struck, run.dots, run.raised, run.target)


def _dressed(text: str, look: Look) -> str:
    bare = text.strip(SPACES)
    if not bare:
        return text
    start = text.index(bare)
    before, after = text[:start], text[start + len(bare) :]
    made = escaped(bare)
    if look.raised in ("sub", "sup"):
        made = f"<{look.raised}>{made}</{look.raised}>"
    for is_on, name in ((look.underlined, "u"), (look.struck, "del")):
        made = f"<{name}>{made}</{name}>" if is_on and not look.target else made
    if look.dots:
        made = f"[{made}]{{.dots}}"
    if look.target:
        made = f"[{made}]({look.target})"
    stars = "*" * (2 * look.bold + look.italic)
    return f"{before}{stars}{made}{stars}{after}"


def escaped(text: str) -> str:
    """Words so that Markdown gives them back as they are.

    >>> escaped("2*3")
    '2\\\\*3'
    """
    return SPECIAL.sub(lambda m: {"<": "&lt;", "&": "&amp;"}.get(m[0], "\\" + m[0]), text)


def _at_head(text: str) -> str:
    text = LEAD.sub(lambda m: "\\" + m[0], text, count=1) if LEAD.match(text) else text
    return NUMBER.sub(r"\1\\\2", text, count=1) if NUMBER.match(text) else text


def _html(run: Run) -> str:
    """A run inside a raw table, where Markdown is not read."""
    made = html.escape(run.text.strip("\n"), quote=False)
    if run.raised:
        made = f"<{run.raised}>{made}</{run.raised}>"
    for is_on, name in ((run.bold, "strong"), (run.italic, "em"), (run.underlined, "u")):
        made = f"<{name}>{made}</{name}>" if is_on and made else made
    return made
