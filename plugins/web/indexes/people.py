"""Who is named in an article: persons, and bodies that sign like persons."""

from __future__ import annotations

import re

from plugins.article.record import Article
from plugins.hanzi.scripts import is_han

#: A name of two to four characters that ends so is a body's or a post's: 暗访组, 评论员, 法规处.
#: Not 会, 社, 科, 院 alone: given names end with them too (张国会, 李院).
BODIES = (
    *"厅局处队组办部室站所委员",
    "记者",
    "中心",
    "学院",
    "医院",
    "协会",
    "学会",
    "公司",
    "报社",
)
#: The longest name without a point between its parts: 欧阳清和, 司马相如.
LONGEST = 4
LATIN = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")


def is_person(name: str) -> bool:
    """Whether a byline is a person's name and not a body's.

    By its form alone, for there is no register: Han characters only, two to four of them (more where
    a point divides them: 阿依古丽·买买提), no ending of a body; or Latin letters. A body that slips
    through stands among the persons, which does no harm.
    """
    if not any(map(is_han, name)):
        return bool(LATIN.fullmatch(name))
    parts = re.split("[·•・]", name)
    if not all(part and all(map(is_han, part)) for part in parts):
        return False
    if len(parts) > 1:
        return True
    return 2 <= len(name) <= LONGEST and not name.endswith(BODIES)


def signatures(article: Article) -> tuple[str, ...]:
    """Who wrote and who photographed an article, each once."""
    return tuple(dict.fromkeys((*article.bylines, *article.photographers)))


def contributors(article: Article) -> tuple[str, ...]:
    """The units that contributed an article, each once."""
    return tuple(dict.fromkeys(article.contributors))
