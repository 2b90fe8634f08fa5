"""人名职务: persons and posts against the editors' dated list (content/style/人名职务.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.proofing.lists import Post
from plugins.proofing.phrases import kept_for_last, pattern
from plugins.proofing.record import Fault, Passage, Rule

#: A post right before a name, with what makes it a deputy's.
TITLE = re.compile(
    r"(?:常务)?副?(?:总工程师|工程师|秘书长|厅长|局长|部长|省长|市长|县长|区长|乡长|镇长|主任|院长|所长|站长|处长|科长|"
    r"支队长|大队长|队长|书记|主席|会长|总经理|董事长|巡视员)\Z"
)
#: The post is one that somebody had.
ONCE = re.compile(r"(?:原|时任|前任?|曾任|历任|已故)[^，。；！？]{0,16}\Z")
HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
LONGEST_TITLE = 8

Known = dict[str, list[Post]]


def find(passage: Passage) -> Iterator[Fault]:
    """Misspelt names, posts that the list does not give a person, names one character off."""
    text, day = passage.text, passage.proof.published
    spelt, wrong, titled, by_person = _table(passage.proof.lists.posts)
    for found in spelt.finditer(text):
        if person := wrong.get(found[0]):
            message = f"“{found[0]}”应为“{person}”"
            yield Fault(*found.span(), message, "核对姓名", person, level="error")
        else:
            yield from _posted(text, found.start(), by_person[found[0]], day)
    for found in titled.finditer(text):
        yield from _misnamed(text, found, by_person, day)


@kept_for_last
def _table(
    posts: Sequence[Post],
) -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], Known]:
    """Patterns of names and of «body + post», wrong spellings → person, person → posts."""
    by_person: Known = {}
    wrong: dict[str, str] = {}
    for post in posts:
        by_person.setdefault(post.person, []).append(post)
        wrong.update((each, post.person) for each in post.wrong)
    titles = {f"{body}{post.post}" for post in posts for body in (post.body, *post.body_short)}
    return pattern([*by_person, *wrong]), wrong, pattern(titles), by_person


def _is_held(post: Post, day: date | None) -> bool:
    if day is None:
        return post.until is None
    return (post.since is None or post.since <= day) and (post.until is None or day < post.until)


def _posted(text: str, start: int, posts: Sequence[Post], day: date | None) -> Iterator[Fault]:
    """The post before a name, when the list gives the person another."""
    title = TITLE.search(text, max(0, start - LONGEST_TITLE), start)
    if not title or ONCE.search(text, 0, title.start()):
        return
    held = [post for post in posts if _is_held(post, day)]
    if any(post.post == title[0] for post in held):
        return
    person = posts[0].person
    known = "、".join(f"{post.body}{post.post}" for post in held) or "已不任职"
    message = f"“{title[0]}{person}”与人名职务表不合（{known}）"
    yield Fault(title.start(), start + len(person), message, "核对职务；有变动请改表")


def _misnamed(
    text: str, found: re.Match[str], by_person: Known, day: date | None
) -> Iterator[Fault]:
    """A name one character off that of who holds the post before it."""
    for person, posts in by_person.items():
        name = text[found.end() : found.end() + len(person)]
        if name in by_person or not HAN_NAME.fullmatch(name) or ONCE.search(text, 0, found.start()):
            continue
        if sum(a != b for a, b in zip(name, person, strict=True)) != 1 or len(person) < 3:
            continue
        titles = (
            f"{body}{p.post}" for p in posts if _is_held(p, day) for body in (p.body, *p.body_short)
        )
        if found[0] in titles and not any(name in each.wrong for each in posts):
            message = f"“{name}”疑为“{person}”"
            yield Fault(found.end(), found.end() + len(name), message, "核对姓名", person)


RULE = Rule(
    code="P204",
    name="人名职务",
    level="warning",
    source="本刊人名职务表（content/style/人名职务.toml）",
    wrong=(
        "省生态环境厅厅长季怀元出席会议。",
        "省生态环境厅副厅长季怀远出席会议。",
        "省生态环境厅厅长李怀远主持会议。",
    ),
    right=(
        "省生态环境厅厅长季怀远出席会议，副厅长沈砚秋主持，总工程师祁景澄通报情况。",
        "时任青垣市副市长季怀远参加了那次抢险。",
        "季怀远说，柏如松的建议很好。",
    ),
    find=find,
)
