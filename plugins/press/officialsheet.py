"""A policy text on its own: A4 in the strict form of GB/T 9704-2012, ready for the red-headed paper.

In: an `Article` of the kind 公文 (and what its front matter cannot say, as `Extras`). Out: one PDF.
Measures and faces are in theme/press/styles/officialsheet.css, with the clause of each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from plugins.article.record import Article
from plugins.hanzi import headlines, words
from plugins.issue.record import Issue
from plugins.press.finish import finish
from plugins.press.officialparts import Attachment, take_apart
from plugins.press.officialtitle import em_width, pieces, title_lines
from plugins.press.sheets import Sheet
from plugins.press.templates import Templates, chinese_day
from plugins.press.typesetter import Typesetter, complaints_are_errors

STYLES = ["shared/tokens.css", "press/styles/officialsheet.css"]
TEMPLATE = "officialsheet.html"
#: Characters of 2号 (22 pt) in the type area of 156 mm (7.3.1, 5.2.1).
TITLE_MEASURE = 20
#: Widths of the mark in heights of its characters: 150 mm at most; wider spaced up to a third.
MARK_MEASURE, MARK_SPACING = 9.4, 0.34
#: A character of the mark is never narrower than this share of its height: longer names get smaller.
NARROWEST = 0.6
#: More than five lines of 28: such a list of addressees may leave no room for the text (7.3.2).
LONG_ADDRESSEE = 140
#: Characters to the right of a sealed day (7.3.5.1): a longer signature stands flush instead.
SEALED_INDENT = 4
#: «岚环函〔2020〕47号»: a number of letters, which have a form of their own (10.1).
LETTER = re.compile(r"[^〔\[［(（]*函\s*[〔\[［(（]")
#: Only what goes up to a superior bears the name of who signed it (党政机关公文处理工作条例, 九（六）).
UPWARD = ("请示", "报告")

Form = Literal["document", "letter", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What head and imprint may say beside the front matter (7.2.1–7.2.3, 7.4); "" leaves it out."""

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    copied_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Choices of layout: room for a seal or none; «文件» behind the body's name; the form.

    ``form`` None: a letter when the number is one of letters, a document otherwise, and no head
    where body or number is not given.
    """

    sealed: bool = True
    called_document: bool = True
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """发文机关标志: its text, space between characters (em), their width and height (1: full size)."""

    text: str
    spacing: float
    stretch: float = 1
    rise: float = 1


@dataclass(frozen=True, slots=True)
class Closing:
    """署名 and 成文日期, and the manner in which they stand (names of styles)."""

    signature: tuple[str, ...]
    day: str
    manner: str


@dataclass(frozen=True, slots=True)
class SheetAnnex:
    """An attachment with its title in lines."""

    label: str
    title: tuple[str, ...]
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialSheet:
    """One policy text, ready to be set."""

    form: Form
    headline: str
    mark: Mark
    number: str
    signer: str
    title: tuple[str, ...]
    deck: str
    addressee: str
    blocks: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    closing: Closing
    remark: str
    annexes: tuple[SheetAnnex, ...]
    extras: Extras

    @property
    def has_imprint(self) -> bool:
        """Whether there is anything to say at the foot of the last page (10.1: letters copy only)."""
        printed = bool(self.extras.printed_by or self.extras.printed_on)
        return bool(self.extras.copied_to) or (printed and self.form != "letter")


@dataclass(frozen=True, slots=True)
class Fitting:
    """What earlier layouts showed: lines a page, addressee at the foot (7.3.2), imprint apart, space above it (px)."""

    page_lines: int = 22
    addressee_below: bool = False
    apart: bool = False
    fill: float = 0.0


def official_sheet(
    article: Article, extras: Extras | None = None, manner: Manner | None = None
) -> OfficialSheet:
    """Describe the sheet of one policy text."""
    manner = manner or Manner()
    parts = take_apart(article)
    form = manner.form or _form(article)
    headline = "".join(article.headline.split())
    addressee = parts.addressee or article.addressee
    disclosure = f"此件{article.disclosure}" if article.disclosure else ""
    return OfficialSheet(
        form=form,
        headline=headline,
        mark=mark(article.issuing_body, manner.called_document and form == "document"),
        number=article.document_number,
        signer=article.signed_by if headline.endswith(UPWARD) else "",
        title=_title(article.headline, article.issuing_body),
        deck=article.deck,
        addressee=f"{addressee.rstrip('：:')}：" if addressee else "",
        blocks=parts.blocks,
        attachments=parts.attachments,
        closing=_closing(article, parts.signature, parts.day, manner.sealed),
        remark=parts.remark or disclosure,
        annexes=tuple(
            SheetAnnex(each.label, _title(each.title, ""), each.blocks) for each in parts.annexes
        ),
        extras=extras or Extras(),
    )


def mark(issuing_body: str, called_document: bool) -> Mark:
    """发文机关标志 (7.2.4): the body's name, with «文件» or without; long names are narrowed."""
    body = (issuing_body.split() or [""])[0]
    text = f"{body}文件" if called_document else body
    width = em_width(text)
    if width > MARK_MEASURE:
        stretch = MARK_MEASURE / width
        return Mark(text, 0, round(stretch, 3), round(min(stretch / NARROWEST, 1), 3))
    spare = (MARK_MEASURE - width) / max(len(text) - 1, 1)
    return Mark(text, round(min(spare, MARK_SPACING), 3))


def press_official(
    article: Article,
    issue: Issue,
    content: Path,
    theme: Path,
    target: Path,
    extras: Extras | None = None,
    manner: Manner | None = None,
) -> Path:
    """Set one policy text and write ``target``; the file there is replaced only by a whole one."""
    sheet = official_sheet(article, extras, manner)
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
        with complaints_are_errors():
            document.write_pdf(raw)
        finish(raw, whole, numbered, sheet.headline, article.signed_on or issue.published)
        whole.replace(target)
    finally:
        raw.unlink(missing_ok=True)
        whole.unlink(missing_ok=True)
    return target


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


def _form(article: Article) -> Form:
    if not (article.issuing_body and article.document_number):
        return "bare"
    return "letter" if LETTER.match(article.document_number) else "document"


def _title(headline: str, issuing_body: str) -> tuple[str, ...]:
    marked = headlines.mark_words(headline, words.cut)
    return title_lines(pieces(marked, issuing_body), TITLE_MEASURE) if headline else ()


def _closing(article: Article, signature: str, day: str, sealed: bool) -> Closing:
    """Who signs and when; the front matter's day is sure to be in Arabic numerals (7.3.5.4)."""
    bodies = tuple((signature or article.issuing_body).split())
    signed = chinese_day(article.signed_on) if article.signed_on else day
    widest = max((em_width(body) for body in bodies), default=0)
    if sealed:
        long = widest > em_width(signed) + 2 * SEALED_INDENT
        return Closing(bodies, signed, "sealed long" if long else "sealed")
    long_date = em_width(signed) > widest
    return Closing(bodies, signed, "unsealed long-date" if long_date else "unsealed")
