"""P402: a cross-reference (见本期《……》、见本期第12页) that leads nowhere or to another page."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from plugins.proofing.places import fault_at, plain
from plugins.proofing.record import IssueFault, IssueProof, IssueRule, Passage

TITLE = r"《(?P<title>[^《》]{2,80})》"
PAGE = r"第\s*(?P<page>\d{1,3})\s*(?:[-—～~至]\s*\d{1,3}\s*)?页"
SEE = r"(?:详见|参见|参阅|请见|请看|见)"
REFERENCES = (
    re.compile(rf"{SEE}本期(?:“[^”]{{1,12}}”栏目?的?|{PAGE})?的?{TITLE}"),
    re.compile(rf"{TITLE}（{SEE}本期(?:{PAGE})?）"),
    re.compile(rf"本期(?:刊发|刊登|刊出)的?{TITLE}(?:（{SEE}?(?:本期)?{PAGE}）)?"),
)
NEAR = 0.6


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """What is said to stand in this issue must stand there, on the page that is named."""
    pages = {
        plain(each.headline): bundle.issue.folios.get(each.stem, 0)
        for each in bundle.issue.articles
    }
    shown = {plain(each.headline): each.headline for each in bundle.issue.articles}
    for proof in bundle.proofs:
        for passage in proof.passages:
            if "本期" in passage.text:
                yield from _in(passage, pages, shown)


def _in(
    passage: Passage, pages: Mapping[str, int], shown: Mapping[str, str]
) -> Iterator[IssueFault]:
    for pattern in REFERENCES:
        for match in pattern.finditer(passage.text):
            said = _wrong(match, pages, shown)
            if said:
                yield fault_at(passage, match.start(), match.end(), *said)


def _wrong(
    match: re.Match[str], pages: Mapping[str, int], shown: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with a reference, and what to do; None: nothing."""
    named = plain(match["title"])
    cited = next((each for each in pages if named in each), None)
    if cited is None:
        near = difflib.get_close_matches(named, pages, n=1, cutoff=NEAR)
        advice = f"是不是“{shown[near[0]]}”？" if near else "请核对标题，或者去掉“本期”"
        return f"本期没有题为《{match['title']}》的文章", advice
    page = match.groupdict().get("page")
    if page and pages[cited] and int(page) != pages[cited]:
        return f"《{match['title']}》印在第{pages[cited]}页，不在第{page}页", "请改页码"
    return None


RULE = IssueRule(
    code="P402",
    name="互见与标题、页码不符",
    level="warning",
    source="编辑体例：互见的题目、页码与所指文章一致",
    find=find,
)
