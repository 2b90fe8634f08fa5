"""The whole content folder → `Archive`, and everything wrong with what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.article.finding import Finding
from plugins.article.manuscript import Tagger
from plugins.issue.desk import Desk, Round
from plugins.issue.folder import Basis, FolderRead
from plugins.issue.noted import digest
from plugins.issue.publication import read_publication, read_sections
from plugins.issue.record import Archive, Issue, SectionName
from plugins.issue.toml import TomlFile
from plugins.keeping.store import key

if TYPE_CHECKING:
    from plugins.toc.plugin import Outliner

KEY = re.compile(r"\d{4}-\d{2}")


def load(
    content: Path, outliner: Outliner, tagger: Tagger, desk: Desk | None = None
) -> tuple[Archive, list[Finding]]:
    """Read everything under ``content``. Out: the archive, newest issue first, and all findings.

    ``desk``: what is known of an earlier reading, and who reads; without one everything is read here.
    """
    top = content.name
    files = content / "publication.toml", content / "sections.toml"
    basis_key = key(top, *map(digest, files))
    bulletin, register = (TomlFile(file, f"{top}/{file.name}") for file in files)
    publication, sections = read_publication(bulletin), read_sections(register)
    basis = Basis(top, publication, sections, outliner, tagger)
    folders = issue_folders(content)[::-1]
    reads = Round(desk or Desk(), basis, basis_key).read(folders)
    findings = [*bulletin.findings, *register.findings]
    findings += [finding for read in reads for finding in read.findings]
    issues = [read.issue for read in reads if read.issue is not None]
    findings += _series(issues, _lines(reads), top)
    findings += _lost_links(issues, {folder.name for folder in folders}, top)
    held = tuple(path for read in reads for path in read.held)
    return Archive(publication, _known(sections, issues), tuple(issues), held), findings


def _known(sections: tuple[SectionName, ...], issues: list[Issue]) -> tuple[SectionName, ...]:
    """The registered sections, and those that only issues declare."""
    used = {section.title.name: section.title for each in issues for section in each.sections}
    registered = {section.name for section in sections}
    return (*sections, *(title for name, title in used.items() if name not in registered))


def _lines(reads: list[FolderRead]) -> dict[str, int]:
    """By issue, the line of its whole number."""
    return {read.issue.key: read.whole_number_line for read in reads if read.issue is not None}


def issue_folders(content: Path) -> list[Path]:
    """The folders of issues, oldest first: named YYYY-MM, and not empty."""
    found = (path for path in content.iterdir() if path.is_dir() and KEY.fullmatch(path.name))
    return sorted(path for path in found if any(path.iterdir()))


def _series(issues: list[Issue], lines: Mapping[str, int], top: str) -> Iterator[Finding]:
    """Whole numbers must rise with time, and within a year step by step with the numbers.

    ``lines`` says by issue on which line of issue.toml the whole number stands.
    """
    for before, issue in pairwise(sorted(issues, key=lambda each: (each.published, each.key))):
        step = issue.whole_number - before.whole_number
        same_year = issue.published.year == before.published.year
        if step > 0 and (not same_year or step == issue.number - before.number):
            continue
        message = (
            f"总期号 {issue.whole_number}（第{issue.number}期）接不上 {before.key} 的"
            f" {before.whole_number}（第{before.number}期），请核对 number 和 whole_number"
        )
        path = f"{top}/{issue.key}/issue.toml"
        yield Finding(path, lines.get(issue.key, 1), 1, "I216", "error", message)


def _lost_links(issues: list[Issue], folders: set[str], top: str) -> Iterator[Finding]:
    """Links to articles that stand in no issue; an issue that cannot be read is a finding itself."""
    by_key = {issue.key: issue for issue in issues}
    unread = folders - by_key.keys()

    @cache
    def stems(key: str) -> frozenset[str]:
        issue = by_key.get(key)
        return frozenset(article.stem for article in issue.articles) if issue else frozenset()

    for issue in issues:
        for article in issue.articles:
            for link in article.links:
                if link.stem in stems(link.issue_key) or link.issue_key in unread:
                    continue
                message = (
                    f"链接指向的稿件 {link.issue_key}/{link.stem}.md 不存在或没有排进那一期，"
                    "请核对文件名"
                )
                path = f"{top}/{article.path}"
                yield Finding(path, link.line, link.column, "I221", "error", message)
