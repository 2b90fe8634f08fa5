"""What a command says of what the press made: lines for the terminal. ``shown``: a path as people know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.issue import report
from plugins.press.pressfault import PressFault
from plugins.press.quality import linereport
from plugins.press.quality.linecheck import Measures

if TYPE_CHECKING:  # the hand-over takes a second to load, and the final proof has none
    from plugins.press.delivery import Delivery
    from plugins.press.press import Pressed

Shown = Callable[[Path], str]


def of_pressed(pressed: Pressed, shown: Shown) -> Iterator[str]:
    """The proof: its pages, its barriers, coarse pictures, blanks, and how its lines were set."""
    pages = f"共 {pressed.pages} 页（内页 {pressed.inside} 页，封面 4 页）"
    yield f"  {pages}：{shown(pressed.file)}"
    for barrier in pressed.barriers:
        yield f"  无障碍 {barrier.code}　第 {barrier.page} 页　{barrier.message}"
    if pressed.barriers:
        yield "  因此没有写无障碍版。这是程序的毛病，请交给维护人员。"
    yield from (f"  {line}" for line in report.lines(pressed.coarse))
    if pressed.blanks:
        yield f"  为了装订，末尾补了 {pressed.blanks} 个笔记页，可加稿、加整版图片或压缩。"
    yield "  已逐字核对：每篇稿件一字不漏、一字不重，依次印出。"
    composed, left = pressed.lines
    yield f"  排行：{composed:,} 行按本刊规矩排，{left:,} 行由 WeasyPrint 自己排"
    yield from of_measures(pressed.measures)


def of_measures(measures: Measures) -> Iterator[str]:
    """What the line checker found in the finished PDF, and the first places of each fault."""
    yield from (f"  {line}" for line in linereport.report(measures))
    yield from (f"    {line}" for line in linereport.places(measures.faults))


def of_delivery(made: Delivery, shown: Shown) -> Iterator[str]:
    """What lies in the folder for the printer, and what the pre-flight said."""
    from plugins.press.preflight.report import verdict

    yield f"  单篇 PDF {len(made.clippings)} 个"
    if made.excerpt:
        file = shown(made.excerpt.file)
        yield f"  公开版 PDF {len(made.excerpt.folios)} 页：{file}"
    yield f"  交印厂的文件夹：{shown(made.folder)}"
    yield from (f"    {each.file}　印前检查{verdict(each)}" for each in made.reports)


def of_held_back(failed: PressFault) -> Iterator[str]:
    """Why nothing was handed over."""
    yield from report.lines(failed.findings)
    if str(failed):
        yield str(failed)
    yield "没有写交印厂的文件夹，上一次交付的没有改动；全刊 PDF 已经写好的，照样可用。"
