"""What a run says: counts, who needs help, and what to do."""

from __future__ import annotations

from plugins.article.finding import Finding
from plugins.remake.job import Outcome
from plugins.remake.running import Summary
from plugins.remake.telling import of_jobs, of_summary
from tests.remake.labour import job

ONE, TWO, THREE = job("2020-01", "pdf"), job("2020-02"), job("2020-03")
MADE = Outcome(job=ONE, state="made", files=3)
UNFINISHED = "没有全部做成；没做成的，上一次的成果没有改动。改好以后再运行一次，做好的不会重做。"


def told(made: Summary) -> str:
    return "\n".join(of_summary(made))


def test_jobs_by_kind() -> None:
    assert of_jobs([ONE, TWO, THREE]) == "重制 PDF 1 期、图片 2 期……"


def test_a_whole_run_is_one_line() -> None:
    made = Summary({ONE: MADE, TWO: Outcome(job=TWO, state="unchanged")})
    assert told(made) == "  新做 1 件，原样 1 件"


def test_faults_are_told_with_their_issue() -> None:
    finding = Finding("content/2020-02/a.md", 2, 1, "A102", "error", "“栏木”不是稿件信息")
    faulty = Outcome(job=TWO, state="faulty", findings=(finding,), words="两行\n话")
    words = told(Summary({ONE: MADE, TWO: faulty}))
    assert "新做 1 件，有错 1 件" in words
    assert (
        "  2020-02 图片 有错，没有做：\n    两行\n    话\n    错误  content/2020-02/a.md:2:1"
        in words
    )
    assert words.endswith(UNFINISHED)


def test_coarse_pictures_of_what_was_made_are_counted() -> None:
    finding = Finding("content/2020-01/a.md", 2, 1, "R323", "error", "会糊")
    made = Outcome(job=ONE, state="made", findings=(finding,))
    words = told(Summary({ONE: made}))
    assert "2020-01 PDF：1 张图片印出来会糊，细目见 inv 清样 2020-01" in words
    assert UNFINISHED not in words


def test_an_unfit_machine_is_told_with_what_to_do() -> None:
    unfit = Outcome(job=ONE, state="unfit", machine="编辑部二号机", words="pillow（…）")
    words = told(Summary({ONE: unfit}, left=[TWO, THREE]))
    assert "机器 编辑部二号机 与派活的机器不同，没有让它做：pillow（…）。" in words
    assert "docs/remake.md" in words
    assert "还有 2 件没有派出去" in words
    assert "一件也没有做成" in words


def test_lost_jobs_and_mistakes() -> None:
    trace = "\n".join(["Traceback:", *map(str, range(100)), "ZeroDivisionError"])
    made = Summary({ONE: MADE}, {TWO: "KilledWorker: x"}, {THREE: trace}, repeated=4)
    words = told(made)
    assert "4 件另派了一次" in words
    assert "2020-02 图片：做它的进程每次都没了（KilledWorker: x）" in words
    assert "ZeroDivisionError" in words
    assert "Traceback" not in words
    assert words.endswith(UNFINISHED)
