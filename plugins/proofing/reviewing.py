"""审次关口 (三审): which articles of an issue are not signed yet. Optional: [review] of publication.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from plugins.article.record import Article
from plugins.article.review import Review
from plugins.issue.record import Issue
from plugins.proofing.remark import Remark

#: How the front matter calls a stage → the field of the record.
FIELDS = {"初审": "first_review", "复审": "second_review", "终审": "final_review"}
SOURCE = "图书质量保障体系（1997）第八条（三审责任制）"


def reviews(article: Article) -> dict[str, Review | None]:
    """Stage → its signature; None: not signed."""
    return {stage: getattr(article, name) for stage, name in FIELDS.items()}


def is_gated(issue: Issue) -> bool:
    """Whether the articles of an issue must be signed before it is pressed."""
    gate = issue.publication.review
    return bool(gate.stages) and (gate.since is None or issue.published >= gate.since)


def gate(issue: Issue, content: str = "content") -> list[Remark]:
    """What keeps an issue behind the gate. ``content`` is what findings call the content folder.

    P411 a stage is not signed (error), P412 two stages are signed by one person (error; any two of the three
    must be different people), P413 a later stage bears an earlier day (warning).
    Signatures that were given are looked at also when there is no gate.
    """
    wanted = issue.publication.review.stages if is_gated(issue) else ()
    return [each for article in issue.articles for each in _of(article, wanted, content)]


def _of(article: Article, wanted: tuple[str, ...], content: str) -> Iterator[Remark]:
    path = f"{content}/{article.path}"
    signed = {stage: found for stage, found in reviews(article).items() if found}
    missing = [stage for stage in wanted if stage not in signed]
    if missing:
        message = f"没有{'、'.join(missing)}签字"
        advice = f"审读后在首部写上：{missing[0]}: 姓名 2020-03-02"
        yield _remark(path, "P411", "error", missing[0], message, advice)
    yield from _doubled(path, signed)
    for (first, one), (second, other) in pairwise(signed.items()):
        if other.day < one.day:
            message = f"{second}（{other.day}）早于{first}（{one.day}）"
            yield _remark(path, "P413", "warning", second, message, "请核对日期")


def _doubled(path: str, signed: Mapping[str, Review]) -> Iterator[Remark]:
    for (first, one), (second, other) in combinations(signed.items(), 2):
        for name in one.names:
            if name in other.names:
                message = f"{first}和{second}都由{name}签字，任何两审不得由一人担任"
                yield _remark(path, "P412", "error", name, message, f"请另请人{second}")


def _remark(path: str, code: str, level: str, words: str, message: str, advice: str) -> Remark:
    return Remark(path, 0, 0, code, level, words, message, advice, SOURCE)  # type: ignore[arg-type]
