"""Reads every byte of a built site as a nosy reader would: unpacked, unescaped, PDF opened.

What is private is told by its runs: strings of `RUN` characters that stand in an article that is not
public and nowhere in what may be published.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import brotli
import pikepdf
import pypdfium2

from plugins.article.record import Article

RUN = 12
BLANK = re.compile(r"\s+")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
BINARY = frozenset((".avif", ".webp", ".jpg", ".png", ".woff2", ".pdf"))
#: Twelve characters one after another of which a file without words has none but by chance.
WORDS = re.compile(rf"[\w\u2000-\u206f\u3000-\u303f\uff00-\uffef./-]{{{RUN},}}")
#: Tags that stand within a line of words: what is before and behind them is read together.
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|em|i|mark|rb|rt|ruby|small|span|strong|sub|sup|wbr)\b[^<>]*>"
)
TAG = re.compile(r"<[^<>]*>")
#: Between two blocks: a heading and the first name below it are not one sentence.
BORDER = "\0"


def runs(text: str) -> set[str]:
    """All strings of `RUN` characters of a text, its white space left out."""
    bare = BLANK.sub("", text)
    return {bare[place : place + RUN] for place in range(len(bare) - RUN + 1)}


def words_of(article: Article) -> str:
    """Everything that an article says, field by field."""
    parts = [
        article.title, article.kicker, article.standfirst, article.text, article.document_number,
        article.addressee, article.signed_by, " ".join(article.bylines), " ".join(article.contributors),
        " ".join(article.photographers), *(each.caption for each in article.pictures),
    ]  # fmt: skip
    return "\n".join(parts)


def private_runs(articles: Iterable[Article], known: str) -> set[str]:
    """What only articles that are not public say; ``known``: all other words of the house."""
    articles = tuple(articles)
    open_ = runs(known).union(*(runs(words_of(each)) for each in articles if each.public))
    return set().union(*(runs(words_of(each)) for each in articles if not each.public)) - open_


def readings(file: Path) -> Iterator[str]:
    """A file in every form in which its words might stand."""
    data = file.read_bytes()
    if file.suffix == ".gz":
        data = gzip.decompress(data)
    elif file.suffix == ".br":
        data = brotli.decompress(data)
    elif file.suffix == ".pdf":
        yield from _pdf(file)
    if (
        file.suffix in BINARY
    ):  # words in a picture or a file of type: in whatever a tool has written
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
            yield from WORDS.findall(data.decode(encoding, errors="replace"))
        return
    text = data.decode("utf-8", errors="replace")
    plain = unescape(ESCAPE.sub(lambda match: chr(int(match[1], 16)), unquote(text)))
    yield from dict.fromkeys((text, plain, TAG.sub(BORDER, INLINE.sub("", plain))))


def _pdf(file: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(file)
    for page in document:
        yield page.get_textpage().get_text_bounded()
    with pikepdf.open(file) as pdf:
        for found in pdf.objects:
            yield from _strings(found)


def _strings(found: object) -> Iterator[str]:
    """Titles, outlines, labels, alternative texts: every string of a PDF object."""
    if isinstance(found, pikepdf.String):
        yield str(found)
    elif isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/XML":
        yield found.read_bytes().decode("utf-8", errors="replace")
    elif isinstance(found, pikepdf.Dictionary):
        for value in found.values():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(found, pikepdf.Array):
        for value in found:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


def leaked(root: Path, private: set[str], names: Iterable[str]) -> list[str]:
    """What of ``private`` stands anywhere below ``root``, and which of ``names`` names a file."""
    files = [file for file in sorted(root.rglob("*")) if file.is_file()]
    found = []
    for file in files:
        path = file.relative_to(root).as_posix()
        found += [f"{path}: {name}" for name in names if name in path]
        for text in readings(file):
            found += [f"{path}: {run}" for run in sorted(runs(text) & private)[:3]]
            found += [f"{path}: {name}" for name in names if name in text]
    return found
