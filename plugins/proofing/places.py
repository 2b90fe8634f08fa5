"""Where words stand: for rules that look at several files."""

from __future__ import annotations

import re

from plugins.proofing.record import IssueFault, IssueProof, Passage, Proof

BESIDE = re.compile(r"[\s\u3000“”‘’《》〈〉「」·,，、:：—-]+")


def line_column(source: str, at: int) -> tuple[int, int]:
    """Line and column (from 1) of a place in a text.

    >>> line_column("甲\\n乙丙", 3)
    (2, 2)
    """
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


def fault_at(passage: Passage, start: int, end: int, message: str, advice: str = "") -> IssueFault:
    """A fault about the words text[start:end] of a passage."""
    line, column = line_column(passage.proof.source, passage.places[start])
    return IssueFault(passage.proof.path, line, column, passage.text[start:end], message, advice)


def in_issue_file(
    bundle: IssueProof, words: str, message: str, advice: str = "", shown: str = ""
) -> IssueFault:
    """A fault about ``words`` of issue.toml; when they do not stand there, of publication.toml as a whole.

    ``shown`` are the words in question when they are not those that are looked for.
    """
    at = bundle.toml.find(words) if words else -1
    if at >= 0:
        line, column = line_column(bundle.toml, at)
        return IssueFault(bundle.toml_path, line, column, shown or words, message, advice)
    path = f"{bundle.toml_path.split('/')[0]}/publication.toml" if bundle.toml_path else ""
    return IssueFault(path or "publication.toml", 0, 0, shown or words, message, advice)


def headline_fault(proof: Proof, message: str, advice: str = "") -> IssueFault:
    """A fault about a whole article, told at its headline."""
    words = proof.front.headline
    at = proof.source.find(words) if words else -1
    line, column = line_column(proof.source, max(at, 0))
    return IssueFault(proof.path, line, column, words, message, advice)


def plain(words: str) -> str:
    """A headline without what may differ where it is cited: white space, quotation marks, dashes.

    >>> plain("“镜月湖” 的水账")
    '镜月湖的水账'
    """
    return BESIDE.sub("", words)
