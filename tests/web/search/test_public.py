"""The public edition's index holds nothing of what is not public: read from the files of the built sample."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from plugins.article.record import Article
from plugins.issue.record import Archive
from plugins.web import addresses
from plugins.web.indexes.people import contributors
from plugins.web.search.stream import stream
from tests.web.conftest import Built
from tests.web.search.reader import entries, is_han

pytestmark = pytest.mark.slow


@pytest.fixture
def index(sample: Built) -> Path:
    return sample.root / addresses.SEARCH_INDEX


def articles(archive: Archive) -> list[Article]:
    return [article for issue in archive.issues for article in issue.articles]


def keys_of(article: Article) -> Iterator[int]:
    """Every key of an article, from the format alone."""
    found = (
        *(article.headline, article.kicker, article.deck, article.standfirst),
        *(article.document_number, article.text, *article.bylines, *article.contributors),
    )
    for field in found:
        units = stream(field).encode("utf-16-be", "surrogatepass")
        codes = [int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2)]
        yield from (code for code in codes if is_han(code))
        yield from (one << 16 | other for one, other in pairwise(codes))


def keys_in(index: Path) -> set[int]:
    """Every key that stands in a shard."""
    shards = index.glob("*/[0-9a-f][0-9a-f][0-9a-f][0-9a-f].bin")
    return {key for shard in shards for key in entries(shard.read_bytes())}


def all_keys(some: Iterable[Article]) -> set[int]:
    return {key for article in some for key in keys_of(article)}


def test_the_index_has_the_keys_of_the_public_articles_and_no_others(
    index: Path, sample_archive: Archive
) -> None:
    public = all_keys(each for each in articles(sample_archive) if each.public)
    assert all_keys(articles(sample_archive)) - public  # there is something that might leak
    assert keys_in(index) == public


def test_the_tables_list_the_public_articles_and_no_others(
    index: Path, sample_archive: Archive
) -> None:
    tables = [json.loads(file.read_text("utf-8")) for file in index.glob("*/t*.json")]
    listed = sorted(row[0] for table in tables for row in table)
    public = [each for each in articles(sample_archive) if each.public]
    assert listed == sorted(addresses.text(each.issue_key, each.stem) for each in public)


def test_filters_count_public_articles_only(index: Path, sample_archive: Archive) -> None:
    facets = json.loads((index / "facets.json").read_text("utf-8"))
    public = [each for each in articles(sample_archive) if each.public]
    tags = [name for each in public for name in {tag.name for tag in each.tags}]
    units = [name for each in public for name in set(contributors(each))]
    assert {name: count for name, count, _ in facets["tags"]} == {n: tags.count(n) for n in tags}
    assert {name: count for name, count, _ in facets["units"]} == {n: units.count(n) for n in units}
