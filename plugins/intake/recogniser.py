"""A draft → `Manuscript`: which paragraph is what, every guess with its reason. Nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.article.kinds import Kind
from plugins.article.record import FIELDS
from plugins.hanzi.scripts import is_han
from plugins.intake import (
    annexes,
    captions,
    credits,
    head,
    headings,
    kindguess,
    officialfacts,
    tail,
)
from plugins.intake.draft import Block, Draft, Paragraph, Rule, Run, Table, Verbatim
from plugins.intake.manuscript import Guess, Manuscript
from plugins.intake.writing import escaped

#: A headline made of the first words of a text is marked, so that nobody prints it unseen.
MADE_UP = "（待拟标题）"
MADE_UP_LENGTH = 20
#: Characters that only Traditional writing has, among the most frequent.
TRADITIONAL = frozenset(
    "國產會學實業進個為與這對發關於時應經過開體後說們來動種將從當點麼務區號環廢護級電組織"
)
TRADITIONAL_SHARE = 0.03
NOTE = re.compile(r"[【\[]?(编者按|编者的话)[】\]]?\s*[：:]\s*(?=\S)")
OPENING = re.compile(r"(?:本报|本刊|本网)?讯?\s*[（(]([^（）()]{2,40})[）)]")
OFFICIAL_ONLY = (
    "发文机关",
    "成文日期",
    "公开属性",
    "发文字号",
    "签发",
    "主送",
    "抄送",
    "印发机关",
    "印发日期",
    "密级",
    "紧急程度",
)


def recognised(draft: Draft, is_wrapped: bool = False) -> Manuscript:
    """Fields and body of one draft, whose paragraphs are whole."""
    guesses: list[Guess] = [
        Guess(key, value, 0.98, "文件自己写明", 0) for key, value in draft.fields.items()
    ]
    fields = dict(draft.fields)
    blocks, behind = annexes.parted(_without_pages(draft.blocks))
    top = head.read(_without_headline(blocks, fields), is_wrapped)
    blocks = [
        each for n, each in enumerate(_without_headline(blocks, fields)) if n not in top.taken
    ]
    end, last = tail.read(blocks), tail.read(behind)
    guesses += _merged(fields, top.guesses, top.fields)
    for each in (end, last):
        guesses += _merged(fields, each.guesses, each.fields)
    guesses += _merged(fields, *_opening(fields, end.blocks))
    guesses += _headline(fields, end.blocks)
    kind, rest = _kind(fields, end.blocks, guesses)
    rest, noted = _editors_note(rest)
    guesses += noted
    body, found = _structure([*rest, *annexes.headed(last.blocks)], kind)
    guesses += found
    remarks = (
        *draft.remarks,
        *_tables(body),
        *_notes(draft),
        *_traditional(draft),
        *_put_back(fields, kind),
        *_kept_back([*end.remarks, *last.remarks]),
    )
    return Manuscript(_ordered(fields), body, draft.notes, tuple(guesses), remarks, draft.unit)


def _without_pages(blocks: Sequence[Block]) -> list[Block]:
    """Rules between whole paragraphs say nothing in an article."""
    return [each for each in blocks if not isinstance(each, Rule)]


def _without_headline(blocks: list[Block], fields: dict[str, str]) -> list[Block]:
    """The blocks without a paragraph that repeats the headline the file itself names."""
    told = _letters(fields.get("标题", ""))
    first = blocks[:6]
    again = [
        n
        for n, b in enumerate(first)
        if told and isinstance(b, Paragraph) and _letters(b.text) == told
    ]
    return [each for n, each in enumerate(blocks) if n not in again]


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _merged(fields: dict[str, str], guesses: list[Guess], found: dict[str, str]) -> list[Guess]:
    """Put in what was found where nothing stands; what is said twice and differs is told."""
    told = []
    for guess in guesses:
        key = guess.what
        if key not in fields:
            fields[key] = found[key]
            told.append(guess)
        elif _letters(fields[key]) != _letters(found[key]):
            reason = f"{guess.reason}；首部已有“{fields[key]}”，这一处没有用"
            told.append(Guess(key, guess.value, 0.3, reason, guess.place))
    return told


def _opening(fields: dict[str, str], blocks: list[Block]) -> tuple[list[Guess], dict[str, str]]:
    """«本报讯（记者 某某）» says who wrote it, where nothing else does; it stays where it is."""
    first = next((b for b in blocks if isinstance(b, Paragraph) and b.text), None)
    match = OPENING.match(first.text) if first else None
    who = credits.read(match[1]) if match else None
    if first is None or who is None or "作者" in fields:
        return [], {}
    reason = "正文开头的“本报讯”所署"
    return [
        Guess(key, value, 0.85, reason, first.place) for key, value in who.fields.items()
    ], who.fields


def _kept_back(lines: list[str]) -> list[str]:
    return [f"文末的联系方式没有收进稿件：{'；'.join(lines)}"] if lines else []


def _headline(fields: dict[str, str], blocks: list[Block]) -> list[Guess]:
    """A headline for a text that has none: its first words, marked."""
    if fields.get("标题"):
        return []
    first = next((b for b in blocks if isinstance(b, Paragraph) and b.text), None)
    words = re.split(r"[。！？；]", first.text)[0] if first else ""
    parts = [part for part in re.split(r"[，,：:]", words.strip("“”‘’《》")) if part]
    while len(parts) > 1 and len(parts[0]) < 6:
        del parts[0]
    made = (parts[0] if parts else "无题")[:MADE_UP_LENGTH]
    fields["标题"] = f"{MADE_UP}{made}"
    reason = "稿中没有标题，暂用正文开头的字，请拟题"
    return [Guess("标题", fields["标题"], 0.1, reason, first.place if first else 0)]


def _kind(
    fields: dict[str, str], blocks: list[Block], guesses: list[Guess]
) -> tuple[Kind, list[Block]]:
    """The kind; of a policy text the addressee moves into the front matter."""
    first = blocks[0] if blocks else None
    addressed = isinstance(first, Paragraph) and bool(officialfacts.ADDRESSEE.fullmatch(first.text))
    try:
        kind, sure, reason = Kind(fields["体裁"]), 1.0, ""
    except (KeyError, ValueError):
        kind, sure, reason = kindguess.kind(fields, blocks, addressed)
        guesses.append(Guess("体裁", kind.value, sure, reason, 0))
    fields["体裁"] = kind.value
    if kind is Kind.OFFICIAL and addressed and isinstance(first, Paragraph):
        guesses += _merged(
            fields,
            [Guess("主送", first.text[:-1], 0.9, "正文之前以冒号结尾的单位名称", first.place)],
            {"主送": first.text[:-1].strip()},
        )
        blocks = blocks[1:]
    return kind, blocks


def _editors_note(blocks: list[Block]) -> tuple[list[Block], list[Guess]]:
    """«编者按：……» over the text becomes the box that the contract has for it."""
    first = blocks[0] if blocks else None
    match = NOTE.match(first.text) if isinstance(first, Paragraph) else None
    if match is None or not isinstance(first, Paragraph):
        return blocks, []
    words = first.text[match.end() :]
    box = Verbatim(f"!!! {match[1]}\n    {escaped(words)}", first.place)
    reason = f"正文之前以“{match[1]}”开头的一段"
    return [box, *blocks[1:]], [Guess("编者按", words[:20], 0.9, reason, first.place)]


def _structure(blocks: Sequence[Block], kind: Kind) -> tuple[tuple[Block, ...], tuple[Guess, ...]]:
    captioned, first = captions.found(blocks)
    marked, second = headings.marked(captioned, kind is Kind.OFFICIAL)
    return tuple(_clean(each) for each in marked), (*first, *second)


def _clean(block: Block) -> Block:
    """A heading's words without looks; a paragraph without its typed indent."""
    if isinstance(block, Paragraph) and block.heading:
        kept = tuple(run for run in block.runs if run.note or run.raised or run.is_markup)
        if not kept:
            return Paragraph((Run(block.text),), block.place, heading=block.heading)
    return block


