"""The front matter of a manuscript → the passages a Word file shows of it, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.article.frontmatter import FENCE, PAIR
from plugins.article.kinds import Kind
from plugins.article.record import FIELDS
from plugins.intake.collation.inline import Placed
from plugins.intake.collation.source import Sourced


@dataclass(frozen=True, slots=True)
class Form:
    """How a field is shown: role of its passage, what stands before and behind its words."""

    role: str
    before: str = ""
    after: str = ""


#: In the order of the page; what is not here is the editors' own.
HEADS = {
    "引题": Form("kicker"),
    "标题": Form("headline"),
    "副题": Form("deck", "——"),
    "作者": Form("field", "作者："),
    "供稿": Form("field", "供稿："),
    "摄影": Form("field", "摄影："),
    "来源": Form("field", "来源："),
    "提要": Form("standfirst"),
}
#: A policy text (GB/T 9704-2012, 7.2.5, 7.3.1, 7.3.2), and what stands below it (7.3.5, 7.3.6, 7.4).
OFFICIAL_HEADS = {
    "发文字号": Form("number"),
    "签发": Form("field", "签发人："),
    "标题": Form("headline"),
    "副题": Form("deck", "——"),
    "供稿": Form("field", "供稿："),
    "主送": Form("addressee", "", "："),
}
OFFICIAL_FEET = {
    "发文机关": Form("signature"),
    "成文日期": Form("signed-on"),
    "公开属性": Form("remark", "（此件", "）"),
    "抄送": Form("field", "抄送："),
    "印发机关": Form("field", "印发机关："),
    "印发日期": Form("field", "印发日期："),
}


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above and below the body, and where the body begins in the file."""

    above: tuple[Sourced, ...]
    below: tuple[Sourced, ...]
    body_start: int


def front(source: str, kind: Kind, is_addressed: bool, is_signed: bool) -> Front:
    """The shown fields of a manuscript; what its body says itself is not shown twice."""
    values = dict(_values(source))
    end = values.pop("", Placed("", ((0, 0),))).places[0][1]
    heads, feet = (OFFICIAL_HEADS, OFFICIAL_FEET) if kind is Kind.OFFICIAL else (HEADS, {})
    without = {"主送"} if is_addressed else set()
    without |= {"发文机关", "成文日期"} if is_signed else set()
    above = _shown(heads, values, without)
    return Front(tuple(above), tuple(_shown(feet, values, without)), end)


def _shown(
    forms: dict[str, Form], values: dict[str, Placed], without: Iterable[str]
) -> Iterator[Sourced]:
    for key, form in forms.items():
        value = values.get(key)
        if value is None or key in without or not value.text:
            continue
        after = "" if value.text.endswith(form.after) else form.after
        start, end = value.places[0][0], value.places[-1][1]
        places = [(start, start)] * len(form.before), [(end, end)] * len(after)
        text = f"{form.before}{value.text}{after}"
        letters = Placed(text, (*places[0], *value.places, *places[1]))
        yield Sourced(form.role, letters, start, end, is_plain=True)


def _values(source: str) -> Iterator[tuple[str, Placed]]:
    """Key → value as typed, further lines joined by a space; "" → where the body begins."""
    at, last, fences = 0, "", 0
    made: dict[str, Placed] = {}
    for line in source.split("\n"):
        start, at = at, at + len(line) + 1
        if FENCE.fullmatch(line.strip()):
            fences += 1
            if fences == 2:
                yield "", Placed("", ((at, min(at, len(source))),))
                break
        elif fences == 1 and line.strip() and not line.lstrip().startswith("#"):
            match = PAIR.fullmatch(line)
            if line[0] in " \t\u3000" and last and not (match and match[1] in FIELDS):
                made[last] = _longer(made[last], line, start)
            elif match:
                last = match[1]
                made[last] = _value(line, start, *match.span(2))
    yield from made.items()


def _value(line: str, at: int, start: int, end: int) -> Placed:
    words = line[start:end].strip()
    begin = line.index(words, start) if words else end
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        words, begin = words[1:-1], begin + 1
    return Placed(words, tuple((at + begin + n, at + begin + n + 1) for n in range(len(words))))


def _longer(value: Placed, line: str, at: int) -> Placed:
    more = _value(line, at, 0, len(line))
    if not value.text:
        return more
    joint = (value.places[-1][1], more.places[0][0])
    return Placed(f"{value.text} {more.text}", (*value.places, joint, *more.places))
