"""公文: the structure of a policy text, recognised in headings and in plain paragraphs.

Levels and their numbers are those of GB/T 9704-2012, clause 7.3.3: 一、 （一） 1. （1）.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.article.paragraphs import SIGNED_DAY
from plugins.hanzi.numerals import Numbered, read_number

#: A paragraph this short, with no stop inside, is a heading (characters).
TITLE_LENGTH = 45
RUN_IN_LENGTH = 45
ADDRESSEE_LENGTH = 120
#: No sentence, and not one that leads to what follows («现通知如下：»).
ADDRESSEE = re.compile(r"[^。；！？]*(?<!如下)[：:]")
REMARK = re.compile(r"[（(][^（）()]*[）)]")
ATTACHMENTS = re.compile(r"附件\s*(?:[：:\d]|$)")
#: An attachment's own head: «附件», «附件2»; as a heading also «附件2　名称» (7.3.7).
ANNEX = re.compile(r"附件(?:\s*(\d{1,2}))?")
ANNEX_HEADING = re.compile(r"附件(?:\s*(\d{1,2}))?(?:[：:\s　]+(.+))?")
#: Attachments are numbered 1. 2. 3., the third level of numbers.
LISTED = 3
BODY_NAME = re.compile(r"[^，。；：]{4,40}(厅|局|部|委|委员会|政府|办公室|中心|党组|院)")
#: What a formula or the number of a note is set in.
RAISED = ("sub", "sup")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Written(NamedTuple):
    """What the body itself says, so that no output adds it from the front matter once more."""

    addressee: bool
    signature: bool


def structure(soup: BeautifulSoup, addressee: str) -> Written:
    """Mark up headings, run-in heads, items, addressee, attachments and signature, in place.

    ``addressee`` is what the front matter says, or "".
    """
    root = soup.body or soup
    for element in root.find_all(HEADINGS, recursive=False):
        _even(element)
    paragraphs = _paragraphs(root)
    listed = {id(each) for each in _attachments(paragraphs)}
    for paragraph in paragraphs:
        numbered = read_number(paragraph.get_text().strip())
        if numbered and id(paragraph) not in listed:
            _number(soup, paragraph, numbered)
    addressed = bool(paragraphs) and _addressee(paragraphs[0], addressee)
    signed = _signature(_paragraphs(root)) or _signature(_before_annexes(root))
    return Written(addressed, signed)


def heads_annex(text: str, heading: bool) -> bool:
    """Whether a paragraph or a ``heading`` of this text begins an attachment set out in full."""
    return bool((ANNEX_HEADING if heading else ANNEX).fullmatch(text))


def _paragraphs(root: Tag) -> list[Tag]:
    return list(root.find_all("p", recursive=False))


def _before_annexes(root: Tag) -> list[Tag]:
    """The paragraphs before the first attachment set out below the signature; none without one."""
    found: list[Tag] = []
    for each in root.find_all(["p", *HEADINGS], recursive=False):
        if heads_annex(each.get_text().strip(), each.name != "p"):
            return found
        if each.name == "p":
            found.append(each)
    return []


def _attachments(paragraphs: list[Tag]) -> list[Tag]:
    """Mark «附件：1.……» and the numbered lines that follow it; return them (GB/T 9704, 7.3.4)."""
    found: list[Tag] = []
    for paragraph in paragraphs:
        text = paragraph.get_text().strip()
        numbered = read_number(text)
        if ATTACHMENTS.match(text) or (found and numbered and numbered.level == LISTED):
            paragraph["class"] = "attachments"
            found.append(paragraph)
        elif found:
            break
    return found


def _even(heading: Tag) -> None:
    """Give a numbered heading the level its number says, however it was typed."""
    numbered = read_number(heading.get_text().strip())
    if numbered:
        heading.name = f"h{numbered.level + 1}"
        heading["class"] = f"level-{numbered.level}"


def _number(soup: BeautifulSoup, paragraph: Tag, numbered: Numbered) -> None:
    text = paragraph.get_text().strip()
    if _is_title(text, numbered.level):
        paragraph.name = f"h{numbered.level + 1}"
        paragraph["class"] = f"level-{numbered.level}"
        for strong in paragraph.find_all(["strong", "b"]):
            strong.unwrap()
        return
    paragraph["class"] = f"item item-{numbered.level}"
    first = next((child for child in paragraph.children if str(child).strip()), None)
    if isinstance(first, Tag) and first.name in ("strong", "b"):
        first.name = "b"
        first["class"] = f"head level-{numbered.level}"
    elif isinstance(first, NavigableString) and numbered.level <= 2:
        _run_in(soup, first, numbered.level)


def _is_title(text: str, level: int) -> bool:
    if len(text) > TITLE_LENGTH:
        return False
    if level <= 2:
        return not re.search(r"[。；！？]", text[:-1])
    return not re.search(r"[。；：！？，]$|[。；！？]", text)


def _run_in(soup: BeautifulSoup, first: NavigableString, level: int) -> None:
    """Wrap the first sentence of a numbered paragraph as its run-in head.

    ``first``: where the paragraph begins. Formulas and numbers of notes may stand in the sentence.
    """
    before: list[NavigableString | Tag] = []
    length = 0
    for node in [first, *first.next_siblings]:
        if isinstance(node, NavigableString) and (end := node.find("。") + 1):
            goes_on = end < len(node) or node.next_sibling is not None
            if goes_on and length + end <= RUN_IN_LENGTH:
                _wrap(soup, before, node, end, level)
            return
        if not isinstance(node, NavigableString | Tag) or node.name not in (None, *RAISED):
            return
        before.append(node)
        length += len(node.get_text())


def _wrap(
    soup: BeautifulSoup,
    before: list[NavigableString | Tag],
    last: NavigableString,
    end: int,
    level: int,
) -> None:
    """Put the nodes ``before`` and ``end`` characters of ``last`` into a run-in head."""
    head = soup.new_tag("b", attrs={"class": f"head level-{level}"})
    (before[0] if before else last).insert_before(head)
    rest = NavigableString(last[end:])
    head.insert_after(rest)
    last.extract()
    head.extend([*before, NavigableString(last[:end])])


def _addressee(paragraph: Tag, written: str) -> bool:
    """Whether the first paragraph is the addressee: ``written`` again, or what looks like one."""
    text = paragraph.get_text().strip()
    if paragraph.name != "p" or len(text) > ADDRESSEE_LENGTH or not ADDRESSEE.fullmatch(text):
        return False
    if written and _letters(written) != _letters(text):
        return False
    paragraph["class"] = "addressee"
    return True


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _signature(paragraphs: list[Tag]) -> bool:
    """Mark a body's own closing lines: the issuing body and the day it signed.

    A remark in brackets may follow them, such as （此件公开发布）.
    """
    while paragraphs and REMARK.fullmatch(paragraphs[-1].get_text().strip()):
        paragraphs = paragraphs[:-1]
    if len(paragraphs) < 2:
        return False
    body, day = paragraphs[-2], paragraphs[-1]
    signed = BODY_NAME.fullmatch(body.get_text().strip()) and SIGNED_DAY.fullmatch(
        day.get_text().strip()
    )
    if not signed:
        return False
    body["class"] = "signature"
    day["class"] = "signed-on"
    return True
