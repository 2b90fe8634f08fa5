"""Proof of a clipping: the words of its file are those of its article, of the page furniture and of its citation.

What is looked for is a leak: a page may be shared with an article that is not public. The file itself is read,
as everybody may read it; the words asked for come from the article's record (proof/copytext.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox

from plugins.article.record import Article
from plugins.press.proof.collation import collate
from plugins.press.proof.copytext import copy, squeezed
from plugins.press.proof.gap import Gap, IncompleteError
from plugins.press.quality import reader

#: So many words before a fault are shown (characters).
AFTER = 12


def words(page: Any) -> str:
    """The words of a page that WeasyPrint has laid out, without white space."""
    shown = page._page_box.descendants(placeholders=True)
    return squeezed("".join(box.text for box in shown if isinstance(box, TextBox)))


def ensure_own(article: Article, short: bool, file: Path, ends: Sequence[str]) -> None:
    """Raise `IncompleteError` when ``file`` is not the whole article and nothing but the article.

    ``short``: it is set as short news. ``ends``: behind the body's words, what each page shows besides.
    """
    gaps = list(_gaps(article, short, file, ends))
    if gaps:
        raise IncompleteError(gaps)


def _gaps(article: Article, short: bool, file: Path, ends: Sequence[str]) -> Iterator[Gap]:
    bodies = []
    for page, end in zip(reader.read(file).pages, ends, strict=True):
        found = squeezed(reader.text(page.chars))
        if not found.endswith(end):
            yield Gap(article.path, str(page.number), "furniture", end)
        bodies.append(found.removesuffix(end))
    heads = [0, *accumulate(map(len, bodies))]
    stream = "".join(bodies)
    for fault in collate((copy(article, short),), stream, frozenset(heads[:-1])).faults:
        number = max(1, sum(head <= fault.at for head in heads[:-1]))
        before = stream[max(0, fault.at - AFTER) : fault.at]
        yield Gap(article.path, str(number), fault.kind, fault.words, before, fault.role)
