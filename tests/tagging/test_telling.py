from __future__ import annotations

from plugins.tagging import telling
from plugins.tagging.candidates import Candidate, Copy
from plugins.tagging.matching import Matcher
from plugins.tagging.vocabulary import build

MATCHER = Matcher(
    build(
        [
            {"name": "油气回收", "slug": "a", "synonyms": ["加油站"]},
            {"name": "噪声", "slug": "b"},
            {"name": "疫情防控", "slug": "c", "common": True},
        ]
    )
)
COPY = Copy(
    "2020-03/zx", "加油站体检", "加油站和油气回收，再查加油站。" + "前" * 800 + "噪声，噪声"
)


def lines(copy: Copy, *words: str) -> list[str]:
    return list(telling.of_article(copy, words, MATCHER))


def test_an_article_with_its_reasons() -> None:
    assert lines(COPY) == [
        "2020-03/zx　加油站体检",
        "  建议：油气回收（标题中有，正文 3 次：加油站 2、油气回收 1）",
        "  未取（不够多，或只是顺带）：噪声（正文 2 次：噪声 2）",
    ]


def test_what_the_editor_wrote_comes_first() -> None:
    told = lines(COPY, "噪音")
    assert told[1] == "  编辑所写（以此为准）：噪音"
    assert told[2].startswith("  请核对：标签“噪音”不在标签词表里。是不是“噪声”？")
    assert told[3].startswith("  也可标：油气回收")
    assert lines(COPY, "+噪声")[1:3] == [
        "  编辑所写（在建议上增减）：+噪声",
        "  建议：油气回收（标题中有，正文 3 次：加油站 2、油气回收 1）",
    ]


def test_an_article_without_suggestions_says_so() -> None:
    assert lines(Copy("k", "引题\n标题", "正文"))[0] == "k　引题　标题"
    assert lines(Copy("k", "标题", "正文"))[1].startswith("  没有建议")


def test_candidates() -> None:
    keys = tuple("甲乙丙丁戊")
    found = [Candidate("总磷", keys, 9, "少见"), Candidate("错峰", ("甲", "乙"), 4, "连用")]
    assert list(telling.of_candidates(found))[1:] == [
        "  总磷　5 篇 9 次；少见；见 甲、乙、丙、丁等",
        "  错峰　2 篇 4 次；连用；见 甲、乙",
    ]
    assert len(list(telling.of_candidates([]))) == 1


def test_terms_that_stand_everywhere_are_told_once() -> None:
    copies = [Copy(str(n), "", "噪声，疫情防控" if n < 3 else "油气回收") for n in range(5)]
    (line,) = telling.of_everywhere(copies, MATCHER)
    assert line.startswith("“噪声”在 5 篇里有 3 篇提到")
    assert list(telling.of_everywhere(copies[1:], MATCHER)) == [], "half is not over half"
