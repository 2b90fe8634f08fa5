"""P408: the same picture twice in an issue, also under two names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from plugins.issue.record import Issue
from plugins.proofing.places import in_issue_file, line_column
from plugins.proofing.record import IssueFault, IssueProof, IssueRule

#: (path inside the content folder, path of the manuscript or "" for issue.toml, source as typed).
Use = tuple[str, str, str]


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """Files are compared byte by byte; a missing one is the reader's to tell. Nothing without ``content``."""
    return _in(bundle, bundle.content) if bundle.content else iter(())


def _in(bundle: IssueProof, content: Path) -> Iterator[IssueFault]:
    first: dict[str, Use] = {}
    sizes: dict[int, list[Use]] = {}
    for use in uses(bundle.issue):
        file = content / use[0]
        if file.is_file():
            sizes.setdefault(file.stat().st_size, []).append(use)
    alike = [use for group in sizes.values() if len(group) > 1 for use in group]
    for use in alike:
        digest = sha256((content / use[0]).read_bytes()).hexdigest()
        if digest in first:
            yield _fault(bundle, first[digest], use)
        else:
            first[digest] = use


def uses(issue: Issue) -> Iterator[Use]:
    """Every picture of the issue where it is used: cover, plates, articles in printed order."""
    if issue.cover.image:
        yield f"{issue.key}/{issue.cover.image}", "", issue.cover.image
    for plate in issue.plates:
        yield f"{issue.key}/{plate.image}", "", plate.image
    for article in issue.articles:
        folder = article.path.rsplit("/", 1)[0]
        for src in dict.fromkeys(picture.src for picture in article.pictures):
            yield f"{folder}/{src}", article.path, src


def _fault(bundle: IssueProof, before: Use, use: Use) -> IssueFault:
    where = before[1].rsplit("/", 1)[-1] or "issue.toml（封面或整版图片）"
    message = f"图片“{use[2]}”与 {where} 的“{before[2]}”是同一张"
    advice = "请核对是不是用错了图，换一张或去掉一处"
    proof = next((each for each in bundle.proofs if use[1] and each.path.endswith(use[1])), None)
    if proof is None:
        return in_issue_file(bundle, use[2], message, advice)
    line, column = line_column(proof.source, max(proof.source.find(use[2]), 0))
    return IssueFault(proof.path, line, column, use[2], message, advice)


RULE = IssueRule(
    code="P408",
    name="同一张图片用了两次",
    level="warning",
    source="编辑体例：一图不两用",
    find=find,
)
