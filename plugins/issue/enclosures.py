"""What the press leaves for the site: the PDFs of single articles (单篇) and of the issue.

A folder holds ``<stem>.pdf`` for each article and ``index.json``, which tells the folios of each and the digest
of the text it was printed from. The folder above it holds the PDF of the whole issue and the one with its public
articles only (公开版), with an index of the same form. Written by the press, read by the next site build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.keeping import aside

#: The folder of an issue that holds the PDFs of its articles, among what the press has made of it.
FOLDER = "单篇"
#: Ends the name of the PDF that holds only the public articles.
PUBLIC = "公开版"
INDEX = "index.json"
#: Raised whenever the file or the digest changes its form: older files are then as good as none.
VERSION = 1
#: What no reader of the PDF sees: a change of it does not make the PDF stale.
UNSEEN = frozenset(
    {"path", "public", "web_date", "own_tags", "tags", "links", "outline", "text", "version"}
)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A PDF and the folios of its pages, one a page, 0 for a page of the cover; ``stem`` names it."""

    stem: str
    file: Path
    folios: tuple[int, ...]


def digest(article: Article, issue: Issue) -> str:
    """What the PDF of an article was printed from, as SHA-256: its record, and what its pages name of the issue."""
    publication = issue.publication
    named = [issue.name, str(issue.whole_number), publication.name, publication.site_address]
    return _sha256([*_seen(article), *named])


def issue_digest(issue: Issue) -> str:
    """What the PDF of an issue was printed from, as SHA-256, as an edition has it (editions.py).

    All articles in their order, sections, plates and cover. Not the masthead and the colophon: an old issue
    keeps the editors that it was printed with.
    """
    rows = [issue.key, issue.name, str(issue.whole_number), repr(issue.published)]
    rows += [issue.publication.name, repr(issue.cover), repr(issue.plates)]
    for section in issue.sections:
        rows += [section.title.name, section.flow, section.editors_note]
        rows += [row for article in section.articles for row in _seen(article)]
    return _sha256(rows)


def _seen(article: Article) -> list[str]:
    """All fields of an article that its page may show, as lines."""
    shown = (each.name for each in fields(article) if each.name not in UNSEEN)
    return [f"{name}={getattr(article, name)!r}" for name in shown]


def _sha256(rows: list[str]) -> str:
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def write_index(folder: Path, issue: Issue, enclosures: Iterable[Enclosure]) -> None:
    """Write the index of a folder that holds the PDFs of an issue."""
    articles = {article.stem: article for article in issue.articles}
    rows = {
        each.stem: {"folios": list(each.folios), "text": digest(articles[each.stem], issue)}
        for each in enclosures
    }
    _write(folder / INDEX, {"version": VERSION, "articles": rows})


def read_index(folder: Path, issue: Issue) -> dict[str, Enclosure]:
    """The PDFs of an issue's articles by stem, but for those that are missing or older than their text."""
    rows = _rows(folder, "articles")
    found = {}
    for article in issue.articles:
        row, file = rows.get(article.stem), folder / f"{article.stem}.pdf"
        if row and row["text"] == digest(article, issue) and file.is_file():
            found[article.stem] = Enclosure(article.stem, file, tuple(row["folios"]))
    return found


def public_pdf(folder: Path, key: str) -> Path:
    """Where the PDF with the public articles of the issue ``key`` stands in the folder of the issue."""
    return folder / f"{key}-{PUBLIC}.pdf"


def write_issue(folder: Path, issue: Issue, made: Enclosure) -> None:
    """Note in the index of an issue's folder that ``made`` was printed from ``issue``, as an edition has it."""
    row = {"folios": list(made.folios), "text": issue_digest(issue)}
    rows = {**_rows(folder, "files"), made.file.name: row}
    _write(folder / INDEX, {"version": VERSION, "files": dict(sorted(rows.items()))})


def drop_issue(folder: Path, file: Path) -> None:
    """Take a PDF of an issue away, and its note in the index of the folder."""
    rows = _rows(folder, "files")
    if rows.pop(file.name, None) is not None:
        _write(folder / INDEX, {"version": VERSION, "files": rows})
    file.unlink(missing_ok=True)


def read_issue(folder: Path, issue: Issue) -> Enclosure | None:
    """The PDF of ``issue`` as an edition has it; None when there is none or it is older than the text.

    An issue all of whose articles are public has one PDF for both editions; its stem is then the issue's key.
    Of another issue the public edition finds the one that ends in `PUBLIC`, never the whole one.
    """
    rows = _rows(folder, "files")
    text = issue_digest(issue) if rows else ""
    for name, row in rows.items():
        if row["text"] == text and (folder / name).is_file():
            return Enclosure(Path(name).stem, folder / name, tuple(row["folios"]))
    return None


def _rows(folder: Path, kind: str) -> dict[str, Any]:
    """The rows of an index; none when it is missing or of another form."""
    index = folder / INDEX
    data = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else {}
    rows: dict[str, Any] = data.get(kind, {}) if data.get("version") == VERSION else {}
    return rows


def _write(index: Path, data: dict[str, Any]) -> None:
    """Write an index whole or not at all."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    aside.write(index, f"{text}\n".encode())
