"""What several rules ask about characters: classes for patterns, ends of sentences, paragraphs that were cut."""

from __future__ import annotations

import re

from plugins.proofing.record import Passage

#: Han characters, inside a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
#: What may end a paragraph: GB/T 15834—2011, 4.1.3, 4.2.3, 4.3.3, 4.7.3, 4.10.3, 4.11.3.
ENDS = frozenset("。！？…：；—!?;:")
#: May stand behind the final mark.
CLOSERS = "”’）》〉】〕」』)"
#: A space typed before them: 走吧。 ”
SPACES = " \u3000"
#: Marks that sentences have and titles do not.
CLAUSES = re.compile("[，。；]")
#: A paragraph shorter than this that has no final mark is a line of its own: a title, a signature.
SHORTEST_CUT = 28
#: A sentence may stop behind one of these and go on elsewhere.
MIDST = re.compile(f"[{HAN}，、0-9A-Za-z％%]")
#: Lines that need no final mark: 附件, where to reach whom, sources and notes.
LABELLED = re.compile(
    r"(?:附件|附表|附图|抄送|抄报|联系人|联系电话|电话|传真|地址|邮编|邮箱|电子邮箱|网址|注|资料来源|来源|主管|主办|编辑)"
    r"\s*\d*\s*[:：]|附件$|[图表]\s*\d"
)
REACHED = re.compile(
    r"(?:联系人|联系方式|电话|传真|邮编|邮箱|网址|地址)[^，。]{0,8}[:：]|www\.|https?:|@"
)
DAY = re.compile(
    r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}(?:[、.．）)]|是|要)|第[一二三四五六七八九十]|[①-⑳#*—·•]"
)
#: Who took the picture or wrote the text, at the end: 巡河员收网。 方一禾 摄; 岸清了。记者方一禾、通讯员江一舟.
NAME = f"[{HAN}]{{2,4}}"
CREDIT = re.compile(
    rf"(?:[ \u3000／/]{NAME}|记者[ \u3000]?{NAME})[ \u3000]?(?:摄|摄影|供图)\Z"
    rf"|[。！？][（(]?(?:记者|通讯员|实习生)[：: ]?{NAME}(?:[、 ](?:记者|通讯员|实习生)?[：: ]?{NAME}){{0,3}}\Z"
)


def is_ended(text: str) -> bool:
    """Whether a text ends with a final mark, brackets and quotation marks behind it aside.

    >>> is_ended("“走吧。”"), is_ended("“走吧。 ”"), is_ended("他说“走吧”")
    (True, True, False)
    """
    return text.rstrip(CLOSERS + SPACES)[-1:] in ENDS


def is_cut(passage: Passage) -> bool:
    """Whether a paragraph stops in the middle of a sentence and the next one goes on with it.

    So it looks behind a page or column break: long, without any mark at its end, and what follows is
    an ordinary paragraph that is neither indented nor numbered.
    """
    text = passage.text
    if passage.form != "paragraph" or len(text) < SHORTEST_CUT or not MIDST.match(text[-1]):
        return False
    if not CLAUSES.search(text) or LABELLED.match(text) or REACHED.search(text):
        return False
    if CREDIT.search(text):
        return False
    following = next_passage(passage)
    if following is None or following.form != "paragraph" or len(following.text) < 2:
        return False
    source = passage.proof.source
    gap = source[passage.places[-1] : following.places[0]]
    if gap.strip("\n -*_"):  # what stands between: a comment, an indent, a picture
        return False
    # A title in bold above a table, a line of verse.
    if _is_bold(passage) or _is_bold(following):
        return False
    return not (
        NUMBERED.match(following.text)
        or DAY.fullmatch(following.text)
        or LABELLED.match(following.text)
    )


def next_passage(passage: Passage) -> Passage | None:
    """The passage behind this one in its manuscript."""
    passages = passage.proof.passages
    at = passage.number + 1
    return passages[at] if 0 < at < len(passages) else None


def _is_bold(passage: Passage) -> bool:
    """Whether the passage is in bold from its first character on to its last."""
    source = passage.proof.source
    before = source[max(0, passage.places[0] - 2) : passage.places[0]]
    after = source[passage.places[-1] : passage.places[-1] + 2]
    return before == "**" == after
