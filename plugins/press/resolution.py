"""Pictures that will print coarse, told by the manuscript that placed them (R323, R324).

The pre-flight finds the same in the finished file, but a PDF no longer knows whose picture it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure.boxes import ReplacedBox

from plugins.article.finding import Finding, Level
from plugins.article.record import Article
from plugins.issue.setting import Place, where_set
from plugins.press.preflight.record import Expected
from plugins.press.workshop import PX_PER_INCH, Bound

#: A picture is called coarse only when it is so by more than rounding (ppi).
SLACK = 0.5


def check(bound: Bound, content: Path) -> list[Finding]:
    """R323 (error): below 150 ppi where it stands; R324 (warning): below 250."""
    limits = Expected()
    articles = {article.key: article for article in bound.issue.articles}
    found = []
    for sheet, page in zip(bound.sheets, bound.pages, strict=True):
        for box, key in _pictures(page._page_box, ""):
            ppi = effective_ppi(box)
            if ppi >= limits.low_ppi - SLACK:
                continue
            coarse = ppi < limits.bad_ppi - SLACK
            words = _words(box, ppi, sheet.label, coarse)
            path, line, column = _place(box, articles.get(key), bound.issue.key, content)
            code = "R323" if coarse else "R324"
            level: Level = "error" if coarse else "warning"
            found.append(Finding(path, line, column, code, level, words))
    return list(dict.fromkeys(found))


def effective_ppi(box: Any) -> float:
    """Pixels an inch of the picture in a box, as it is printed: cut to the box or fitted into it."""
    picture = box.replacement
    scales = box.width / picture.width, box.height / picture.height
    cut = box.style["object_fit"] == "cover"
    return float(PX_PER_INCH / (max(scales) if cut else min(scales)))


def _pictures(box: Any, key: str) -> Iterator[tuple[Any, str]]:
    """All pictures under a box, each with the key of its article ("" outside of articles)."""
    if box.element is not None and box.element_tag == "article":
        key = box.element.get("id") or ""
    if isinstance(box, ReplacedBox):
        if getattr(box.replacement, "width", 0) and box.width:
            yield box, key
        return
    for child in getattr(box, "children", ()):
        yield from _pictures(getattr(child, "_box", child), key)


def _words(box: Any, ppi: float, label: str, coarse: bool) -> str:
    picture = box.replacement
    page = f"第{label}页" if label.isdigit() else label
    needed = round(picture.width * Expected().good_ppi / ppi)
    said = "印出来会糊" if coarse else "略低"
    return (
        f"图片“{_source(box)}”印在{page}只有 {ppi:.0f} ppi，{said}；"
        f"请换宽 {needed} 像素以上的原图（现在 {picture.width} 像素）"
    )


def _source(box: Any) -> str:
    return str(box.element.get("src") or "").split("?", 1)[0]


def _place(box: Any, article: Article | None, key: str, content: Path) -> Place:
    """File, line and column where the picture was placed: in an article, or on a page of its own."""
    source = _source(box)
    if article is None:
        return where_set(content, key, f'"{source}"')
    path = f"{content.name}/{article.path}"
    for picture in article.pictures:
        if picture.src == source:
            return path, picture.line, picture.column
    return path, 0, 0
