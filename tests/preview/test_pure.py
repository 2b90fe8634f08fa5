"""Injection, addresses, moved manuscripts, mended archives, bursts, words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from watchfiles import Change

from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue.record import Archive, Issue, Publication, Section, SectionName
from plugins.preview import places, telling, watching
from plugins.preview.board import Board, PressState, Snapshot
from plugins.preview.injection import injected
from plugins.preview.mending import mended
from plugins.preview.places import Shown
from plugins.preview.presswork import Leaf, Printed
from plugins.preview.sitework import words

PUBLICATION = Publication(name="清江环境")
WATCHED = watching.Watched(
    Path("/p/content"), Path("/p/theme"), Path("/p/plugins"), Path("/p/conf.py")
)


def finding(path: str, level: str = "error", line: int = 1) -> Finding:
    return Finding(path, line, 1, "A102", level, "不是稿件信息")  # type: ignore[arg-type]


def issue(key: str, **texts: str) -> Issue:
    articles = tuple(
        Article(
            issue_key=key, stem=stem, path=f"{key}/{stem}.md", body="", text=text, headline=text
        )
        for stem, text in texts.items()
    )
    section = Section(SectionName("特别关注", "a"), "page", articles)
    return Issue(
        key=key, number=1, whole_number=1, published=date(2020, 1, 1), publication=PUBLICATION, sections=(section,)
    )  # fmt: skip


@pytest.mark.parametrize("page", [b"<body>a</body></html>", b"<p>a", b"<BODY>a</BODY>", b""])
def test_one_script_goes_in_and_nothing_is_lost(page: bytes) -> None:
    made = injected(page, "r.7")
    at = made.index(b"<script")
    end = made.rindex(b"</script>") + len(b"</script>")
    assert made[:at] + made[end:] == page
    assert b'data-seen="r.7"' in made
    assert b"</body>" not in made[:at].lower()


@pytest.mark.parametrize(
    ("page", "shown", "manuscript"),
    [
        ("2020-03/x.html", Shown("2020-03", "x"), "content/2020-03/x.md"),
        ("2020-03/", Shown("2020-03"), "content/2020-03/issue.toml"),
        ("2020-03/index.html", Shown("2020-03"), "content/2020-03/issue.toml"),
        ("2020-03/x.pdf", Shown(), ""),
        ("2020/", Shown(), ""),
        ("", Shown(), ""),
        ("tag/水/", Shown(), ""),
        ("pages/关于本刊.html", Shown(), "content/pages/关于本刊.md"),
    ],
)
def test_a_page_and_its_manuscript(page: str, shown: Shown, manuscript: str) -> None:
    assert places.shown(page) == shown
    assert places.manuscript(page, "content") == manuscript


def test_a_renamed_manuscript_is_followed_within_and_between_issues() -> None:
    before = places.texts(Archive(PUBLICATION, issues=(issue("2020-03", a="一", b="二", c="三"),)))
    now = (issue("2020-04", b="二"), issue("2020-03", d="一"))
    assert places.moved(before, places.texts(Archive(PUBLICATION, issues=now))) == {
        "2020-03/a.html": "2020-03/d.html",
        "2020-03/b.html": "2020-04/b.html",
    }


def test_a_text_that_stands_twice_is_not_followed() -> None:
    before = places.texts(Archive(PUBLICATION, issues=(issue("2020-03", a="一"),)))
    after = places.texts(Archive(PUBLICATION, issues=(issue("2020-03", b="一", c="一"),)))
    assert places.moved(before, after) == {}


def test_a_copy_is_no_move() -> None:
    before = places.texts(Archive(PUBLICATION, issues=(issue("2020-03", a="一"),)))
    after = places.texts(Archive(PUBLICATION, issues=(issue("2020-03", a="一", b="一"),)))
    assert places.moved(before, after) == {}


def test_a_broken_issue_stays_as_it_was_and_the_others_go_on() -> None:
    good = {"2020-03": issue("2020-03", a="一"), "2020-02": issue("2020-02", a="旧")}
    now = Archive(
        PUBLICATION, issues=(replace(good["2020-03"], number=9), issue("2020-02", a="新"))
    )
    made = mended(
        now, [finding("content/2020-03/a.md"), finding("content/2020-02/a.md", "hint")], good
    )
    assert made is not None
    assert [each.key for each in made.issues] == ["2020-03", "2020-02"]
    assert made.issues[0] is good["2020-03"]
    assert made.issues[1] is now.issues[1]


def test_an_issue_that_cannot_be_read_at_all_comes_back() -> None:
    good = {"2020-03": issue("2020-03", a="一")}
    made = mended(Archive(PUBLICATION), [finding("content/2020-03/issue.toml")], good)
    assert made is not None
    assert made.issues == (good["2020-03"],)


@pytest.mark.parametrize(
    "path", ["content/publication.toml", "content/pages/a.md", "content/2020-04/a.md"]
)
def test_what_all_share_or_was_never_good_cannot_be_mended(path: str) -> None:
    good = {"2020-03": issue("2020-03", a="一")}
    assert mended(Archive(PUBLICATION, issues=tuple(good.values())), [finding(path)], good) is None


def test_sound_is_sound() -> None:
    archive = Archive(PUBLICATION, issues=(issue("2020-03", a="一"),))
    assert mended(archive, [finding("content/x", "warning")], {}) is archive


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("a.md", True),
        ("issue.toml", True),
        ("folios.toml", True),
        ("cover.jpg", True),
        (".a.md.swp", False),
        ("a.md~", False),
        ("a.md.tmp", False),
        ("~$a.docx", False),
        ("4913", False),
        (".folios.toml.x1.new", False),
        ("__pycache__/a.cpython-311.pyc", False),
    ],
)
def test_only_what_an_editor_saves_matters(name: str, matters: bool) -> None:
    assert watching.matters(Change.modified, f"/content/2020-03/{name}") is matters


@pytest.mark.parametrize(
    ("path", "site", "renews_site", "renews_press", "issues", "shared"),
    [
        ("content/2020-03/a.md", True, False, False, {"2020-03"}, False),
        ("content/2020-03", True, False, False, {"2020-03"}, False),
        ("content/2020-03/photos/a.jpg", True, False, False, {"2020-03"}, False),
        ("content/pages/a.md", True, False, False, set(), False),
        ("content/publication.toml", True, False, False, None, True),
        ("content/style/标签词表.toml", True, False, False, None, True),
        ("theme/web/templates/a.html", True, True, False, set(), False),
        ("theme/press/styles/page.css", False, False, True, None, False),
        ("theme/shared/tokens.css", True, True, True, None, False),
        ("theme/preview/bar.js", False, False, False, set(), False),
        ("plugins/web/site.py", True, True, True, None, False),
        ("conf.py", True, True, True, None, False),
    ],
)
def test_whom_a_save_concerns(
    path: str,
    site: bool,
    renews_site: bool,
    renews_press: bool,
    issues: set[str] | None,
    shared: bool,
) -> None:
    made = watching.burst(WATCHED, [Path("/p") / path])
    assert made.paths == (path,)
    assert (made.concerns_site, made.renews_site, made.renews_press) == (
        site,
        renews_site,
        renews_press,
    )
    assert made.issues == issues
    assert made.is_shared is shared


def test_findings_of_the_shown_manuscript_come_first_and_hints_of_others_not_at_all() -> None:
    found = (
        finding("content/2020-03/a.md"),
        finding("content/2020-03/b.md", "hint", 5),
        finding("content/2020-03/c.md", "hint"),
    )
    told = telling.told(
        Board("r"), Snapshot(4, "faulty", findings=found), "2020-03/b.html", "r.0", "content"
    )
    assert [each["place"] for each in told["findings"]] == [
        "content/2020-03/b.md:5",
        "content/2020-03/a.md:1",
    ]
    assert [each["isMine"] for each in told["findings"]] == [True, False]
    assert told["hasErrors"]
    assert told["counts"] == "错误 1　提示 1"
    assert told["mark"] == "r.4"


LEAVES = (
    Leaf(0, "封面", "recto", (), "v"),
    Leaf(1, "1", "verso", ("a",), "v"),
    Leaf(2, "2", "recto", ("a", "b"), "w"),
)


def test_an_article_has_its_own_pages_and_an_issue_all() -> None:
    printed = Printed(Path("x.pdf"), LEAVES, (794, 1123))
    now = Snapshot(press={"2020-03": PressState("fine", at="14:03:07", printed=printed)})
    article = telling.press_told(now, "2020-03/b.html", "content")
    assert [leaf["label"] for leaf in article["leaves"]] == ["第 2 页"]
    assert article["leaves"][0]["small"] == "/__preview/leaf/2020-03/w-2-110.webp"
    assert article["name"] == "第 2 页"
    whole = telling.press_told(now, "2020-03/", "content")
    assert [leaf["label"] for leaf in whole["leaves"]] == ["封面", "第 1 页", "第 2 页"]
    assert whole["name"] == "第 1–2 页"


@pytest.mark.parametrize(
    ("page", "state", "words"),
    [
        ("tag/", PressState(), "这一页没有印刷版面。打开一篇稿件，或一期的目录页。"),
        ("2020-03/a.html", PressState(words="排版 3/17"), "正在排版 排版 3/17……"),
        ("2020-03/a.html", PressState("faulty", "图太高"), "没有排成：图太高"),
        (
            "2020-03/c.html",
            PressState("fine", at="1", printed=Printed(Path("x"), LEAVES)),
            "这一篇没有排进印刷版",
        ),
        (
            "2020-03/a.html",
            PressState("crashed", "错", "14:00:00", printed=Printed(Path("x"), LEAVES)),
            "排版程序出错：错；版面是 14:00:00 的",
        ),
    ],
)
def test_words_of_the_press(page: str, state: PressState, words: str) -> None:
    assert telling.press_told(Snapshot(press={"2020-03": state}), page, "content")["words"] == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (Snapshot(), "正在重做……"),
        (Snapshot(state="fine", at="14:03:07"), "已更新 14:03:07"),
        (
            Snapshot(state="faulty", at="14:03:07", findings=(finding("a"), finding("b", "hint"))),
            "有 1 处错误，页面是 14:03:07 的",
        ),
        (Snapshot(state="faulty", fault="模板"), "没有做成"),
        (Snapshot(state="crashed", fault="错"), "程序出错"),
    ],
)
def test_words_of_the_site(now: Snapshot, words: str) -> None:
    assert telling.site_words(now) == words


def test_a_line_on_the_terminal() -> None:
    assert telling.line("14:03:07", ["a", "b", "c", "d"], "已更新", 0.62) == (
        "14:03:07  a、b、c 等 4 个文件：已更新（0.6 秒）"
    )


def test_faults_that_are_no_manuscripts_have_words() -> None:
    from jinja2 import Environment, TemplateSyntaxError

    with pytest.raises(TemplateSyntaxError) as broken:
        Environment(autoescape=True).from_string("甲\n{% if %}")
    assert words(broken.value).endswith(
        "第 2 行：Expected an expression, got 'end of statement block'"
    )
    assert words(FileNotFoundError(2, "No such file", "a.md")) == "读写 a.md 时出错：No such file"
    assert words(ValueError("x")) == "ValueError：x"
