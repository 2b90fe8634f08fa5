"""Copy text: every field and every word of a body is asked for, with what the page adds to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.press.proof.bodytext import BodyText, Part, body_text
from plugins.press.proof.copytext import Copy, copies, copy, squeezed
from tests.press.test_pieces import article, issue, section

FULL = replace(
    article("a"),
    headline="守河人 的冬天",
    kicker="走进大湾",
    deck="岚江见闻",
    bylines=("王莹", "李小满"),
    photographers=("赵一鸣",),
    contributors=("某市局",),
    source="某报",
    responsible_editors=("方一禾",),
    standfirst="十一公里。",
)


def forms(made: Copy) -> dict[str, str]:
    return {unit.role: unit.forms[0] for unit in made.units}


def test_every_field_of_a_heading() -> None:
    assert forms(copy(FULL)) == {
        "标题": "守河人的冬天",
        "引题": "走进大湾",
        "副题": "——岚江见闻",
        "文": "文王莹李小满",
        "摄影": "摄影赵一鸣",
        "供稿": "供稿某市局",
        "来源": "来源某报",
        "责任编辑": "责任编辑方一禾",
        "提要": "十一公里。",
    }


def test_short_news_close_in_brackets() -> None:
    made = forms(copy(FULL, short=True))
    assert made["供稿"] == "（某市局王莹李小满摄影赵一鸣来源某报责任编辑方一禾）"
    assert "供稿" not in forms(copy(article("b"), short=True))


def official(**more: object) -> Article:
    fields = {
        "document_number": "岚环发〔2020〕11号",
        "addressee": "各市生态环境局:",
        "issuing_body": "某厅",
        "signed_on": date(2020, 3, 2),
        **more,
    }
    return article("gw", Kind.OFFICIAL, **fields)


def test_a_policy_text_has_addressee_and_signature_once() -> None:
    made = forms(copy(official()))
    assert made["发文字号"] == "岚环发〔2020〕11号"
    assert made["主送"] == "各市生态环境局："
    assert (made["发文机关"], made["成文日期"]) == ("某厅", "2020年3月2日")
    said = forms(copy(official(addressed_in_body=True, signed_in_body=True)))
    assert not {"主送", "发文机关", "成文日期"} & said.keys()


def test_a_section_opens_with_its_names_and_note() -> None:
    named = replace(section("视点", article("a")), editors_note="编 者话")
    named = replace(named, title=replace(named.title, english="Focus"))
    opener, story = copies(issue(named))
    assert forms(opener) == {"栏目名": "视点", "栏目英文名": "Focus", "编者按": "编者按编者话"}
    assert (opener.path, story.path) == ("2020-03/issue.toml", "2020-03/a.md")


@pytest.mark.parametrize(
    ("html", "running"),
    [
        ("<h2>一</h2>\n<p>甲<b>乙</b>丙</p>", ("一", "甲乙丙")),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", ("•甲", "•", "乙")),
        ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", ("•甲", "◦乙")),
        ('<ol start="3"><li>甲</li><li>乙</li></ol>', ("3.甲", "4.乙")),
        ('<ol start="x"><li>甲</li></ol>', ("1.甲",)),
        ("<p>PM<sub>2.5</sub>&amp;&nbsp;水</p>", ("PM2.5&\xa0水",)),
        ("<p>甲<rp>(</rp>乙</p><hr/>", ("甲乙",)),
        ("<p>甲<sup><a>1</a></sup>乙</p>", ("甲1乙",)),
        ("", ()),
    ],
)
def test_running_text(html: str, running: tuple[str, ...]) -> None:
    assert body_text(html).running == running
    assert not body_text(html).parts


@pytest.mark.parametrize(
    ("html", "part"),
    [
        ("<figure><img/><figcaption>甲</figcaption></figure>", Part("图说", ("甲",))),
        (
            "<aside><p>编者按</p><figure><figcaption>甲</figcaption></figure></aside>",
            Part("方框", ("编者按甲",)),
        ),
        (
            "<table><tr><th>甲</th></tr><tr><td>乙</td><td>丙</td></tr></table>",
            Part("表格", ("甲", "乙丙"), "甲"),
        ),
        ('<div class="footnote"><hr/><ol><li><p>甲</p></li></ol></div>', Part("注释", ("1.甲",))),
    ],
)
def test_parts_apart_from_the_running_text(html: str, part: Part) -> None:
    made = body_text(f"<p>前</p>\n{html}\n<p>后</p>")
    assert made.running == ("前", "后")
    assert made.parts == (part,)


def test_a_reading_stands_apart_even_in_a_box() -> None:
    made = body_text(
        "<p>乔<ruby>翀<rt>chōng</rt></ruby>说</p><aside><ruby>菰<rt>gū</rt></ruby>丛</aside>"
    )
    assert made.running == ("乔翀说",)
    assert made.parts == (Part("注音", ("chōng",)), Part("注音", ("gū",)), Part("方框", ("菰丛",)))


def test_a_bold_line_above_a_table_is_its_caption() -> None:
    made = body_text(
        "<p><strong>表1</strong></p>\n<table><tr><th>甲</th></tr><tr><td>乙</td></tr></table>"
    )
    assert made == BodyText((), (Part("表格", ("表1", "甲", "乙"), "甲"),))
    assert body_text("<p><strong>一</strong></p>\n<p>二</p>").running == ("一", "二")


def test_notes_are_numbered_one_by_one() -> None:
    made = body_text('<div class="footnote"><ol><li>甲</li><li>乙</li></ol></div>')
    assert [part.rows for part in made.parts] == [("1.甲",), ("2.乙",)]


def test_a_picture_without_caption_asks_for_nothing() -> None:
    assert not body_text("<figure><img/></figure>").parts


def test_white_space_and_invisible_characters_do_not_count() -> None:
    assert squeezed(" 王　莹\u200b\xa0PM\u00ad2.5\n\u2060") == "王莹PM2.5"
