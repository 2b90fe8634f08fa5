"""redirects.toml: what editors write, what is wrong with it, what stands at the old addresses."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup

from plugins.article.finding import Finding
from plugins.issue.editions import archive_for
from plugins.web.addresses import Addresses
from plugins.web.server import redirects
from plugins.web.server.policy import content_policy
from plugins.web.server.redirects import Redirects, path_of
from plugins.web.server.signposts import signposts
from tests.web.conftest import Desk

PUBLIC = frozenset({"2020-02/", "2020-02/yi.html", "2020-02/er.html", "pages/关于本刊.html"})
EVERY = PUBLIC | {"2020-02/mi.html"}


def read(tmp_path: Path, text: str) -> tuple[Redirects, list[Finding]]:
    content = tmp_path / "content"
    content.mkdir(exist_ok=True)
    (content / "redirects.toml").write_text(text, encoding="utf-8")
    return redirects.read(content, EVERY, PUBLIC)


def told(findings: list[Finding]) -> list[tuple[str, int, str]]:
    return [(each.code, each.line, each.level) for each in findings]


def test_no_file_no_redirects(tmp_path: Path) -> None:
    assert redirects.read(tmp_path, EVERY, PUBLIC) == (Redirects(), [])


def test_moved_and_withdrawn(tmp_path: Path) -> None:
    text = """# 换过的网址
"2020-02/old" = "2020-02/yi"
"/2020-02/旧.html" = "pages/关于本刊.md"
"2020-02/qi" = "2020-02/"
"2020-02/che" = ""
"""
    found, findings = read(tmp_path, text)
    assert findings == []
    assert found.moved == {
        "2020-02/old.html": "2020-02/yi.html",
        "2020-02/旧.html": "pages/关于本刊.html",
        "2020-02/qi.html": "2020-02/",
    }
    assert found.gone == {"2020-02/che.html"}
    assert "2020-02/old.html" in found
    assert "2020-02/che.html" in found
    assert "2020-02/yi.html" not in found


def test_a_chain_is_followed_to_its_end(tmp_path: Path) -> None:
    text = """"2020-02/a" = "2020-02/b"
"2020-02/b" = "2020-02/c"
"2020-02/c" = "2020-02/yi"
"2020-02/d" = "2020-02/e"
"2020-02/e" = ""
"""
    found, findings = read(tmp_path, text)
    assert findings == []
    assert set(found.moved.values()) == {"2020-02/yi.html"}
    assert found.gone == {"2020-02/d.html", "2020-02/e.html"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"old" = "2020-02/yi"', [("W140", 1, "error")]),
        ('"2020-02/" = "2020-02/yi"', [("W140", 1, "error")]),
        ('"2020-02/a" = 3', [("W140", 1, "error")]),
        ('"2020-02/a" = ["2020-02/yi"]', [("W140", 1, "error")]),
        ('"2020-02/a" = "https://other.example/"', [("W140", 1, "error")]),
        ('"2020-02/a$b" = ""', [("W140", 1, "error")]),
        ('\n["2020-02"]\na = "b"', [("W140", 2, "error")]),
        ('\n"2020-02/a" = "2020-02/no-such"', [("W141", 2, "error")]),
        ('"2020-02/a" = "2020-02/a"', [("W142", 1, "error")]),
        (
            '"2020-02/a" = "2020-02/b"\n"2020-02/b" = "2020-02/a"',
            [("W142", 1, "error"), ("W142", 2, "error")],
        ),
        ('"2020-02/yi" = "2020-02/er"', [("W143", 1, "error")]),
        ('"2020-02/yi.html" = ""', [("W143", 1, "error")]),
        ('"2020-02/a-b" = ""\n"2020-02/a" = "2020-02/mi"', [("W144", 2, "warning")]),
        ('2020-02/a = ""', [("I201", 1, "error")]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, expected: list[tuple[str, int, str]]
) -> None:
    found, findings = read(tmp_path, text)
    assert told(findings) == expected
    assert findings[0].path == "content/redirects.toml"
    if expected[0][0] in ("W140", "W141", "W142", "I201"):
        assert found.moved == {}


def test_a_withdrawn_article_may_live_on_inside(tmp_path: Path) -> None:
    found, findings = read(tmp_path, '"2020-02/mi" = ""')
    assert findings == []
    assert found.within(PUBLIC).gone == {"2020-02/mi.html"}
    assert found.within(EVERY).gone == frozenset()


def test_the_public_edition_never_names_what_is_not_public(tmp_path: Path) -> None:
    found, _ = read(tmp_path, '"2020-02/a" = "2020-02/mi"\n"2020-02/b" = "2020-02/yi"')
    assert found.within(PUBLIC).moved == {"2020-02/b.html": "2020-02/yi.html"}
    assert found.within(EVERY).moved.keys() == {"2020-02/a.html", "2020-02/b.html"}


def test_for_a_whole_archive(shared_desk: Desk) -> None:
    archive, content = shared_desk.archive(), shared_desk.content
    public = redirects.permanent(archive_for(archive, "public"), content)
    assert public >= {"2020-02/yi-jiang.html", "2020-02/", "pages/关于本刊.html"}
    assert "2020-02/mi-gao.html" not in public
    assert "2020-02/mi-gao.html" in redirects.permanent(archive, content)
    assert redirects.told(archive, content) == (Redirects(), [])


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("2020-03/a", "2020-03/a.html"),
        (" /2020-03/关于.html ", "2020-03/关于.html"),
        ("2020-03/a.md", "2020-03/a.html"),
        ("2020-03/", "2020-03/"),
        ("2020-03", ""),
        ("/", ""),
        ("", ""),
        ("a/b/c", ""),
        ("a/b c", ""),
        ('a/b"c', ""),
        ("//host", ""),
    ],
)
def test_paths(written: str, path: str) -> None:
    assert path_of(written) == path


MOVED = Redirects({"2020-02/旧.html": "pages/关于本刊.html"}, frozenset({"2020-02/che.html"}))


def posts(where: Addresses) -> dict[str, str]:
    made = signposts(
        MOVED, where, name="清江 & 环境", sheet="theme/site.css", policy=content_policy("x")
    )
    return {asset.path: asset.data.decode() for asset in made}


def test_a_signpost_leads_there_in_three_ways() -> None:
    made = posts(Addresses("https://www.example/kan", relative=False))
    assert list(made) == ["2020-02/旧.html"]
    html = made["2020-02/旧.html"]
    html5lib.HTMLParser(strict=True).parse(html)
    page = BeautifulSoup(html, "lxml")
    refresh = page.find("meta", {"http-equiv": "refresh"})
    assert refresh["content"] == "0; url=/kan/pages/关于本刊.html"  # type: ignore[index]
    canonical = page.find("link", rel="canonical")
    assert canonical["href"].startswith("https://www.example/kan/pages/%E5%85%B3")  # type: ignore[index, union-attr]
    assert page.main.a["href"] == "/kan/pages/关于本刊.html"  # type: ignore[union-attr, index]
    assert page.find("meta", {"name": "robots"})["content"] == "noindex"  # type: ignore[index]
    assert page.title.string == "这一页换了网址_清江 & 环境"  # type: ignore[union-attr]
    assert not page.find(style=True)


def test_a_signpost_opens_from_a_folder() -> None:
    html = posts(Addresses("", relative=True))["2020-02/旧.html"]
    assert "url=../pages/关于本刊.html" in html
    assert 'href="../theme/site.css"' in html
