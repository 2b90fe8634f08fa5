"""What stands over a text: letterhead, document number, kicker, headline, deck, byline, day and source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.hanzi.numerals import read_number
from plugins.intake import credits, labels, officialfacts
from plugins.intake.draft import Block, Paragraph
from plugins.intake.found import Found

BODY_LENGTH = 60
#: More unmarked lines than this are no headline: the first is, and the others are left in the body.
MOST_LINES = 3
DASH = re.compile(r"^\s*(?:——|—|--+|－－)\s*")
#: What ends so leads to a headline; 【经验交流】 names a section.
KICKER = re.compile(r".*(?:[：:]|——)|【[^【】]{2,12}】")
SENTENCE = re.compile(r".*[。！；;]")
WIDE = re.compile(r"[\s　]+")


@dataclass(slots=True)
class Head(Found):
    """What was found, and the places of the blocks it took."""

    taken: set[int] = field(default_factory=set)


def read(blocks: Sequence[Block], is_wrapped: bool) -> Head:
    """Read the lines over the text; `Head.taken` are the places of those that do not belong to the body."""
    head = Head()
    lines: list[tuple[int, Paragraph]] = []
    subheads = _subheads(blocks)
    for n, block in enumerate(blocks):
        if (
            not isinstance(block, Paragraph)
            or (lines and block.heading in subheads)
            or _is_body(block, bool(lines))
        ):
            break
        lines.append((n, block))
    rest = [(n, line) for n, line in lines if not _told(head, n, line)]
    rest = _official(head, rest)
    _titles(head, rest, is_wrapped)
    return head


def _subheads(blocks: Sequence[Block]) -> set[int]:
    """Levels of headings that stand several times below a first line without one: no headlines."""
    headings = [b.heading for b in blocks if isinstance(b, Paragraph) and b.heading]
    first = next((b for b in blocks if isinstance(b, Paragraph)), None)
    marked = first is None or bool(first.heading)
    return set() if marked else {each for each in headings if headings.count(each) > 1}


def _is_body(line: Paragraph, any_before: bool) -> bool:
    text = line.text
    if line.is_title or line.heading == 1:
        return False
    if line.item or line.is_quoted or len(text) > BODY_LENGTH + 20:
        return True
    if labels.read(text) or officialfacts.document_number(text):
        return False
    if (read_number(text) and line.align != "center") or officialfacts.ADDRESSEE.fullmatch(text):
        return True
    if line.align == "center" or line.heading:
        return line.heading > 2 and any_before
    if any_before and line.blanks and text[-1:] in "：:":
        return True  # what follows is told, below a blank line
    return (
        bool(SENTENCE.fullmatch(text))
        or len(text) > BODY_LENGTH
        or (line.is_indented and len(text) > 25)
    )


def _told(head: Head, at: int, line: Paragraph) -> bool:
    """Lines that say what they are."""
    text, place = line.text, line.place
    if found := labels.read(text):
        stands = head.say_all(found, 0.95, "稿中写明", place)
    elif numbered := officialfacts.document_number(text):
        pairs = {"发文字号": numbered[0], "签发": numbered[1]}
        stands = head.say_all(pairs, 0.95, "单独一行，写法是发文字号", place)
    elif match := officialfacts.SIGNER_LINE.fullmatch(text):
        stands = head.say("签发", re.sub(r"\s", "", match[1]), 0.95, "写明签发人", place)
    elif officialfacts.SECRECY.fullmatch(text):
        stands = head.say("密级", text, 0.9, "单独一行，写法是密级", place)
    elif officialfacts.URGENCY.fullmatch(text):
        stands = head.say("紧急程度", text, 0.9, "单独一行，写法是紧急程度", place)
    else:
        return False
    if stands:
        head.taken.add(at)
    return stands


def _official(head: Head, lines: list[tuple[int, Paragraph]]) -> list[tuple[int, Paragraph]]:
    """A letterhead: the name of a body, or that and «文件», before other lines."""
    if len(lines) < 2:
        return lines
    at, line = lines[0]
    text = WIDE.sub("", line.text)
    match = officialfacts.LETTERHEAD.fullmatch(text)
    body = match[1] if match else text if officialfacts.is_body_name(text) else ""
    told = body and (match or "发文字号" in head.fields)
    if not told or not head.say("发文机关", body, 0.9, "首行只有机关名称，是文头", line.place):
        return lines
    head.taken.add(at)
    return lines[1:]


def _titles(head: Head, lines: list[tuple[int, Paragraph]], is_wrapped: bool) -> None:
    """Kicker, headline, deck, byline among the lines that are left."""
    if not lines or "标题" in head.fields:
        _bylines(head, lines)
        return
    main, sure, reason = _main(lines, is_wrapped)
    for n, line in lines[: main[0]]:
        is_kicker = credits.read(line.text) is None or KICKER.fullmatch(line.text)
        if is_kicker and head.say("引题", line.text, 0.75, "在标题之前的短行", line.place):
            head.taken.add(n)
    of = lines[main[0] : main[1]]
    words = _joined([WIDE.sub(" ", line.text) for _, line in of], is_wrapped)
    if len(of) > 1:
        reason += f"，{len(of)} 行" + (
            "按折行连成一行" if is_wrapped else "合成一个标题，换行处留空格"
        )
    head.say("标题", words, sure, reason, of[0][1].place)
    head.taken |= {n for n, _ in of}
    _below(head, lines[main[1] :])


def _joined(lines: Sequence[str], is_wrapped: bool) -> str:
    """The lines of a headline as one: a space where a line ends, none inside 《》 or “”."""
    words = ""
    for line in lines:
        is_open = any(words.count(a) > words.count(b) for a, b in ("《》", "“”", "（）"))
        words += line if is_wrapped or is_open or not words else f" {line}"
    return words


def _main(
    lines: list[tuple[int, Paragraph]], is_wrapped: bool
) -> tuple[tuple[int, int], float, str]:
    """Which lines are the headline: the most marked look, else the first lines that nothing else explains."""
    looks = [_look(line) for _, line in lines]
    most = max(looks)
    if most > (0, 0, 0, 0.0, 0, 0) and not (len(set(looks)) == 1 and len(lines) > MOST_LINES):
        start = looks.index(most)
        if len(set(looks)) > 1 or most[:2] > (0, 0):
            end = start + 1
            while end < len(lines) and looks[end] == most and _may_go_on(lines[end][1]):
                end += 1
            return (start, end), *_sure(most)
    start = 1 if len(lines) > 1 and KICKER.fullmatch(lines[0][1].text) else 0
    end = start + 1
    while end < len(lines) and _may_go_on(lines[end][1]):
        end += 1
    if end - start > MOST_LINES + is_wrapped:
        end = start + 1
    sure = 0.85 if end - start == 1 or is_wrapped else 0.6
    return (start, end), sure, "正文之前的短行，末尾没有句号"


def _look(line: Paragraph) -> tuple[int, int, int, float, int, int]:
    level = 10 - line.heading if line.heading else 0
    return (
        int(line.is_title), level, 0, line.size, int(line.align == "center"), int(line.is_bold)
    )  # fmt: skip


def _sure(look: tuple[int, int, int, float, int, int]) -> tuple[float, str]:
    if look[0]:
        return 0.98, "用了标题样式"
    if look[1]:
        return 0.95, "是文中级别最高的标题"
    if look[4]:
        return 0.9, "居中，字号不小于上下各行"
    if look[5]:
        return 0.8, "加粗的短行"
    return 0.85, "字号最大的短行"


def _may_go_on(line: Paragraph) -> bool:
    return not DASH.match(line.text) and credits.read(line.text) is None


def _below(head: Head, lines: list[tuple[int, Paragraph]]) -> None:
    """Deck and byline under the headline, up to the first line that is neither."""
    for n, (at, line) in enumerate(lines):
        deck = DASH.sub("", line.text)
        dashed = deck != line.text and not credits.is_name(deck)
        if not dashed and _bylines(head, [(at, line)]):
            continue
        if not dashed and (n or line.align != "center" or line.is_bold):
            return
        sure, reason = (0.9, "标题之后，以破折号开头") if dashed else (0.6, "标题之后居中的短行")
        if not head.say("副题", deck, sure, reason, line.place):
            return
        head.taken.add(at)


def _bylines(head: Head, lines: list[tuple[int, Paragraph]]) -> bool:
    """Take the lines that hold names and units only; whether there was any."""
    found = False
    for at, line in lines:
        who = credits.read(line.text.strip("（）()"))
        if who is None:
            continue
        sure = 0.95 if who.is_labelled else 0.8
        reason = "写明作者或单位" if who.is_labelled else "标题之后单独一行，像人名或单位"
        if head.say_all(who.fields, sure, reason, line.place):
            head.taken.add(at)
            found = True
    return found
