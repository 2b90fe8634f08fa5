"""What ``inv 荐标`` tells the editors: Chinese lines, from pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.tagging import own as ownwords
from plugins.tagging.candidates import Candidate, Copy
from plugins.tagging.matching import Matcher
from plugins.tagging.suggestion import MOST, Weighed, weigh

#: So many terms that were nearly enough are told of an article.
NEARLY = 3
#: So many articles are named for a candidate.
NAMED = 4


def of_article(copy: Copy, words: Iterable[str], matcher: Matcher) -> Iterator[str]:
    """Lines on one article: what its editor wrote, what is suggested and why, what was nearly enough.

    ``words``: the editor's own, as written behind 标签.
    """
    given = tuple(words)
    yield f"{copy.key}　{copy.heading.replace(chr(10), '　')}"
    own = ownwords.read(given)
    if given:
        manner = "以此为准" if own.replaces else "在建议上增减"
        yield f"  编辑所写（{manner}）：{'、'.join(given)}"
    for doubt in ownwords.doubts(given, matcher.vocabulary):
        yield f"  请核对：{doubt.message}"
    weighed = weigh(copy.heading, copy.text, matcher)
    chosen = [each for each in weighed if each.enough]
    for each in chosen[:MOST]:
        yield f"  {'也可标' if own.replaces else '建议'}：{told(each)}"
    if not chosen:
        yield "  没有建议：标题里没有词表的词，正文里也不够多"
    left = [each for each in weighed if not each.enough and each.times > 1]
    if left:
        yield f"  未取（不够多，或只是顺带）：{'；'.join(map(told, left[:NEARLY]))}"


def told(each: Weighed) -> str:
    """A term with the reason for it: 油气回收（标题中有，正文 4 次：加油站 2、油气回收 2）."""
    words = "、".join(f"{word} {times}" for word, times in each.words)
    reason = f"{each.reason}：{words}" if words else each.reason
    return f"{each.name}（{reason}）"


def of_candidates(found: Iterable[Candidate]) -> Iterator[str]:
    """Lines on the words the vocabulary may lack."""
    rows = list(found)
    if not rows:
        yield "词表里没有的词，这一期未见反复出现的。"
        return
    yield "词表里没有、这一期反复出现的词（是否收进词表，由编辑定）："
    for each in rows:
        more = "等" if len(each.articles) > NAMED else ""
        where = "、".join(each.articles[:NAMED])
        yield f"  {each.word}　{len(each.articles)} 篇 {each.times} 次；{each.why}；见 {where}{more}"


def of_everywhere(copies: Iterable[Copy], matcher: Matcher) -> Iterator[str]:
    """A line for each term that over half of the articles mention and that is not marked ``common`` yet."""
    read = list(copies)
    counts = Counter(name for each in read for name in matcher.count(each.text))
    for name, articles in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if articles * 2 > len(read) and not matcher.vocabulary.terms[name].common:
            yield (
                f"“{name}”在 {len(read)} 篇里有 {articles} 篇提到，到处都有。"
                "若只想在标题里有时才标，请在词表这一条里加一行 common = true"
            )
