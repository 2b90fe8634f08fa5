"""印刷工单: the order that goes to the printer with the files, one sheet of A4 in black."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.issue.record import Issue
from plugins.press.handover.checksums import PressFile
from plugins.press.handover.dummy import dummy
from plugins.press.imposition.spine import thickness_mm
from plugins.press.templates import Templates, chinese_day
from plugins.press.typesetter import Typesetter, complaints_are_errors

STYLES = ["shared/tokens.css", "press/styles/ticket.css"]
TEMPLATE = "ticket.html"
COVER_PAGES = 4
STANDARDS = {"X-4": "PDF/X-4（ISO 15930-7）", "X-1a": "PDF/X-1a:2003（ISO 15930-4）"}
BINDINGS = {"saddle": "骑马订", "perfect": "胶订（无线胶装）"}
#: The post in the masthead that answers for the text.
EDITOR = "责任编辑"
UNKNOWN = "未填"


@dataclass(frozen=True, slots=True)
class Job:
    """What only the press knows: measures, profile, the verdict of the pre-flight, the files, the day.

    ``verdict`` and ``proofread`` are one sentence in Chinese each; ``day`` is the day of the hand-over.
    """

    inside_pages: int
    trim_mm: tuple[float, float]
    bleed_mm: float
    spine_mm: float
    profile: str
    verdict: str
    files: tuple[PressFile, ...]
    day: date
    proofread: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the ticket: what it is about, what it says."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together under a head."""

    title: str
    rows: tuple[Row, ...]


def draw_ticket(issue: Issue, job: Job, content: Path, theme: Path, target: Path) -> None:
    """Write the ticket. Raises `TypesettingError` when WeasyPrint complains."""
    html = Templates(theme.resolve(), issue).render(
        TEMPLATE,
        job=job,
        groups=groups(issue, job),
        dummy=dummy(issue.publication, job.inside_pages),
        editors=editors(issue),
        notes=issue.publication.printing.notes,
    )
    sheet = Typesetter(content.resolve(), theme.resolve(), STYLES)
    document = sheet.lay_out(html, issue.key)
    with complaints_are_errors():
        document.write_pdf(target)


def editors(issue: Issue) -> str:
    """Who answers for the text, as the masthead has it."""
    names = [name for row in issue.publication.board if row.role == EDITOR for name in row.names]
    return "　".join(names)


def groups(issue: Issue, job: Job) -> tuple[Group, ...]:
    """All that the ticket says in words."""
    return (
        Group("刊物", _publication_rows(issue)),
        Group("成品", _product_rows(issue, job)),
        Group("纸张与印色", _paper_rows(issue)),
        Group("文件", _colour_rows(issue, job)),
        Group("交货", _delivery_rows(issue)),
    )


def _publication_rows(issue: Issue) -> tuple[Row, ...]:
    publication = issue.publication
    contact = "　".join(filter(None, (publication.editor, publication.phone, publication.email)))
    return _told(
        ("刊名", publication.name),
        ("期号", f"{issue.name}（总第{issue.whole_number}期）"),
        ("准印证号", publication.licence or UNKNOWN),
        ("印数", f"{publication.print_run:,} 册" if publication.print_run else UNKNOWN),
        ("承印", publication.printer or UNKNOWN),
        ("编辑部联系", contact),
    )


def _product_rows(issue: Issue, job: Job) -> tuple[Row, ...]:
    printing = issue.publication.printing
    width, height = job.trim_mm
    sheets = (
        f"共 {job.inside_pages + COVER_PAGES} 页：内页 {job.inside_pages} ＋ 封面 {COVER_PAGES}"
    )
    thick = thickness_mm(job.inside_pages, printing.caliper_um, printing.cover_caliper_um)
    thickness = f"（约厚 {thick:.1f} mm，以白样为准）" if printing.caliper_um else ""
    spine = f"{job.spine_mm:g} mm（按纸厚算得，以白样为准）" if job.spine_mm else "无（骑马订）"
    return _told(
        ("成品尺寸", f"{width:g} × {height:g} mm"),
        ("页数", sheets),
        ("装订", f"{BINDINGS[issue.publication.binding]}{thickness}"),
        ("书脊宽", spine),
        ("印后加工", printing.finish or "无"),
    )


def _paper_rows(issue: Issue) -> tuple[Row, ...]:
    printing = issue.publication.printing
    return _told(
        ("内页用纸", _paper(printing.paper, printing.caliper_um)),
        ("封面用纸", _paper(printing.cover_paper, printing.cover_caliper_um)),
        ("内页印色", inks(printing.colours, printing.grey_pages)),
        ("封面印色", "四色（CMYK），里外两面"),
    )


def _paper(words: str, caliper_um: int) -> str:
    thick = f"单张厚 {caliper_um} μm" if caliper_um else "厚度未填"
    return f"{words or UNKNOWN}，{thick}"


def inks(colours: str, grey: Sequence[int]) -> str:
    """How the inside pages are printed.

    >>> inks("colour", (3, 9, 10, 11, 12))
    '四色（CMYK）；单黑页：3、9—12'
    """
    if colours == "grey":
        return "单黑（K）"
    return f"四色（CMYK）；单黑页：{folio_runs(grey)}" if grey else "四色（CMYK）"


def folio_runs(folios: Sequence[int]) -> str:
    """Folios in rising order, runs joined: «3、9—12»."""
    runs: list[list[int]] = []
    for folio in folios:
        if runs and folio == runs[-1][-1] + 1:
            runs[-1].append(folio)
        else:
            runs.append([folio])
    return "、".join(f"{run[0]}—{run[-1]}" if run[1:] else str(run[0]) for run in runs)


def _colour_rows(issue: Issue, job: Job) -> tuple[Row, ...]:
    printing = issue.publication.printing
    return _told(
        ("文件标准", STANDARDS[printing.standard]),
        ("输出条件", job.profile),
        ("油墨总量", f"不超过 {printing.ink_limit}%"),
        ("黑字", "单黑 K 100，压印（叠印）"),
        ("出血", f"四边各 {job.bleed_mm:g} mm，裁切线、套准线、色标在出血以外"),
        ("校对", job.proofread),
        ("印前检查", job.verdict),
    )


def _delivery_rows(issue: Issue) -> tuple[Row, ...]:
    printing = issue.publication.printing
    return _told(
        ("交货日期", chinese_day(printing.deliver_by) if printing.deliver_by else UNKNOWN),
        ("送至", printing.deliver_to or UNKNOWN),
        ("包装", printing.packing),
    )


def _told(*rows: tuple[str, str]) -> tuple[Row, ...]:
    """Rows that say something."""
    return tuple(Row(name, words) for name, words in rows if words)