def _tables(blocks: Sequence[Block]) -> list[str]:
    tables = [each for each in blocks if isinstance(each, Table)]
    told = [f"表格 {len(tables)} 个，首行作表头，请核对"] if tables else []
    if merged := sum(each.is_merged for each in tables):
        told.append(f"有合并单元格的表格 {merged} 个，写成了 HTML 表格，合并照旧")
    return told


def _notes(draft: Draft) -> list[str]:
    """Notes that are referred to and have no text."""
    referred = {run.note for each in draft.paragraphs for run in each.runs if run.note}
    lost = sum(not draft.notes.get(name) for name in referred)
    return [f"脚注 {lost} 处只有注号、没有注文，注号已去掉"] if lost else []


def _traditional(draft: Draft) -> list[str]:
    text = draft.text
    han = sum(map(is_han, text))
    if han and sum(char in TRADITIONAL for char in text) > TRADITIONAL_SHARE * han:
        return ["全文是繁体字，收稿时加 --简体 可以转成简体"]
    return []


def _put_back(fields: dict[str, str], kind: Kind) -> list[str]:
    """What only policy texts have goes elsewhere in other kinds; told."""
    told: list[str] = []
    if kind is Kind.OFFICIAL:
        if fields.get("公开属性") == "主动公开":
            told.append("文件注明主动公开，但“公开”仍写了“否”：上不上公开网站，请编辑定")
        if "发文机关" not in fields:
            told.append("没有找到发文机关，请在首部补上")
        return told
    body, day = fields.pop("发文机关", ""), fields.pop("成文日期", "")
    if body and "供稿" not in fields:
        fields["供稿"] = body
        told.append(f"文末落款“{body}”收作供稿单位")
    if day:
        told.append(f"文末落款的日期（{day}）没有收进稿件")
    for key in OFFICIAL_ONLY:
        if value := fields.pop(key, ""):
            told.append(f"“{key}：{value}”只用于公文，没有收进首部")
    return told


def _ordered(fields: dict[str, str]) -> dict[str, str]:
    """In the order of the contract; 公开 is said plainly."""
    values = {**fields, "公开": fields.get("公开") or "否"}
    return {key: values[key].strip() for key in FIELDS if values.get(key)}
