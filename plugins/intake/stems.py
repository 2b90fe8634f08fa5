"""The name of a manuscript's file: its headline in pinyin."""

from __future__ import annotations

import re

from plugins.article.manuscript import RESERVED
from plugins.hanzi.pinyin import word_sound
from plugins.intake.recogniser import MADE_UP

#: So many syllables and letters at the most.
SYLLABLES, LETTERS = 8, 40
#: A policy text's name begins behind «某某厅关于»: every one of them begins so.
LEAD = re.compile(r".{2,30}?关于(?:印发|转发|做好|开展|进一步|加强)?")
OTHER = re.compile(r"[^a-z0-9]+")


def stem(headline: str) -> str:
    """A stem in letters, digits and hyphens; a hyphen where the headline has a space.

    >>> stem("一库清水 两岸人家")
    'yikuqingshui-lianganrenjia'
    """
    bare = headline.removeprefix(MADE_UP)
    bare = LEAD.sub("", bare, count=1) if LEAD.match(bare) and "关于" in bare[:30] else bare
    made: list[str] = []
    left = SYLLABLES
    for part in re.split(r"[\s　]+", bare):
        heard = [OTHER.sub("", letters) for letters, _ in word_sound(part).syllables]
        syllables = [each for each in heard if each][:left]
        left -= len(syllables)
        if syllables:
            made.append("".join(syllables))
    name = "-".join(made)[:LETTERS].strip("-") or "gaojian"
    return f"gao-{name}" if name in RESERVED else name
