from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article import frontmatter
from plugins.article.finding import Finding
from plugins.article.kinds import Kind
from plugins.article.record import FIELDS, FrontMatter
from plugins.article.review import Review

#: Every key of the contract → (a value as typed, the field, the value read).
EVERY: dict[str, tuple[str, str, Any]] = {
    "标题": ("统筹抓好　攻坚战", "headline", "统筹抓好 攻坚战"),
    "引题": ("某市长强调：", "kicker", "某市长强调："),
    "副题": ("某局侧记", "deck", "某局侧记"),
    "体裁": ("公文", "kind", Kind.OFFICIAL),
    "作者": ("张三 王　五", "bylines", ("张三", "王五")),
    "供稿": ("某市局、某县局", "contributors", ("某市局", "某县局")),
    "来源": ("新华社", "source", "新华社"),
    "摄影": ("王五", "photographers", ("王五",)),
    "责编": ("方一", "responsible_editors", ("方一",)),
    "提要": ("三句话。", "standfirst", "三句话。"),
    "标签": ("大气, 水", "own_tags", ("大气", "水")),
    "日期": ("2020年3月8日", "web_date", date(2020, 3, 8)),
    "公开": ("是", "public", True),
    "发文机关": ("某省厅", "issuing_body", "某省厅"),
    "发文字号": ("桂环函〔2020〕260号", "document_number", "桂环函〔2020〕260号"),
    "主送": ("各市局", "addressee", "各市局"),
    "成文日期": ("2020-03-01", "signed_on", date(2020, 3, 1)),
    "签发": ("李四", "signed_by", "李四"),
    "公开属性": ("主动公开", "disclosure", "主动公开"),
    "份号": ("000012", "copy_number", "000012"),
    "密级": ("机密★1年", "secrecy", "机密★1年"),
    "紧急程度": ("特急", "urgency", "特急"),
    "抄送": ("省委办公厅，省直有关单位", "copied_to", "省委办公厅，省直有关单位"),
    "印发机关": ("某省厅办公室", "printed_by", "某省厅办公室"),
    "印发日期": ("2020年3月6日", "printed_on", date(2020, 3, 6)),
    "初审": ("王某 2020-03-02", "first_review", Review(("王某",), date(2020, 3, 2))),
    "复审": (
        "李某、张某 2020年3月3日",
        "second_review",
        Review(("李某", "张某"), date(2020, 3, 3)),
    ),
    "终审": ("赵某 2020/3/5", "final_review", Review(("赵某",), date(2020, 3, 5))),
}
#: Keys behind which not every text is right.
CHOSEN = {
    "公开属性": "主动公开",
    "密级": "秘密",
    "紧急程度": "加急",
    **dict.fromkeys(("初审", "复审", "终审"), "王某 2020-03-02"),
}


def front(lines: str) -> tuple[FrontMatter, list[Finding]]:
    parsed = frontmatter.parse(f"---\n标题: 甲\n{lines}\n---\n正文", "a.md")
    return parsed.front, list(parsed.findings)


def only(text: str) -> Finding:
    (finding,) = frontmatter.parse(text, "a.md").findings
    assert finding.path == "a.md"
    assert finding.level == "error"
    return finding


def test_the_table_below_has_every_key_of_the_contract() -> None:
    assert set(EVERY) == set(FIELDS)


@pytest.mark.parametrize("key", EVERY)
def test_every_key(key: str) -> None:
    typed, name, read = EVERY[key]
    lines = {"标题": "甲"} | {key: typed}
    text = "".join(f"{word}: {value}\n" for word, value in lines.items())
    parsed = frontmatter.parse(f"---\n{text}---\n", "a.md")
    assert parsed.findings == ()
    assert getattr(parsed.front, name) == read


def test_all_keys_together() -> None:
    """All but 密级, which forbids 公开."""
    every = {key: values for key, values in EVERY.items() if key != "密级"}
    text = "".join(f"{key}：{typed}\n" for key, (typed, _, _) in every.items())
    parsed = frontmatter.parse(f"---\n{text}---\n正文", "a.md")
    assert parsed.findings == ()
    assert {name: getattr(parsed.front, name) for _, name, _ in every.values()} == {
        name: read for _, name, read in every.values()
    }


