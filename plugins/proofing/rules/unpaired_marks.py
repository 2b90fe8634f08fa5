"""Quotation marks, brackets and title marks without their other half, paragraphs cut by a page break joined first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.record import Fault, Passage, Proof, Rule
from plugins.proofing.signs import is_cut, is_ended, next_passage

CLOSING = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "〔": "〕",
    "【": "】",
    "「": "」",
}
OPENING = {close: opening for opening, close in CLOSING.items()}
MARK = re.compile("[“”‘’（）()《》〈〉〔〕【】「」]")
#: 1） and a) number a part and have no other half; ’ is also an apostrophe.
ALONE = re.compile(r"(?:^|[\s。；：，、）”和与及或第])[0-9A-Za-z一二三四五六七八九十]{1,3}$")
HALF_WIDTH = str.maketrans("()", "（）")
#: Nobody nests marks deeper.
DEEPEST = 20
#: Where a sentence may run from one passage to the next.
RUNNING = frozenset({"paragraph", "quote", "box"})
Place = tuple[str, Passage, int]


def find_all(proof: Proof) -> Iterator[tuple[Passage, Fault]]:
    """Every half mark of a manuscript."""
    open_marks: list[Place] = []
    for passage in proof.passages:
        yield from _closed(passage, open_marks)
        if open_marks and not _runs_on(passage):
            yield from (_fault(*place) for place in open_marks if not _goes_on(place))
            open_marks.clear()
    yield from (_fault(*place) for place in open_marks)


def _closed(passage: Passage, open_marks: list[Place]) -> Iterator[tuple[Passage, Fault]]:
    """Pair the marks of a passage with those that stand open; what closes nothing is a fault."""
    text = passage.text
    for found in MARK.finditer(text):
        mark, at = found[0].translate(HALF_WIDTH), found.start()
        if mark in CLOSING:
            open_marks.append((mark, passage, at))
            continue
        if any(place[0] == OPENING[mark] for place in open_marks[-DEEPEST:]):
            while open_marks[-1][0] != OPENING[mark]:
                yield _fault(*open_marks.pop())
            open_marks.pop()
        elif not _stands_alone(text, at, mark):
            yield _fault(mark, passage, at)


def _stands_alone(text: str, at: int, mark: str) -> bool:
    if mark == "）":
        return ALONE.search(text, max(0, at - 5), at) is not None
    return mark == "’" and text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


def _runs_on(passage: Passage) -> bool:
    """Whether what stands open may be closed in the next passage: a cut paragraph, lines of verse."""
    following = next_passage(passage)
    if following is None or following.form != passage.form or passage.form not in RUNNING:
        return False
    return is_cut(passage) or not is_ended(passage.text)


def _goes_on(place: Place) -> bool:
    """Whether it opens a quotation of several paragraphs, each of which begins with the mark (4.8.3.5)."""
    mark, passage, at = place
    following = next_passage(passage)
    return mark == "“" and at == 0 and following is not None and following.text.startswith(mark)


def _fault(mark: str, passage: Passage, at: int) -> tuple[Passage, Fault]:
    half = CLOSING.get(mark) or OPENING[mark]
    side = "后" if mark in CLOSING else "前"
    return passage, Fault(
        at, at + 1, f"“{mark}”没有配对：缺{side}一半“{half}”", "补上另一半，或者删去这一半"
    )


RULE = Rule(
    code="P104",
    name="标点不成对",
    level="error",
    source="GB/T 15834—2011 4.8.2、4.9.2、4.15.2、5.1.3",
    wrong=(
        "他说：“水清了。岸上的人都笑了。",
        "依据《岚江大湾岸线保护条例的规定办理。",
        "省生态环境厅）印发通知。",
        "“退港还岸》的经验值得推广。",
    ),
    right=(
        "他说：“这叫‘还岸于民’（见《岚江大湾岸线保护条例》）。”",
        "措施有：1）清淤；2）截污；3）补水。",
        "“第一段话还没有说完。\n\n“第二段话说完了。”",
        "他唱道：“岚江水，\n\n向东流。”",
    ),
    find_all=find_all,
)
