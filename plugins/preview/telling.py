"""What a browser and the terminal are told, in Chinese. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plugins.article.finding import Finding, errors
from plugins.issue.report import LEVELS
from plugins.preview import places
from plugins.preview.board import Board, PressState, Snapshot
from plugins.preview.injection import OWN
from plugins.preview.presswork import Leaf
from plugins.web import addresses

#: More findings than these help nobody in a browser.
MOST = 200
#: Pixels to an inch of the pictures of printed pages: on plain screens, on fine ones and closely.
DPI = (110, 220)


def told(board: Board, now: Snapshot, page: str, mark: str, content: str) -> dict[str, Any]:
    """What the browser that shows ``page`` (an address) and has seen ``mark`` must know now."""
    manuscript = places.manuscript(page, content)
    found = shown_findings(now.findings, manuscript)
    return {
        "mark": f"{board.run}.{now.serial}",
        "state": now.state,
        "words": site_words(now),
        "fault": now.fault,
        "findings": list(_findings(found, manuscript)),
        "counts": counts(found),
        "hasErrors": bool(errors(now.findings)),
        "isStale": board.has_changed(addresses.file_of(page), mark),
        "moved": now.moved.get(addresses.file_of(page), ""),
    }


def shown_findings(findings: Iterable[Finding], manuscript: str) -> list[Finding]:
    """All but the hints on other manuscripts: who writes one article need not read them."""
    return [each for each in findings if each.level != "hint" or each.path == manuscript]


def site_words(now: Snapshot) -> str:
    """The state in a few words.

    >>> site_words(Snapshot(state="fine", at="14:03:07"))
    '已更新 14:03:07'
    """
    wrong = len(errors(now.findings))
    kept = f"，页面是 {now.at} 的" if now.at else ""
    return {
        "working": "正在重做……",
        "fine": f"已更新 {now.at}",
        "faulty": f"{f'有 {wrong} 处错误' if wrong else '没有做成'}{kept}",
        "crashed": f"程序出错{kept}",
    }[now.state]


def counts(findings: Iterable[Finding]) -> str:
    """How many of each kind: 错误 1　提醒 2; "" for nothing."""
    found = list(findings)
    numbers = ((word, sum(f.level == level for f in found)) for level, word in LEVELS.items())
    return "　".join(f"{word} {number}" for word, number in numbers if number)


def _findings(findings: Iterable[Finding], manuscript: str) -> Iterator[dict[str, Any]]:
    """The shown manuscript's first, then errors before warnings and hints."""
    levels = list(LEVELS)
    ordered = sorted(
        set(findings), key=lambda f: (f.path != manuscript, levels.index(f.level), *_place(f))
    )
    for each in ordered[:MOST]:
        yield {
            "place": f"{each.path}:{each.line}" if each.line else each.path,
            "path": each.path,
            "code": each.code,
            "level": each.level,
            "levelWord": LEVELS[each.level],
            "message": each.message,
            "isMine": each.path == manuscript,
        }


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code


def press_told(now: Snapshot, page: str, content: str) -> dict[str, Any]:
    """What the desk must know of the printed pages of what ``page`` shows."""
    what = places.shown(page)
    if not what.issue:
        return {"state": "none", "words": "这一页没有印刷版面。打开一篇稿件，或一期的目录页。"}
    state = now.press.get(what.issue, PressState())
    printed = state.printed
    leaves = [
        leaf
        for leaf in (printed.leaves if printed else ())
        if not what.stem or what.stem in leaf.stems
    ]
    return {
        "state": state.state,
        "words": press_words(state, bool(printed and not leaves)),
        "findings": list(_findings(state.findings, places.manuscript(page, content))),
        "size": printed.size if printed else (0, 0),
        "leaves": [_leaf(leaf, what.issue) for leaf in leaves],
        "pdf": f"/{OWN}draft/{what.issue}.pdf" if printed else "",
        "name": pages_words(leaves),
    }


def press_words(state: PressState, is_absent: bool) -> str:
    """The state of the printed pages in a few words."""
    if state.state == "working":
        return f"正在排版 {state.words}".strip() + "……"
    kept = f"；版面是 {state.at} 的" if state.printed and state.at else ""
    if state.state == "fine":
        return "这一篇没有排进印刷版" if is_absent else f"版面 {state.at}"
    cause = {"faulty": "没有排成", "crashed": "排版程序出错"}[state.state]
    return f"{cause}{f'：{state.words}' if state.words else ''}{kept}"


def pages_words(leaves: Sequence[Leaf]) -> str:
    """The folios of some pages: «第 12–14 页»."""
    folios = [leaf.label for leaf in leaves if leaf.label.isdecimal()]
    if not folios:
        return ""
    first, last = folios[0], folios[-1]
    run = first if first == last else f"{first}–{last}"
    return f"第 {run} 页"


def _leaf(leaf: Leaf, issue: str) -> dict[str, Any]:
    small, large = (f"/{OWN}leaf/{issue}/{leaf.version}-{leaf.place}-{dpi}.webp" for dpi in DPI)
    is_folio = leaf.label.isdecimal()
    return {
        "place": leaf.place,
        "side": leaf.side,
        "label": f"第 {leaf.label} 页" if is_folio else leaf.label,
        "small": small,
        "large": large,
    }


def line(at: str, saved: Sequence[str], outcome: str, seconds: float) -> str:
    """One line on the terminal for a burst."""
    names = "、".join(saved[:3]) + (f" 等 {len(saved)} 个文件" if len(saved) > 3 else "")
    return f"{at}  {f'{names}：' if names else ''}{outcome}（{seconds:.1f} 秒）"
