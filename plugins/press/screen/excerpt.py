"""公开版 PDF: a bound issue as the public edition has it, page by page as it was printed.

Articles that are not public, and all that names them, are not there: on shared pages a white place stays,
pages with nothing else are left out. Folios are those of the printed issue, so that citations hold.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.issue.editions import issue_for
from plugins.issue.enclosures import issue_digest
from plugins.issue.record import Issue
from plugins.press import contents
from plugins.press.pieces import pieces
from plugins.press.proof.completeness import Origin, ensure_complete
from plugins.press.quality import reader
from plugins.press.screen.clipping_faces import Faces
from plugins.press.screen.clipping_file import Pictures, write
from plugins.press.screen.excerpt_pages import excerpt_pages, folios_left
from plugins.press.screen.metadata import Facts
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter
from plugins.press.workshop import BODY_STYLES, CONTENTS, Bound

COVER = "cover"
#: Stands in the colophon, so that nobody takes the white places for faults.
NOTE = "公开版：只收公开的文章，页码同印刷版。"
TITLE = "{}（公开版）"


def public_issue(issue: Issue) -> Issue | None:
    """The issue as a public PDF of its own has it.

    None when there is nothing to make: no article is public, or nothing is withheld, and the PDF of the whole
    issue serves both editions; or publication.toml wants none (``issue_pdf = "none"``).
    """
    public = issue_for(issue, "public")
    if issue.publication.issue_pdf == "none" or not public.articles:
        return None
    return None if issue_digest(public) == issue_digest(issue) else public


def write_excerpt(
    bound: Bound,
    public: Issue,
    content: Path,
    theme: Path,
    file: Path,
    faces: Faces,
    pictures: Pictures,
) -> tuple[int, ...]:
    """Write the pages of ``public`` out of the ``bound`` issue to ``file``, and prove them; their folios.

    ``faces``: the fonts of the issue; ``pictures`` makes those of an open PDF smaller. The issue must have
    been painted before. Raises `IncompleteError` when the file is not the public issue and nothing but it.
    """
    folios = {key: bound.folios[key] for key in (article.key for article in public.articles)}
    fresh = _fresh(bound, public, folios, content, theme)
    leaves = excerpt_pages(bound, public, fresh)
    document = bound.documents[COVER].copy([leaf.bound for leaf in leaves])
    document.fonts = faces.of_one_pdf()
    publication = public.publication
    subject = publication.motto or publication.name
    title = TITLE.format(bound.title)
    facts = Facts(title, subject, publication.sponsor, public.published, accessible=False)
    write(document, file, facts, [leaf.sheet for leaf in leaves], pictures)
    numbers = folios_left(leaves)
    origin = Origin(bound.issue, bound.folios, numbers)
    ensure_complete(public, reader.read(file).pages, folios, origin)
    return numbers


def _fresh(
    bound: Bound, public: Issue, folios: dict[str, int], content: Path, theme: Path
) -> dict[str, Any]:
    """What names articles, laid out anew: the contents; the cover when it has other lines."""
    templates = Templates(theme.resolve(), public)
    typesetter = Typesetter(content.resolve(), theme.resolve(), BODY_STYLES)
    known = {piece.name: piece for piece in pieces(public)}
    html = {
        CONTENTS: templates.html(
            known[CONTENTS],
            groups=contents.groups(public, folios),
            plates=contents.listed_plates(public),
            edition_note=NOTE,
        )
    }
    if public.cover != bound.issue.cover:
        html[COVER] = templates.html(known[COVER])
    return {name: typesetter.lay_out(each, public.key) for name, each in html.items()}
