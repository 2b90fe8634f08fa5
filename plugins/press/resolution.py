"""Pictures that will print coarse, told by the manuscript that placed them (R323, R324).

The pre-flight finds the same in the finished file, but a PDF no longer knows whose picture it is.
"""

from __future__ import annotations

from pathlib import Path

from plugins.article.finding import Finding, Level
from plugins.article.record import Article
from plugins.issue.setting import Place, where_set
from plugins.press.bound import Bound
from plugins.press.preflight.record import Expected
from plugins.press.standing.forme import PlacedPicture

#: A picture is called coarse only when it is so by more than rounding (ppi).
SLACK = 0.5


def check(bound: Bound, content: Path) -> list[Finding]:
    """R323 (error): below 150 ppi where it stands; R324 (warning): below 250."""
    limits = Expected()
    articles = {article.key: article for article in bound.issue.articles}
    found = []
    for sheet, page in zip(bound.sheets, bound.pages, strict=True):
        for picture in page.forme.pictures:
            if picture.ppi >= limits.low_ppi - SLACK:
                continue
            coarse = picture.ppi < limits.bad_ppi - SLACK
            words = _words(picture, sheet.label, coarse)
            article = articles.get(picture.article)
            path, line, column = _place(picture.source, article, bound.issue.key, content)
            code = "R323" if coarse else "R324"
            level: Level = "error" if coarse else "warning"
            found.append(Finding(path, line, column, code, level, words))
    return list(dict.fromkeys(found))


def _words(picture: PlacedPicture, label: str, coarse: bool) -> str:
    page = f"第{label}页" if label.isdigit() else label
    needed = round(picture.width * Expected().good_ppi / picture.ppi)
    said = "印出来会糊" if coarse else "略低"
    return (
        f"图片“{picture.source}”印在{page}只有 {picture.ppi:.0f} ppi，{said}；"
        f"请换宽 {needed} 像素以上的原图（现在 {picture.width} 像素）"
    )


def _place(source: str, article: Article | None, key: str, content: Path) -> Place:
    """File, line and column where the picture was placed: in an article, or on a page of its own."""
    if article is None:
        return where_set(content, key, f'"{source}"')
    path = f"{content.name}/{article.path}"
    for picture in article.pictures:
        if picture.src == source:
            return path, picture.line, picture.column
    return path, 0, 0
