"""Press one policy text on A4: lay out until everything has its place, then write the PDF.

In: an `Article` of the kind 公文. Out: one PDF. Measures and faces are in
theme/press/styles/officialsheet.css, with the clause of GB/T 9704-2012 for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.article.finding import ManuscriptError
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.press import faces
from plugins.press.official.officialsheet import Extras, Manner, OfficialSheet, official_sheet
from plugins.press.official.officialtitle import em_width
from plugins.press.prepress.pictures import screen_pictures
from plugins.press.screen.archival import screen_pdf
from plugins.press.screen.metadata import Facts
from plugins.press.screen.tagging import tagging
from plugins.press.sheets import Sheet
from plugins.press.templates import Templates
from plugins.press.typesetter import Typesetter, complaints_are_errors

STYLES = ["shared/tokens.css", "press/styles/officialsheet.css"]
TEMPLATE = "officialsheet.html"
#: More than five lines of 28: such a list of addressees may leave no room for the text (7.3.2).
LONG_ADDRESSEE = 140


@dataclass(frozen=True, slots=True)
class Fitting:
    """What earlier layouts showed: lines a page, addressee at the foot (7.3.2), imprint apart, space above it (px)."""

    page_lines: int = 22
    addressee_below: bool = False
    apart: bool = False
    fill: float = 0.0


def press_official(
    article: Article,
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    extras: Extras | None = None,
    manner: Manner | None = None,
    cache: Path | None = None,
) -> Path:
    """Set one policy text and write ``target``; the file there is replaced only by a whole one.

    Raises `ManuscriptError` when a character has no face.
    """
    faults = faces.check_article(article, content)
    if faults:
        raise ManuscriptError(faults)
    sheet = official_sheet(article, extras, manner, cache)
    templates = Templates(theme.resolve(), issue)
    typesetter = Typesetter(content.resolve(), theme.resolve(), STYLES)

    def lay_out(fitting: Fitting) -> Any:
        html = templates.render(TEMPLATE, sheet=sheet, fitting=fitting)
        return typesetter.lay_out(html, article.issue_key)

    document, fitting = fitted(sheet, lay_out)
    numbered = _numbered(document, fitting)
    target.parent.mkdir(parents=True, exist_ok=True)
    raw, whole = target.with_suffix(".raw"), target.with_suffix(".new")
    try:
        with complaints_are_errors(), tagging():
            document.write_pdf(raw, uncompressed_pdf=True, pdf_tags=True)
        screen_pdf(raw, whole, _facts(article, issue), numbered, screen_pictures)
        whole.replace(target)
    finally:
        raw.unlink(missing_ok=True)
        whole.unlink(missing_ok=True)
    return target


def _facts(article: Article, issue: Issue) -> Facts:
    author = article.issuing_body or issue.publication.sponsor
    day = article.signed_on or issue.published
    return Facts(article.title, article.document_number or article.headline, author, day)


def fitted(sheet: OfficialSheet, lay_out: Callable[[Fitting], Any]) -> tuple[Any, Fitting]:
    """Lay out until text, addressee and imprint have their places: one round, rarely more."""
    tried = ((lay_out(each), each) for each in (Fitting(), *_fittings(sheet)))
    kept = document, fitting = next(tried)
    if not _sound(document):
        document, fitting = next((each for each in tried if _sound(each[0])), kept)
    if sheet.has_imprint or fitting.addressee_below:
        fitting = _with_imprint(document, fitting)
        document = lay_out(fitting)
    return document, fitting


def _fittings(sheet: OfficialSheet) -> Iterator[Fitting]:
    """What is tried when 22 lines do not do: a long list of addressees at the foot, other pitches."""
    if em_width(sheet.addressee) > LONG_ADDRESSEE:
        yield Fitting(addressee_below=True)
    yield from (Fitting(page_lines=lines) for lines in (23, 21, 24, 20))


def _sound(document: Any) -> bool:
    """Text on the first page (7.3.3), and some of it on the page of the signature (7.3.5.5)."""
    begins, ends = (_page_of(document, name) for name in ("text-begins", "text-ends"))
    closing = _page_of(document, "closing")
    return begins <= 0 and closing in (-1, ends)


def _with_imprint(document: Any, fitting: Fitting) -> Fitting:
    """Where the imprint goes: to the foot of the last page, which is an even one (7.4.1, 7.5)."""
    last = _page_of(document, "all-ends")
    box = document.pages[last]._page_box
    foot = box.margin_top + box.height
    ends = document.pages[last].anchors["all-ends"][1]
    place = document.pages[_page_of(document, "imprint")].anchors
    height = place["imprint-ends"][1] - place["imprint"][1]
    shares = last % 2 == 1 and ends + height <= foot
    begins = ends if shares else box.margin_top
    return replace(fitting, apart=not shares, fill=round(foot - begins - height - 0.01, 2))


def _page_of(document: Any, name: str) -> int:
    """The place of the page with this anchor; -1 when there is none."""
    places = (place for place, page in enumerate(document.pages) if name in page.anchors)
    return next(places, -1)


def _numbered(document: Any, fitting: Fitting) -> list[Sheet]:
    """A sheet a page, for page labels. An imprint apart and a blank page before it bear no number."""
    count = len(document.pages)
    last = _page_of(document, "all-ends") if fitting.apart else count - 1
    return [_sheet(place, place <= last, place == count - 1) for place in range(count)]


def _sheet(place: int, numbered: bool, final: bool) -> Sheet:
    folio = place + 1 if numbered else 0
    label = str(folio) if numbered else "版记" if final else "空白页"
    return Sheet(None, 0, folio, label, "verso" if place % 2 else "recto")
