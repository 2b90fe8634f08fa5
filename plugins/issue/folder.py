"""One issue's folder → its `Issue`, and everything wrong with what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.article import manuscript
from plugins.article.finding import Finding
from plugins.article.manuscript import Tagger
from plugins.article.pictures import Size
from plugins.article.record import Article
from plugins.issue.compose import compose
from plugins.issue.noted import Noted, Sizes, marks
from plugins.issue.plan import read_plan
from plugins.issue.record import Issue, Publication, SectionName
from plugins.issue.toml import TomlFile
from plugins.keeping.store import key

if TYPE_CHECKING:
    from plugins.toc.plugin import Outliner

#: Endings under which a manuscript may have been saved by mistake.
OTHER_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".txt")


@dataclass(frozen=True, slots=True)
class Basis:
    """What all issues of a content folder are read with; ``top`` is what findings call that folder."""

    top: str
    publication: Publication
    sections: tuple[SectionName, ...]
    outliner: Outliner
    tagger: Tagger


@dataclass(frozen=True, slots=True)
class Copy:
    """A manuscript that was read: what it was, what became of it, the pictures it asked for."""

    noted: Noted
    article: Article | None
    findings: tuple[Finding, ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderRead:
    """What the reading of a folder gave. ``issue`` is None when its issue.toml cannot carry one.

    ``copies`` are the manuscripts by file name, ``pictures`` what was asked for, by source as typed.
    ``whole_number_line`` is where the whole number stands in issue.toml.
    """

    issue: Issue | None
    findings: tuple[Finding, ...]
    held: tuple[str, ...] = ()
    whole_number_line: int = 1
    copies: Mapping[str, Copy] = field(default_factory=dict)
    pictures: Mapping[str, Noted] = field(default_factory=dict)


class IssueFolder:
    """One issue's folder while it is read.

    ``copies`` are manuscripts that need not be read again, ``sizes`` knows what their pictures are like.
    """

    def __init__(
        self, folder: Path, basis: Basis, sizes: Sizes, copies: Mapping[str, Copy] | None = None
    ) -> None:
        self.folder = folder
        self.shown = f"{basis.top}/{folder.name}"
        self.basis = basis
        self.sizes = sizes
        self.copies = dict(copies or {})
        self.findings: list[Finding] = []
        self.held: list[str] = []
        self.names = sorted(path.name for path in folder.glob("*.md"))

    def read(self) -> FolderRead:
        """Read it."""
        file = TomlFile(self.folder / "issue.toml", f"{self.shown}/issue.toml")
        if not (self.folder / "issue.toml").exists():
            file.add("I203", "这一期没有 issue.toml，请照 inv 建期 的样子写一个")
        plan = read_plan(file, self.folder.name, self.basis.sections)
        if plan is None:
            return self._told(None, file.findings, 1)
        self.findings += self._same_but_for_case()
        self.findings += self._other_names()
        articles = self._articles(set(plan.stems))
        issue = compose(
            plan,
            articles,
            self.basis.publication,
            read_folios(self.folder),
            file,
            self.folder,
            self.sizes.measure,
        )
        self.findings[:0] = file.findings
        self.findings += self._not_public(issue)
        line = file.line_of(r"^[ \t]*whole_number\b")
        return self._told(issue, self.findings, line)

    def _told(self, issue: Issue | None, findings: list[Finding], line: int) -> FolderRead:
        """The result; copies of manuscripts that went are forgotten."""
        copies = {name: self.copies[name] for name in self.names if name in self.copies}
        for copy in copies.values():
            for src in copy.pictures:
                self.sizes.note(src)
        pictures = dict(self.sizes.asked)
        return FolderRead(issue, tuple(findings), tuple(self.held), line, copies, pictures)

    def _articles(self, planned: set[str]) -> dict[str, Article]:
        """The planned articles by stem; the rest of the folder is held copy."""
        articles = {}
        for name in self.names:
            stem, shown = Path(name).stem, f"{self.shown}/{name}"
            if stem not in planned:
                self.held.append(shown)
                message = "没有排进本期任何栏目，作备稿保存，不进网站和印刷"
                self.findings.append(Finding(shown, 0, 0, "I213", "hint", message))
                continue
            copy = self.copies[name] = self.copies.get(name) or self._copy(name, shown)
            self.findings += copy.findings
            articles[stem] = copy.article or self._stand_in(stem, copy)
        return articles

    def _copy(self, name: str, shown: str) -> Copy:
        """Read a manuscript. Its marks are taken first: a change in between is seen the next time."""
        path = self.folder / name
        before, sizes = marks(path), _Asked(self.sizes)
        data = path.read_bytes()
        article, findings = manuscript.read_data(
            data, path, shown, self.basis.outliner, self.basis.tagger, sizes.measure
        )
        noted = Noted(before, manuscript.digest(data))
        return Copy(noted, article, tuple(findings), tuple(sizes.sources))

    def _stand_in(self, stem: str, copy: Copy) -> Article:
        """In place of an unreadable article, so that it is not also reported as missing."""
        path = f"{self.folder.name}/{stem}.md"
        bare = Article(issue_key=self.folder.name, stem=stem, path=path, body="", text="")
        return replace(bare, version=key("unreadable", str(copy.noted.content)))

    def _same_but_for_case(self) -> Iterator[Finding]:
        seen: dict[str, str] = {}
        for name in self.names:
            folded = Path(name).stem.casefold()
            if folded in seen:
                message = f"与“{seen[folded]}”只差大小写，在有些电脑和网址里是同一个文件，请改名"
                yield Finding(f"{self.shown}/{name}", 0, 0, "I214", "error", message)
            seen[folded] = name

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


class _Asked:
    """Sizes for one manuscript, which remembers what it asked for."""

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self.sources: dict[str, None] = {}

    def measure(self, folder: Path, src: str) -> Size:
        self.sources[src] = None
        return self._sizes.measure(folder, src)


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
