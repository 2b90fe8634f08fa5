"""The first citation of a document in a body leads to the page of its citations."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plugins.web.indexes.cited_links import with_links

NUMBER, TITLE = "岚环发〔2020〕1号", "岚江保护条例"
PATHS = {NUMBER: "cited/a/", TITLE: "cited/b/"}
PIECES = st.sampled_from(
    [f"《{TITLE}》", NUMBER, "岚环发[2020]第1号", "（", "）", "<p>", "</p>", "&amp;", "<br>", "字", "<b>", "</b>"]
)  # fmt: skip


def linked(html: str, paths: dict[str, str] | None = None) -> str:
    return with_links(html, PATHS if paths is None else paths, lambda path: f"/{path}")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f"<p>按{NUMBER}办</p>", f'<p>按<a class="cites" href="/cited/a/">{NUMBER}</a>办</p>'),
        (f"<p>《{TITLE}》</p>", f'<p><a class="cites" href="/cited/b/">《{TITLE}》</a></p>'),
        ("<p>岚环发[2020]1号</p>", '<p><a class="cites" href="/cited/a/">岚环发[2020]1号</a></p>'),
        (f"<p>R&amp;D，{NUMBER}</p>", f'<p>R&amp;D，<a class="cites" href="/cited/a/">{NUMBER}</a></p>'),
    ],
)  # fmt: skip
def test_a_citation_is_a_link(html: str, found: str) -> None:
    assert linked(html) == found


@pytest.mark.parametrize(
    "html",
    [
        "<p>岚环发〔2020〕2号，《澄河保护条例》</p>",
        f'<p><a href="x">{NUMBER}</a></p>',
        f'<h2 id="k-1">{NUMBER}</h2>',
        f'<p><b class="head level-2" id="k-1">{NUMBER}</b>文。</p>',
        f'<p><img src="a.jpg" alt="{NUMBER}"></p>',
        "<p>a &lt; b &quot;c&quot;</p>",
    ],
)
def test_all_else_is_left_alone(html: str) -> None:
    assert linked(html) == html


def test_only_the_first_citation_is_a_link() -> None:
    html = linked(f"<p>{NUMBER}、{NUMBER}</p><p>{NUMBER}</p>")
    assert html.count("<a ") == 1
    assert html.startswith("<p><a ")


def test_a_title_and_its_number_are_one_link() -> None:
    html = linked(f"<p>《{TITLE}》（{NUMBER}）</p>", {NUMBER: "cited/a/", TITLE: "cited/a/"})
    assert html == f'<p><a class="cites" href="/cited/a/">《{TITLE}》</a>（{NUMBER}）</p>'


@given(st.lists(PIECES, max_size=16).map("".join))
def test_words_stay_as_they_are(html: str) -> None:
    def words(source: str) -> str:
        return BeautifulSoup(source, "lxml").get_text()

    assert words(linked(html)) == words(html)
    assert linked(html, {}) == html
