"""Whether the engines made the same: the same pages, and on each page the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

#: Pages that list names: engines sort Chinese differently, so their rows are compared as a set.
UNORDERED = ("section/index.html", "tag/index.html", "author/index.html")
#: Ours sends readers of this address to the newest issue; it is no page.
SIGNPOST = "latest.html"
ARTICLE = re.compile(r"\d{4}-\d\d/gao-.*")


def pages(output: Path) -> list[str]:
    """All pages, from the root."""
    found = (file.relative_to(output).as_posix() for file in output.rglob("*.html"))
    return sorted(page for page in found if page != SIGNPOST)


def words(page: Path, ordered: bool = True) -> str:
    """What a page says, without white space; of a picture what stands in for it."""
    main = html.parse(str(page)).getroot().find(".//main")
    for picture in main.iter("img"):
        picture.text = picture.get("alt")
    for caption in list(main.iter("figcaption")):
        caption.text = None
        for child in list(caption):
            caption.remove(child)
    rows = main.iter("li") if not ordered else ()
    texts = sorted(_bare(row) for row in rows) or [_bare(main)]
    return "\n".join(texts)


def _bare(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", "", "".join(element.itertext()))


def differences(one: Path, other: Path, every: int = 1) -> Iterator[str]:
    """What differs between two outputs; of the articles each ``every``-th is read."""
    here, there = pages(one), pages(other)
    yield from (f"only in {one}: {page}" for page in sorted(set(here) - set(there)))
    yield from (f"only in {other}: {page}" for page in sorted(set(there) - set(here)))
    both = sorted(set(here) & set(there))
    articles = [page for page in both if ARTICLE.fullmatch(page)]
    for page in [*(page for page in both if not ARTICLE.fullmatch(page)), *articles[::every]]:
        ordered = page not in UNORDERED
        if words(one / page, ordered) != words(other / page, ordered):
            yield f"other words on {page}"
