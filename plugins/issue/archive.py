"""The whole content folder → `Archive`, and everything wrong with what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from plugins.article import manuscript
from plugins.article.body import Outliner
from plugins.article.finding import Finding
from plugins.article.manuscript import Tagger
from plugins.article.record import Article
from plugins.issue.compose import compose
from plugins.issue.plan import read_plan
from plugins.issue.publication import read_publication, read_sections
from plugins.issue.record import Archive, Issue, Publication, SectionName
from plugins.issue.toml import TomlFile

#: Endings under which a manuscript may have been saved by mistake.
OTHER_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".txt")
KEY = re.compile(r"\d{4}-\d{2}")


def load(content: Path, outliner: Outliner, tagger: Tagger) -> tuple[Archive, list[Finding]]:
    """Read everything under ``content``. Out: the archive, newest issue first, and all findings."""
    top = content.name
    register = TomlFile(content / "sections.toml", f"{top}/sections.toml")
    bulletin = TomlFile(content / "publication.toml", f"{top}/publication.toml")
    publication, sections = read_publication(bulletin), read_sections(register)
    findings = [*bulletin.findings, *register.findings]
    issues: list[Issue] = []
    held: list[str] = []
    lines: dict[str, int] = {}
    for folder in reversed(issue_folders(content)):
        reader = _IssueFolder(folder, f"{top}/{folder.name}", publication, sections)
        issue = reader.read(outliner, tagger)
        findings += reader.findings
        held += reader.held
        if issue is not None:
            issues.append(issue)
            lines[issue.key] = reader.whole_number_line
    findings += _series(issues, lines, top)
    findings += _lost_links(issues, content)
    used = {section.title.name: section.title for each in issues for section in each.sections}
    registered = {section.name: section for section in sections}
    known = (*sections, *(name for key, name in used.items() if key not in registered))
    return Archive(publication, known, tuple(issues), tuple(held)), findings


def issue_folders(content: Path) -> list[Path]:
    """The folders of issues, oldest first: named YYYY-MM, and not empty."""
    found = (path for path in content.iterdir() if path.is_dir() and KEY.fullmatch(path.name))
    return sorted(path for path in found if any(path.iterdir()))


def read_folios(folder: Path) -> Mapping[str, int]:
    """Printed page numbers by stem, as the press left them.

    None before the first press, or from a file that is no TOML any more: the next press mends it.
    """
    file = folder / "folios.toml"
    if not file.exists():
        return {}
    pages = TomlFile(file, "").data.get("pages", {})
    return {
        str(stem): page
        for stem, page in (pages.items() if isinstance(pages, Mapping) else ())
        if isinstance(page, int)
    }


class _IssueFolder:
    """One issue's folder while it is read."""

    def __init__(
        self,
        folder: Path,
        shown: str,
        publication: Publication,
        sections: tuple[SectionName, ...],
    ) -> None:
        self.folder = folder
        self.shown = shown
        self.publication = publication
        self.sections = sections
        self.findings: list[Finding] = []
        self.held: list[str] = []
        self.whole_number_line = 1

    def read(self, outliner: Outliner, tagger: Tagger) -> Issue | None:
        """The issue, or None when its issue.toml cannot carry one."""
        file = TomlFile(self.folder / "issue.toml", f"{self.shown}/issue.toml")
        if not (self.folder / "issue.toml").exists():
            file.add("I203", "这一期没有 issue.toml，请照 inv 建期 的样子写一个")
        plan = read_plan(file, self.folder.name, self.sections)
        if plan is None:
            self.findings += file.findings
            return None
        self.whole_number_line = file.line_of(r"^[ \t]*whole_number\b")
        self.findings += self._same_but_for_case()
        self.findings += self._other_names()
        articles = self._articles(set(plan.stems), outliner, tagger)
        issue = compose(
            plan, articles, self.publication, read_folios(self.folder), file, self.folder
        )
        self.findings[:0] = file.findings
        self.findings += self._not_public(issue)
        return issue

    def _articles(
        self, planned: set[str], outliner: Outliner, tagger: Tagger
    ) -> dict[str, Article]:
        """The planned articles by stem; the rest of the folder is held copy."""
        articles = {}
        for path in sorted(self.folder.glob("*.md")):
            shown = f"{self.shown}/{path.name}"
            if path.stem not in planned:
                self.held.append(shown)
                message = "没有排进本期任何栏目，作备稿保存，不进网站和印刷"
                self.findings.append(Finding(shown, 0, 0, "I213", "hint", message))
                continue
            article, found = manuscript.read(path, shown, outliner, tagger)
            self.findings += found
            if article is not None:
                articles[path.stem] = article
        unreadable = planned & {path.stem for path in self.folder.glob("*.md")} - set(articles)
        return {**articles, **{stem: self._stand_in(stem) for stem in unreadable}}

    def _stand_in(self, stem: str) -> Article:
        """In place of an unreadable article, so that it is not also reported as missing."""
        path = f"{self.folder.name}/{stem}.md"
        return Article(issue_key=self.folder.name, stem=stem, path=path, body="", text="")

    def _same_but_for_case(self) -> Iterator[Finding]:
        seen: dict[str, str] = {}
        for path in sorted(self.folder.glob("*.md")):
            folded = path.stem.casefold()
            if folded in seen:
                message = f"与“{seen[folded]}”只差大小写，在有些电脑和网址里是同一个文件，请改名"
                yield Finding(f"{self.shown}/{path.name}", 0, 0, "I214", "error", message)
            seen[folded] = path.name

    def _other_names(self) -> Iterator[Finding]:
        """Manuscripts that an editor saved under another ending would be silently left out."""
        for path in sorted(self.folder.iterdir()):
            if path.suffix.lower() in OTHER_ENDINGS and path.suffix != ".md":
                message = f"“{path.name}”没有读：稿件的文件名要以小写的“.md”结尾，请改名"
                yield Finding(f"{self.shown}/{path.name}", 0, 0, "I222", "warning", message)

    def _not_public(self, issue: Issue) -> Iterator[Finding]:
        for article in issue.articles:
            if article.headline and not article.public:
                message = "没有写“公开: 是”，只进内部版（印刷），不进公开网站"
                shown = f"{self.shown}/{article.stem}.md"
                yield Finding(shown, 0, 0, "I215", "hint", message)


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


def _lost_links(issues: list[Issue], content: Path) -> Iterator[Finding]:
    """Links to articles that stand in no issue; an issue that cannot be read is a finding itself."""
    known = {(article.issue_key, article.stem) for each in issues for article in each.articles}
    unread = {path.name for path in issue_folders(content)} - {issue.key for issue in issues}
    for issue in issues:
        for article in issue.articles:
            for link in article.links:
                if (link.issue_key, link.stem) in known or link.issue_key in unread:
                    continue
                message = (
                    f"链接指向的稿件 {link.issue_key}/{link.stem}.md 不存在或没有排进那一期，"
                    "请核对文件名"
                )
                path = f"{content.name}/{article.path}"
                yield Finding(path, link.line, link.column, "I221", "error", message)
