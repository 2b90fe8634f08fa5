"""The ordinary pages of the site (content/pages): read like articles, found wrong like articles."""

from __future__ import annotations

from pathlib import Path

from plugins.article import manuscript
from plugins.article.finding import Finding
from plugins.article.record import Article
from plugins.issue.record import Archive
from plugins.tagging.record import Tagged
from plugins.toc.plugin import Outliner
from plugins.web import addresses


def read_pages(
    content: Path, outliner: Outliner, archive: Archive
) -> tuple[tuple[Article, ...], list[Finding]]:
    """Every page of content/pages, and what is wrong with them."""
    texts: list[Article] = []
    findings: list[Finding] = []
    for file in sorted((content / addresses.PAGES).glob("*.md")):
        shown = f"{content.name}/{addresses.PAGES}/{file.name}"
        text, found = manuscript.read(file, shown, outliner, _no_tags)
        findings += found
        if text is not None:
            texts.append(text)
    return tuple(texts), findings + _lost_links(texts, archive, content.name)


def _no_tags(headline: str, text: str, own: tuple[str, ...]) -> Tagged:
    """Pages have no tags, so nothing is cut into words for them."""
    return Tagged()


def _lost_links(texts: list[Article], archive: Archive, top: str) -> list[Finding]:
    own = {text.stem for text in texts}

    def is_known(folder: str, stem: str) -> bool:
        if folder == addresses.PAGES:
            return stem in own
        issue = archive.issue(folder)
        return issue is not None and any(each.stem == stem for each in issue.articles)

    return [
        Finding(
            f"{top}/{text.path}",
            link.line,
            link.column,
            "W103",
            "error",
            f"链接指向的“{link.issue_key}/{link.stem}.md”不存在，请核对文件名",
        )
        for text in texts
        for link in text.links
        if not is_known(link.issue_key, link.stem)
    ]
