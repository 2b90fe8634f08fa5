"""The report of what was taken in: as lines on the terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plugins.article.record import FIELDS
from plugins.intake.intake import Taken
from plugins.intake.intakefault import IntakeFault
from plugins.intake.manuscript import Guess

#: Below this a guess is to be looked at.
DOUBTFUL = 0.75


def lines(taken: Sequence[Taken], faults: Sequence[IntakeFault], is_trial: bool) -> Iterator[str]:
    """What an editor reads on the terminal."""
    for each in taken:
        yield f"{each.source} → {each.stem}.md" + _fate(each, is_trial)
        for guess in in_order(each.guesses):
            mark = "？" if guess.confidence < DOUBTFUL else "　"
            yield f"  {mark}{guess.what}：{guess.value}　{_percent(guess)}　{_why(guess, each.unit)}"
        for remark in each.remarks:
            yield f"  ！{remark}"
        for finding in each.findings:
            yield f"  ！{finding}"
    for fault in faults:
        yield f"没有收：{fault}"
    yield _count(taken, faults, is_trial)


def markdown(taken: Sequence[Taken], faults: Sequence[IntakeFault], is_trial: bool) -> str:
    """The same as a Markdown page."""
    parts = ["# 收稿报告", _count(taken, faults, is_trial)]
    for each in taken:
        parts.append(f"## {_cell(each.source)} → {each.stem}.md{_fate(each, is_trial)}")
        rows = [
            f"| {_cell(g.what)} | {_cell(g.value)} | {'**' if g.confidence < DOUBTFUL else ''}{_percent(g)}{'**' if g.confidence < DOUBTFUL else ''} | {_cell(_why(g, each.unit))} |"
            for g in in_order(each.guesses)
        ]
        parts.append("\n".join(["| 是什么 | 内容 | 把握 | 凭什么 |", "|:--|:--|--:|:--|", *rows]))
        told = [*each.remarks, *map(str, each.findings)]
        if told:
            parts.append("请留意：\n\n" + "\n".join(f"* {_cell(line)}" for line in told))
    parts += [f"没有收：{_cell(str(fault))}" for fault in faults]
    return "\n\n".join(parts) + "\n"


def in_order(guesses: Sequence[Guess]) -> list[Guess]:
    """Fields first, in the order of the contract, then what was done to the body."""
    keys = list(FIELDS)
    return sorted(
        guesses, key=lambda each: keys.index(each.what) if each.what in FIELDS else len(keys)
    )


def _fate(taken: Taken, is_trial: bool) -> str:
    if taken.twin:
        return "（这一期里已有一字不差的同一篇，没有再写）"
    pictures = f"，图片 {len(taken.pictures)} 张" if taken.pictures else ""
    return f"（试收，没有写{pictures}）" if is_trial else f"（新写{pictures}）"


def _percent(guess: Guess) -> str:
    return f"{round(guess.confidence * 100)}%"


def _why(guess: Guess, unit: str) -> str:
    return f"第 {guess.place} {unit}，{guess.reason}" if guess.place else guess.reason


def _count(taken: Sequence[Taken], faults: Sequence[IntakeFault], is_trial: bool) -> str:
    new = sum(not each.twin for each in taken)
    doubtful = sum(_doubts(taken))
    told = f"{'试收' if is_trial else '收稿'} {new} 篇，猜测 {sum(len(t.guesses) for t in taken)} 处，其中把握不足 {round(DOUBTFUL * 100)}% 的 {doubtful} 处（标“？”），请逐条核对"
    again = len(taken) - new
    return (
        told
        + (f"；重复的 {again} 篇" if again else "")
        + (f"；没有收的 {len(faults)} 个文件" if faults else "")
        + "。"
    )


def _doubts(taken: Iterable[Taken]) -> Iterator[bool]:
    return (guess.confidence < DOUBTFUL for each in taken for guess in each.guesses)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
