"""Archives made up for the index, and their files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.article.record import Article
from plugins.issue.editions import archive_for
from plugins.issue.record import Archive
from plugins.web.search.index import FOLDER, SearchIndex
from tests.web.archives import archive, article, issue
from tests.web.search.reader import Reader


def bulletin(*issues: Iterable[dict[str, object]]) -> Archive:
    """An archive: for each issue, oldest first, the fields of its articles. Issues are half a year apart."""
    return archive(*(issue(6 * n, *articles(6 * n, each)) for n, each in enumerate(issues)))


def articles(number: int, told: Iterable[dict[str, object]]) -> tuple[Article, ...]:
    return tuple(article(number, f"a{n:02}", **each) for n, each in enumerate(told))


def files(whole: Archive, cache: Path | None = None) -> dict[str, bytes]:
    """The files of the public edition's index by their paths below search/index/."""
    with TemporaryDirectory() as folder:
        made = SearchIndex(archive_for(whole, "public"), cache or Path(folder))
        return {each.path.removeprefix(FOLDER): each.data for each in made.assets()}


def reader(*issues: Iterable[dict[str, object]]) -> Reader:
    return Reader(files(bulletin(*issues)).__getitem__)


def found(read: Reader, *words: str) -> list[str]:
    """Pages of the documents that may have all these words, in the order of the results."""
    return [str(read.row(each)[0]) for each in read.ranked(words)]
