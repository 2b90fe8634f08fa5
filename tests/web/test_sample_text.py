"""The whole sample as the internal edition: every page holds its article's text once, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.article.record import Article
from plugins.issue import archive
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline
from plugins.web.plugin import build

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Article]]:
    folder = tmp_path_factory.mktemp("internal")
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    build(
        loaded,
        ROOT / "content",
        folder / "site",
        edition="internal",
        settings_file=ROOT / "pelicanconf.py",
        cache=ROOT / ".cache",
        quiet=True,
    )
    return folder / "site", [article for issue in loaded.issues for article in issue.articles]


def body_of(page: Path) -> Tag:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    body = soup.select_one(".body")
    assert body is not None, page
    for mark in body.select(".footnote-ref"):  # the number of a note stands in no sentence
        mark.decompose()
    return body


def test_every_article_has_its_page_with_all_its_text(site: tuple[Path, list[Article]]) -> None:
    output, articles = site
    assert len(articles) > 80
    for article in articles:
        page = output / article.issue_key / f"{article.stem}.html"
        text = squeezed(body_of(page).get_text())
        expected = squeezed(article.text)
        assert text.count(expected) == 1, article.path
        added = text.replace(expected, "")
        assert len(added) < 120, (article.path, added)  # addressee and signature, from the fields


def test_headings_are_whole(site: tuple[Path, list[Article]]) -> None:
    output, articles = site
    for article in articles:
        page = (output / article.issue_key / f"{article.stem}.html").read_text(encoding="utf-8")
        text = squeezed(BeautifulSoup(page, "lxml").get_text())
        for words in (article.headline, article.kicker, article.deck, article.standfirst):
            assert squeezed(words) in text, (article.path, words)
        for name in (*article.bylines, *article.contributors, *article.photographers):
            assert squeezed(name) in text, (article.path, name)
