"""Runs and paragraphs → WordprocessingML (ECMA-376 Part 1; elements in the order of the schema)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from plugins.intake.collation.record import OBJECT, Passage, Run
from plugins.intake.sending.styling import CHARACTERS, STYLES, mark_id, style_id

#: Style of characters that a run gets, the first that fits: Word has room for one.
STYLED = ("head-1", "head-2", "head-3", "head-4", "code", "reference", "small")
PARTS = re.compile(r"\n|\t|[^\n\t]+")
#: Marks that Word takes for Latin ones unless it is told: quotes, dashes, dots.
HINT = '<w:rFonts w:hint="eastAsia"/>'
NOTE_MARK = "_BulletinNote"


@dataclass(slots=True)
class Writer:
    """Writes runs. ``link`` gives the id of an address, ``picture`` the drawing of a source."""

    link: Callable[[str], str]
    picture: Callable[[str], str]
    half_points: int = 32
    noted: set[str] = field(default_factory=set)

    def paragraph(self, passage: Passage, extra: str = "", before: str = "") -> str:
        """A paragraph in the style of its role; ``extra``: further properties, ``before``: runs."""
        key = f"{passage.role}-{passage.level}" if passage.level else passage.role
        role = key if key in STYLES else passage.role
        words = self.picture(passage.picture) if passage.picture else self.runs(passage.runs)
        properties = f'<w:pStyle w:val="{style_id(role)}"/>{extra}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{before}{words}</w:p>"

    def runs(self, runs: Iterable[Run]) -> str:
        """Runs with their links."""
        made = []
        for href, same in groupby(runs, lambda run: run.href):
            words = "".join(map(self._run, same))
            if href:
                words = f'<w:hyperlink r:id="{self.link(href)}" w:history="1">{words}</w:hyperlink>'
            made.append(words)
        return "".join(made)

    def _run(self, run: Run) -> str:
        if run.note:
            return self._note(run.note)
        if run.picture and run.text == OBJECT:
            return self.picture(run.picture)
        if run.ruby:
            return self._ruby(run)
        return f"<w:r>{properties(run)}{_letters(run.text)}</w:r>"

    def _note(self, note: str) -> str:
        """The mark of a footnote; a second mark of the same one is a field that repeats it."""
        look = f'<w:rPr><w:rStyle w:val="{mark_id("note")}"/></w:rPr>'
        if note in self.noted:
            return (
                f'<w:fldSimple w:instr=" NOTEREF {NOTE_MARK}{note} \\f \\h ">'
                f"<w:r>{look}<w:t>{note}</w:t></w:r></w:fldSimple>"
            )
        self.noted.add(note)
        return (
            f'<w:bookmarkStart w:id="{9000 + int(note)}" w:name="{NOTE_MARK}{note}"/>'
            f'<w:r>{look}<w:footnoteReference w:id="{note}"/></w:r>'
            f'<w:bookmarkEnd w:id="{9000 + int(note)}"/>'
        )

    def _ruby(self, run: Run) -> str:
        above = (
            f'<w:r><w:rPr><w:sz w:val="{self.half_points // 2}"/></w:rPr>{_letters(run.ruby)}</w:r>'
        )
        return (
            '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/>'
            f'<w:hps w:val="{self.half_points // 2}"/><w:hpsRaise w:val="{self.half_points - 2}"/>'
            f'<w:hpsBaseText w:val="{self.half_points}"/><w:lid w:val="zh-CN"/></w:rubyPr>'
            f"<w:rt>{above}</w:rt><w:rubyBase><w:r>{properties(run)}{_letters(run.text)}</w:r>"
            "</w:rubyBase></w:ruby></w:r>"
        )


def properties(run: Run) -> str:
    """w:rPr of a run."""
    marks = run.marks
    styled = next((mark for mark in STYLED if mark in marks), "href" if run.href else "")
    made = f'<w:rStyle w:val="{mark_id(styled)}"/>' if styled in CHARACTERS else ""
    made += HINT if not run.text.isascii() else ""
    made += "<w:b/>" if "strong" in marks else ""
    made += "<w:i/>" if "em" in marks else ""
    made += "<w:strike/>" if "del" in marks else ""
    if "u" in marks or "ins" in marks:
        made += f'<w:u w:val="{"single" if "u" in marks else "double"}"/>'
    if "sub" in marks or "sup" in marks:
        made += f'<w:vertAlign w:val="{"subscript" if "sub" in marks else "superscript"}"/>'
    made += '<w:em w:val="dot"/>' if "dots" in marks else ""
    return f"<w:rPr>{made}</w:rPr>" if made else ""


def _letters(text: str) -> str:
    special = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(
        special.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in PARTS.findall(text)
    )


def attribute(text: str) -> str:
    """A text as an attribute of XML, in its quotation marks."""
    return quoteattr(text.replace("\n", " "))
