"""P407: the same article twice in an issue: under one headline, or with nearly the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from plugins.proofing.places import headline_fault, plain
from plugins.proofing.record import IssueFault, IssueProof, IssueRule, Proof

HAN = re.compile(r"[\u4e00-\u9fff]")
#: Characters in a piece that is compared, and the share of the shorter text that two articles may have in common.
PIECE, SHARE = 8, 0.3
#: Texts with fewer pieces are not compared: some 150 characters.
FEWEST = 16
#: Of so many characters one may begin a piece: as good for finding copies, and so many times as fast.
SAMPLE = 8


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """Told at the later of the two."""
    texts = [(proof, pieces(proof)) for proof in bundle.proofs]
    for (first, one), (second, other) in combinations(texts, 2):
        headline = plain(second.front.headline)
        if headline and headline == plain(first.front.headline):
            yield headline_fault(second, f"标题与 {_name(first)} 相同", "请核对是不是一稿两用")
            continue
        fewer = min(len(one), len(other))
        if fewer >= FEWEST and not one.isdisjoint(other):
            share = len(one & other) / fewer
            if share >= SHARE:
                message = f"与 {_name(first)}《{first.front.headline}》有{share:.0%}的文字相同"
                yield headline_fault(second, message, "请核对是不是一稿两用，留一篇")


def pieces(proof: Proof) -> frozenset[str]:
    """The text of the body as overlapping pieces, those that begin with one of a set of characters."""
    text = "".join(
        "".join(HAN.findall(passage.text)) for passage in proof.passages if passage.form != "field"
    )
    return frozenset(
        text[at : at + PIECE] for at in range(len(text) - PIECE + 1) if ord(text[at]) % SAMPLE == 0
    )


def _name(proof: Proof) -> str:
    return proof.path.rsplit("/", 1)[-1]


RULE = IssueRule(
    code="P407",
    name="稿件重复",
    level="warning",
    source="编辑体例：一稿不两用",
    find=find,
)
