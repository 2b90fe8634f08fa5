"""The door of the room: a manuscript, or a whole issue → remarks; remarks that are certain → the mended text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from plugins.proofing.inline import HOLE, is_whole
from plugins.proofing.letting import ignored, let_through, unknown
from plugins.proofing.lists import Lists
from plugins.proofing.passages import read_proof
from plugins.proofing.record import Fault, IssueFault, IssueProof, Passage, Proof, Rule
from plugins.proofing.remark import Remark
from plugins.proofing.rules import issue_rules, rules

#: A comment that lets nothing through.
LOST_COMMENT = "P002"
#: Far more than any text takes: one mend may uncover another (,, → ，， → ，).
MOST_ROUNDS = 50


def proof_manuscript(
    path: str,
    source: str,
    lists: Lists | None = None,
    *,
    issue_key: str = "",
    published: date | None = None,
    only: Collection[str] = (),
) -> list[Remark]:
    """Read one manuscript with all rules, or those whose codes are in ``only``.

    ``source`` is its text as plugins/article/decode.py gives it. Out: remarks in the order of the text.
    """
    proof = read_proof(path, source, lists, issue_key=issue_key, published=published)
    return remarks_of(proof, only)


def remarks_of(proof: Proof, only: Collection[str] = ()) -> list[Remark]:
    """The remarks on a manuscript that was made ready, without what is let through."""
    lines = _Lines(proof.source)
    found = dict.fromkeys(_remarks(proof, lines, only))
    kept = let_through(proof.source, proof.lists, sorted(found, key=_order))
    if not only:
        kept += _lost_comments(proof, lines)
    return kept


def proof_issue(bundle: IssueProof, only: Collection[str] = ()) -> list[Remark]:
    """The remarks on every manuscript of an issue, then those across it."""
    made = [remark for proof in bundle.proofs for remark in remarks_of(proof, only)]
    for rule in issue_rules():
        if only and rule.code not in only:
            continue
        made += [
            Remark(
                fault.path,
                fault.line,
                fault.column,
                rule.code,
                rule.level,
                fault.words,
                fault.message,
                fault.advice,
                rule.source,
            )
            for fault in rule.find(bundle)
            if not _is_let(bundle, rule.code, fault)
        ]
    return made


def mended(source: str, remarks: Iterable[Remark]) -> str:
    """The source with every safe mend of ``remarks`` made, and nothing else changed.

    Of two mends that touch the same words the first is made; reading the text again finds the other.
    """
    parts: list[str] = []
    done = 0
    safe = (each for each in remarks if each.is_safe and each.mend is not None)
    for remark in sorted(safe, key=lambda each: (each.start, -each.end, each.code)):
        if remark.start < done or (remark.end == done and parts):
            continue
        parts += source[done : remark.start], remark.mend or ""
        done = remark.end
    return "".join((*parts, source[done:]))


def fully_mended(
    path: str,
    source: str,
    lists: Lists | None = None,
    *,
    issue_key: str = "",
    published: date | None = None,
    only: Collection[str] = (),
) -> str:
    """The source mended again and again until no safe mend is found: what ``--改`` writes.

    Mending what it gives changes nothing. Raises RuntimeError when two rules undo each other.
    """
    for _ in range(MOST_ROUNDS):
        proof = read_proof(path, source, lists, issue_key=issue_key, published=published)
        better = mended(source, remarks_of(proof, only))
        if better == source:
            return source
        source = better
    raise RuntimeError(f"mends of {path} do not come to rest")


def _remarks(proof: Proof, lines: _Lines, only: Collection[str]) -> Iterator[Remark]:
    for rule in rules():
        if (only and rule.code not in only) or (rule.kinds and proof.kind not in rule.kinds):
            continue
        if rule.find_all:
            for passage, fault in rule.find_all(proof):
                yield _remark(rule, passage, fault, lines)
        if rule.find:
            for passage in proof.passages:
                if passage.form in rule.forms:
                    for fault in rule.find(passage):
                        yield _remark(rule, passage, fault, lines)


def _remark(rule: Rule, passage: Passage, fault: Fault, lines: _Lines) -> Remark:
    proof, places = passage.proof, passage.places
    words = passage.text[fault.start : fault.end]
    start = places[fault.start]
    end = places[fault.end - 1] + 1 if fault.end > fault.start else start
    can_mend = fault.mend is not None and is_whole(
        proof.source, words, places[fault.start : fault.end]
    )
    line, column = lines.place(start)
    return Remark(
        path=proof.path,
        line=line,
        column=column,
        code=rule.code,
        level=fault.level or rule.level,
        words=words.replace(HOLE, ""),
        message=fault.message.replace(HOLE, ""),
        advice=fault.advice,
        source=rule.source,
        mend=fault.mend if can_mend else None,
        is_safe=fault.is_safe and can_mend and fault.mend != words,
        start=start,
        end=end,
    )


def _order(remark: Remark) -> tuple[int, int, str, str]:
    return remark.start, remark.end, remark.code, remark.message


def _lost_comments(proof: Proof, lines: _Lines) -> Iterator[Remark]:
    known = frozenset({each.code for each in rules()} | {each.code for each in issue_rules()})
    for start, end, code in unknown(proof.source, known):
        line, column = lines.place(start)
        message = f"没有“{code}”这条规则" if code else "没有写明忽略哪一条规则"
        advice = "写成 <!-- 校对:忽略 P106 -->，编号照抄校对意见里的"
        words = proof.source[start:end]
        yield Remark(
            proof.path,
            line,
            column,
            LOST_COMMENT,
            "warning",
            words,
            message,
            advice,
            start=start,
            end=end,
        )


def _is_let(bundle: IssueProof, code: str, fault: IssueFault) -> bool:
    """Whether the editors' list or a comment in the manuscript lets a fault across the issue through."""
    allowed = bundle.proofs[0].lists.allowed if bundle.proofs else ()
    is_listed = any(
        allow.code == code
        and allow.words == fault.words
        and f"/{fault.path}".endswith(allow.path and f"/{allow.path}")
        for allow in allowed
    )
    return is_listed or any(
        code in span.codes and span.start <= _place_of(proof, fault) <= span.end
        for proof in bundle.proofs
        if proof.path == fault.path
        for span in ignored(proof.source)
    )


def _place_of(proof: Proof, fault: IssueFault) -> int:
    starts = _Lines(proof.source).starts
    line = min(max(fault.line, 1), len(starts))
    return starts[line - 1] + max(fault.column - 1, 0)


class _Lines:
    """Places of a source → line and column, both from 1."""

    def __init__(self, source: str) -> None:
        self.starts = [0]
        at = source.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = source.find("\n", at + 1)

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a place."""
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1
