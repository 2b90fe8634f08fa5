"""`inv 重制` as an editor types it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.office import ROOT, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has the programme itself: jobs find their folders beside it."""
    made = Office(tmp_path / "office")
    for name in ("plugins", "theme"):
        (made.root / name).unlink()
        shutil.copytree(ROOT / name, made.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return made


@pytest.mark.slow
def test_pictures_of_an_issue_are_made_once(office: Office) -> None:
    office.desk.article("2020-03/a", "![江边。](photos/a.jpg)\n\n江水东流去。", 标题="一江清水")
    photos = office.root / "content" / "2020-03" / "photos"
    photos.mkdir()
    Image.new("RGB", (1200, 800), "teal").save(photos / "a.jpg")
    office.desk.issue("2020-03", {"特别关注": ["a"]})
    words = ("重制", "2020-03", "--什么", "图片", "--几个", "1")
    first, again = office.invoke(*words), office.invoke(*words)
    assert (first.status, "新做 1 件" in first.words) == (0, True), first.words
    assert (again.status, "原样 1 件" in again.words) == (0, True), again.words
    assert list((office.root / ".cache" / "pictures").rglob("*.jpg"))


@pytest.mark.parametrize(
    ("words", "told"),
    [(("2031",), "没有“2031”这一期或这一年"), (("全部", "--什么", "声音"), "不知道“声音”是什么")],
)
def test_what_is_not_there_is_told(office: Office, words: tuple[str, ...], told: str) -> None:
    office.desk.article("2020-03/a", 标题="一江清水")
    office.desk.issue("2020-03", {"特别关注": ["a"]})
    answer = office.invoke("重制", *words)
    assert answer.status == 1
    assert told in answer.words
    assert "Traceback" not in answer.words
