"""What stands under a text: signature and day, remark of disclosure, names in closing brackets, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plugins.intake import credits, labels, officialfacts
from plugins.intake.draft import SPACES, Block, Paragraph, Rule
from plugins.intake.found import Found

#: Labels that may stand below a text; others («时间：3月5日») belong to it.
BELOW = frozenset({"作者", "供稿", "摄影", "责编", "来源", "抄送", "公开属性"})
PHOTO = re.compile(r"[\u4e00-\u9fff]{2,4}\s*(?:摄|摄影|供图)")
SPACE = re.compile(r"[\s　]")
#: Names alone on a line take fewer characters than this.
NAMES_LENGTH = 40
CONTACT = re.compile(
    r"(?:联系人|联系方式|联系电话|电话|手机|邮箱|电子邮[箱件]|E-?mail|QQ|微信号?|地址|通信地址|邮编|邮政编码|传真)\s*[:：].*",
    re.IGNORECASE,
)
#: Names in brackets count behind a whole sentence.
END_MARKS = tuple("。！？”")
FILLER = re.compile(r"[（(]?\s*(?:完|全文完|正文完|本文完)\s*[）)]?")


class Tail(Found):
    """The blocks that are left, and what was found; ``remarks``: lines that are kept from the manuscript."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.blocks = list(blocks)
        self.remarks: list[str] = []


def read(blocks: Sequence[Block]) -> Tail:
    """Take off the end of the blocks whatever is no body text."""
    tail = Tail(blocks)
    while tail.blocks:
        last = tail.blocks[-1]
        if isinstance(last, Rule):
            tail.blocks.pop()
        elif not isinstance(last, Paragraph) or not (_line(tail, last) or _contacts(tail)):
            break
    _closing(tail)
    return tail


def _line(tail: Tail, line: Paragraph) -> bool:
    """Whether the last line was no body text; it is gone then."""
    if FILLER.fullmatch(line.text) or _remark(tail, line) or _named(tail, line):
        tail.blocks.pop()
        return True
    if signed := officialfacts.signature(line.text):
        return _signature(tail, line, *signed)
    return False


def _contacts(tail: Tail) -> bool:
    """Telephone and the like below the names of who sent the draft: for the editors, not for readers."""
    lines = tail.blocks
    at = len(lines)
    while at and isinstance(each := lines[at - 1], Paragraph) and CONTACT.fullmatch(each.text):
        at -= 1
    above = lines[at - 1] if at else None
    if at == len(lines) or not isinstance(above, Paragraph):
        return False
    if not set(labels.read(above.text)) & {"作者", "供稿"}:
        return False
    tail.remarks += (each.text for each in lines[at:] if isinstance(each, Paragraph))
    del lines[at:]
    return True


def _remark(tail: Tail, line: Paragraph) -> bool:
    """How a policy text is disclosed; to whom it is copied, who printed it (GB/T 9704-2012, 7.4)."""
    text, place = line.text, line.place
    if match := officialfacts.DISCLOSURE.fullmatch(text):
        way = "主动公开" if match["way"] == "公开发布" else match["way"]
        return tail.say("公开属性", way, 0.95, f"文末注明“{text}”", place)
    if match := officialfacts.COPIED.fullmatch(text):
        return tail.say("抄送", match[1], 0.95, "版记写明", place)
    match = officialfacts.PRINTED.fullmatch(text)
    printed = officialfacts.day(match["day"]) if match else None
    if match is None or printed is None:
        return False
    pairs = {"印发机关": SPACE.sub("", match["body"]), "印发日期": officialfacts.written(printed)}
    return tail.say_all(pairs, 0.9, "版记写明", place)


def _named(tail: Tail, line: Paragraph) -> bool:
    """Labels, and names that stand alone."""
    found = labels.read(line.text)
    if found and set(found) <= BELOW:
        return tail.say_all(found, 0.95, "文末写明", line.place)
    if len(line.text) >= NAMES_LENGTH or line.text.endswith("。") or line.heading:
        return False
    inner = credits.CLOSING.fullmatch(line.text)
    who = credits.read(inner[1] if inner else line.text)
    if who is None or not (inner or who.is_labelled or line.align == "right"):
        return False
    return tail.say_all(who.fields, 0.9, "文末括号里或单独一行的署名", line.place)


def _signature(tail: Tail, line: Paragraph, body: str, day: date) -> bool:
    """A day, alone or behind a body's name; alone it counts only below names of bodies. Gone if it does."""
    first = len(tail.blocks) - 1
    names = [body] if body else []
    while not body and first > 0:
        above = tail.blocks[first - 1]
        if not (isinstance(above, Paragraph) and officialfacts.is_body_name(above.text)):
            break
        first -= 1
        names.insert(0, SPACE.sub("", above.text))
    pairs = {"发文机关": " ".join(names), "成文日期": officialfacts.written(day)}
    if not names or not tail.say_all(pairs, 0.9, "文末的落款和日期", line.place):
        return False
    del tail.blocks[first:]
    return True


def _closing(tail: Tail) -> None:
    """（某某局 张三） right behind the last sentence."""
    at = next(
        (n for n in range(len(tail.blocks) - 1, -1, -1) if isinstance(tail.blocks[n], Paragraph)),
        -1,
    )
    last = tail.blocks[at] if at >= 0 else None
    if not isinstance(last, Paragraph) or last.heading or last.is_caption:
        return
    match = credits.CLOSING.search(last.text)
    if match is None or PHOTO.fullmatch(match[1].strip()) or match.start() == 0:
        return
    who = credits.read(match[1])
    if who is None or not (
        who.units or who.is_labelled or last.text[: match.start()].rstrip(SPACES)[-1:] in END_MARKS
    ):
        return
    if tail.say_all(who.fields, 0.9, "文末括号里的署名", last.place):
        tail.blocks[at] = _shortened(last, len(match[0]))


def _shortened(paragraph: Paragraph, by: int) -> Paragraph:
    """The paragraph without its last ``by`` characters (of `Paragraph.text`)."""
    runs = list(paragraph.runs)
    text = "".join(run.text for run in runs)
    by += len(text) - len(text.rstrip(f"{SPACES}\n"))
    while by > 0 and runs:
        last = runs.pop()
        if len(last.text) > by:
            runs.append(replace(last, text=last.text[:-by]))
            by = 0
        else:
            by -= len(last.text)
    return replace(paragraph, runs=tuple(runs))
