"""Copy text: what the frozen records say must stand on the printed page, word by word.

An article is one running text, read in order, and units that stand by themselves: the parts of its
heading, captions, tables, boxes, notes, readings. What the templates add to the author's words
(labels, dashes, brackets, the numbers of lists) is written here in full, as part of a unit or of the
running text: an addition that is not known here is no addition but a fault. White space and
invisible characters never count, since the press sets and drops them by its own rules.
Fields that only the site or the official sheet shows (tags, signer, copies to …) are not asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.hanzi.scripts import INVISIBLE
from plugins.issue.record import Issue, Section
from plugins.press.pieces import rank
from plugins.press.proof.bodytext import BodyText, body_text
from plugins.press.templates import chinese_day

#: Before the running text, behind it, at either end, or wherever the press puts it.
Where = Literal["head", "tail", "ends", "anywhere"]

#: Labels of the credits in a heading (theme/shared/headings.html), by field.
CREDITS = {
    "bylines": "文",
    "photographers": "摄影",
    "contributors": "供稿",
    "source": "来源",
    "responsible_editors": "责任编辑",
}
#: Labels of the closing line of short news, in its order (theme/press/templates/articles.html).
CLOSING = {
    "contributors": "",
    "bylines": "",
    "photographers": "摄影",
    "source": "来源",
    "responsible_editors": "责任编辑",
}
#: What may stand between two names.
BETWEEN_NAMES = ("", "、")
DECK_DASH = "——"
COLON = "："
NOTE_LABEL = "编者按"

ROLE_HEADLINE = "标题"


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand together, once.

    ``role`` is their Chinese name, ``forms`` are the ways they may be printed. A table has its
    ``rows``; when it is divided, its head, ``again``, comes again at the head of the next page.
    """

    role: str
    forms: tuple[str, ...]
    where: Where = "anywhere"
    rows: tuple[str, ...] = ()
    again: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """What one source asks of the printed page: paragraphs in order, and units.

    ``path`` is the source's, from the content folder; ``key`` an article's, else "".
    """

    path: str
    key: str
    running: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()


@cache
def _dropped() -> dict[int, None]:
    """All that does not count: white space and what is invisible."""
    blanks = "".join(chr(point) for point in range(0x3001) if chr(point).isspace())
    return dict.fromkeys(map(ord, blanks + INVISIBLE))


def squeezed(text: str) -> str:
    """``text`` without white space and invisible characters.

    >>> squeezed("王　莹 PM2.5")
    '王莹PM2.5'
    """
    return text.translate(_dropped())


def copies(issue: Issue) -> tuple[Copy, ...]:
    """What all inside pages but the contents must hold, in printed order."""
    made: list[Copy] = []
    for section in issue.sections:
        if section.articles:
            made.append(_opener(issue, section))
        made += [copy(article, rank(article, section) == "short") for article in section.articles]
        made += [
            Copy(f"{issue.key}/issue.toml", "", (), (Unit("图说", (squeezed(plate.caption),)),))
            for plate in issue.plates
            if plate.after == section.title.name and plate.caption
        ]
    return tuple(made)


def fillers(issue: Issue) -> tuple[Unit, ...]:
    """What the press may set into empty feet of pages, each once (fillers.py)."""
    return tuple(
        Unit("补白", (squeezed(filler.title + filler.text),))
        for filler in issue.publication.fillers
    )


def copy(article: Article, short: bool = False) -> Copy:
    """What the printed page must hold of one article; ``short`` when it is set as short news."""
    body = body_text(article.body)
    fields = _short_fields(article) if short else _fields(article)
    units = (*fields, *_placed(article), *_units(body))
    running = tuple(map(squeezed, body.running))
    return Copy(article.path, article.key, running, tuple(units))


def _opener(issue: Issue, section: Section) -> Copy:
    """The head of a section: a source of its own, the issue's file."""
    title, note = section.title, section.editors_note
    units = [_unit("栏目名", title.name, "head"), _unit("栏目英文名", title.english, "head")]
    units.append(_unit("编者按", NOTE_LABEL + note if note else "", "head"))
    return Copy(f"{issue.key}/issue.toml", "", (), tuple(unit for unit in units if unit.forms[0]))


def _fields(article: Article) -> Iterator[Unit]:
    yield from _heading(article)
    if article.document_number:
        yield _unit("发文字号", article.document_number, "head")
    for field, label in CREDITS.items():
        names = _names(article, field)
        if names:
            forms = (squeezed(label + between.join(names)) for between in BETWEEN_NAMES)
            yield Unit(label, tuple(dict.fromkeys(forms)), "ends")
    if article.standfirst:
        yield _unit("提要", article.standfirst, "head")


def _short_fields(article: Article) -> Iterator[Unit]:
    """Short news close with one line in brackets instead of credits."""
    yield from _heading(article)
    if article.document_number:
        yield _unit("发文字号", article.document_number, "head")
    if article.standfirst:
        yield _unit("提要", article.standfirst, "head")
    forms = []
    for between in BETWEEN_NAMES:
        named = ((label, _names(article, field)) for field, label in CLOSING.items())
        forms.append("".join(label + between.join(names) for label, names in named if names))
    if forms[0]:
        closing = (squeezed(f"（{form}）") for form in forms)
        yield Unit("供稿", tuple(dict.fromkeys(closing)), "tail")


def _heading(article: Article) -> Iterator[Unit]:
    yield _unit(ROLE_HEADLINE, article.headline, "head")
    if article.kicker:
        yield _unit("引题", article.kicker, "head")
    if article.deck:
        yield _unit("副题", DECK_DASH + article.deck, "head")


def _placed(article: Article) -> Iterator[Unit]:
    """Addressee and signature, where the body does not say them itself (GB/T 9704-2012, 7.3)."""
    if article.addressee and not article.addressed_in_body:
        yield _unit("主送", article.addressee.rstrip("：:") + COLON, "head")
    if article.kind is Kind.OFFICIAL and not article.signed_in_body:
        if article.issuing_body:
            yield _unit("发文机关", article.issuing_body, "tail")
        if article.signed_on:
            yield _unit("成文日期", chinese_day(article.signed_on), "tail")


def _units(body: BodyText) -> Iterator[Unit]:
    for part in body.parts:
        rows = tuple(squeezed(row) for row in part.rows)
        again = squeezed(part.head)
        yield Unit(part.role, ("".join(rows),), "anywhere", rows if again else (), again)


def _unit(role: str, text: str, where: Where) -> Unit:
    return Unit(role, (squeezed(text),), where)


def _names(article: Article, field: str) -> Iterable[str]:
    value = getattr(article, field)
    return (value,) if isinstance(value, str) and value else tuple(value)
