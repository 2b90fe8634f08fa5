"""One article of the made-up archive, the same for every engine; the same again whenever asked for."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from benchmarks.archive.sentences import Words, person, place, varied

#: The newest issue; earlier ones lie before it, one a month.
NEWEST = date(2020, 3, 20)
#: The whole number 1 (总第1期) is this month; so no archive has more than `MOST` issues.
FIRST_MONTH = 1990 * 12
MOST = NEWEST.year * 12 + NEWEST.month - FIRST_MONTH
#: Articles of an issue, section by section in printed order; the kind is what an editor would write.
SECTIONS = (
    ("卷首语", "评论", 1),
    ("特别关注", "消息", 4),
    ("视点", "通讯", 7),
    ("攻坚战专栏", "消息", 7),
    ("攻坚之星", "人物", 4),
    ("数据与图解", "消息", 4),
    ("政策文件", "问答", 4),
    ("环境资讯", "资讯", 14),
)
PER_ISSUE = sum(count for _, _, count in SECTIONS)
TAGS, AUTHORS, PHOTOS = 120, 400, 12
BODIES = ("市生态环境局", "县生态环境分局", "生态环境监测中心", "市生态环境综合行政执法支队")
HEADLINES = (
    "{place}把{tag}做到{head}",
    "{head} {place}{tag}见闻",
    "{place}召开{tag}工作会议",
    "{tag}在{place}：{head}",
    "{place}{tag}取得阶段成效 {head}",
)
NUMERALS = "一二三四五六七八九十"
#: Characters of a body: the logarithm's mean and deviation; mean about 1,500.
LENGTH = (6.95, 0.55)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article. ``month`` counts from the year 0; ``@photo`` in the body is where a picture's path goes."""

    month: int
    place: int
    section: str
    kind: str
    headline: str
    kicker: str
    deck: str
    bylines: tuple[str, ...]
    unit: str
    tags: tuple[str, ...]
    body: str

    @property
    def key(self) -> str:
        """The key of its issue: 2020-03."""
        return key_of(self.month)

    @property
    def stem(self) -> str:
        """The name of its file."""
        return stem_of(self.place)

    @property
    def day(self) -> date:
        """The day of its issue."""
        return published(self.month)

    @property
    def order(self) -> int:
        """Puts the archive in order: newest issue first, then as printed."""
        return (99999 - self.month) * 100 + self.place


def months(issues: int) -> range:
    """The months of an archive of so many issues, oldest first. Raises ValueError for too many."""
    if not 0 < issues <= MOST:
        raise ValueError(f"1 to {MOST} issues")
    newest = NEWEST.year * 12 + NEWEST.month - 1
    return range(newest - issues + 1, newest + 1)


def key_of(month: int) -> str:
    """The key of an issue."""
    return f"{month // 12}-{month % 12 + 1:02d}"


def stem_of(number: int) -> str:
    """The name of the file of an article at a place of its issue."""
    return f"gao-{number:02d}"


def published(month: int) -> date:
    """The day an issue is published."""
    return date(month // 12, month % 12 + 1, NEWEST.day)


def manuscript(month: int, number: int, known: Words) -> Manuscript:
    """The article of a month at a place (from 1) of its issue."""
    dice = random.Random(f"{month} {number}")
    section, kind = _section(number)
    here, tags = place(dice), _tags(known, dice)
    pattern, head = dice.choice(HEADLINES), dice.choice(known.heads)
    return Manuscript(
        month=month,
        place=number,
        section=section,
        kind=kind,
        headline=pattern.format(place=here, tag=tags[0], head=head),
        kicker=f"{here}市生态环境局：" if dice.random() < 0.3 else "",
        deck=dice.choice(known.heads) if dice.random() < 0.4 else "",
        bylines=_bylines(dice),
        unit=here + dice.choice(BODIES),
        tags=tags,
        body=_Body(known, dice, here).text(),
    )


def _section(number: int) -> tuple[str, str]:
    rows = [(name, kind) for name, kind, count in SECTIONS for _ in range(count)]
    return rows[(number - 1) % len(rows)]


def _tags(known: Words, dice: random.Random) -> tuple[str, ...]:
    """Four to seven different ones; a few are very frequent (Zipf)."""
    names = known.tags[:TAGS]
    weights = [1 / (rank + 3) for rank in range(len(names))]
    drawn = dice.choices(names, weights, k=12)
    return tuple(dict.fromkeys(drawn))[: dice.randint(4, 7)]


def authors() -> tuple[str, ...]:
    """Everyone who writes for the bulletin, the busiest first."""
    dice = random.Random("authors")
    return tuple(dict.fromkeys(person(dice) for _ in range(AUTHORS * 2)))[:AUTHORS]


WRITERS = authors()
BUSY = [1 / (rank + 8) for rank in range(len(WRITERS))]


def _bylines(dice: random.Random) -> tuple[str, ...]:
    count = 2 if dice.random() < 0.2 else 1
    return tuple(dict.fromkeys(dice.choices(WRITERS, BUSY, k=count)))


class _Body:
    """A body while it is written."""

    def __init__(self, known: Words, dice: random.Random, here: str) -> None:
        self.known, self.dice, self.here = known, dice, here
        self.who = person(dice)
        self.blocks: list[str] = []
        self.heads = 0

    def text(self) -> str:
        """Markdown: paragraphs, and now and then a subhead, bold words, a list, a table, a picture."""
        wanted = min(6000, max(300, self.dice.lognormvariate(*LENGTH)))
        length = 0
        while length < wanted:
            if length > 300 and self.heads < len(NUMERALS) and self.dice.random() < 0.12:
                self._head()
            self.blocks.append(self._paragraph())
            length += len(self.blocks[-1])
            self._more()
        if self.dice.random() < 0.3:
            caption = f"{self.here}现场（{person(self.dice)} 摄）"
            self.blocks.insert(1, f"![{caption}](@photo{self.dice.randint(1, PHOTOS):02d}.jpg)")
        return "\n\n".join(self.blocks) + "\n"

    def _sentence(self) -> str:
        return varied(
            self.dice.choice(self.known.sentences), self.known, self.dice, self.here, self.who
        )

    def _paragraph(self) -> str:
        text = "".join(self._sentence() for _ in range(self.dice.randint(2, 5)))
        if self.dice.random() < 0.1:
            head = self.dice.choice(self.known.heads)
            return f"**{head}**。{text}"
        return text

    def _head(self) -> None:
        self.blocks.append(f"## {NUMERALS[self.heads]}、{self.dice.choice(self.known.heads)}")
        self.heads += 1

    def _more(self) -> None:
        chance = self.dice.random()
        if chance < 0.04:
            self.blocks.append("\n".join(f"- {self._sentence()}" for _ in range(4)))
        elif chance < 0.06:
            rows = (
                f"| {self.dice.choice(self.known.tags)} | {self.dice.randint(1, 999)} | {self.dice.randint(1, 999)} |"
                for _ in range(5)
            )
            self.blocks.append("| 项目 | 去年 | 今年 |\n| --- | --- | --- |\n" + "\n".join(rows))


def added_sentence(made: Manuscript, known: Words, dice: random.Random) -> Manuscript:
    """The article with one more sentence, in the middle of its text."""
    blocks = made.body.rstrip("\n").split("\n\n")
    plain = [n for n, block in enumerate(blocks) if block[0] not in "#!|-*"]
    chosen = plain[len(plain) // 2]
    blocks[chosen] += varied(dice.choice(known.sentences), known, dice, place(dice), person(dice))
    return replace(made, body="\n\n".join(blocks) + "\n")