def test_defaults() -> None:
    made, findings = front("")
    assert findings == []
    assert made == FrontMatter(headline="甲")
    assert made.kind is Kind.NEWS
    assert made.public is False


WRITTEN = st.lists(
    st.tuples(
        st.sampled_from([key for key in FIELDS if FIELDS[key].default == ""]),
        st.text(alphabet="治理污染：:，。、A1—", min_size=1).filter(lambda v: v.strip(":：")),
    ),
    unique_by=lambda pair: pair[0],
)
COLON = st.tuples(
    st.sampled_from(["", " ", "　"]),
    st.sampled_from([":", "："]),
    st.sampled_from(["", " ", "　 "]),
).map("".join)


@given(WRITTEN, COLON, st.sampled_from(["", " ", "　"]))
def test_whatever_the_colon_what_was_written_is_read(
    pairs: list[tuple[str, str]], colon: str, indent: str
) -> None:
    written = {"标题": "甲"} | dict(pairs)
    written |= {key: value for key, value in CHOSEN.items() if key in written}
    lines = "".join(f"{key}{colon}{value}\n" for key, value in written.items())
    parsed = frontmatter.parse(f"---\n{lines}---\n", "a.md")
    assert parsed.findings == ()
    for key, value in written.items():
        assert getattr(parsed.front, FIELDS[key].name) == value


@given(st.text())
def test_any_text_is_taken_apart(text: str) -> None:
    parsed = frontmatter.parse(text, "a.md")
    assert parsed.front.headline or parsed.findings


@given(
    st.lists(st.sampled_from(["标题", "公开", "：", ":", " ", "　", "\n", "甲", "---", "#", '"']))
)
def test_any_front_matter_is_taken_apart(bits: list[str]) -> None:
    text = "---\n" + "".join(bits) + "\n---\n"
    parsed = frontmatter.parse(text, "a.md")
    assert all(1 <= found.line <= text.count("\n") + 1 for found in parsed.findings)


@given(st.text(alphabet="治理。\n #-："))
def test_the_body_is_left_alone(body: str) -> None:
    parsed = frontmatter.parse(f"---\n标题: 甲\n---\n{body}", "a.md")
    assert (parsed.body, parsed.body_line) == (body, 4)


@pytest.mark.parametrize("fence", ["---", "-----", "——", "————", "--- ", "---　"])
def test_fences(fence: str) -> None:
    parsed = frontmatter.parse(f"{fence}\n标题: 甲\n{fence}\n正文", "a.md")
    assert (parsed.front.headline, parsed.body) == ("甲", "正文")


def test_blank_lines_before_and_inside_and_remarks() -> None:
    parsed = frontmatter.parse("\n\n---\n\n标题: 甲\n# 备注\n\n公开: 是\n---\n正文", "a.md")
    assert parsed.findings == ()
    assert (parsed.front.headline, parsed.front.public, parsed.body_line) == ("甲", True, 10)


def test_an_indented_line_goes_on() -> None:
    made, findings = front("提要: 第一句。\n　　第二句：有冒号。")
    assert findings == []
    assert made.standfirst == "第一句。 第二句：有冒号。"


def test_an_indented_key_is_a_key() -> None:
    made, _ = front("提要: 第一句。\n  作者: 张三")
    assert (made.standfirst, made.bylines) == ("第一句。", ("张三",))


@pytest.mark.parametrize(
    ("typed", "read"), [('"甲"', "甲"), ("'甲'", "甲"), ('"甲', '"甲'), ("“甲”", "“甲”")]
)
def test_quotes_of_other_systems_are_dropped(typed: str, read: str) -> None:
    assert front(f"引题: {typed}")[0].kicker == read


def test_an_empty_value_is_no_value() -> None:
    made, findings = front("作者:\n公开:\n体裁：")
    assert findings == []
    assert (made.bylines, made.public, made.kind) == ((), False, Kind.NEWS)


def test_unknown_key() -> None:
    finding = only("---\n标题: 甲\n作著: 张三\n---\n")
    assert (finding.line, finding.column, finding.code) == (3, 1, "A102")
    assert "“作著：张三”不是稿件信息" in finding.message
    assert "是不是“作者”？" in finding.message
    assert all(key in finding.message for key in FIELDS)


