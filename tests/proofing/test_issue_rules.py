"""Rules across an issue: what is told, and what is left alone."""

from __future__ import annotations

import pytest

from plugins.proofing.rules import issue_rules
from plugins.proofing.rules.self_names import wrong
from tests.desk import PUBLICATION, Desk
from tests.proofing.office import LICENSED, LONG, read, told


def test_codes_are_those_of_the_fourth_hundred() -> None:
    assert [rule.code for rule in issue_rules()] == [f"P40{n}" for n in range(1, 9)]
    assert all(rule.source and rule.name for rule in issue_rules())


def cover(desk: Desk, line: str) -> list[tuple[str, str, int]]:
    desk.article("2020-03/a", 标题="镜月湖的十年水账 一组数据")
    desk.issue("2020-03", {"特别关注": ["a"]}, extra=f'[cover]\nlines = ["{line}"]\n')
    issue = desk.load()[0].issues[0]  # I209 tells it too: the folder is not sound
    from plugins.proofing.desk import proofread

    return [(r.path, r.words, r.line) for r in proofread(issue, desk.content, ["P401"]).remarks]


@pytest.mark.parametrize("line", ["镜月湖的十年水账", "“镜月湖”的十年水账", "一组数据"])
def test_a_cover_line_may_be_a_part_of_a_headline(desk: Desk, line: str) -> None:
    assert cover(desk, line) == []


def test_a_cover_line_that_is_no_headline_is_told_where_it_stands(desk: Desk) -> None:
    assert cover(desk, "镜月湖十年的水账") == [
        ("content/2020-03/issue.toml", "镜月湖十年的水账", 5)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("见本期《镜月湖的水账》。", False),
        ("见本期第9页《镜月湖的水账》。", False),
        ("《镜月湖的水账》（见本期第9页）。", False),
        ("见《岚江日报》第3版。", False),
        ("本期《岚江志》已印出。", False),
        ("见本期《镜月湖的水帐》。", True),
        ("《镜月湖的水账》（见本期第8页）。", True),
        ("本期刊发《没有的文章》，请留意。", True),
    ],
)
def test_a_cross_reference_leads_to_an_article_and_its_page(
    desk: Desk, words: str, found: bool
) -> None:
    desk.article("2020-03/a", 标题="镜月湖的水账")
    desk.article("2020-03/b", f"详情{words}\n")
    desk.issue("2020-03", {"特别关注": ["a", "b"]})
    desk.write("2020-03/folios.toml", "[pages]\na = 9\nb = 11\n")
    assert bool(told(desk, "P402")) is found


def board(desk: Desk, names: str, note: str = "按姓氏笔画排序") -> list[str]:
    rows = f'[[board]]\nrole = "编委"\nnote = "{note}"\nnames = [{names}]\n'
    desk.write("publication.toml", PUBLICATION + rows)
    desk.small()
    return [each.words for each in read(desk, "P403").remarks]


def test_names_in_the_order_of_strokes_are_left_alone(desk: Desk) -> None:
    assert board(desk, '"丁一", "王莹", "王小满", "石敬之", "易水生", "竺青岩"') == []


def test_a_name_out_of_order_is_told_with_the_right_order(desk: Desk) -> None:
    assert board(desk, '"丁一", "石敬之", "王莹"') == ["王莹"]
    assert "丁一、王莹、石敬之" in read(desk, "P403").remarks[0].advice


def test_a_list_that_claims_no_order_may_have_any(desk: Desk) -> None:
    assert board(desk, '"石敬之", "丁一"', note="排名不分先后") == []


def test_a_name_with_a_rare_character_is_passed_over(desk: Desk) -> None:
    assert board(desk, '"丁一", "㐂明", "王莹"') == []


def colophon(desk: Desk, publication: str) -> list[str]:
    desk.write("publication.toml", PUBLICATION + publication)
    desk.small()
    return [each.words for each in read(desk, "P404").remarks]


def test_a_colophon_that_says_all_is_left_alone(desk: Desk) -> None:
    assert colophon(desk, LICENSED) == []


def test_a_bulletin_without_a_licence_is_under_other_rules(desk: Desk) -> None:
    assert colophon(desk, "") == []


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("sponsor", "编印单位"),
        ("distribution", "发送对象"),
        ("printer", "印刷单位"),
        ("printed_on", "印刷日期"),
        ("print_run", "印数"),
    ],
)
def test_what_the_colophon_lacks_is_told(desk: Desk, key: str, words: str) -> None:
    kept = [line for line in LICENSED.splitlines() if not line.startswith(f"{key} ")]
    assert colophon(desk, "\n".join(kept) + "\n") == [words]


