"""A policy text on its own, described: A4 in the strict form of GB/T 9704-2012.

In: an `Article` of the kind 公文. Out: an `OfficialSheet`, which officialpress.py sets. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Literal

from plugins.article.record import Article
from plugins.hanzi import headlines, words
from plugins.press.official.officialparts import Attachment, take_apart
from plugins.press.official.officialtitle import em_width, pieces, title_lines
from plugins.press.templates import chinese_day

#: Characters of 2号 (22 pt) in the type area of 156 mm (7.3.1, 5.2.1).
TITLE_MEASURE = 20
#: Widths of the mark in heights of its characters: 150 mm at most; wider spaced up to a third.
MARK_MEASURE, MARK_SPACING = 9.4, 0.34
#: A character of the mark is never narrower than this share of its height: longer names get smaller.
NARROWEST = 0.6
#: Characters to the right of a sealed day (7.3.5.1): a longer signature stands flush instead.
SEALED_INDENT = 4
#: «岚环函〔2020〕47号»: a number of letters, which have a form of their own (10.1).
LETTER = re.compile(r"[^〔\[［(（]*函\s*[〔\[［(（]")
#: Only what goes up to a superior bears the name of who signed it (党政机关公文处理工作条例, 九（六）).
UPWARD = ("请示", "报告")

Form = Literal["document", "letter", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What head and imprint say only on a sheet of its own (7.2.1–7.2.3, 7.4); "" leaves it out."""

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    copied_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """What stands at the head's left edge, a line each, in this order: name of style, words."""
        rows = (
            ("copy-number", self.copy_number),
            ("secrecy", self.secrecy),
            ("urgency", self.urgency),
        )
        return tuple((name, said) for name, said in rows if said)


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


def official_sheet(
    article: Article,
    extras: Extras | None = None,
    manner: Manner | None = None,
    cache: Path | None = None,
) -> OfficialSheet:
    """Describe the sheet of one policy text; ``extras`` None: what its front matter says.

    ``cache``: where the dictionary of words is kept between runs; None: not kept.
    """
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
        title=_title(article.headline, article.issuing_body, cache),
        deck=article.deck,
        addressee=f"{addressee.rstrip('：:')}：" if addressee else "",
        blocks=parts.blocks,
        attachments=parts.attachments,
        closing=_closing(article, parts.signature, parts.day, manner.sealed),
        remark=parts.remark or disclosure,
        annexes=tuple(
            SheetAnnex(each.label, _title(each.title, "", cache), each.blocks)
            for each in parts.annexes
        ),
        extras=extras or _extras(article),
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


def _extras(article: Article) -> Extras:
    return Extras(**{each.name: getattr(article, each.name) for each in fields(Extras)})


def _form(article: Article) -> Form:
    if not (article.issuing_body and article.document_number):
        return "bare"
    return "letter" if LETTER.match(article.document_number) else "document"


def _title(headline: str, issuing_body: str, cache: Path | None) -> tuple[str, ...]:
    def cut(text: str) -> list[str]:
        return words.cut(text, headlines.TERMS, cache, guess=False)

    marked = headlines.mark_words(headline, cut)
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
