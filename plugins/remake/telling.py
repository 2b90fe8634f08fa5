"""What a run says at its end: lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.issue import report
from plugins.remake.job import Job, Outcome, State
from plugins.remake.running import Summary

NAMES = {"pdf": "PDF", "pictures": "图片"}
#: So much of a traceback is told: its end.
LINES = 30
STATES: dict[State, str] = {"made": "新做", "unchanged": "原样", "faulty": "有错"}


def of_jobs(jobs: Iterable[Job]) -> str:
    """What is about to be done, in one line."""
    counts = Counter(job.what for job in jobs)
    return "重制 " + "、".join(f"{NAMES[what]} {count} 期" for what, count in counts.items()) + "……"


def of_summary(made: Summary) -> Iterator[str]:
    """Counts, then everything that needs somebody, then whether it is whole."""
    counts = Counter(each.state for each in made.outcomes.values())
    told = [f"{words} {counts[state]} 件" for state, words in STATES.items() if counts[state]]
    yield "  " + ("，".join(told) or "一件也没有做成")
    if made.repeated:
        yield f"  有进程或机器中途没了，{made.repeated} 件另派了一次。"
    for outcome in made.outcomes.values():
        yield from _outcome(outcome)
    for job, words in made.lost.items():
        yield f"  {_named(job)}：做它的进程每次都没了（{words}）。多半是内存不够，请减少几个进程，再运行一次。"
    for job, words in made.mistakes.items():
        yield f"  {_named(job)}：程序出错，请把下面这段交给维护人员："
        yield from (f"    {line}" for line in words.rstrip().splitlines()[-LINES:])
    if made.left:
        yield f"  还有 {len(made.left)} 件没有派出去。"
    if not made.is_whole:
        yield "没有全部做成；没做成的，上一次的成果没有改动。改好以后再运行一次，做好的不会重做。"


def _outcome(outcome: Outcome) -> Iterator[str]:
    if outcome.state == "unfit":
        yield f"  机器 {outcome.machine} 与派活的机器不同，没有让它做：{outcome.words}。"
        yield "  请在那台机器上装同样的字体和版本（见 docs/remake.md），重新启动 dask worker，再运行一次。"
        return
    if outcome.state == "faulty":
        yield f"  {_named(outcome.job)} 有错，没有做："
        yield from (f"    {line}" for line in outcome.words.splitlines())
        yield from (f"    {line}" for line in report.lines(outcome.findings))
    elif outcome.findings:
        count = len(outcome.findings)
        yield f"  {_named(outcome.job)}：{count} 张图片印出来会糊，细目见 inv 清样 {outcome.job.issue}"


def _named(job: Job) -> str:
    return f"{job.issue} {NAMES[job.what]}"
