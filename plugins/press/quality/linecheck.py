"""The judge of a finished PDF: pages and fonts → how well its Chinese is set, in numbers, with places.

What is judged is what is printed; nothing is known of the engine. Body text in its columns is
judged (`columnread`); headlines, captions, tables and centred lines are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.press.quality import breakrules, columnrules, linerules
from plugins.press.quality.columnread import Columns, columns
from plugins.press.quality.layoutread import Layout, infer
from plugins.press.quality.linefault import Fault, Rule
from plugins.press.quality.lineread import Lines, lowest_lines
from plugins.press.quality.pdffonts import FontFact
from plugins.press.quality.reader import Page

#: Faces drawn for other regions than the mainland, by their PostScript names.
FOREIGN = re.compile(r"(?:CJK-?|Sans-?|Serif-?|Mono-?|\b)(?:JP|KR|TC|HK|TW|J|K)(?=$|-)", re.I)
RULES: tuple[Callable[[Columns, Layout], Iterator[Fault]], ...] = (
    breakrules.forbidden_starts,
    breakrules.forbidden_ends,
    breakrules.broken_units,
    linerules.ragged,
    linerules.full_end_marks,
    linerules.wide_pairs,
    linerules.tight_or_loose,
    columnrules.lone_characters,
    columnrules.torn_paragraphs,
    columnrules.stranded_headings,
    columnrules.off_grid,
    columnrules.uneven_measures,
    columnrules.wrong_indents,
)
FOLIO = re.compile(r"^[—–－-]*(\d{1,4})[—–－-]*$")
#: Folios stand in this share of the page's height from its foot.
FOOT = 0.125


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; ``share`` is None when there was nothing to count."""

    good: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.good / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Spread:
    """Gaps in em; all 0 when there are none."""

    count: int
    least: float
    mean: float
    p99: float
    most: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What was found. Sizes and pitch in pt, ``ems`` the measures of the columns in body em.

    ``lines`` are all lines of body text, the shares count what their names say among them;
    ``boxes`` is ``flush`` read mildly (a full mark at the line end may keep its blank half).
    """

    pages: int
    lines: int
    size: float
    pitch: float
    ems: tuple[float, ...]
    flush: Share
    boxes: Share
    end_marks: Share
    pairs: Share
    widest_pair: float
    han: Spread
    latin: Spread
    paragraphs: int
    grid: Share
    indents: Share
    fonts: int
    type3: int
    faults: tuple[Fault, ...]

    def count(self, *rules: Rule) -> int:
        """How many faults there are of these rules."""
        return sum(each.rule in rules for each in self.faults)


def check(
    pages: Sequence[Page], fonts: Sequence[FontFact], layout: Layout | None = None
) -> Measures:
    """Judge a document. Without ``layout`` size, pitch and columns are inferred from the pages."""
    lines = Lines()
    layout = layout or infer(pages, lines)
    read = columns(pages, layout, lines)
    faults = [each for rule in RULES for each in rule(read, layout)]
    faults += [*face_faults(pages, fonts), *folio_faults(pages)]
    return _measured(read, layout, fonts, len(pages), tuple(faults))


def _measured(
    read: Columns, layout: Layout, fonts: Sequence[FontFact], pages: int, faults: tuple[Fault, ...]
) -> Measures:
    full = linerules.judged(read)
    marked = [each for each in full if linerules.ends_with_mark(each)]
    taken = [width for *_, width in linerules.pairs(read)]
    wrong = Counter(each.rule for each in faults)
    indents = len(list(columnrules.indents(read, layout)))
    return Measures(
        pages=pages,
        lines=len(read.lines),
        size=layout.size,
        pitch=layout.pitch,
        ems=tuple(sorted({round(em, 2) for em in _ems(layout)})),
        flush=Share(len(full) - wrong[Rule.FLUSH], len(full)),
        boxes=Share(sum(map(linerules.is_boxed, full)), len(full)),
        end_marks=Share(len(marked) - wrong[Rule.END_MARK], len(marked)),
        pairs=Share(len(taken) - wrong[Rule.PAIR], len(taken)),
        widest_pair=max(taken, default=0.0),
        han=spread(gap for *_, gap in linerules.han_gaps(read)),
        latin=spread(gap for *_, gap in linerules.latin_gaps(read)),
        paragraphs=sum(each.is_last for each in read.lines),
        grid=Share(len(read.lines) - wrong[Rule.GRID], len(read.lines)),
        indents=Share(indents - wrong[Rule.INDENT], indents),
        fonts=len(fonts),
        type3=sum(font.kind == "Type3" for font in fonts),
        faults=faults,
    )


def spread(values: Iterable[float]) -> Spread:
    """Least, mean, 99th percentile and most of some gaps."""
    ordered = sorted(values)
    if not ordered:
        return Spread(0, 0.0, 0.0, 0.0, 0.0)
    last = len(ordered) - 1
    p99 = ordered[round(0.99 * last)]
    return Spread(len(ordered), ordered[0], sum(ordered) / len(ordered), p99, ordered[-1])


def _ems(layout: Layout) -> Iterator[float]:
    for edges in (*layout.sides.values(), *layout.pages.values()):
        for left, rights in edges.items():
            yield from ((right - left) / layout.size for right in rights)


def face_faults(pages: Sequence[Page], fonts: Sequence[FontFact]) -> Iterator[Fault]:
    """Every font is in the file, none is Type 3 or drawn for another region; no glyph is missing."""
    for (name, kind, embedded), count in Counter(
        (font.name, font.kind, font.embedded) for font in fonts
    ).items():
        reasons = (
            ("Type 3", kind == "Type3"),
            ("未嵌入", not embedded),
            ("非简体字形", FOREIGN.search(name)),
        )
        for reason, wrong in reasons:
            if wrong:
                yield Fault(Rule.FACE, 0, f"{name}：{reason}", count)
    for page in pages:
        for char in page.chars:
            if char.missing:
                yield Fault(Rule.NOTDEF, page.number, char.text)


def folio_faults(pages: Sequence[Page]) -> Iterator[Fault]:
    """Odd folios stand at the right, even ones at the left; a document without folios passes.

    A folio is a number in the lowest eighth of a page, below all other lines and clear of them.
    """
    for page in pages:
        *above, line = lowest_lines(page, 2) or (None,)
        found = FOLIO.match(line.text) if line else None
        if not line or not found or line.baseline < page.height * (1 - FOOT):
            continue
        is_clear = not above or line.baseline - above[-1].baseline > line.chars[0].size
        is_right = line.start + line.end > page.width
        if is_clear and is_right != bool(int(found[1]) % 2):
            yield Fault(Rule.FOLIO, page.number, line.text, float(found[1]))
