"""The words of the made-up archive: sentences of our own sample, with other places, persons and numbers.

A text that only repeated the sample's sentences would flatter whoever caches; with names and numbers of its own for every
article the vocabulary grows with the archive, as it does in a real one.
"""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

#: Every character of these can stand beside every one of the other: 1,000 places.
FIRST = "青澄丹沧临望石平长兰云湖银窑砚江桐铁磐碧清栖化潮渔松柳白金龙凤南"
SECOND = "州垣浦津泓滦汐埠陂沙峤坑前山岭岗溪川音渡桥坪塘湾洲源门台泉林岩"
SURNAMES = "易尚纪舒江罗邢顾祝林宗梅贺郁闵路方夏石蓝沈覃田卫宁尧严章闻苗陶梁何计海安穆简乔傅苏涂邵万柳冯温汤白周鲁程桂岑郭段宋卢邱曹丁余郝陆龙柯邹黄郑韩姚莫阮谢倪蒙崔秦吴孟袁"
GIVEN = "小舟若溪铁生书言松年砚平行远一帆岭青禾思晓棠如初亭海澜广汀原文朔听鹤农季恬既明渔磊怀瑾村以宁兆玉琴川苇春山桑榆长风新潮仲知其亦有光良树秋雨桐敬芳大勇静波建芸水根梅英正坤涛学礼敏华永顺满守德"
#: A sentence is taken when it is as long as this and nothing in it means anything to Markdown.
SHORTEST, LONGEST = 14, 150
MARKUP = re.compile(r"[#|_\[\]<>{}$*`~\\@&]|https?:|www\.|--|^\d+[.、)]|^[-+!”’）]")
HAN = re.compile(r"[\u4e00-\u9fff]")
#: A number that may be another: not part of a name (PM2.5, 0000-0000018), no year of the calendar.
NUMBER = re.compile(
    r"(?<![A-Za-z\d.%·/-])(?!(?:19|20)\d\d(?!\d))\d{1,4}(?![A-Za-z\d.·/月日时分点-])"
)
NAMED = re.compile(r"^(?:作者|摄影): *(.+)$", re.MULTILINE)
UNIT = re.compile(r"^供稿: *(?:岚江省)?([\u4e00-\u9fff]{2})市生态环境局", re.MULTILINE)
#: Places of the sample's own province that are named without a unit.
KNOWN = (
    *("窑前", "平沙", "银坑", "砚山", "炉前", "江浒", "桐岭"),
    *("铁岗", "禾丰", "上窑", "磐溪", "港北", "湖西", "潮音"),
)
SPEECH = ("{}介绍，", "{}说，", "据{}统计，", "{}告诉记者，", "用{}的话说，")


@dataclass(frozen=True, slots=True)
class Words:
    """What texts are made from: sentences, subheads, terms for tags; names that are varied."""

    sentences: tuple[str, ...]
    heads: tuple[str, ...]
    tags: tuple[str, ...]
    places: re.Pattern[str]
    persons: re.Pattern[str]


def words(content: Path) -> Words:
    """The words of a content folder."""
    texts = [file.read_text("utf-8") for file in sorted(content.glob("2020-*/*.md"))]
    whole = "\n".join(texts)
    sentences = {each for text in texts for each in _sentences(text.split("---", 2)[2])}
    heads = {each for text in texts for each in _heads(text)}
    terms = tomllib.loads((content / "style" / "标签词表.toml").read_text("utf-8"))["terms"]
    persons = {name for line in NAMED.findall(whole) for name in line.split() if len(name) < 4}
    return Words(
        tuple(sorted(sentences)),
        tuple(sorted(heads)),
        tuple(term["name"] for term in terms if all(map(HAN.match, term["name"]))),
        _any({*KNOWN, *UNIT.findall(whole)}),
        _any(persons),
    )


def _any(names: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))))


def _sentences(body: str) -> list[str]:
    found = (part for line in body.splitlines() for part in re.split(r"(?<=[。！？])", line))
    return [each for each in (part.strip() for part in found) if _is_plain(each)]


def _is_plain(text: str) -> bool:
    if not SHORTEST <= len(text) <= LONGEST or text[-1] not in "。！？" or MARKUP.search(text):
        return False
    balanced = all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "‘’"))
    return balanced and len(HAN.findall(text)) > 0.75 * len(text)


def _heads(text: str) -> list[str]:
    """Subheads and the halves of headlines: without a number, six to eighteen Han characters."""
    lines = re.findall(r"^(?:#+|标题:|副题:) *(.+)$", text, re.MULTILINE)
    parts = (part.strip() for line in lines for part in re.split(r"[ 　]", line))
    return [each for each in parts if re.fullmatch(r"[\u4e00-\u9fff]{6,18}", each)]


def place(dice: random.Random) -> str:
    """The name of a place: two characters."""
    return dice.choice(FIRST) + dice.choice(SECOND)


def person(dice: random.Random) -> str:
    """The name of a person: two or three characters."""
    return dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))


def varied(text: str, known: Words, dice: random.Random, here: str, who: str) -> str:
    """A sentence told of another place, of other persons, with other numbers."""
    text = known.places.sub(lambda _: here if dice.random() < 0.7 else place(dice), text)
    text = known.persons.sub(lambda _: who if dice.random() < 0.6 else person(dice), text)
    text = NUMBER.sub(lambda found: _number(found[0], dice), text)
    if dice.random() < 0.12 and HAN.match(text):
        return dice.choice(SPEECH).format(person(dice)) + text
    return text


def _number(digits: str, dice: random.Random) -> str:
    """Another number of as many digits."""
    return str(dice.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))
