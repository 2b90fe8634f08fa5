"""Paragraphs in which Markdown has nothing to do: set aside before it runs, put back into what it made.

Most of a bulletin is running text without a single mark. Such a paragraph is what it is wherever it stands: Markdown,
the cleaner and the parser would hand it through letter by letter, in most of the time that reading takes. A stand-in
of one character keeps its place, so that boxes, notes and lists around it are what they were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.article import formulas
from plugins.hanzi.lines import join_soft_breaks

#: Letters, digits and marks that mean nothing to Markdown, in HTML or to our own spellings.
LETTERS = (
    "\u4e00-\u9fff\u3400-\u4dbf\u3001-\u3017\u30fb\uff01-\uff5e"  # Han and its marks
    "\u2014\u2018-\u201d\u2026\u00b7\u00d7\u00b0-\u00b3\u2103\u2264\u2265"
    "\u0391-\u03c9\u2160-\u217f\u2460-\u249b"  # Greek, Roman and ringed numerals
    "0-9A-Za-z,.%()/;?'"
)
#: A line that neither begins like a list nor ends in white space, which would be a break.
LINE = rf"(?!\d+[.)])[{LETTERS}](?:[{LETTERS} ]*[{LETTERS}])?"
BOLD = rf"\*\*[{LETTERS}](?:[{LETTERS} ]*[{LETTERS}])?\*\*(?!\*)"
PLAIN = re.compile(
    rf"{LINE}(?:\n{LINE})*|(?!\d+[.)])(?=[{LETTERS}*])(?:[{LETTERS} ]++|{BOLD})++(?<! )"
)
#: Blocks of these reach across blank lines (raw HTML, footnotes, boxes, code), or name what stands elsewhere.
REACHING = re.compile(r"<|\[\^|\]:|^!!!|^(?:\t| {2,})|```|~~~", re.MULTILINE)
#: Stand-ins: private characters (Unicode 23.5), which no manuscript has.
FIRST, MOST = 0xE000, 6000
PRIVATE = re.compile("[\ue000-\uf8ff]")
BETWEEN = re.compile(r"\n(?:[ \t]*\n)+")
STANDING_IN = re.compile(r"^<p>([\ue000-\uf8ff])</p>$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Aside:
    """What was set aside: HTML and text of each stand-in's paragraphs."""

    html: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def into_html(self, html: str) -> str:
        """A body with its paragraphs again, one block a line."""
        if not self.html:
            return html
        return STANDING_IN.sub(lambda found: self.html[ord(found[1]) - FIRST], html)

    def into_text(self, text: str) -> str:
        """The text of a body with its paragraphs again, a line each."""
        if not self.text:
            return text
        return PRIVATE.sub(lambda found: self.text[ord(found[0]) - FIRST], text)


def blocks(source: str) -> list[str] | None:
    """The blocks of a source between its blank lines; None of one whose blocks reach across them."""
    if REACHING.search(source) or PRIVATE.search(source):
        return None
    return BETWEEN.split(source.strip("\n"))


def set_aside(source: str) -> tuple[str, Aside]:
    """Markdown with a stand-in for every run of plain paragraphs, and what they stand for."""
    found = blocks(source)
    if found is None:
        return source, Aside()
    kept: list[str] = []
    runs: list[list[str]] = []
    was_plain = False
    for block in found:
        is_plain = PLAIN.fullmatch(block) is not None
        if is_plain and was_plain:
            runs[-1].append(block)
        elif is_plain and len(runs) < MOST:
            kept.append(chr(FIRST + len(runs)))
            runs.append([block])
        else:
            is_plain = False
            kept.append(block)
        was_plain = is_plain
    texts = [list(map(joined, run)) for run in runs]
    return "\n\n".join(kept), Aside(
        tuple("\n".join(map(paragraph, run)) for run in texts),
        tuple("\n".join(run).replace("**", "") for run in texts),
    )


def joined(block: str) -> str:
    """The typed lines of a plain paragraph as one."""
    return join_soft_breaks(block) if "\n" in block else block


def paragraph(text: str) -> str:
    """HTML of a plain paragraph."""
    if "**" not in text:
        return f"<p>{formulated(text)}</p>"
    parts = [formulated(part) for part in text.split("**")]  # every second one is bold
    parts[1::2] = [f"<strong>{part}</strong>" for part in parts[1::2]]
    return f"<p>{''.join(parts)}</p>"


def formulated(text: str) -> str:
    """HTML of a plain text with its formulas set."""
    runs = formulas.split(text)
    if len(runs) < 2:
        return text
    return "".join(f"<{role}>{part}</{role}>" if role else part for part, role in runs)
