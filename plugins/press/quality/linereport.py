"""The judge's numbers in words for the editor: measures → a few short Chinese lines."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.quality.linecheck import Measures, Share
from plugins.press.quality.linefault import Fault, Rule

#: Rules whose faults are counted one by one, in the order of the report.
COUNTED = (
    (Rule.LINE_START, Rule.LINE_END, Rule.DOUBLE_MARK, Rule.NUMBER),
    (Rule.LONE, Rule.WIDOW, Rule.ORPHAN, Rule.HEADING),
    (Rule.MEASURE, Rule.FACE, Rule.NOTDEF, Rule.FOLIO),
)


def report(measures: Measures) -> list[str]:
    """About ten lines: what was counted, and how much of it is right."""
    latin, han = measures.latin, measures.han
    return [
        f"正文：{measures.size:g} 点，行距 {measures.pitch:.4g} 点，栏宽 {_ems(measures)} 字，{measures.lines:,} 行",
        f"行尾齐：{_share(measures.flush, '行')}",
        f"行末标点占半字：{_share(measures.end_marks, '处')}",
        f"连用标点挤压：{_share(measures.pairs, '处')}，最宽 {measures.widest_pair:.2f} 字",
        f"汉字间距：平均 {_em(han.mean)}，最大 {_em(han.most)}，最小 {_em(han.least)} 字",
        f"汉字与西文、数字间距：{_em(latin.least)}—{_em(latin.most)} 字，平均 {_em(latin.mean)} 字",
        f"行格：{_share(measures.grid, '行')}；段首缩进两字：{_share(measures.indents, '段')}",
        *("；".join(f"{rule} {measures.count(rule)}" for rule in group) for group in COUNTED),
    ]


def places(faults: tuple[Fault, ...], most: int = 5) -> Iterator[str]:
    """The first few faults of each rule, with page and words."""
    for rule in Rule:
        own = [each for each in faults if each.rule == rule]
        yield from (
            f"第 {each.page} 面，{rule}（{each.value:.2f}）：{each.text}" for each in own[:most]
        )
        if len(own) > most:
            yield f"{rule}：还有 {len(own) - most} 处"


def _ems(measures: Measures) -> str:
    return "、".join(f"{em:g}" for em in measures.ems) or "—"


def _em(value: float) -> str:
    """Without a minus before nothing."""
    return f"{round(value, 3) + 0.0:.3f}"


def _share(share: Share, unit: str) -> str:
    if share.share is None:
        return "没有可查的"
    # 99.97 % must not read as all.
    percent = int(share.share * 1000) / 10
    return f"{share.of:,} {unit}中 {share.good:,} {unit}（{percent:g}%）"
