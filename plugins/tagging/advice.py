"""What ``inv 荐标`` does for one issue: the lines it says, and the manuscripts it writes when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.hanzi import words
from plugins.tagging import own as ownwords
from plugins.tagging import telling
from plugins.tagging.candidates import Copy, candidates
from plugins.tagging.matching import Matcher
from plugins.tagging.suggestion import suggest
from plugins.tagging.vocabulary import Vocabulary
from plugins.tagging.writing import with_tags


@dataclass(frozen=True, slots=True)
class Asked:
    """An article to advise on: what is read of it, and the words its editor wrote behind 标签."""

    copy: Copy
    own: tuple[str, ...] = ()


def advise(articles: Iterable[Asked], vocabulary: Vocabulary, cache: Path | None) -> Iterator[str]:
    """The lines on every article, then what the vocabulary may lack; jieba is loaded for the latter.

    ``cache``: a folder for jieba's own cache file.
    """
    matcher, read = Matcher(vocabulary), list(articles)
    copies = [each.copy for each in read]
    for each in read:
        yield from telling.of_article(each.copy, each.own, matcher)
    yield from telling.of_everywhere(copies, matcher)
    cutter = words.cutter(vocabulary.preferred, cache)
    found = candidates(copies, matcher, lambda text: list(cutter.cut(text)), cutter.FREQ)
    yield from telling.of_candidates(found)


def written(data: bytes, article: Asked, matcher: Matcher) -> bytes:
    """A manuscript with the tags it would have behind 标签, or ``data`` itself if its editor wrote some.

    Raises `NotWritable`.
    """
    suggested = suggest(article.copy.heading, article.copy.text, matcher)
    tags = ownwords.apply(ownwords.read(article.own), suggested, matcher.vocabulary)
    return with_tags(data, [tag.name for tag in tags])
