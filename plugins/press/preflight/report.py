"""A report in words: lines for the terminal, JSON for programs, a page of HTML for people.

No clock, no paths: the same report gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.press.preflight.preflight import GROUPS
from plugins.press.preflight.record import LEVELS, Fault, Level, PictureFact, Report, RuleRun

TEMPLATE, STYLE = "preflight.html", "preflight.css"
#: Faults of one rule that the terminal shows; the report has them all.
SHOWN = 5
NOTE = "本检查按公开标准写成，未经 PDF/X 认证软件核对；印刷厂的检查结论优先。"


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule with its faults."""

    run: RuleRun
    faults: tuple[Fault, ...]

    @property
    def level(self) -> Level:
        """How grave its faults are."""
        return self.faults[0].level

    @property
    def places(self) -> int:
        """How many objects break it."""
        return sum(fault.count for fault in self.faults)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group of rules, the broken ones first."""

    title: str
    rules: tuple[RuleResult, ...]

    @property
    def broken(self) -> tuple[RuleResult, ...]:
        """The rules that the file breaks."""
        return tuple(each for each in self.rules if each.faults)

    @property
    def kept(self) -> tuple[RuleResult, ...]:
        """The rules that it keeps."""
        return tuple(each for each in self.rules if not each.faults)


def verdict(report: Report) -> str:
    """The whole report in a few words."""
    counts = report.counts()
    found = "，".join(f"{LEVELS[level]} {number}" for level, number in counts.items() if number)
    if not found:
        return f"合格：{len(report.rules)} 条规则全部通过"
    return f"{'可以付印' if report.passed else '不能付印'}：{found}"


def place(fault: Fault) -> str:
    """Where a fault is."""
    return f"第 {fault.page} 页" if fault.page else "整个文件"


def lines(report: Report) -> list[str]:
    """The report for a terminal: verdict, then each broken rule with its first faults."""
    said = [f"{report.file}（{report.pages} 页，按 {report.standard}）{verdict(report)}"]
    for group in groups(report):
        for each in group.broken:
            said.append(
                f"  {each.run.code} {LEVELS[each.level]}　{each.run.title}（{each.places} 处）"
            )
            said += (f"    {_line(fault)}" for fault in each.faults[:SHOWN])
            if len(each.faults) > SHOWN:
                said.append(f"    还有 {len(each.faults) - SHOWN} 条，见报告")
            said.append(f"    办法：{each.faults[0].hint}")
    return said


def _line(fault: Fault) -> str:
    more = f"（同页共 {fault.count} 处）" if fault.count > 1 else ""
    return f"{place(fault)}　{fault.thing}：{fault.message}{more}"


def groups(report: Report) -> Iterator[GroupResult]:
    """The rules that were run, by groups, with their faults."""
    faults: dict[str, list[Fault]] = {}
    for fault in report.faults:
        faults.setdefault(fault.code, []).append(fault)
    runs = {run.code: run for run in report.rules}
    for title, rules in GROUPS.items():
        results = tuple(
            RuleResult(runs[rule.code], tuple(faults.get(rule.code, ())))
            for rule in rules
            if rule.code in runs
        )
        if results:
            yield GroupResult(title, results)


def to_json(report: Report) -> str:
    """The report as JSON, keys always in the same order."""
    whole: dict[str, Any] = {
        "file": report.file,
        "verdict": verdict(report),
        "passed": report.passed,
        "standard": report.standard,
        "pages": report.pages,
        "counts": report.counts(),
        "order": asdict(report.order),
        "facts": asdict(report.facts),
        "faults": [asdict(fault) for fault in report.faults],
        "rules": [asdict(run) for run in report.rules],
        "note": NOTE,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def to_html(reports: list[Report], theme: Path, title: str = "印前检查") -> str:
    """One self-contained page over one or several files of a hand-over.

    ``theme`` is the folder of themes: press/templates/preflight.html, press/styles/preflight.css.
    """
    environment = Environment(
        loader=FileSystemLoader(theme / "press" / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    styles = (theme / "press" / "styles" / STYLE).read_text(encoding="utf-8")
    return environment.get_template(TEMPLATE).render(
        title=title,
        styles=styles,
        reports=[(report, list(groups(report))) for report in reports],
        verdict=verdict,
        place=place,
        ppi_class=ppi_class,
        levels=LEVELS,
        note=NOTE,
    )


def ppi_class(picture: PictureFact, report: Report) -> str:
    """How good the resolution of a picture is: good, fair, low, bad, or "" when not judged."""
    order = report.order
    if not picture.ppi:
        return ""
    for name, least in (("good", order.good_ppi), ("fair", order.low_ppi), ("low", order.bad_ppi)):
        if picture.ppi >= least - 1:
            return name
    return "bad"
