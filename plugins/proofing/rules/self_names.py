"""P405: words an internal publication may not use of itself, advertising, a price (arts. 14 and 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.proofing.places import fault_at, in_issue_file
from plugins.proofing.record import IssueFault, IssueProof, IssueRule

#: 本报 and 本刊 begin other words: 基本报表, 本刊印.
SELF = re.compile(
    r"(?<![基根日标样原成书资版文])本(?:刊(?![印刻载发登])|报(?![告表名价批送请废到关销账单考酬备出载道]))(?:记者|特约记者|通讯员|讯)?"
)
#: A number of a periodical cannot stand beside a 准印证.
NUMBERS = re.compile(
    r"ISSN\s*\d{4}|CN\s?\d{2}[-—]\d{4}|国内统一(?:连续出版物号|刊号)|国际标准(?:连续出版物号|刊号)"
)
#: 政府定价3元 is news; a price of the bulletin itself stands alone or says of what.
MONEY = re.compile(
    r"(?:每(?:册|期|本)|零售|全年)定价[:：]?\s*\d|(?<![\u4e00-\u9fff])(?:定价|工本费)[:：]\s*\d"
    r"|广告(?:经营许可证|热线|招商|刊例|业务电话)"
)
QUOTED = ("“", "《", "「")


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """Only for a bulletin that has a 准印证. What is reprinted (来源) or quoted speaks of others."""
    if not bundle.issue.publication.licence:
        return
    for proof in bundle.proofs:
        for passage in () if proof.front.source else proof.passages:
            for start, end, message, advice in wrong(passage.text):
                yield fault_at(passage, start, end, message, advice)
    for filler in bundle.issue.publication.fillers:
        for start, end, message, advice in wrong(filler.text):
            words = filler.text[max(0, start - 6) : end + 6].strip()
            yield in_issue_file(
                bundle, words, f"补白“{filler.title}”里{message}", advice, filler.text[start:end]
            )


def wrong(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start and end of what may not be said in a text, what is wrong, what to do."""
    if "本刊" in text or "本报" in text:
        for match in SELF.finditer(text):
            if text[match.start() - 1 : match.start()] not in QUOTED or not match.start():
                message = f"内部资料不得自称“{match[0]}”"
                yield *match.span(), message, "请改用刊名或“编辑部”"
    for match in NUMBERS.finditer(text):
        yield *match.span(), f"有准印证的内部资料不能有“{match[0]}”这样的刊号", "请删去"
    for match in MONEY.finditer(text):
        yield *match.span(), f"内部资料不得收费、不得刊登广告：“{match[0]}”", "请删去"


RULE = IssueRule(
    code="P405",
    name="内部资料不得使用的字样",
    level="warning",
    source="内部资料性出版物管理办法（2015）第十四、十五条",
    find=find,
)
