"""单篇 PDF: every article of a bound issue as a PDF of its own, as it stands in print, with its citation.

A clipping (剪报) has the article's pages with running heads and folios, nothing of what shares them, and at the
foot of the first how it is cited and where it stands on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from weasyprint.document import Page

from plugins.article.record import Article
from plugins.issue.citation import citation, spans
from plugins.issue.enclosures import Enclosure, write_index
from plugins.issue.record import Issue
from plugins.keeping.exchange import built_aside
from plugins.press.pieces import rank
from plugins.press.prepress.pictures import screen_pictures
from plugins.press.screen.clipping_faces import Faces
from plugins.press.screen.clipping_file import Pictures, write
from plugins.press.screen.clipping_pages import Leaf, leaves
from plugins.press.screen.clipping_proof import ensure_own, words
from plugins.press.screen.metadata import Facts
from plugins.press.sheets import Sheet
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter
from plugins.press.workshop import Bound

STYLES = ["shared/tokens.css", "press/styles/clipping.css"]
#: What is said of it while it goes on.
STEP = "单篇"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands at the foot of a clipping: the citation, the address ("" if none), the side of the page."""

    words: str
    address: str
    side: str


def clippings(
    bound: Bound,
    faces: Faces,
    content: Path,
    theme: Path,
    folder: Path,
    progress: Progress,
    cache: Path | None = None,
    hold: Callable[[], None] = lambda: None,
) -> tuple[Enclosure, ...]:
    """Write the PDF of every article, and their index, into ``folder``, which is replaced as a whole.

    ``faces``: the fonts of the issue's PDF as `Bound.write` wrote it, to be used again. ``cache``: where
    pictures are kept between runs. Every file is proved to hold its article's words and no others.
    ``hold``: called when all is made and before ``folder`` is replaced.

    Raises `IncompleteError` when one does not; when this raises, ``folder`` is as it was.
    """
    issue = bound.issue
    addresses = public_addresses(issue)
    own = leaves(bound, addresses)
    strips = _strips(issue, own, addresses, content, theme)
    cutter = _Cutter(bound, faces, partial(screen_pictures, cache=cache))
    cutter.faces.learn(strips)
    made = []
    with built_aside(folder) as aside:
        for done, (article, foot) in enumerate(zip(issue.articles, strips.pages, strict=True), 1):
            progress(STEP, done, len(issue.articles))
            cutter.cut(article, own[article.stem], foot, aside)
            file = folder / f"{article.stem}.pdf"
            made.append(Enclosure(article.stem, file, _folios(own[article.stem])))
        write_index(aside, issue, made)
        hold()
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Makes one clipping after the other."""

    bound: Bound
    faces: Faces
    pictures: Pictures

    def cut(self, article: Article, own: tuple[Leaf, ...], foot: Page, folder: Path) -> None:
        """Write the PDF of an article into ``folder`` and prove it. ``foot``: the page with its citation."""
        pages = (own[0].over(foot), *own[1:])
        document = self.bound.documents["cover"].copy([leaf.bound for leaf in pages])
        document.fonts = self.faces.of_one_pdf()
        file = folder / f"{article.stem}.pdf"
        facts = _facts(article, self.bound.issue, _folios(own))
        write(document, file, facts, [leaf.sheet for leaf in own], self.pictures)
        ends = [words(leaf.furniture) for leaf in own]
        ends[0] = words(foot) + ends[0]
        ensure_own(article, _is_short(article, own[0].sheet), file, ends)


def _is_short(article: Article, sheet: Sheet) -> bool:
    section = sheet.piece.section if sheet.piece else None
    return section is not None and rank(article, section) == "short"


def public_addresses(issue: Issue) -> dict[str, str]:
    """Where the public articles of an issue stand on the site, by stem; none when it has no address."""
    site = issue.publication.site_address.rstrip("/")
    articles = issue.articles if site else ()
    return {
        each.stem: f"{site}/{quote(f'{issue.key}/{each.stem}')}.html"
        for each in articles
        if each.public
    }


def _strips(
    issue: Issue,
    own: Mapping[str, tuple[Leaf, ...]],
    addresses: Mapping[str, str],
    content: Path,
    theme: Path,
) -> Any:
    """The laid-out document of all citations, one a page, in the order of the articles."""
    strips = [
        Strip(
            citation(article, issue, spans(_folios(own[article.stem]))),
            addresses.get(article.stem, ""),
            own[article.stem][0].sheet.side,
        )
        for article in issue.articles
    ]
    html = Templates(theme.resolve(), issue).render("clipping.html", strips=strips)
    return Typesetter(content.resolve(), theme.resolve(), STYLES).lay_out(html, issue.key)


def _folios(found: tuple[Leaf, ...]) -> tuple[int, ...]:
    return tuple(leaf.sheet.folio for leaf in found)


def _facts(article: Article, issue: Issue, folios: tuple[int, ...]) -> Facts:
    authors = article.bylines or article.contributors or (issue.publication.sponsor,)
    return Facts(
        title=article.title,
        subject=citation(article, issue, spans(folios)),
        author=article.issuing_body or "、".join(authors),
        published=issue.published,
    )