@pytest.mark.parametrize("key", ["status", "slug", "url", "save_as", "template", "lang", "标签x"])
def test_no_key_but_ours_is_known(key: str) -> None:
    """Pelican's magic names would change the page."""
    assert only(f"---\n标题: 甲\n{key}: 乙\n---\n").code == "A102"


@pytest.mark.parametrize("text", ["", "\n\n", "   \n　"])
def test_empty(text: str) -> None:
    finding = only(text)
    assert (finding.line, finding.code) == (1, "A101")
    assert "空" in finding.message
    assert "首部" in finding.message


def test_no_headline() -> None:
    finding = only("\n---\n作者: 张三\n---\n")
    assert (finding.line, finding.code) == (2, "A103")
    assert "标题: ……" in finding.message


def test_a_headline_without_words_is_none() -> None:
    assert only("---\n标题:\n---\n").code == "A103"


@pytest.mark.parametrize(
    ("text", "words"),
    [("标题: 甲\n正文", "没有首部"), ("---\n标题: 甲\n正文", "首部没有结束"), ("# 甲", "没有首部")],
)
def test_no_front_matter(text: str, words: str) -> None:
    finding = only(text)
    assert (finding.line, finding.code) == (1, "A105")
    assert words in finding.message
    assert "---" in finding.message


def test_a_line_without_colon() -> None:
    finding = only("---\n标题: 甲\n作者 张三\n---\n")
    assert (finding.line, finding.code) == (3, "A106")
    assert "“作者 张三”" in finding.message
    assert "键: 值" in finding.message


def test_a_key_twice() -> None:
    finding = only("---\n标题: 甲\n作者: 张三\n作者: 李四\n---\n")
    assert (finding.line, finding.code) == (4, "A107")
    assert "“作者”" in finding.message
    assert "第 3 行" in finding.message


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("体裁: 社论", "社论"),
        ("日期: 明天", "明天"),
        ("公开: 也许", "也许"),
        ("公开属性: 公开", "公开"),
        ("密级: 无", "无"),
        ("紧急程度: 急", "急"),
        ("印发日期: 昨天", "昨天"),
    ],
)
def test_a_wrong_value(line: str, word: str) -> None:
    finding = only(f"---\n标题: 甲\n{line}\n---\n")
    assert (finding.line, finding.code) == (3, "A108")
    assert f"“{word}”" in finding.message


def test_every_fault_is_told_at_once() -> None:
    parsed = frontmatter.parse("---\n作著: 甲\n无冒号\n体裁: 社论\n---\n", "a.md")
    assert sorted(found.code for found in parsed.findings) == ["A102", "A103", "A106", "A108"]


@pytest.mark.parametrize("secrecy", ["秘密", "机密★1年", "绝密★30年"])
@pytest.mark.parametrize("yes", ["是", "公开", "yes"])
@pytest.mark.parametrize("kind", ["公文", "消息"])
def test_what_is_secret_is_never_public(secrecy: str, yes: str, kind: str) -> None:
    finding = only(f"---\n标题: 甲\n密级: {secrecy}\n体裁: {kind}\n公开: {yes}\n---\n")
    assert (finding.line, finding.code) == (5, "A120")
    assert f"“{secrecy}”" in finding.message
    assert "公开: 否" in finding.message


@pytest.mark.parametrize("line", ["公开: 否", "公开:", ""])
def test_what_is_secret_may_stay_within(line: str) -> None:
    made, findings = front(f"密级: 机密★1年\n{line}")
    assert findings == []
    assert (made.secrecy, made.public) == ("机密★1年", False)


@pytest.mark.parametrize("line", ["密级:", "# 密级: 机密", ""])
def test_what_names_no_secrecy_may_be_public(line: str) -> None:
    made, findings = front(f"公开: 是\n{line}")
    assert findings == []
    assert (made.secrecy, made.public) == ("", True)


@pytest.mark.parametrize("line", ["密级: 内部", "密 级: 机密", "密级: 机密1年", "机密: 是"])
def test_a_public_text_whose_secrecy_is_written_wrong_is_stopped_too(line: str) -> None:
    _, findings = front(f"公开: 是\n{line}")
    assert [finding.level for finding in findings] == ["error"]
