"""Several drafts in one file → one `Draft` each, with the reason for every cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from plugins.hanzi.numerals import read_number
from plugins.intake import credits
from plugins.intake.draft import Block, Draft, Paragraph, Rule
from plugins.intake.manuscript import Guess

#: A line that only says that another draft begins: 稿件二, 【稿件2】, 第三篇：.
MARK = re.compile(
    r"[【（(\[]?\s*(?:稿件?|来稿|文稿|篇目)\s*[一二三四五六七八九十\d]{1,3}\s*[】）)\]]?\s*[：:、.．]?"
    r"|[【（(\[]?\s*第\s*[一二三四五六七八九十\d]{1,3}\s*[篇稿]\s*[】）)\]]?\s*[：:]?"
)
STOP = frozenset("。！？；：，、")
CLOSED = frozenset("。！？…”）】!?)")
#: A rule this long, or one of = or *, parts drafts; --- may only be a page's end.
LONG_RULE = 8
HEAD_LENGTH = 45
BODY_LENGTH = 40
#: Where the file itself says that another draft begins, a short one counts, too.
TOLD, TOLD_LENGTH = 0.98, 15
#: No draft is shorter than this (characters), or one heading level is for subheads.
SHORTEST = 100


def divided(draft: Draft) -> tuple[tuple[Draft, ...], tuple[Guess, ...]]:
    """The drafts of a file in their order; one when it holds one. A guess for every cut."""
    if draft.is_webpage or draft.fields:
        return (draft,), ()
    cuts = _cuts(draft.blocks)
    if not cuts:
        return (draft,), ()
    places = sorted({0, *cuts})
    pieces = zip(places, [*places[1:], len(draft.blocks)], strict=True)
    drafts = tuple(_piece(draft, start, end) for start, end in pieces)
    if not all(each.paragraphs for each in drafts):
        drafts = tuple(each for each in drafts if each.paragraphs)
    guesses = tuple(
        Guess("分稿", _words(draft.blocks[at]), sure, reason, draft.blocks[at].place)
        for at, (sure, reason) in sorted(cuts.items())
    )
    return drafts, guesses


def _words(block: Block) -> str:
    return block.text[:20] if isinstance(block, Paragraph) else ""


def _piece(draft: Draft, start: int, end: int) -> Draft:
    blocks = [
        each
        for each in draft.blocks[start:end]
        if not (isinstance(each, Paragraph) and MARK.fullmatch(each.text))
    ]
    while blocks and isinstance(blocks[0], Rule):
        del blocks[0]
    return replace(draft, blocks=tuple(blocks))


def _cuts(blocks: tuple[Block, ...]) -> dict[int, tuple[float, str]]:
    """Places where a draft begins, but the first, each with confidence and reason."""
    found: dict[int, tuple[float, str]] = {}
    ways = (
        _titles(blocks),
        _marks(blocks),
        _rules(blocks),
        _pages(blocks),
        _bylines(blocks),
        _leads(blocks),
    )
    for way in ways:
        for at, sure, reason in way:
            found.setdefault(at, (sure, reason))
    kept: dict[int, tuple[float, str]] = {}
    last = 0
    for at in sorted(found):
        most = TOLD_LENGTH if found[at][0] >= TOLD else BODY_LENGTH
        if _has_body(blocks[last:at], most) and _has_body(blocks[at:], most):
            kept[at] = found[at]
            last = at
    return kept


def _has_body(blocks: tuple[Block, ...], least: int = BODY_LENGTH) -> bool:
    return any(isinstance(each, Paragraph) and len(each.text) >= least for each in blocks)


def _marks(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    for n, each in enumerate(blocks):
        if isinstance(each, Paragraph) and MARK.fullmatch(each.text):
            yield n, 0.98, f"有“{each.text}”字样"


def _titles(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    """Paragraphs in the style of a headline, when there are several, each with a text below it."""
    titles = [n for n, each in enumerate(blocks) if isinstance(each, Paragraph) and each.is_title]
    name, sure = "标题样式", 0.95
    if not titles:
        name, sure = "一级标题", 0.85
        titles = [
            n
            for n, each in enumerate(blocks)
            if isinstance(each, Paragraph) and each.heading == 1 and not read_number(each.text)
        ]
    heads = [n for i, n in enumerate(titles) if not i or _has_body(blocks[titles[i - 1] : n])]
    lengths = [
        _length(blocks[a:b])
        for a, b in zip(heads, [*heads[1:], len(blocks)][: len(heads)], strict=True)
    ]
    if len(heads) > 1 and min(lengths) >= SHORTEST and not _has_body(blocks[: heads[0]]):
        for n in heads[1:]:
            yield n, sure, f"这一段用的是{name}，全文有 {len(heads)} 处，各有正文"


def _length(blocks: tuple[Block, ...]) -> int:
    return sum(len(each.text) for each in blocks if isinstance(each, Paragraph))


def _rules(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    for n, each in enumerate(blocks[:-1]):
        if isinstance(each, Rule) and not each.is_page and _parts(each.text):
            before, after = _beside(blocks, n)
            if (
                before
                and after
                and before.text[-1] in CLOSED
                and (_is_headlike(after) or after.is_indented)
            ):
                yield n, 0.9, "中间有一行分隔线，上文已经写完"


def _parts(rule: str) -> bool:
    return rule[:1] in "=*＊_" or len(rule) >= LONG_RULE


def _pages(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    for n, each in enumerate(blocks[:-1]):
        if isinstance(each, Rule) and each.is_page:
            before, after = _beside(blocks, n)
            headline = after is not None and (after.align == "center" or after.is_title)
            if (
                before
                and after
                and headline
                and _is_headlike(after)
                and not after.text.startswith("附")
            ):
                yield n, 0.85, "另起一页，页首是居中的短行，像标题"


def _bylines(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    """A short line with the look of a headline, behind a text that names its writers at the end."""
    many = Counter(p.blanks for p in blocks if isinstance(p, Paragraph)).most_common(1)
    usual = many[0][0] if many else 0
    for n in range(1, len(blocks)):
        before, after = _beside(blocks, n)
        here = blocks[n]
        if not (isinstance(here, Paragraph) and before and after and _is_headlike(here)):
            continue
        bare = not here.is_indented
        if bare and _is_credited(before.text):
            yield n, 0.85, "上一段末尾署了名，这一行短而不缩进，像标题"
        elif bare and here.blanks >= 2 and here.blanks > usual and before.text[-1] in CLOSED:
            yield n, 0.7, f"前面空了 {here.blanks} 行，这一行短而不缩进，像标题"


def _is_credited(text: str) -> bool:
    match = credits.CLOSING.search(text)
    return (match is not None and credits.read(match[1]) is not None) or (
        len(text) < HEAD_LENGTH and credits.read(text) is not None
    )


def _leads(blocks: tuple[Block, ...]) -> Iterator[tuple[int, float, str]]:
    """The file's first paragraph is indented in its own way, and a few later ones are too."""
    indented = [
        (n, b.lead) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.is_indented
    ]
    if len(indented) < 4 or not isinstance(blocks[0], Paragraph):
        return
    usual = Counter(lead for _, lead in indented).most_common(1)[0][0]
    own = blocks[0].lead
    same = [n for n, lead in indented if lead == own and n]
    if own not in ("", usual) and blocks[0].is_indented and len(same) * 3 <= len(indented):
        for n in same:
            yield n, 0.75, "缩进的写法与全文其他段落不同，与第一段相同"


def _beside(blocks: tuple[Block, ...], at: int) -> tuple[Paragraph | None, Paragraph | None]:
    """The paragraphs before and after a place."""
    before = next((b for b in reversed(blocks[:at]) if isinstance(b, Paragraph) and b.text), None)
    after = next((b for b in blocks[at + 1 :] if isinstance(b, Paragraph) and b.text), None)
    return before, after


def _is_headlike(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if (
        not text
        or len(text) > HEAD_LENGTH
        or text[-1] in STOP
        or paragraph.item
        or paragraph.is_caption
    ):
        return False
    return not read_number(text) and credits.read(text) is None
