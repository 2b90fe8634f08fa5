"""P401: a cover line that is (part of) no headline of the issue."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from plugins.proofing.places import in_issue_file, plain
from plugins.proofing.record import IssueFault, IssueProof, IssueRule

NEAR = 0.5


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """A cover line must be a headline of the issue or a part of one."""
    headlines = {plain(each.headline): each.headline for each in bundle.issue.articles}
    for line in bundle.issue.cover.lines:
        words = plain(line)
        if words and not any(words in headline for headline in headlines):
            near = difflib.get_close_matches(words, headlines, n=1, cutoff=NEAR)
            advice = f"最接近的标题是“{headlines[near[0]]}”，请照标题改" if near else "请照标题改"
            message = f"封面要目“{line}”不是本期任何标题或其一部分"
            yield in_issue_file(bundle, line, message, advice)


RULE = IssueRule(
    code="P401",
    name="封面要目与标题不符",
    level="warning",
    source="编辑体例：封面、目录、正文标题一致",
    find=find,
)
