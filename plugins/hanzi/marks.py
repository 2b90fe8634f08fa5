"""Classes of characters for line composition.

Sources: GB/T 15834-2011 (标点符号用法), clause 5 «标点符号的位置和书写形式»; clreq (Requirements for
Chinese Text Layout), section 3.1 «Punctuation marks»; UAX 14 (Unicode line breaking) for what these
leave open. Every function takes one character, raises nothing and is a set lookup.

Whether “” ‘’ — … · stand on a full or a half width depends on the face, so widths are not known here.
What depends on neighbours (— as a dash or as a connector, - as a hyphen or as a minus) is in units.py.
"""

from __future__ import annotations

from functools import cache

#: First halves of brackets, quotation marks and title marks: not at a line end (GB 5.1.3).
OPENING = frozenset("（《〈「『【〔“‘｛［〖﹁﹃〘〚")
#: Second halves: not at a line start (GB 5.1.3).
CLOSING = frozenset("）》〉」』】〕”’｝］〗﹂﹄〙〛")
#: Stops with ink in the lower left and a blank right half in Simplified Chinese (GB 5.1.1).
STOPS = frozenset("。，、．")
#: Marks after a word that keep some white on both sides: ： ； (GB 5.1.1), ！ ？ (GB 5.1.2).
MIDDLE = frozenset("：；！？‼⁇⁈⁉")
#: Half of a 破折号, or a 一字线 between two things (GB 5.1.4, 5.1.6).
DASHES = frozenset("—―⸺")
#: Half of a 省略号 (GB 5.1.5).
ELLIPSES = frozenset("…⋯")
#: 间隔号: not at a line start (GB 5.1.7).
INTERPUNCTS = frozenset("·・‧")
#: 连接号 without the 一字线: 浪纹线 and 短横线, not at a line start (GB 5.1.6).
CONNECTORS = frozenset("～〜－–‐-")
#: 分隔号: neither at a line start nor at a line end (GB 5.1.9).
SLASHES = frozenset("／/")
#: Signs that belong to the number before them: UAX 14 class PO; and iteration marks, class NS.
AFTER_NUMBER = frozenset("％‰%‱℃℉°′″￠¢〃々〻")
#: Signs that belong to the number after them: UAX 14 class PR.
BEFORE_NUMBER = frozenset("￥＄￡￦¥$€£№±＃")
#: ASCII marks as UAX 14 classes them: CP, CL, EX, IS; and OP.
ASCII_AFTER = frozenset(",.;:!?)]}")
ASCII_BEFORE = frozenset("([{")

#: Never first in a line. － - – ‐ and — are missing: as a sign of a number or as a 破折号 they may be
#: first; units.glued holds them to what precedes where they connect. … is here by UAX 14, LB22.
NOT_FIRST = (
    CLOSING | STOPS | MIDDLE | ELLIPSES | INTERPUNCTS | SLASHES | AFTER_NUMBER | ASCII_AFTER
) | frozenset("～〜")
#: Never last in a line. A typed “/” is left to units.glued: an address may break after it.
NOT_LAST = OPENING | BEFORE_NUMBER | ASCII_BEFORE | frozenset("／")


def may_not_start(char: str) -> bool:
    """Whether no line may start with the character (行首禁则)."""
    return char in NOT_FIRST


def may_not_end(char: str) -> bool:
    """Whether no line may end with the character (行末禁则)."""
    return char in NOT_LAST


@cache
def may_part(left: str, right: str) -> bool:
    """Whether the marks allow a line break between two characters; units.glued may still forbid it."""
    return left not in NOT_LAST and right not in NOT_FIRST
