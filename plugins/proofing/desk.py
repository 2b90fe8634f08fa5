"""The desk: an issue in its folder → everything proofing has to say of it; certain mends written back.

The one place of the room that reads and writes manuscripts. It writes only when it is asked to mend.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding, ManuscriptError
from plugins.issue.record import Issue
from plugins.issue.toml import TomlFile
from plugins.keeping import aside
from plugins.proofing.lists import Lists, read_lists
from plugins.proofing.passages import read_proof
from plugins.proofing.proofing import (
    fully_mended,
    proof_issue,
    proof_manuscript,
    remarks_of,
)
from plugins.proofing.record import IssueProof, Proof
from plugins.proofing.remark import Remark
from plugins.proofing.reviewing import gate

STYLE = "style"
END = re.compile(r"\r\n|\r|\n")
BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Proofread:
    """An issue that was read: its manuscripts, and the remarks on them and on the whole.

    ``held``: held copy that was read beside it, and the remarks on that; they keep nothing from the press.
    """

    bundle: IssueProof
    remarks: tuple[Remark, ...]
    held: tuple[Proof, ...] = ()
    held_remarks: tuple[Remark, ...] = ()

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Every manuscript that was read."""
        return (*self.bundle.proofs, *self.held)

    @property
    def all_remarks(self) -> tuple[Remark, ...]:
        """The remarks on the issue and on held copy."""
        return (*self.remarks, *self.held_remarks)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What must not be printed."""
        return tuple(each for each in self.remarks if each.level == "error")

    @property
    def sources(self) -> dict[str, str]:
        """Path → text, of the manuscripts and issue.toml."""
        texts = {proof.path: proof.source for proof in self.proofs}
        return {**texts, self.bundle.toml_path: self.bundle.toml}


def gather(issue: Issue, content: Path, lists: Lists | None = None) -> IssueProof:
    """The manuscripts of ``issue`` ready to be read. ``content`` is the content folder."""
    known = _lists(content) if lists is None else lists
    toml = content / issue.key / "issue.toml"
    return IssueProof(
        issue=issue,
        proofs=tuple(
            _proof(issue, content / article.path, content, known) for article in issue.articles
        ),
        articles=issue.articles,
        toml_path=f"{content.name}/{issue.key}/issue.toml",
        toml=decode(toml.read_bytes()) if toml.is_file() else "",
        content=content,
    )


def proofread(
    issue: Issue, content: Path, only: Collection[str] = (), *, with_held: bool = False
) -> Proofread:
    """Read an issue with all rules, or those in ``only``; with the gate of reviews when all are asked.

    ``with_held``: the held copy in its folder, too.
    """
    lists = _lists(content)
    bundle = gather(issue, content, lists)
    found = proof_issue(bundle, only)
    if not only:
        found += gate(issue, content.name)
        found += (_of_list(each) for each in lists.findings)
    listed = {content / each.path for each in issue.articles}
    files = [each for each in _manuscripts(issue, content) if with_held and each not in listed]
    held = tuple(_proof(issue, each, content, lists) for each in files)
    of_held = tuple(each for proof in held for each in remarks_of(proof, only))
    return Proofread(bundle, tuple(found), held, of_held)


def proofread_one(issue: Issue, content: Path, stem: str) -> Proofread:
    """Read one manuscript of the issue's folder, listed or held, with the rules for one manuscript.

    Raises `ManuscriptError` when there is none of this name.
    """
    files = _manuscripts(issue, content)
    file = next((each for each in files if each.stem == stem), None)
    if file is None:
        near = "、".join(difflib.get_close_matches(stem, [each.stem for each in files], 3, 0.4))
        told = f"没有“{stem}”这一篇{f'，是不是 {near}' if near else ''}"
        raise ManuscriptError([Finding(f"{content.name}/{issue.key}", 0, 0, "P005", "error", told)])
    articles = tuple(each for each in issue.articles if each.stem == stem)
    proof = _proof(issue, file, content, _lists(content))
    bundle = IssueProof(issue=issue, proofs=(proof,), articles=articles, content=content)
    return Proofread(bundle, tuple(remarks_of(proof)))


def _lists(content: Path) -> Lists:
    return read_lists(content / STYLE, f"{content.name}/{STYLE}")


def _manuscripts(issue: Issue, content: Path) -> list[Path]:
    """What lies in the issue's folder, listed or held, by name."""
    return sorted((content / issue.key).glob("*.md"))


