"""单篇 PDF: what the press leaves for the site beside the PDFs of single articles.

A folder holds ``<stem>.pdf`` for each article and ``index.json``, which tells the folios of each and the digest
of the text it was printed from. Written by the press, read by the next site build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from plugins.article.record import Article
from plugins.issue.record import Issue

#: The folder of an issue that holds them, among what the press has made of it.
FOLDER = "单篇"
INDEX = "index.json"
#: Raised whenever the file or the digest changes its form: older files are then as good as none.
VERSION = 1
#: What no reader of the PDF sees: a change of it does not make the PDF stale.
UNSEEN = frozenset({"path", "public", "web_date", "own_tags", "tags", "links", "outline", "text"})


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The PDF of one article and the folios of its pages."""

    stem: str
    file: Path
    folios: tuple[int, ...]


def digest(article: Article, issue: Issue) -> str:
    """What the PDF of an article was printed from, as SHA-256: its record, and what its pages name of the issue."""
    seen = [(each.name, getattr(article, each.name)) for each in fields(article)]
    rows = [f"{name}={value!r}" for name, value in seen if name not in UNSEEN]
    publication = issue.publication
    rows += [issue.name, str(issue.whole_number), publication.name, publication.site_address]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def write_index(folder: Path, issue: Issue, enclosures: Iterable[Enclosure]) -> None:
    """Write the index of a folder that holds the PDFs of an issue."""
    articles = {article.stem: article for article in issue.articles}
    rows = {
        each.stem: {"folios": list(each.folios), "text": digest(articles[each.stem], issue)}
        for each in enclosures
    }
    text = json.dumps({"version": VERSION, "articles": rows}, ensure_ascii=False, indent=1)
    (folder / INDEX).write_text(f"{text}\n", encoding="utf-8")


def read_index(folder: Path, issue: Issue) -> dict[str, Enclosure]:
    """The PDFs of an issue's articles by stem, but for those that are missing or older than their text."""
    index = folder / INDEX
    data = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else {}
    rows = data.get("articles", {}) if data.get("version") == VERSION else {}
    found = {}
    for article in issue.articles:
        row, file = rows.get(article.stem), folder / f"{article.stem}.pdf"
        if row and row["text"] == digest(article, issue) and file.is_file():
            found[article.stem] = Enclosure(article.stem, file, tuple(row["folios"]))
    return found
