"""Where on a web page the article stands, its headline, and the line with day and source. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from plugins.intake.draft import Paragraph, Run

SPACE = re.compile(r"[ \t\r\n]+")
#: Between a headline and the name of the site, in the title of a page.
TITLE_JOINTS = re.compile(r"\s*[_|｜]+\s*|\s+[-—–]+\s*|[-—–]+\s+|--+")
#: A headline has at least so many characters.
SHORTEST = 5
#: Where the content managers of government sites put an article.
HOMES = (
    "#UCAP-CONTENT", "#zoom", "#Zoom", ".TRS_Editor", ".trs_editor_view", ".Custom_UnionStyle",
    "#js_content", ".article-content", ".article_content", "#article", "article", "main",
)  # fmt: skip
ENOUGH = 100
#: The share of the running text that the element with the article has of the one around it.
MOST_SHARE = 0.8
#: No article is looked for below these, unless they lay out the page.
INNERMOST = frozenset({"p", "tr", "td", "table"})


def holds_all(element: Tag, soup: BeautifulSoup) -> bool:
    """Whether an element that hides itself has the whole article: some pages show theirs by a script."""
    return 2 * _richness(element) > _richness(soup)


def head(soup: BeautifulSoup) -> Tag | None:
    """What shows the headline: the one h1, else what repeats a part of the page's title."""
    heads = [each for each in soup.find_all("h1") if each.get_text(strip=True)]
    if len(heads) == 1 and isinstance(heads[0], Tag):
        return heads[0]
    title = soup.title.get_text() if soup.title else ""
    parts = (SPACE.sub("", part) for part in TITLE_JOINTS.split(title))
    wanted = sorted((each for each in parts if len(each) >= SHORTEST), key=len, reverse=True)
    shown = soup.body.find_all(string=True) if soup.body and wanted else []
    places = (each for part in wanted for each in shown if SPACE.sub("", each) == part)
    found = (each.parent for each in places if each.find_parent("a") is None)
    return next((each for each in found if isinstance(each, Tag)), None)


def home(soup: BeautifulSoup) -> Tag | None:
    """The element that holds the article: a known one, else the smallest with most of the running text."""
    for selector in HOMES:
        found = [each for each in soup.select(selector) if len(each.get_text(strip=True)) > ENOUGH]
        if len(found) == 1:
            return found[0]
    place: Tag | None = soup.body
    richness = _richness(place) if place is not None else 0
    while place is not None:
        inner = [(_richness(each), each) for each in place.children if isinstance(each, Tag)]
        most, each = max(inner, key=lambda pair: pair[0], default=(0, place))
        is_leaf = each.name in INNERMOST and not _lays_out(each)
        if each is place or is_leaf or most < MOST_SHARE * richness:
            break
        place, richness = each, most
    return place


def _lays_out(element: Tag) -> bool:
    return element.name != "p" and len(element.find_all("p")) > 1


def _richness(element: Tag | BeautifulSoup) -> int:
    """How much running text an element holds: words of links do not count, marks of sentences count much."""
    text = element.get_text()
    linked = sum(len(each.get_text()) for each in element.find_all("a"))
    return max(len(text) - 2 * linked, 0) + 20 * len(re.findall(r"[，。；,]", text))


def before(headline: Tag, article: Tag | None) -> Iterator[Paragraph]:
    """The short line with day and source that stands between the headline and the article."""
    for each in headline.find_all_next(string=True):
        if article is not None and article in each.parents:
            return
        words = SPACE.sub(
            " ", each.get_text() if each.parent is None else each.parent.get_text(" ")
        ).strip()
        if re.search(r"\d{4}[-年./]\d{1,2}", words) and len(words) < 80:
            yield Paragraph((Run(words),), 0)
            return
