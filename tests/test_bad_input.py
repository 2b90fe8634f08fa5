"""Bad input: each fault gets a Chinese message with file, line, the words in question and what to
do; exit status 1; nothing lost; the last good output untouched. Through the door editors use.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.desk import Desk
from tests.office import Office

ISSUE = "content/2020-03/issue.toml"
A = "content/2020-03/a.md"
#: No press face has it: a character for private use.
NOBODYS = "\ue5e5"
LONG = 60_000
MANY = 200


class Fault(NamedTuple):
    """How to spoil a sound folder; where the finding must stand; what it must say."""

    name: str
    spoil: Callable[[Desk], object]
    code: str
    place: str
    words: tuple[str, ...]


def edit(path: str, old: str, new: str) -> Callable[[Desk], object]:
    """Replace words of a file, as an editor would."""

    def spoil(desk: Desk) -> object:
        text = (desk.content / path).read_text(encoding="utf-8")
        assert text.count(old) >= 1
        return desk.write(path, text.replace(old, new, 1))

    return spoil


def put(path: str, data: str | bytes) -> Callable[[Desk], object]:
    return lambda desk: desk.write(path, data)


def plan(old: str, new: str) -> Callable[[Desk], object]:
    return edit("2020-03/issue.toml", old, new)


def copy(old: str, new: str) -> Callable[[Desk], object]:
    return edit("2020-03/a.md", old, new)


FAULTS = [
    Fault(
        "unknown key",
        copy("作者: 张三", "作著: 张三"),
        "A102",
        f"{A}:3:1",
        ("“作著：张三”", "是不是“作者”", "可用的有：标题"),
    ),
    Fault("no headline", copy("标题: 甲题\n", ""), "A103", f"{A}:1:1", ("标题", "请在首部写一行")),
    Fault(
        "syntax error in issue.toml",
        plan("number = 3", "number = “3”"),
        "I201",
        f"{ISSUE}:1:10",
        ("“number = “3””", "英文引号"),
    ),
    Fault(
        "unknown key in issue.toml",
        plan("\n[cover]", "printrun = 9\n\n[cover]"),
        "I202",
        f"{ISSUE}:4:1",
        ("“printrun”", "是不是“print_run”", "可用的有"),
    ),
    Fault(
        "stem without file",
        plan('"b"', '"b", "c"'),
        "I205",
        f"{ISSUE}:14:18",
        ("“c.md”", "请核对文件名，或从 articles 里删去"),
    ),
    Fault(
        "listed twice in two sections",
        plan('"b"', '"b", "a"'),
        "I208",
        f"{ISSUE}:14:18",
        ("“a”", "“特别关注”", "只能排一次，请留一处"),
    ),
    Fault(
        "listed twice in one section",
        plan('"b"', '"b",\n  "b"'),
        "I208",
        f"{ISSUE}:15:3",
        ("“b”", "“环境资讯”", "只能排一次，请留一处"),
    ),
    Fault(
        "section not registered",
        plan('"环境资讯"', '"环境咨询"'),
        "I207",
        f"{ISSUE}:13:9",
        ("“环境咨询”", "sections.toml", "slug"),
    ),
    Fault(
        "a day in quotes",
        plan("2020-03-20", '"2020-03-20"'),
        "I204",
        f"{ISSUE}:3:1",
        ("“2020-03-20”", "不加引号"),
    ),
    Fault(
        "a day in Chinese",
        plan("2020-03-20", "2020年3月20日"),
        "I201",
        f"{ISSUE}:3:17",
        ("published = 2020年3月20日", "写成 2020-03-20"),
    ),
    Fault(
        "a day that is none",
        plan("2020-03-20", "2020-02-30"),
        "I201",
        f"{ISSUE}:3:13",
        ("2020-02-30", "这一天", "请核对"),
    ),
    Fault(
        "a number that breaks the series",
        plan("243", "245"),
        "I216",
        f"{ISSUE}:2:1",
        ("总期号 245", "2020-02", "242", "请核对"),
    ),
    Fault(
        "a missing picture",
        copy("photos/a.jpg", "photos/甲.jpg"),
        "A112",
        f"{A}:9:6",
        ("“photos/甲.jpg”", "请核对文件名"),
    ),
    Fault(
        "a broken picture",
        put("2020-03/photos/a.jpg", b"\xff\xd8\xff\xe0"),
        "A113",
        f"{A}:9:6",
        ("“photos/a.jpg”", "请重新取得原图"),
    ),
    Fault(
        "a missing cover",
        plan("photos/cover.jpg", "photos/c.jpg"),
        "I210",
        f"{ISSUE}:6:10",
        ("“photos/c.jpg”", "请核对文件名"),
    ),
    Fault(
        "a picture from the net",
        copy("photos/a.jpg", "https://e.invalid/a.jpg"),
        "A114",
        f"{A}:9:6",
        ("“https://e.invalid/a.jpg”", "请放进本期的 photos"),
    ),
    Fault(
        "a secret text made public",
        copy("公开: 是", "密级: 机密★1年\n公开: 是"),
        "A120",
        f"{A}:5:1",
        ("“机密★1年”", "不得公开", "请改为“公开: 否”"),
    ),
    Fault("an empty file", put("2020-03/a.md", ""), "A101", f"{A}:1:1", ("空", "请写上首部")),
    Fault(
        "no text",
        put("2020-03/a.md", b"PK\x03\x04\x14\x00"),
        "A104",
        A,
        ("不是文本文件", "另存为 UTF-8"),
    ),
    Fault(
        "issue.toml is no text",
        put("2020-03/issue.toml", b"\x00\x01"),
        "I201",
        ISSUE,
        ("不是文本文件", "另存为 UTF-8"),
    ),
    Fault(
        "an empty issue.toml",
        put("2020-03/issue.toml", ""),
        "I203",
        ISSUE,
        ("空", "请至少写 number"),
    ),
    Fault(
        "no issue.toml",
        lambda desk: (desk.content / "2020-03/issue.toml").unlink(),
        "I203",
        ISSUE,
        ("没有 issue.toml", "请照 inv 建期"),
    ),
    Fault(
        "two stems but for case",
        put("2020-03/B.md", "---\n标题: 丙\n---\n丙。"),
        "I214",
        "content/2020-03/b.md",
        ("“B.md”", "只差大小写", "请改名"),
    ),
    Fault(
        "a heading level jump",
        copy("## 一节", "#### 一节"),
        "A111",
        f"{A}:11:1",
        ("“一节”", "请改为“##”"),
    ),
    Fault(
        "a heading too high",
        copy("## 一节", "# 一节"),
        "A111",
        f"{A}:11:1",
        ("“一节”", "请从“##”起"),
    ),
    Fault(
        "a link to an article that does not exist",
        copy("(b.md)", "(none.md)"),
        "I221",
        f"{A}:13:5",
        ("2020-03/none.md", "请核对文件名"),
    ),
    Fault(
        "a link to an issue that does not exist",
        copy("(b.md)", "(../2019-03/b.md)"),
        "I221",
        f"{A}:13:5",
        ("2019-03/b.md", "请核对文件名"),
    ),
    Fault(
        "a link to held copy",
        lambda desk: (desk.article("2020-03/held"), copy("(b.md)", "(held.md)")(desk)),
        "I221",
        f"{A}:13:5",
        ("2020-03/held.md", "没有排进那一期"),
    ),
    Fault(
        "no link at all",
        copy("(b.md)", "(乙稿)"),
        "A115",
        f"{A}:13:5",
        ("“乙稿”", "请写成“文件名.md”"),
    ),
]
ALL = pytest.mark.parametrize(
    "fault", FAULTS, ids=[fault.name.replace(" ", "-") for fault in FAULTS]
)


def sound(desk: Desk) -> None:
    """Two issues in which nothing is wrong."""
    for name in ("a", "cover"):
        desk.picture(f"2020-03/photos/{name}.jpg", (40, 30))
    desk.write("publication.toml", 'name = "测试环境"\nsite_address = "https://example.invalid"\n')
    desk.write(
        "2020-03/a.md",
        "---\n标题: 甲题\n作者: 张三\n公开: 是\n---\n\n　　第一段。\n\n![图一](photos/a.jpg)\n\n"
        "## 一节\n\n见[乙](b.md)。\n",
    )
    desk.article("2020-03/b", 标题="乙题")
    desk.write(
        "2020-03/issue.toml",
        "number = 3\nwhole_number = 243\npublished = 2020-03-20\n\n"
        '[cover]\nimage = "photos/cover.jpg"\nlines = ["甲题"]\n\n'
        '[[sections]]\nname = "特别关注"\narticles = ["a"]\n'
        '[[sections]]\nname = "环境资讯"\narticles = ["b"]\n',
    )
    desk.article("2020-02/a")
    desk.issue("2020-02", {"特别关注": ["a"]})


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "office")
    sound(made.desk)
    return made


def test_the_folder_that_is_spoilt_is_sound(office: Office) -> None:
    assert office.desk.load()[1] == []


@ALL
def test_the_finding(office: Office, fault: Fault) -> None:
    """One mistake, one message, in the right place: an editor mends it once."""
    fault.spoil(office.desk)
    wrong = [each for each in office.desk.load()[1] if each.level == "error"]
    assert [each.code for each in wrong] == [fault.code], [str(each) for each in wrong]
    assert str(wrong[0]).split("  ")[0] == fault.place
    assert all(word in wrong[0].message for word in fault.words), wrong[0].message


@ALL
def test_the_editor_is_told_and_nothing_is_touched(
    office: Office, fault: Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    fault.spoil(office.desk)
    before = office.last_good_output()
    answer = office.call(capsys, "publish")
    assert answer.status == 1
    assert f"错误  {fault.place}  {fault.code}  " in answer.words
    assert "没有改动" in answer.words
    assert office.files("output", "dist", "content") == before


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("review", {"issue": "全部"}),
        ("press", {"issue": "2020-03"}),
        ("press", {"issue": "最新"}),
        ("official", {"which": "2020-03"}),
        ("publish", {"internal": True}),
        ("build", {}),
        ("new", {"issue": "2020-04"}),
    ],
)
def test_every_command_says_so_and_stops(
    office: Office, task: str, words: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    copy("作者: 张三", "作著: 张三")(office.desk)
    before = office.last_good_output()
    answer = office.call(capsys, task, **words)
    assert answer.status == 1
    assert f"错误  {A}:3:1  A102  “作著：张三”" in answer.words
    assert office.files("output", "dist", "content") == before


def test_an_issue_is_pressed_though_another_is_spoilt(office: Office) -> None:
    from plugins.article.finding import errors
    from plugins.issue import report

    edit("2020-02/a.md", "标题: ", "标提: ")(office.desk)
    findings = office.desk.load()[1]
    assert errors(findings)
    assert not errors(report.concerning(findings, "2020-03"))


def test_an_article_without_a_word_on_publication(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    copy("公开: 是\n", "")(office.desk)
    office.desk.write("2020-03/b.md", "---\n标题: 乙题\n公开: 是\n---\n\n乙。\n")
    (found,) = office.desk.findings("I215")
    assert (found.path, found.level) == (A, "hint")
    assert "公开: 是" in found.message


def test_a_picture_copied_by_halves(office: Office) -> None:
    file = office.desk.picture("2020-03/photos/a.jpg", (400, 300))
    file.write_bytes(file.read_bytes()[:-200])
    (found,) = office.desk.findings("A113")
    assert found.line == 9
    assert "不完整" in found.message


def test_every_fault_of_a_folder_is_told_at_once(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    copy("作者", "作著")(office.desk)
    plan('"b"', '"c"')(office.desk)
    answer = office.call(capsys, "publish")
    assert answer.status == 1
    assert {"A102", "I205"} <= set(re.findall(r"[AI]\d{3}", answer.words))


def test_an_issue_that_is_not_there(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    before = office.last_good_output()
    answer = office.call(capsys, "press", issue="2020-09")
    assert answer.status == 1
    assert "I220" in answer.words
    assert "2020-03、2020-02" in answer.words
    assert office.files("output", "dist", "content") == before


@pytest.mark.parametrize(
    ("which", "code", "words"),
    [
        ("2020-03", "I223", "没有体裁是公文的稿件"),
        ("2020-03/a", "I223", "没有体裁是公文的稿件"),
        ("2020-02/c", "I223", "没有公文“c”，现有：b"),
        ("2020-09/a", "I220", "2020-03、2020-02"),
    ],
)
def test_a_policy_text_that_is_not_there(
    office: Office, capsys: pytest.CaptureFixture[str], which: str, code: str, words: str
) -> None:
    office.desk.article("2020-02/b", 体裁="公文")
    office.desk.issue("2020-02", {"特别关注": ["a", "b"]})
    before = office.last_good_output()
    answer = office.call(capsys, "official", which=which)
    assert answer.status == 1
    assert code in answer.words
    assert words in answer.words
    assert office.files("output", "dist", "content") == before


def test_a_new_issue_over_an_old_one(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    before = office.last_good_output()
    answer = office.call(capsys, "new", issue="2020-03")
    assert (answer.status, "I219" in answer.words) == (1, True)
    assert office.files("output", "dist", "content") == before


def test_a_new_issue(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    answer = office.call(capsys, "new", issue="2020-04")
    assert answer.status == 0
    assert "content/2020-04/issue.toml" in answer.words
    assert [each.level for each in office.desk.load()[1]] == []


@pytest.mark.slow
def test_the_command_line_itself(office: Office) -> None:
    copy("作者: 张三", "作著: 张三")(office.desk)
    before = office.last_good_output()
    answer = office.invoke("查稿", "2020-03")
    assert answer.status == 1
    assert f"错误  {A}:3:1  A102  “作著：张三”不是稿件信息。" in answer.words
    assert "Traceback" not in answer.words
    assert office.files("output", "dist", "content") == before


@pytest.mark.slow
def test_the_public_site_lacks_what_is_not_public_and_is_built(office: Office) -> None:
    edit("2020-03/b.md", "公开: 是\n", "")(office.desk)
    copy("见[乙](b.md)。", "完。")(office.desk)
    answer = office.invoke("发布")
    assert answer.status == 0, answer.words
    assert (office.root / "output/2020-03/a.html").is_file()
    assert not (office.root / "output/2020-03/b.html").exists()
    site = [
        path
        for path in (office.root / "output").rglob("*")
        if path.suffix in (".html", ".xml", ".json")
    ]
    assert site
    assert not [path for path in site if "乙题" in path.read_text(encoding="utf-8")]


@pytest.mark.slow
def test_a_failed_build_leaves_the_site_of_yesterday(office: Office) -> None:
    assert office.invoke("发布").status == 0
    before = office.files("output")
    assert len(before) > 5
    copy("## 一节", "#### 一节")(office.desk)
    answer = office.invoke("发布")
    assert answer.status == 1
    assert f"{A}:11:1  A111" in answer.words
    assert office.files("output") == before


@pytest.mark.press
def test_a_character_no_font_has(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    copy("第一段。", f"第一段有{NOBODYS}字。")(office.desk)
    before = office.last_good_output()
    for task in ("press", "review"):
        answer = office.call(capsys, task, issue="2020-03")
        assert answer.status == 1
        assert f"错误  {A}:7:7  R301  “{NOBODYS}”（U+E5E5）" in answer.words
        assert "请核对是否打错，或换用通行字" in answer.words
    assert office.files("output", "dist", "content") == before


def long_text(length: int) -> str:
    """A body of about ``length`` characters: paragraphs, headings, a list, formulas."""
    parts = [
        f"## 第{n}节\n\n　　{'治理PM2.5，浓度35μg/m3。' * 20}\n　　{'水清岸绿。' * 40}\n"
        for n in range(999)
    ]
    made = ""
    for part in parts:
        if len(made) >= length:
            break
        made += part
    return made


@pytest.fixture
def long(office: Office) -> Office:
    """An office with an article of 60,000 characters."""
    office.desk.article("2020-03/b", long_text(LONG), 标题="长文")
    return office


@pytest.fixture
def many(office: Office) -> Office:
    """An office with an issue of 200 articles."""
    stems = [f"s{n:03}" for n in range(MANY)]
    for stem in stems:
        office.desk.article(
            f"2020-03/{stem}", f"{stem}{'全市水质持续向好。' * 30}\n", 标题=f"短讯{stem}"
        )
    office.desk.issue("2020-03", {"环境资讯": stems})
    for name in ("a.md", "b.md"):
        (office.desk.content / "2020-03" / name).unlink()
    return office


@pytest.mark.slow
def test_a_long_article_is_loaded(long: Office) -> None:
    start = time.perf_counter()
    archive = long.desk.archive()
    assert time.perf_counter() - start < 10
    article = archive.issues[0].articles[1]
    assert article.length > LONG * 0.9
    assert len(article.outline) > 100


@pytest.mark.slow
def test_many_articles_are_loaded(many: Office) -> None:
    start = time.perf_counter()
    archive = many.desk.archive()
    assert time.perf_counter() - start < 10
    assert len(archive.issues[0].articles) == MANY


@pytest.mark.slow
@pytest.mark.press
@pytest.mark.parametrize("which", ["long", "many"])
def test_it_is_pressed_and_published(which: str, request: pytest.FixtureRequest) -> None:
    office: Office = request.getfixturevalue(which)
    answer = office.invoke("付印", "2020-03")
    coarse = which == "long"
    assert answer.status == int(coarse), answer.words
    for words in ("R323", "没有写交印厂的文件夹"):
        assert (words in answer.words) == coarse
    assert "Traceback" not in answer.words
    assert (office.root / "dist/2020-03/2020-03.pdf").stat().st_size > 10_000
    answer = office.invoke("付印", "2020-03", "--anyway")
    assert answer.status == 0, answer.words
    assert (office.root / "dist/2020-03/付印/2020-03-内页.pdf").stat().st_size > 10_000
    answer = office.invoke("出刊")
    assert answer.status == 0, answer.words
    pages = list((office.root / "output/2020-03").glob("*.html"))
    assert len(pages) >= (MANY if which == "many" else 2)
