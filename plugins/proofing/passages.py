"""A manuscript → `Proof`: the fields that are read, and the passages of its body, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from plugins.article import frontmatter
from plugins.article.kinds import Kind
from plugins.article.record import FIELDS as KEYS
from plugins.article.record import FrontMatter
from plugins.proofing import blocks
from plugins.proofing.inline import Read, read_inline
from plugins.proofing.lists import Lists
from plugins.proofing.record import Form, Passage, Proof

#: What stands between the two fences and is read as text.
FIELDS = ("引题", "标题", "副题", "提要")


def read_proof(
    path: str,
    source: str,
    lists: Lists | None = None,
    *,
    issue_key: str = "",
    published: date | None = None,
) -> Proof:
    """Make a manuscript ready to be read. ``source`` is its text with LF lines (plugins/article/decode.py).

    A text without front matter is all body, of the kind 消息.
    """
    body_start, front = 0, FrontMatter()
    first = next((line for line in source.split("\n") if line.strip()), "")
    if frontmatter.FENCE.fullmatch(first.strip()):
        parsed = frontmatter.parse(source, path)
        front = parsed.front
        body_start = _line_start(source, parsed.body_line) if parsed.body_line > 1 else len(source)
    passages: list[Passage] = []
    proof = Proof(path, source, front, body_start, passages, lists or Lists(), issue_key, published)
    for form, level, key, read in chain(_fields(source, body_start), _body(proof)):
        passages.append(_passage(read, form, level, key, proof, len(passages)))
    return proof


def slice_of(proof: Proof, start: int, end: int, form: Form = "paragraph") -> Passage:
    """A stretch of the source as a passage, markup and all: for rules about the source itself."""
    return Passage(proof.source[start:end], form, 0, range(start, end + 1), proof, -1)


def _passage(read: Read, form: Form, level: int, key: str, proof: Proof, number: int) -> Passage:
    places = read.places
    end = places[-1] + 1
    if isinstance(places, range):
        return Passage(read.text, form, level, range(places[0], end + 1), proof, number, key)
    return Passage(read.text, form, level, (*places, end), proof, number, key)


def _line_start(source: str, line: int) -> int:
    """Where a line (from 1) begins."""
    at = 0
    for _ in range(line - 1):
        at = source.find("\n", at) + 1
        if not at:
            return len(source)
    return at


def _fields(source: str, end: int) -> Iterator[tuple[Form, int, str, Read]]:
    """The fields of the front matter that are read, with the lines that continue them."""
    key, at, stretches = "", 0, list[tuple[int, int]]()
    for line in [*source[:end].split("\n"), "---"]:
        pair = frontmatter.PAIR.fullmatch(line)
        if pair and line[0] in " \t\u3000" and key and pair[1] not in KEYS:
            pair = None  # a colon in a line that goes on
        is_end = bool(pair) or not line.strip() or bool(frontmatter.FENCE.fullmatch(line.strip()))
        if is_end and key in FIELDS:
            raw, places = _raw(source, stretches)
            if raw.strip():
                yield "field", 0, key, Read(raw.replace("\n", " "), places).stripped()
        if pair:
            key, stretches = pair[1], [(at + pair.start(2), at + pair.end(2))]
        elif is_end:
            key = ""
        else:
            stretches.append((at + len(line) - len(line.lstrip()), at + len(line)))
        at += len(line) + 1


def _body(proof: Proof) -> Iterator[tuple[Form, int, str, Read]]:
    source = proof.source
    is_numbered = proof.kind is Kind.OFFICIAL
    for block in blocks.split(source, proof.body_start, is_numbered):
        read = read_inline(*_raw(source, block.stretches)).stripped()
        if read.text:
            yield block.form, block.level, "", read
        for caption in read.captions:
            words = caption.stripped()
            if words.text:
                yield "caption", 0, "", words


def _raw(source: str, stretches: Sequence[tuple[int, int]]) -> tuple[str, Sequence[int]]:
    """The lines of a block as one, and the place of each of its characters."""
    if len(stretches) == 1:
        start, end = stretches[0]
        return source[start:end], range(start, end)
    places: list[int] = []
    for start, end in stretches:
        places += range(start, end)
        places.append(end)
    raw = "\n".join(source[start:end] for start, end in stretches)
    return raw, places[: len(raw)]
