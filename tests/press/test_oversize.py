"""What is higher than a page is told with file, line and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.makeup.oversize import check
from tests.press.conftest import load, small_content
from tests.press.sheetwork import ROWS, Workbench, workbench
from tests.press.test_galley import columns, table

pytestmark = pytest.mark.press


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("oversize"))


def story(body: str, key: str = "one") -> str:
    return columns(f'<article id="{key}">{body}</article>')


def test_a_row_higher_than_a_page_is_told_with_its_place(bench: Workbench, tmp_path: Path) -> None:
    content = small_content(tmp_path)
    article = load(content).issues[0].articles[0]
    words = "芦苇高了一寸" * 80
    with (content / article.path).open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")
    galley = bench.galley(story(table(1, words), article.key))
    (found,) = check(galley, ROWS, [article], content)
    source = (content / article.path).read_text(encoding="utf-8").splitlines()
    assert (found.code, found.level, found.path) == ("R302", "error", f"content/{article.path}")
    assert source[found.line - 1] == words
    assert "“芦苇高了一寸芦苇高了一寸……”表格的这一行比一页还高" in found.message


def test_what_belongs_to_no_article_is_told_without_place(bench: Workbench, tmp_path: Path) -> None:
    galley = bench.galley(columns(table(1, "河" * 400)))
    (found,) = check(galley, ROWS, [], tmp_path / "content")
    assert (found.path, found.line) == ("content", 0)


def test_what_fits_is_not_told(bench: Workbench, tmp_path: Path) -> None:
    assert check(bench.galley(story(table(40))), ROWS, [], tmp_path) == []