def _proof(issue: Issue, file: Path, content: Path, lists: Lists) -> Proof:
    shown = f"{content.name}/{file.relative_to(content).as_posix()}"
    source = decode(file.read_bytes())
    return read_proof(shown, source, lists, issue_key=issue.key, published=issue.published)


def lists_beside(folder: Path) -> Lists:
    """The editors' lists of the content folder that an issue's ``folder`` lies in."""
    return read_lists(folder.parent / STYLE)


def published_beside(file: Path) -> date | None:
    """When the issue of a manuscript comes out, by the issue.toml beside it; None: not known."""
    day = TomlFile(file.parent / "issue.toml", "issue.toml").data.get("published")
    return day if type(day) is date else None


def proofread_file(file: Path, shown: str, lists: Lists) -> tuple[str, list[Remark]]:
    """The text of one manuscript and the remarks on it. ``shown`` is what remarks call it. Raises `NotText`."""
    source = decode(file.read_bytes())
    key, day = file.parent.name, published_beside(file)
    return source, proof_manuscript(shown, source, lists, issue_key=key, published=day)


def mends(read: Proofread, content: Path) -> Iterator[tuple[Path, bytes, str]]:
    """Every manuscript that can be mended unasked: the file, its new bytes, the difference as a patch."""
    for proof in read.proofs:
        file = content / proof.path.split("/", 1)[1]
        better = fully_mended(
            proof.path,
            proof.source,
            proof.lists,
            issue_key=proof.issue_key,
            published=proof.published,
        )
        if better != proof.source:
            yield (
                file,
                as_before(file.read_bytes(), better),
                patch(proof.path, proof.source, better),
            )


def mend_file(file: Path, shown: str, lists: Lists) -> str:
    """Mend one manuscript where that is certain; out: the difference as a patch, "" when there was nothing."""
    source = decode(file.read_bytes())
    key, day = file.parent.name, published_beside(file)
    better = fully_mended(shown, source, lists, issue_key=key, published=day)
    if better == source:
        return ""
    aside.write(file, as_before(file.read_bytes(), better))
    return patch(shown, source, better)


def as_before(data: bytes, text: str) -> bytes:
    """``text`` as bytes in the encoding, with the byte order mark and the line ends that ``data`` has.

    >>> as_before("甲\\r\\n乙".encode("gb18030"), "丙\\n乙").decode("gb18030")
    '丙\\r\\n乙'
    """
    mark = next((each for each in BOMS if data.startswith(each)), b"")
    encoding = _encoding(data, mark)
    ends = END.findall(data[len(mark) :].decode(encoding))
    lines = text.split("\n")
    if len(lines) != len(ends) + 1:
        ends = [max(ends, key=ends.count, default="\n")] * (len(lines) - 1)
    whole = "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
    return mark + whole.encode(encoding)


def _encoding(data: bytes, mark: bytes) -> str:
    wide = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    if mark in wide:
        return wide[mark]
    for encoding in ("utf-8", "gb18030"):
        try:
            data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise NotText("no text")


def patch(path: str, before: str, after: str) -> str:
    """The difference between two texts of a file, as git shows it."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _of_list(finding: Finding) -> Remark:
    """A fault in a list, as a remark."""
    return Remark(
        finding.path,
        finding.line,
        finding.column,
        finding.code,
        finding.level,
        "",
        finding.message,
    )
