"""Pinyin, for indexes in alphabetical order (音序): the only file that imports pypinyin, lazily.

Its dictionary costs a quarter of a second, so nothing here loads it at import time.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from plugins.hanzi.scripts import is_han

#: Where digits, marks and foreign scripts stand: behind Z.
OTHER = "#"
#: Surnames read otherwise than the character is read elsewhere (《现代汉语词典》第7版, readings
#: marked 姓). pypinyin knows the surnames of two characters by itself.
SURNAMES = {
    "单": "shan4", "曾": "zeng1", "解": "xie4", "查": "zha1", "仇": "qiu2", "朴": "piao2",
    "任": "ren2", "区": "ou1", "盖": "ge3", "葛": "ge3", "华": "hua4", "缪": "miao4",
    "翟": "zhai2", "种": "chong2", "折": "she2", "召": "shao4", "覃": "qin2", "薄": "bo2",
    "卜": "bu3", "洗": "xian3", "员": "yun4", "秘": "bi4", "乐": "yue4", "繁": "po2",
    "过": "guo1", "哈": "ha3", "纪": "ji3", "那": "na1", "句": "gou1", "祭": "zhai4",
    "干": "gan1", "占": "zhan1", "乜": "nie4", "都": "du1", "隗": "wei3", "相": "xiang4",
    "重": "chong2", "佴": "nai4", "於": "yu1", "要": "yao1", "燕": "yan1",
}  # fmt: skip
#: Begins the names of places otherwise than words: 长滦, 长宁, 长汀.
PLACES = {"长": "chang2"}


class Sound(NamedTuple):
    """What an index is sorted by: initial letter, then sound by sound, at last the writing."""

    initial: str
    syllables: tuple[tuple[str, str], ...]
    text: str


def word_sound(word: str) -> Sound:
    """How a word is read; marks are not heard.

    >>> word_sound("《岚江环境》").initial
    'L'
    """
    return _sound(word, "")


def name_sound(name: str) -> Sound:
    """How a person's name is read.

    >>> name_sound("单小川").syllables[0]
    ('shan', '4')
    """
    return _sound(name, SURNAMES.get(name[:1], ""))


def unit_sound(unit: str) -> Sound:
    """How the name of a unit is read, which mostly begins with a place.

    >>> unit_sound("长滦市生态环境局").initial
    'C'
    """
    return _sound(unit, PLACES.get(unit[:1], ""))


@cache
def _sound(text: str, first: str) -> Sound:
    syllables = _syllables(text)
    if first:
        syllables = ((first[:-1], first[-1]), *syllables[1:])
    letter = syllables[0][0][0].upper() if syllables else ""
    return Sound(letter if "A" <= letter <= "Z" else OTHER, syllables, text)


def _syllables(text: str) -> tuple[tuple[str, str], ...]:
    """(letters, tone) of each Han character, ("word", "") of each run of anything else; ü is v."""
    heard = "".join(char for char in text if char.isalnum())
    if not any(map(is_han, heard)):
        return ((heard.casefold(), ""),) if heard else ()
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(heard, style=Style.TONE3, neutral_tone_with_five=True)
    return tuple(
        (each[:-1], each[-1]) if each[:-1].isalpha() and each[-1].isdigit() else (each, "")
        for each in map(str.casefold, read)
    )
