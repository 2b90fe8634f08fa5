"""The page of an issue: cover, contents in printed order, masthead and colophon."""

from __future__ import annotations

from plugins.hanzi.names import spread_name
from plugins.issue.enclosures import Enclosure
from plugins.issue.record import BoardRow, Issue, Plate
from plugins.web import addresses
from plugins.web.catalogue import Catalogue
from plugins.web.downloads import issue_pdf
from plugins.web.times import day
from plugins.web.views import ContentsSection, IssueView, Place

PLACES = {"inside-front": "封二", "inside-back": "封三", "back": "封底"}


def issue_page(issue: Issue, catalogue: Catalogue, pdf: Enclosure | None = None) -> IssueView:
    """The page of one issue. ``pdf``: the issue as a file, if it was pressed and not changed since."""
    issues = catalogue.archive.issues
    place = issues.index(issue)
    cards = catalogue.issues
    publication = issue.publication
    return IssueView(
        path=addresses.issue(issue.key),
        title=f"{issue.name}目录",
        description=_description(issue),
        day=issue.published,
        trail=(Place("往期", addresses.ISSUES), catalogue.place_of(issue)),
        issue=cards[issue.key],
        sections=_sections(issue, catalogue),
        plates=tuple(_plate(plate) for plate in issue.plates if plate.listed),
        publication=publication,
        board=tuple(_spread(row) for row in publication.board),
        facts=_facts(issue),
        earlier=cards[issues[place + 1].key] if place + 1 < len(issues) else None,
        later=cards[issues[place - 1].key] if place else None,
        download=issue_pdf(issue, pdf) if pdf else None,
    )


def _description(issue: Issue) -> str:
    lines = issue.cover.lines or tuple(article.headline for article in issue.articles[:3])
    return f"《{issue.publication.name}》{issue.name}（总第{issue.whole_number}期）：{'；'.join(lines)}"


def _sections(issue: Issue, catalogue: Catalogue) -> tuple[ContentsSection, ...]:
    return tuple(
        ContentsSection(
            catalogue.labels[section.title.name],
            section.editors_note,
            tuple(catalogue.card(article) for article in section.articles),
        )
        for section in issue.sections
    )


def _plate(plate: Plate) -> tuple[str, str]:
    return PLACES.get(plate.place, "插页"), plate.caption


def _spread(row: BoardRow) -> BoardRow:
    """Two-character names set to the width of three, so that the columns stand flush."""
    return BoardRow(row.role, tuple(spread_name(name) for name in row.names), row.note)


def _facts(issue: Issue) -> tuple[tuple[str, str], ...]:
    """The colophon; what is not known is left out."""
    publication = issue.publication
    rows = (
        ("主管", publication.supervisor),
        ("主办", publication.sponsor),
        ("编辑", publication.editor),
        ("出版日期", day(issue.published)),
        ("印刷日期", day(publication.printed_on) if publication.printed_on else ""),
        ("印数", f"{publication.print_run}册" if publication.print_run else ""),
        ("准印证号", publication.licence),
        ("印刷", publication.printer),
        ("发送对象", publication.distribution),
    )
    return tuple((name, value) for name, value in rows if value)