def test_the_notice_and_the_days_must_be_right(desk: Desk) -> None:
    late = LICENSED.replace("2020-03-18", "2020-03-28") + 'notice = "内部资料"\n'
    assert colophon(desk, late) == ["内部资料", "printed_on"]


@pytest.mark.parametrize(
    "text",
    [
        *("本报讯　昨天清早，垃圾船开了。", "本刊编辑部设在江边。", "国内统一刊号：不便说。"),
        *("ISSN 1000-0000", "定价：5元", "广告热线请拨电话。"),
    ],
)
def test_words_of_a_periodical_are_told(text: str) -> None:
    assert list(wrong(text))


@pytest.mark.parametrize(
    "text",
    [
        *("本报告所称企业，指在册的企业。", "基本报表已经交齐。", "他在“本报记者”一栏签了名。"),
        *("政府定价3元一吨的水", "公益广告贴在墙上。", "样本刊登在后面。"),
    ],
)
def test_words_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert not list(wrong(text))


def test_what_is_reprinted_speaks_of_others(desk: Desk) -> None:
    desk.write("publication.toml", PUBLICATION + LICENSED)
    desk.small("本报记者昨天到场。\n", 来源="岚江日报")
    assert told(desk, "P405") == []
    desk.small("本报记者昨天到场。\n")
    assert told(desk, "P405") == [("content/2020-03/a.md", "本报记者", 6)]


def test_what_is_spaced_among_many_that_are_not_is_told(desk: Desk) -> None:
    desk.small("共有3名、4名、5名、6名、7名、8名、9名、10名、11名和29 名队员，**2月** 3日到岗。\n")
    assert told(desk, "P406") == [("content/2020-03/a.md", "9 名", 6)]


def test_spaces_that_are_the_custom_are_left_alone(desk: Desk) -> None:
    desk.small("共有 3 名、4 名和 29 名队员。\n")
    assert told(desk, "P406") == []


def test_two_spellings_of_a_word_in_one_issue(desk: Desk) -> None:
    desk.article("2020-03/a", "手续烦琐，要减。\n")
    desk.article("2020-03/b", "手续繁琐，要减。\n")
    desk.issue("2020-03", {"特别关注": ["a", "b"]})
    assert told(desk, "P406") == [("content/2020-03/b.md", "繁琐", 6)]
    desk.issue("2020-03", {"特别关注": ["b"]})
    assert told(desk, "P406") == []


def test_the_same_text_twice_is_told_at_the_later(desk: Desk) -> None:
    desk.article("2020-03/a", LONG, 标题="垃圾船")
    desk.article("2020-03/b", f"四月四日，潮很大。{LONG}", 标题="清早六点半")
    desk.article("2020-03/c", "这一篇说的是别的事，短。\n", 标题="另一篇")
    desk.issue("2020-03", {"特别关注": ["a", "b", "c"]})
    assert told(desk, "P407") == [("content/2020-03/b.md", "清早六点半", 2)]


def test_the_same_headline_twice_is_told(desk: Desk) -> None:
    desk.article("2020-03/a", 标题="垃圾船")
    desk.article("2020-03/b", "说的是别的。\n", 标题="“垃圾船”")
    desk.issue("2020-03", {"特别关注": ["a", "b"]})
    assert told(desk, "P407") == [("content/2020-03/b.md", "“垃圾船”", 2)]


def test_the_same_picture_under_two_names_is_told(desk: Desk) -> None:
    desk.picture("2020-03/photos/a.png")
    desk.picture("2020-03/photos/b.png")
    desk.picture("2020-03/photos/c.png", (61, 40))
    desk.article("2020-03/a", "![船](photos/a.png)\n\n正文。\n")
    desk.article("2020-03/b", "![船](photos/b.png)\n\n![岸](photos/c.png)\n\n正文。\n")
    desk.issue("2020-03", {"特别关注": ["a", "b"]})
    assert told(desk, "P408") == [("content/2020-03/b.md", "photos/b.png", 6)]


def test_a_comment_lets_a_remark_across_the_issue_through(desk: Desk) -> None:
    said = "见本期《没有这一篇》。\n"
    desk.article("2020-03/a", said)
    desk.issue("2020-03", {"特别关注": ["a"]})
    assert [words for _, words, _ in told(desk, "P402")]
    desk.article("2020-03/a", f"<!-- 校对:忽略 P402 -->\n{said}")
    assert told(desk, "P402") == []
