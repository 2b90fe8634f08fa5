"""Editions: the whole issue is the internal one; the public one has only what says 公开: 是."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from plugins.issue.record import Archive, Edition, Issue, Section
from plugins.keeping import store


def issue_for(issue: Issue, edition: Edition) -> Issue:
    """The issue as an edition has it; sections that are left without articles are gone."""
    if edition == "internal":
        return issue
    sections = tuple(kept for section in issue.sections if (kept := _public(section)).articles)
    stems = {article.stem for section in sections for article in section.articles}
    headlines = [article.headline for section in sections for article in section.articles]
    lines = tuple(
        line for line in issue.cover.lines if any(matches(line, each) for each in headlines)
    )
    names = {section.title.name for section in sections}
    plates = tuple(plate for plate in issue.plates if plate.after in ("", *names))
    folios = {stem: page for stem, page in issue.folios.items() if stem in stems}
    return replace(
        issue,
        sections=sections,
        plates=plates,
        cover=replace(issue.cover, lines=lines),
        folios=MappingProxyType(folios),
        version=store.key(issue.version, repr(lines), *sorted(stems)) if issue.version else "",
    )


def archive_for(archive: Archive, edition: Edition) -> Archive:
    """The archive as an edition has it; issues without a public article are left out."""
    issues = (issue_for(issue, edition) for issue in archive.issues)
    return replace(archive, issues=tuple(each for each in issues if each.articles), held=())


class Editor:
    """Cuts archives to one edition; an issue that did not change is the same object as the last time."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._cut: dict[int, tuple[Issue, Issue]] = {}

    def archive(self, archive: Archive) -> Archive:
        """The archive as the edition has it."""
        known = self._cut
        self._cut = {
            id(issue): known.get(id(issue)) or (issue, issue_for(issue, self._edition))
            for issue in archive.issues
        }
        cut = (self._cut[id(issue)][1] for issue in archive.issues)
        return replace(archive, issues=tuple(each for each in cut if each.articles), held=())


def matches(line: str, headline: str) -> bool:
    """Whether a cover line is a headline or a part of one; spaces do not count."""
    return "".join(line.split()) in "".join(headline.split())


def _public(section: Section) -> Section:
    return replace(section, articles=tuple(each for each in section.articles if each.public))
