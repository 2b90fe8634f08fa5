"""Lean pages show what they showed and hold what they held."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.web.server.finish import finish
from plugins.web.server.lean import SPACE, lean
from tests.web.conftest import Built

#: A line of text ends before and after these.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table tbody td tfoot th "
        "thead tr ul",
    )
)
SHELL = '<!doctype html>\n<html lang="zh-CN">\n<head><title>页</title></head>\n<body>\n{}\n</body></html>'


def shown(html: str) -> str:
    """The text of a page line by line as a browser breaks it by elements, white collapsed (CSS Text 3, 4.1)."""
    text = "".join(_pieces(BeautifulSoup(html, "lxml").body))
    lines = (re.sub(r"[ \t\n\r\f]+", " ", line).strip(" ") for line in text.split("\x00"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Tag | None) -> list[str]:
    assert element is not None
    made: list[str] = []
    for child in element.children:
        if isinstance(child, Tag):
            if child.name in ("script", "style", "svg"):
                continue
            edge = ["\x00"] if child.name in BLOCKS else []
            made += [*edge, *_pieces(child), *edge]
        elif type(child) is NavigableString:
            made.append(str(child))
    return made


def body(html: str) -> str:
    return lean(SHELL.format(html)).partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    "html",
    [
        '<div><a href="x">甲</a> <a href="y">乙</a></div>',
        "<header><span>甲</span>\n  <em>乙</em></header>",
        "<main><label>甲</label> <input> <button>乙</button></main>",
        "<time>甲</time> <b>乙</b>",
        "<nav><a>甲</a> / <a>乙</a></nav>",
        "<div>甲 <b>乙</b> 丙</div>",
        "<div><b>PM</b> 2.5</div>",
        "<p>甲<br> 乙</p>",
        "<p>　　甲　乙\u00a0丙\u2009丁</p>",
        "<pre>\n 甲\n   <b>乙</b>   <b>丙</b>\n</pre>",
        "<p>1 &lt; 2 &amp;amp; 3</p>",
        "<ul><li>甲</li> <li>乙</li></ul>",
        "<p><ruby>翀<rp>（</rp><rt>chōng</rt><rp>）</rp></ruby> 字</p>",
        "<table><tr><td> 甲 </td> <td><b>乙</b> <b>丙</b></td></tr></table>",
        "<dl><dt>甲</dt> <dd><span>乙</span> <span>丙</span></dd></dl>",
    ],
)
def test_the_text_on_the_screen_is_the_same(html: str) -> None:
    assert shown(lean(SHELL.format(html))) == shown(SHELL.format(html))


def test_white_that_nobody_sees_is_gone() -> None:
    assert body("<section>\n  <p>甲</p>\n\n  <p>\n乙</p>\n</section>") == (
        "<section><p>甲</p><p>乙</p></section>"
    )


def test_white_between_elements_of_a_line_is_one_space() -> None:
    assert body("<div><a>甲</a>\n\n  <a>乙</a></div>") == "<div><a>甲</a> <a>乙</a></div>"


@pytest.mark.parametrize(
    "raw",
    [
        '<script type="application/ld+json">{"a": "</b> <b>", \n "c": 1}</script>',
        "<pre><b>甲</b>   <b>乙</b></pre>",
        "<textarea>\n\n甲   乙</textarea>",
    ],
)
def test_what_must_not_be_touched(raw: str) -> None:
    before, after = (BeautifulSoup(text, "lxml") for text in (raw, body(raw)))
    name = raw[1:].partition(" ")[0].partition(">")[0]
    assert before.find(name).decode_contents() == after.find(name).decode_contents()  # type: ignore[union-attr]


def test_an_empty_value_that_says_something_is_kept() -> None:
    kept = body('<input type="radio" name="a" value=""><p lang="">甲 value="" 乙</p>')
    soup = BeautifulSoup(kept, "lxml")
    assert soup.find("input", value="") is not None
    assert soup.p is not None
    assert soup.p["lang"] == ""
    assert soup.p.get_text() == '甲 value="" 乙'


def test_the_early_script_is_as_its_hash_says() -> None:
    script = "<script>try{const a=1   ;  if(a<2){}}catch{}</script>"
    assert script in body(script)


def test_lean_pages_keep_the_rules_of_html() -> None:
    page = lean(SHELL.format('<p class="a" id="甲">甲</p><img src="a b.jpg" alt="">'))
    html5lib.HTMLParser(strict=True).parse(page)
    assert page.startswith("<!doctype html><html lang=zh-CN><head>")


def test_it_is_lean_already() -> None:
    page = lean(SHELL.format("<div><a>甲</a> <a>乙</a></div><p>丙</p>"))
    assert lean(page) == page


def test_every_page_of_the_sample_shows_and_holds_the_same(site: Built) -> None:
    for path in site.pages:
        page = (site.root / path).read_text(encoding="utf-8")
        thin = lean(page)
        assert SPACE not in thin
        assert shown(thin) == shown(page), path
        assert _held(thin) == _held(page), path
        assert len(thin) < len(page)


def _held(html: str) -> list[object]:
    """Every element of a page with its attributes, and what stands in its scripts."""
    soup = BeautifulSoup(html, "lxml")
    viewport = soup.find("meta", {"name": "viewport"})
    if isinstance(viewport, Tag):
        viewport["content"] = str(viewport["content"]).replace(", ", ",")  # a list of its own kind
    scripts = [script.get_text() for script in soup("script")]
    return [[(each.name, sorted(each.attrs.items())) for each in soup(True)], scripts]


def test_finish_leaves_what_it_is_not_asked_for(tmp_path: Path) -> None:
    folder = tmp_path
    page = SHELL.format("<p>甲</p>" * 400)
    (folder / "a.html").write_text(page, encoding="utf-8")
    finish(folder, is_lean=False, is_packed=False)
    assert [file.name for file in folder.iterdir()] == ["a.html"]
    assert (folder / "a.html").read_text(encoding="utf-8") == page
    finish(folder, is_lean=True, is_packed=True)
    assert sorted(file.name for file in folder.iterdir()) == ["a.html", "a.html.br", "a.html.gz"]
    assert len((folder / "a.html").read_text(encoding="utf-8")) < len(page)
