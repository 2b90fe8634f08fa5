"""Plan + articles → `Issue`, with the findings that only the two together can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from plugins.article import pictures
from plugins.article.manuscript import Measure
from plugins.article.record import Article
from plugins.issue.editions import matches
from plugins.issue.plan import Plan, PlannedSection, merged
from plugins.issue.record import Issue, Plate, Publication, Section
from plugins.issue.toml import TomlFile
from plugins.keeping import store

#: The fields of an issue that its version takes as they are.
FACTS = ("key", "number", "whole_number", "published", "publication", "cover", "plates")


def compose(
    plan: Plan,
    articles: Mapping[str, Article],
    publication: Publication,
    folios: Mapping[str, int],
    file: TomlFile,
    folder: Path,
    measure: Measure = pictures.measure,
) -> Issue:
    """The issue; ``file`` (issue.toml) collects the findings, ``articles`` are by stem.

    ``measure`` tells sizes of pictures as `pictures.measure` does.
    """
    listed: dict[str, str] = {}
    sections = tuple(_section(planned, articles, listed, file) for planned in plan.sections)
    issue = Issue(
        key=plan.key,
        number=plan.number,
        whole_number=plan.whole_number,
        published=plan.published,
        publication=merged(publication, plan.overrides),
        cover=plan.cover,
        plates=tuple(_plate(plate, folder, file, measure) for plate in plan.plates),
        sections=tuple(section for section in sections if section.articles),
        folios=MappingProxyType(dict(folios)),
    )
    size = _cover(issue, folder, file, measure)
    _empty_sections(issue, file)
    return replace(issue, version=_version(issue, size))


def _version(issue: Issue, cover: pictures.Size | None) -> str:
    """A digest of all that the record holds, of its articles only where they stand."""
    facts = [getattr(issue, name) for name in FACTS]
    rows = [
        (
            section.title,
            section.flow,
            section.editors_note,
            [each.stem for each in section.articles],
        )
        for section in issue.sections
    ]
    return store.key(repr((facts, sorted(issue.folios.items()), rows, cover)))


def _section(
    planned: PlannedSection, articles: Mapping[str, Article], listed: dict[str, str], file: TomlFile
) -> Section:
    found = []
    for stem in planned.stems:
        if stem in listed:
            message = f"“{stem}”已经排在“{listed[stem]}”，同一篇稿件只能排一次，请留一处"
            again = 2 if listed[stem] == planned.title.name else 1
            file.add("I208", message, f'"{stem}"', from_line=planned.line, nth=again)
        elif stem not in articles:
            message = f"没有“{stem}.md”这篇稿件，请核对文件名，或从 articles 里删去"
            file.add("I205", message, f'"{stem}"', from_line=planned.line)
        else:
            found.append(articles[stem])
        listed.setdefault(stem, planned.title.name)
    return Section(planned.title, planned.flow, tuple(found), planned.editors_note)


def _plate(plate: Plate, folder: Path, file: TomlFile, measure: Measure) -> Plate:
    try:
        size = measure(folder, plate.image)
    except pictures.PictureFault as fault:
        file.add("I210", str(fault), plate.image)
        return plate
    return replace(plate, width=size.width, height=size.height)


def _cover(issue: Issue, folder: Path, file: TomlFile, measure: Measure) -> pictures.Size | None:
    """Check the cover; the size of its picture, if it has a good one."""
    size = None
    if issue.cover.image:
        try:
            size = measure(folder, issue.cover.image)
        except pictures.PictureFault as fault:
            file.add("I210", str(fault), issue.cover.image)
    headlines = [article.headline for article in issue.articles]
    for line in issue.cover.lines:
        if not any(matches(line, headline) for headline in headlines):
            message = f"封面要目“{line}”与本期任何标题都对不上，请照标题（或其一部分）改"
            file.add("I209", message, line, level="warning")
    return size


def _empty_sections(issue: Issue, file: TomlFile) -> None:
    """A picture behind a section that has no articles would stand nowhere."""
    filled = {section.title.name for section in issue.sections}
    for plate in issue.plates:
        if plate.after and plate.after not in filled:
            message = f"栏目“{plate.after}”还没有稿件，排在它后面的整版图片没有位置，请先排稿件"
            file.add("I211", message, plate.place)
