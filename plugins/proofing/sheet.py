"""校样: one page of HTML for an issue, to be read on the screen or printed on A4.

Every article as it reads, with the line numbers of the manuscript, the remarks in the margin beside their
words, certain mends as proposed changes, and who has signed. One file that needs no other; no clock, no paths.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.article.record import Article
from plugins.article.review import Review
from plugins.proofing.marking import Note, Piece, pieces
from plugins.proofing.record import Form, IssueProof, Passage, Proof
from plugins.proofing.remark import Remark
from plugins.proofing.reviewing import reviews
from plugins.proofing.telling import LEVELS, advice, ordered, width
from plugins.proofing.thumbnails import Thumbnail

TEMPLATE = "sheet.html"
#: Article's key and picture's source → its thumbnail.
Thumbnails = Mapping[tuple[str, str], Thumbnail]
#: Half-width characters in a line of a note on paper.
WIDE = 35


@dataclass(frozen=True, slots=True)
class Block:
    """A passage on the sheet, or a row of a table with its cells; the pictures that stand before it."""

    form: Form
    level: int
    key: str
    cells: tuple[tuple[Piece, ...], ...]
    pictures: tuple[Thumbnail, ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that begin in it, each number once."""
        found = (note for cell in self.cells for piece in cell for note in piece.notes)
        return tuple({note.number: note for note in found}.values())

    @property
    def room_mm(self) -> float:
        """The height that its notes take on paper, rather too much than too little."""
        return round(sum(note_mm(note.remark) for note in self.notes), 1)

    @property
    def line(self) -> int:
        """The line of the source that it begins on."""
        return self.cells[0][0].line


