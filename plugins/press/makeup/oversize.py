"""What no page can hold: a row of a table, a caption, a line that is higher than a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure import boxes

from plugins.article.decode import decode
from plugins.article.finding import Finding, locate
from plugins.article.record import Article
from plugins.press.makeup.galley import Galley, Slug, too_high

#: So many characters of what does not fit are shown.
SHOWN = 12


def check(galley: Galley, rows: int, articles: Iterable[Article], content: Path) -> list[Finding]:
    """Everything in a galley that is higher than a page of ``rows`` rows, with file and line."""
    by_key = {article.key: article for article in articles}
    return [_finding(slug, by_key, content) for slug in too_high(galley, rows)]


def _finding(slug: Slug, by_key: dict[str, Article], content: Path) -> Finding:
    key = next(
        (box.element.get("id") for box in slug.ancestors if box.element_tag == "article"), ""
    )
    words = _words(slug.box)[:SHOWN]
    what = "表格的这一行" if slug.table is not None else "这一处"
    message = f"“{words}……”{what}比一页还高，印不下，请缩短或分成几{what[-1]}"
    article = by_key.get(key)
    if article is None:
        return Finding(content.name, 0, 0, "R302", "error", message)
    source = decode((content / article.path).read_bytes())
    line, column = locate(source, words)
    return Finding(f"{content.name}/{article.path}", line, column, "R302", "error", message)


def _words(box: Any) -> str:
    """What is written in a box."""
    found = (each.text for each in box.descendants() if isinstance(each, boxes.TextBox))
    return "".join(found).strip()
