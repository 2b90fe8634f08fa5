"""Strokes of characters, and the order of names that they give (按姓氏笔画排序).

The order is that of 《GB 13000.1字符集汉字字序（笔画序）规范》 (GF 3003—1999): fewer strokes first; then stroke by stroke
横 竖 撇 点 折 (1 to 5). Strokes: strokes.txt, made from cnchar-order 3.2.6 (https://github.com/theajack/cnchar,
MIT License), only characters whose number of strokes is kTotalStrokes of Unihan, and 范.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("strokes.txt")
#: Surnames of two characters (复姓) that are in use.
_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 百里 南宫 东郭 西门 "
    "轩辕 呼延 澹台 公冶 太史 申屠 公羊 濮阳 淳于 单于 钟离 闾丘 仲孙 独孤 拓跋 赫连 万俟 闻人 鲜于 完颜 纳兰"
)
COMPOUND = frozenset(_COMPOUND.split())


class Place(NamedTuple):
    """Where a name stands in the order: compare these."""

    surname: tuple[tuple[int, str], ...]
    given_length: int
    given: tuple[tuple[int, str], ...]


@cache
def _orders() -> dict[str, str]:
    """Character → its strokes in the order of writing, 1 横 2 竖 3 撇 4 点 5 折."""
    rows = (line.split(" ") for line in FILE.read_text(encoding="utf-8").splitlines())
    return {char: order for order, chars in rows for char in chars}


def stroke_order(char: str) -> str:
    """The strokes of a character as digits; "" when they are not known.

    >>> stroke_order("王")
    '1121'
    """
    return _orders().get(char, "")


def divided(name: str) -> tuple[str, str]:
    """Surname and given name of a Chinese name.

    >>> divided("欧阳修")
    ('欧阳', '修')
    """
    length = 2 if len(name) > 2 and name[:2] in COMPOUND else 1
    return name[:length], name[length:]


def place(name: str) -> Place | None:
    """Where a name stands in the order; None when the strokes of a character are not known.

    Of one surname a given name of one character comes first.
    """
    surname, given = divided(name)
    orders = [stroke_order(char) for char in name]
    if not given or not all(orders):
        return None
    ranks = tuple((len(order), order) for order in orders)
    return Place(ranks[: len(surname)], len(given), ranks[len(surname) :])
