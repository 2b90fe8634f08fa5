"""Addresses of pages and the manuscripts and issues behind them; manuscripts that moved. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.issue.record import Archive
from plugins.keeping.store import key
from plugins.web import addresses

PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page of the site shows: an issue ("": none), in it an article ("": all of it)."""

    issue: str = ""
    stem: str = ""


def shown(page: str) -> Shown:
    """What the page at an address shows (``2020-03/x.html``, ``2020-03/``, with or without ``index.html``).

    >>> shown("2020-03/x.html")
    Shown(issue='2020-03', stem='x')
    """
    folder, _, name = page.partition("/")
    if not _is_issue(folder) or "/" in name:
        return Shown()
    if name in ("", "index.html"):
        return Shown(folder)
    return Shown(folder, name.removesuffix(PAGE)) if name.endswith(PAGE) else Shown()


def manuscript(page: str, content: str) -> str:
    """The path of the manuscript (or of the issue's file) a page is made from, as findings name it; "" for none.

    >>> manuscript("pages/关于本刊.html", "content")
    'content/pages/关于本刊.md'
    """
    found = shown(page)
    if found.issue:
        return f"{content}/{found.issue}/" + (f"{found.stem}.md" if found.stem else "issue.toml")
    folder, _, name = page.partition("/")
    is_text = folder == addresses.PAGES and name.endswith(PAGE)
    return f"{content}/{folder}/{name.removesuffix(PAGE)}.md" if is_text else ""


def issue_of(path: str) -> str:
    """The key of the issue in whose folder a file stands, as findings name it; "" for files that all share.

    >>> issue_of("content/2020-03/issue.toml"), issue_of("content/sections.toml")
    ('2020-03', '')
    """
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and _is_issue(parts[1]) else ""


def texts(archive: Archive) -> dict[str, str]:
    """The digest of every article's text by the address of its page: it moves with the manuscript."""
    return {
        addresses.text(issue.key, article.stem): key(article.title, article.text)
        for issue in archive.issues
        for article in issue.articles
    }


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Old address → new one, of articles that stand elsewhere with the same text; never when two have that text."""
    count = Counter(after.values())
    news = {digest: page for page, digest in after.items() if page not in before}
    return {
        page: news[digest]
        for page, digest in before.items()
        if page not in after and digest in news and count[digest] == 1
    }


def _is_issue(folder: str) -> bool:
    return folder[:4].isdigit() and folder[4:5] == "-"