@dataclass(frozen=True, slots=True)
class SheetArticle:
    """An article on the sheet. ``general`` are the notes that belong to no words of it; ``last_pictures`` end it."""

    article: Article
    path: str
    section: str
    blocks: tuple[Block, ...]
    general: tuple[Note, ...]
    reviews: Mapping[str, Review | None]
    counts: Mapping[str, int]
    last_pictures: tuple[Thumbnail, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the template is told. ``general`` are the remarks on no article: cover, masthead, colophon."""

    bundle: IssueProof
    articles: tuple[SheetArticle, ...]
    general: tuple[Remark, ...]
    counts: Mapping[str, int]
    safe: int


def to_html(
    bundle: IssueProof, remarks: Iterable[Remark], theme: Path, small: Thumbnails | None = None
) -> str:
    """The sheet as one self-contained page. ``theme`` is the folder of themes (proof/templates, proof/styles).

    ``small``: thumbnails of the pictures (None: it shows none).
    """
    return render(theme, TEMPLATE, "sheet", sheet=sheet(bundle, list(remarks), small or {}))


def render(theme: Path, template: str, style: str, **more: object) -> str:
    """A template of the proofs, its styles inside: proof/styles/``style``.css, and what is for the screen only."""
    environment = Environment(
        loader=FileSystemLoader(theme / "proof" / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder = theme / "proof" / "styles"
    tokens = theme / "shared" / "tokens.css"
    return environment.get_template(template).render(
        styles=_joined(tokens, folder / "proof.css", folder / f"{style}.css"),
        screen=_joined(folder / "proof_screen.css", folder / f"{style}_screen.css"),
        levels=LEVELS,
        advice=advice,
        **more,
    )


def _joined(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def sheet(bundle: IssueProof, remarks: Sequence[Remark], small: Thumbnails) -> Sheet:
    """The remarks dealt out to the articles and their passages, the pictures put in their places."""
    by_path: dict[str, list[Remark]] = {}
    for each in remarks:
        by_path.setdefault(each.path, []).append(each)
    sections = {
        article.stem: section.title.name
        for section in bundle.issue.sections
        for article in section.articles
    }
    proofs = {proof.path.split("/", 1)[-1]: proof for proof in bundle.proofs}
    made = tuple(
        _article(
            each,
            proofs[each.path],
            sections[each.stem],
            by_path.pop(proofs[each.path].path, []),
            small,
        )
        for each in bundle.issue.articles
        if each.path in proofs
    )
    return Sheet(
        bundle,
        made,
        tuple(ordered(each for rest in by_path.values() for each in rest)),
        Counter(each.level for each in remarks),
        sum(each.is_safe for each in remarks),
    )


def note_mm(remark: Remark) -> float:
    """The height of a note on paper (sheet.css: 57 mm wide, 8 pt on 12 pt; the source 7 pt on 10.5 pt)."""
    head = f"00 {LEVELS[remark.level]} {remark.code} {remark.message}（00处）"
    texts = sum(_lines_of(text, WIDE) for text in (head, advice(remark)))
    return 4.3 * texts + 3.8 * _lines_of(remark.source, WIDE) + 2.0


def _lines_of(text: str, wide: int) -> int:
    return -(-width(text) // wide)


def _article(
    article: Article, proof: Proof, section: str, remarks: Sequence[Remark], small: Thumbnails
) -> SheetArticle:
    placed = sorted((_placed(each, proof.source) for each in remarks), key=_order)
    passages = [each for each in proof.passages if each.text]
    starts = [each.places[0] for each in passages]
    dealt: dict[int, list[Remark]] = {}
    for each in placed:
        dealt.setdefault(_passage_of(each, passages, starts), []).append(each)
    numbers = iter(range(1, len(placed) + 1))
    general = tuple(_numbered(dealt.get(-1, ()), numbers))
    noted = {at: _numbered(dealt[at], numbers) for at in range(len(passages)) if at in dealt}
    blocks, last = _pictured(_blocks(passages, noted), article, small)
    return SheetArticle(
        article,
        proof.path,
        section,
        blocks,
        general,
        reviews(article),
        Counter(each.level for each in remarks),
        last,
    )


def _numbered(remarks: Sequence[Remark], numbers: Iterator[int]) -> list[Note]:
    """Notes; those of one passage that say the same have one number, and the margin says it once."""
    times = Counter(map(_said, remarks))
    given = dict(zip(times, numbers))  # noqa: B905  # numbers go on for the next passage
    return [Note(given[_said(each)], each, times[_said(each)]) for each in remarks]


def _said(remark: Remark) -> tuple[str, ...]:
    return remark.level, remark.code, remark.message, advice(remark), remark.source


def _pictured(
    blocks: Iterable[Block], article: Article, small: Thumbnails
) -> tuple[tuple[Block, ...], tuple[Thumbnail, ...]]:
    """The blocks, each with the pictures that stand before it or on its line; those behind the last."""
    waiting = [
        (each.line, small[article.key, each.src])
        for each in sorted(article.pictures, key=lambda each: each.line)
        if (article.key, each.src) in small
    ]
    made = []
    for block in blocks:
        here = tuple(thumbnail for line, thumbnail in waiting if line <= block.line)
        waiting = [pair for pair in waiting if pair[0] > block.line]
        made.append(replace(block, pictures=here) if here else block)
    return tuple(made), tuple(thumbnail for _, thumbnail in waiting)


def _order(remark: Remark) -> tuple[int, int, str]:
    return remark.start, remark.end, remark.code


def _placed(remark: Remark, source: str) -> Remark:
    """A remark that knows only its line and column, with its place in the source."""
    if remark.start or not remark.line:
        return remark
    lines = source.split("\n")
    start = sum(len(line) + 1 for line in lines[: remark.line - 1]) + remark.column - 1
    return replace(remark, start=start, end=start + len(remark.words))


def _passage_of(remark: Remark, passages: Sequence[Passage], starts: Sequence[int]) -> int:
    """The passage that a remark is on, by its place in the list; -1: none."""
    at = bisect_right(starts, remark.start) - 1
    if at < 0 and passages and starts[0] < remark.end:
        return 0
    if not remark.line or at < 0 or remark.start > passages[at].places[-1]:
        return -1
    return at


def _blocks(passages: Sequence[Passage], noted: Mapping[int, list[Note]]) -> Iterator[Block]:
    """Cells of one line of the source are one row; everything else is a block of its own."""
    row: list[tuple[Piece, ...]] = []
    for at, passage in enumerate(passages):
        cut = pieces(passage, noted.get(at, ()))
        if passage.form != "cell":
            if row:
                yield Block("cell", 0, "", tuple(row))
                row = []
            yield Block(passage.form, passage.level, passage.key, (cut,))
            continue
        if row and row[0][0].line != cut[0].line:
            yield Block("cell", 0, "", tuple(row))
            row = []
        row.append(cut)
    if row:
        yield Block("cell", 0, "", tuple(row))
