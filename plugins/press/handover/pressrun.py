"""The makers of one hand-over: press files, each checked as it is made, then report, thumbnails, ticket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copyfile

from pikepdf import Pdf

from plugins.issue.record import Issue
from plugins.press.handover.checksums import press_file
from plugins.press.handover.handover import Maker
from plugins.press.handover.thumbnails import draw_thumbnails
from plugins.press.handover.ticket import Job, draw_ticket
from plugins.press.imposition.placing import COVERS, Imposed, cover_wrap, impose
from plugins.press.imposition.scheme import scheme
from plugins.press.imposition.spine import spine_mm
from plugins.press.preflight.preflight import inspect
from plugins.press.preflight.record import Expected, Kind, Report
from plugins.press.preflight.report import lines, to_html, to_json
from plugins.press.prepress.marks import dress
from plugins.press.prepress.metadata import VERSIONS, Facts
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import Recipe
from plugins.press.prepress.standard import conform
from plugins.press.pressfault import PressFault
from plugins.press.sheets import FOLDS
from plugins.press.workshop import Bound

#: The report that stands beside the folder when the folder could not be made.
REPORT = "印前检查.html"


class PreflightError(PressFault):
    """Our own pre-flight found errors in a press file. The message is Chinese and names the report."""


def inside_pages(bound: Bound) -> int:
    """How many pages stand between the covers."""
    return len(bound.sheets) - 2 * COVERS


def spine_of(bound: Bound) -> float:
    """Width of the spine in mm, 0 for a stitched issue."""
    publication = bound.issue.publication
    printing = publication.printing
    calipers = printing.caliper_um, printing.cover_caliper_um
    return spine_mm(publication.binding, inside_pages(bound), *calipers)


@dataclass(slots=True)
class PressRun:
    """One hand-over in the making: what its makers share, and the reports they leave.

    ``screen``: the finished proof. ``anyway``: errors of the pre-flight do not stop the run. ``proofread``: what
    the ticket says of the proofreading.
    """

    bound: Bound
    content: Path
    theme: Path
    screen: Path
    recipe: Recipe
    anyway: bool = False
    proofread: str = ""
    reports: list[Report] = field(default_factory=list)
    #: Ink of pictures that stand in several files, found once.
    measured: dict[str, float] = field(default_factory=dict)

    @property
    def issue(self) -> Issue:
        """The issue that is printed."""
        return self.bound.issue

    def makers(self, pages: Pdf, strip: Pdf | None) -> Iterator[Maker]:
        """All makers in their order. ``pages``: separated, covers too; ``strip``: the drawn spine.

        The one of the report raises `PreflightError` when a file must not be printed.
        """
        yield from self._press_makers(pages, strip)
        yield from self._paper_makers()

    def _press_makers(self, pages: Pdf, strip: Pdf | None) -> Iterator[Maker]:
        key, count = self.issue.key, inside_pages(self.bound)
        plan = scheme(self.issue.publication, count)
        yield Maker(
            f"{key}-内页.pdf",
            f"内页 {count} 页，单页排列，带出血和裁切标记，供制版。",
            lambda file: self._press_file(_inside(pages, self.bound), file, "pages"),
        )
        yield Maker(
            f"{key}-封面.pdf",
            "封面展开图两页：第1页外面（封底、书脊、封面），第2页里面（封二、封三）。",
            lambda file: self._press_file(
                cover_wrap(pages, spine_of(self.bound), strip), file, "wrap"
            ),
        )
        if plan:
            yield Maker(
                f"{key}-内页-{plan.name}.pdf",
                "按装订方式拼好的内页，正面反面依次排列；印厂自己拼版的，用上面的单页文件。",
                lambda file: self._press_file(impose(pages, plan), file, "sheet"),
            )

    def _paper_makers(self) -> Iterator[Maker]:
        key = self.issue.key
        labels = [sheet.label for sheet in self.bound.sheets]
        yield Maker(
            f"{key}-屏读版.pdf",
            "在屏幕上阅读、核对用的全刊，不供印刷。",
            lambda file: copyfile(self.screen, file),
        )
        yield Maker(
            f"{key}-印前检查.html", "印前检查报告：每条规则查了什么、结果如何。", self._report
        )
        yield Maker(f"{key}-印前检查.json", "同一份报告，供程序读取。", self._report_for_programs)
        yield Maker(
            "缩略图",
            "各页的小样，按翻开的样子两页一张，另有全刊总览。",
            lambda folder: draw_thumbnails(self.screen, labels, folder),
        )
        yield Maker(
            f"{key}-印刷工单.pdf", "印刷工单：用纸、印数、装订、交货。请先看。", self._ticket
        )

    def _press_file(self, made: Imposed, file: Path, kind: Kind) -> None:
        """Dress, save and check one file for the press."""
        publication = self.issue.publication
        dress(made.pdf, self._slugs(made), self.theme, made.folds)
        name = file.stem.removeprefix(f"{self.issue.key}-")
        facts = Facts(f"{self.bound.title} {name}", self.issue.published, publication.sponsor)
        conform(made.pdf, file, self.recipe, facts)
        single = kind == "pages"
        expected = Expected(
            standard=self.recipe.standard,
            trim_mm=self.bound.trim_mm if single else None,
            bleed_mm=self.bound.bleed_mm,
            ink_limit=self.recipe.ink_limit,
            fold=FOLDS[publication.binding] if single else None,
            kind=kind,
        )
        self.reports.append(inspect(file, expected, self.measured))

    def _slugs(self, made: Imposed) -> list[str]:
        """The line of text beside each page: what it is of, for whoever finds a loose plate."""
        standard = VERSIONS[self.recipe.standard]
        condition = PressProfile(self.recipe.profile).condition[0]
        head = f"{self.issue.publication.name} {self.issue.name}"
        tail = f"{self.issue.published:%Y-%m-%d}　{standard}　{condition}"
        return [f"{head}　{label}　{tail}" for label in made.labels]

    @property
    def _profile(self) -> str:
        return PressProfile(self.recipe.profile).description

    def _report(self, file: Path) -> None:
        """Write the report; when there are errors, also beside the folder, and stop."""
        html = to_html(self.reports, self.theme, f"印前检查　{self.bound.title}")
        file.write_text(html, encoding="utf-8")
        beside = self.screen.parent / REPORT
        beside.unlink(missing_ok=True)
        wrong = [report for report in self.reports if not report.passed]
        if wrong and not self.anyway:
            beside.write_text(html, encoding="utf-8")
            said = [line for report in wrong for line in lines(report)]
            raise PreflightError(
                "\n".join([*said, f"全部结果见 {REPORT}（在这一期的 dist 文件夹里）。"])
            )

    def _report_for_programs(self, file: Path) -> None:
        whole = {"files": [json.loads(to_json(report)) for report in self.reports]}
        text = json.dumps(whole, ensure_ascii=False, indent=1)
        file.write_text(f"{text}\n", encoding="utf-8")

    def _ticket(self, file: Path) -> None:
        job = Job(
            inside_pages=inside_pages(self.bound),
            trim_mm=self.bound.trim_mm,
            bleed_mm=self.bound.bleed_mm,
            spine_mm=spine_of(self.bound),
            profile=self._profile,
            verdict=self._verdict(),
            files=tuple(press_file(each) for each in sorted(file.parent.glob("*.pdf"))),
            day=self.issue.publication.printed_on or self.issue.published,
            proofread=self.proofread,
        )
        draw_ticket(self._as_ordered(), job, self.content, self.theme, file)

    def _verdict(self) -> str:
        """What the pre-flight found, in one sentence."""
        rules = max(len(report.rules) for report in self.reports)
        faults = [fault for report in self.reports for fault in report.faults]
        errors = sum(fault.level == "error" for fault in faults)
        if not faults:
            return f"本刊规则 {rules} 条，全部通过"
        said = f"本刊规则 {rules} 条，错误 {errors} 处，提醒 {len(faults) - errors} 处，见报告"
        return f"{said}；有错误，编辑部要求照付" if errors else said

    def _as_ordered(self) -> Issue:
        """The issue with the standard of this run."""
        publication = self.issue.publication
        printing = replace(publication.printing, standard=self.recipe.standard)
        return replace(self.issue, publication=replace(publication, printing=printing))


def _inside(pages: Pdf, bound: Bound) -> Imposed:
    """The inside pages, one by one."""
    made = Pdf.new()
    made.pages.extend(pages.pages[COVERS:-COVERS])
    labels = tuple(f"第{sheet.folio}页" for sheet in bound.sheets[COVERS:-COVERS])
    return Imposed(made, labels, ((),) * len(labels))
