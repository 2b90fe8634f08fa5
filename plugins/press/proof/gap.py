"""A gap between an issue and its PDF, and how an editor is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from plugins.article.finding import Finding

GapKind = Literal["lost", "absent", "surplus", "doubled", "moved", "missing", "folio", "furniture"]
CODE = "R310"
#: Longer words are shown by their beginning and end (characters).
SHOWN = 26
#: So many gaps are told one by one.
TOLD = 30

#: By kind: {after} are the words before the place, {words} the words it is about.
MESSAGES: dict[GapKind, str] = {
    "lost": "{after}之后缺了{words}",
    "absent": "缺了{words}",
    "surplus": "{after}之后多出{words}",
    "doubled": "{after}之后重复印了{words}",
    "moved": "{words}的次序不对，现在排在{after}之后",
    "missing": "整篇没有印出：{words}",
    "folio": "{words}",
    "furniture": "书眉、页码应是{words}",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. ``path`` is the source's from the content folder, ``page`` the label of the page.

    ``words`` are those lost, doubled, too many or out of order; ``after`` stand before the place in
    print; ``role`` names the part of the article, "" for running text.
    """

    path: str
    page: str
    kind: GapKind
    words: str
    after: str = ""
    role: str = ""

    @property
    def message(self) -> str:
        """Where and what, in Chinese: «第 12 页，“……”之后缺了“……”»."""
        page = f"第 {self.page} 页" if self.page.isdecimal() else self.page
        words = self.words if self.kind == "folio" else f"{self.role}“{shortened(self.words)}”"
        after = f"“{self.after}”" if self.after else "页首"
        return f"{page}，{MESSAGES[self.kind].format(words=words, after=after)}"

    def __str__(self) -> str:
        return f"content/{self.path}：{self.message}"


class IncompleteError(RuntimeError):
    """The PDF is not the issue: text was lost, doubled or moved. The message tells it in Chinese."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self.gaps = tuple(gaps)
        self.findings = tuple(
            Finding(f"content/{gap.path}", 0, 0, CODE, "error", gap.message) for gap in self.gaps
        )
        lines = [str(gap) for gap in self.gaps[:TOLD]]
        if len(self.gaps) > TOLD:
            lines.append(f"……另有 {len(self.gaps) - TOLD} 处")
        super().__init__("\n".join([f"印出来的和稿件对不上，共 {len(self.gaps)} 处：", *lines]))


def shortened(words: str) -> str:
    """Words as a message shows them.

    >>> shortened("缺")
    '缺'
    """
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2]}……{words[-SHOWN // 4 :]}（共{len(words)}字）"
