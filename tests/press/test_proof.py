"""The proof of completeness on the pages of an issue: each kind of gap is seen and its place named."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.article.kinds import Kind
from plugins.issue.record import Cover, Issue, Plate, Publication, Section, SectionName
from plugins.press.proof.completeness import IncompleteError, ensure_complete, prove
from plugins.press.proof.gap import shortened
from plugins.press.quality.reader import Char, Page, read
from tests.press.conftest import SAMPLE, Book
from tests.press.test_pieces import article, issue

FIRST = "河面宽了，芦苇也高了，守河的人比去年多了两个。"
SECOND = "入冬以后水位下降，露出三处没有登记的排口，当天就报给了分局。"
STORY = article(
    "one",
    body=f"<p>{FIRST}</p>\n<figure><figcaption>巡河船靠岸。</figcaption></figure>\n<p>{SECOND}</p>\n"
    "<table><tr><th>断面</th></tr><tr><td>大湾</td><td>0.13</td></tr></table>\n"
    '<div class="footnote"><ol><li>省控断面。</li></ol></div>',
    kicker="走进大湾",
    deck="岚江见闻",
    contributors=("某局",),
)
LETTER = article("two", Kind.OFFICIAL, body="<p>现通知如下。</p>", issuing_body="某厅")
SHORT = article("three", Kind.SHORT_NEWS, body="<p>雨后树都醒了。</p>", bylines=("王莹",))
FOLIOS = {"one": 2, "two": 4, "three": 5}
TEXTS = [
    "样刊要目一行",
    "封二图说",
    "目录视点one标题——岚江见闻 2two标题 4资讯three标题 5封二封二图说目录1",
    f"视点Focus走进大湾one标题——岚江见闻供稿某局{FIRST}巡河船靠岸。样刊2020年第3期总第294期2",
    f"{SECOND}断面大湾0.131.省控断面。Focus视点3",
    "two标题现通知如下。某厅样刊2020年第3期总第294期4",
    "资讯three标题雨后树都醒了。（王莹）资讯5",
    "笔　记样刊2020年第3期总第294期6",
    "封三",
    "封底",
]


def small_issue() -> Issue:
    sections = (
        Section(SectionName("视点", "shidian", "Focus"), "page", (STORY, LETTER)),
        Section(SectionName("资讯", "zixun"), "run-on", (SHORT,)),
    )
    return issue(
        *sections,
        publication=Publication(name="样刊"),
        cover=Cover(lines=("要目 一行",)),
        plates=(Plate("inside-front", "a.jpg", "封二图说", listed=True),),
    )


ISSUE = small_issue()


def printed(texts: Sequence[str]) -> list[Page]:
    return [
        Page(number, 595.0, 808.0, tuple(Char(c, 0, 0, 0, 10.5, "Song") for c in text))
        for number, text in enumerate(texts, start=1)
    ]


def told(old: str, new: str) -> list[str]:
    """What is told of the issue when ``old`` is printed as ``new``."""
    assert any(old in text for text in TEXTS)
    pages = printed([text.replace(old, new) for text in TEXTS])
    return [str(gap) for gap in prove(ISSUE, pages, FOLIOS)]


def test_a_complete_issue_has_no_gap() -> None:
    assert prove(ISSUE, printed(TEXTS), FOLIOS) == ()
    ensure_complete(ISSUE, printed(TEXTS), FOLIOS)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("芦苇也", "芦也", "第 2 页，“—岚江见闻供稿某局河面宽了，芦”之后缺了“苇”"),
        (
            SECOND,
            "",
            "第 2 页，“守河的人比去年多了两个。”之后缺了“入冬以后水位下降，露出三……就报给了分局。（共30字）”",
        ),
        (FIRST, FIRST * 2, "之后重复印了“河面宽了，芦苇也高了，守河的人比去年多了两个。”"),
        ("走进大湾one", "one", "第 2 页，缺了引题“走进大湾”"),
        ("one标题——岚江见闻供", "one标题供", "缺了副题“——岚江见闻”"),
        ("巡河船靠岸。", "", "缺了图说“巡河船靠岸。”"),
        ("0.13", "", "第 3 页，“有登记的排口，当天就报给了分局。断面大湾”之后缺了表格“0.13”"),
        ("1.省控断面。", "", "缺了注释“1.省控断面。”"),
        ("某厅", "", "缺了发文机关“某厅”"),
        ("（王莹）", "", "缺了供稿“（王莹）”"),
        ("资讯three", "three", "缺了栏目名“资讯”"),
        ("断面大湾", "断面编大湾", "第 3 页"),
    ],
)
def test_what_is_lost_or_doubled_is_told_with_its_place(old: str, new: str, message: str) -> None:
    found = told(old, new)
    assert len(found) == 1
    page, _, words = message.rpartition("，“")
    assert page in found[0]
    assert words[-12:] in found[0]
    assert found[0].startswith("content/2020-03/")


def test_swapped_paragraphs() -> None:
    story = FIRST + "巡河船靠岸。"
    pages = [text.replace(story, "@").replace(SECOND, story).replace("@", SECOND) for text in TEXTS]
    found = prove(ISSUE, printed(pages), FOLIOS)
    assert [gap.kind for gap in found] == ["moved"]
    assert "次序不对" in str(found[0])


def test_an_article_missing_altogether() -> None:
    pages = [text.replace("two标题现通知如下。某厅", "") for text in TEXTS]
    found = [str(gap) for gap in prove(ISSUE, printed(pages), FOLIOS)]
    assert found == ["content/2020-03/two.md：第 3 页，整篇没有印出：“two标题”"]


def test_an_article_twice() -> None:
    words = "two标题现通知如下。某厅"
    found = told(words, words * 2)
    assert found == [
        f"content/2020-03/two.md：第 4 页，“wo标题现通知如下。某厅”之后重复印了“{words}”"
    ]


def test_a_character_of_the_contents_or_a_wrong_folio() -> None:
    assert told("岚江见闻 2", "岚江闻 2")[0].endswith("缺了目录行“one标题——岚江见闻 2”")
    assert told("two标题 4", "two标题 5")[0].endswith("缺了目录行“two标题 4”")
    assert "重复" in told("two标题 4", "two标题4two标题4")[0]
    wrong = prove(
        ISSUE, printed([t.replace("two标题 4", "two标题 7") for t in TEXTS]), FOLIOS | {"two": 7}
    )
    assert [str(gap) for gap in wrong] == [
        "content/2020-03/two.md：第 4 页，标题印在这一页，目录的页码却是 7"
    ]


def test_contents_in_another_order() -> None:
    swapped = [t.replace("two标题 4资讯three标题 5", "资讯three标题 5two标题 4") for t in TEXTS]
    assert [gap.kind for gap in prove(ISSUE, printed(swapped), FOLIOS)] == ["moved"]


def test_a_folio_that_is_followed_by_a_title_with_a_digit() -> None:
    digit = replace(LETTER, headline="1—2月水质")
    sections = (replace(ISSUE.sections[0], articles=(STORY, digit)), ISSUE.sections[1])
    pages = [text.replace("two标题", "1—2月水质") for text in TEXTS]
    assert not prove(replace(ISSUE, sections=sections), printed(pages), FOLIOS)


def test_cover_lines_captions_and_running_heads() -> None:
    assert told("要目一行", "要目")[0].endswith("封面，缺了封面要目“要目一行”")
    assert any("封二，缺了图说“封二图说”" in line for line in told("封二图说", "封二图"))
    assert "书眉、页码应是“样刊 2020年第3期 总第294期 4”" in told("总第294期4", "总第294期5")[0]
    assert "重复" in told("要目一行", "要目一行要目一行")[0]


def test_a_full_page_picture_between_sections() -> None:
    plates = (*ISSUE.plates, Plate("after:视点", "b.jpg", "整版图"))
    pages = [
        *TEXTS[:6],
        "整版图",
        *(t.replace("资讯5", "样刊2020年第3期总第294期6") for t in TEXTS[6:7]),
    ]
    pages[2] = pages[2].replace("three标题 5", "three标题 6")
    whole = replace(ISSUE, plates=plates)
    folios = FOLIOS | {"three": 6}
    assert not prove(whole, printed([*pages, *TEXTS[8:]]), folios)
    pages[6] = ""
    assert prove(whole, printed([*pages, *TEXTS[8:]]), folios)


def test_the_error_tells_all_gaps_in_chinese() -> None:
    pages = printed([text.replace("苇", "") for text in TEXTS])
    with pytest.raises(IncompleteError, match="对不上，共 1 处") as caught:
        ensure_complete(ISSUE, pages, FOLIOS)
    assert caught.value.findings[0].path == "content/2020-03/one.md"
    many = [gap for gap in caught.value.gaps for _ in range(40)]
    assert "另有 10 处" in str(IncompleteError(many))


def test_long_words_are_shortened() -> None:
    assert shortened("字" * 26) == "字" * 26
    assert shortened("字" * 27) == f"{'字' * 13}……{'字' * 7}（共27字）"


@settings(max_examples=200, deadline=None)
@given(page=st.integers(3, 6), data=st.data(), doubled=st.booleans())
def test_any_one_character_is_missed(page: int, data: st.DataObject, doubled: bool) -> None:
    places = [n for n, char in enumerate(TEXTS[page]) if not char.isspace()]
    place = data.draw(st.sampled_from(places))
    char = TEXTS[page][place]
    changed = TEXTS[page][:place] + char * 2 * doubled + TEXTS[page][place + 1 :]
    gaps = prove(ISSUE, printed([*TEXTS[:page], changed, *TEXTS[page + 1 :]]), FOLIOS)
    assert gaps
    assert any(gap.page in (str(page - 1), str(page - 2)) for gap in gaps)


@pytest.mark.press
@pytest.mark.slow
def test_the_sample_issue_is_complete(sample: Book) -> None:
    file = sample.pressed.file.parent / "content" / "2020-03" / "folios.toml"
    folios = tomllib.loads(file.read_text(encoding="utf-8"))["pages"]
    pages = read(sample.pressed.file).pages
    assert prove(sample.issue, pages, folios) == ()
    cut = replace(pages[20], chars=pages[20].chars[:400] + pages[20].chars[401:])
    assert len(prove(sample.issue, [*pages[:20], cut, *pages[21:]], folios)) == 1
    assert SAMPLE.name == "content"
