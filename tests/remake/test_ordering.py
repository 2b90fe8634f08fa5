"""What a command asks for → jobs, and what it says when it asks for what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.remake.job import RemakeFault
from plugins.remake.ordering import issues, jobs, whats
from tests.remake.labour import KEYS, office


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(office(tmp_path).content)


@pytest.mark.parametrize(
    ("which", "chosen"),
    [
        ("全部", list(KEYS)),
        ("", list(KEYS)),
        ("最新", ["2020-02"]),
        ("2019", ["2019-11", "2019-12"]),
        ("2019-12", ["2019-12"]),
        ("2020-01，2019", ["2019-11", "2019-12", "2020-01"]),
        ("2019 2019-11、2020-02", ["2019-11", "2019-12", "2020-02"]),
    ],
)
def test_issues(content: Path, which: str, chosen: list[str]) -> None:
    assert issues(content, which) == chosen


def test_an_issue_that_is_not_there_is_told_with_what_is(content: Path) -> None:
    with pytest.raises(RemakeFault, match=r"没有“2018”.*2019-11、2019-12、2020-01、2020-02$"):
        issues(content, "2019,2018")


def test_many_issues_are_told_by_their_years(tmp_path: Path) -> None:
    keys = tuple(f"{year}-{month:02}" for year in (2018, 2019) for month in range(1, 13))
    for key in keys:
        (tmp_path / key).mkdir()
        (tmp_path / key / "issue.toml").touch()
    with pytest.raises(RemakeFault, match=r"现有：2018、2019$"):
        issues(tmp_path, "2020")


def test_no_issue_at_all(tmp_path: Path) -> None:
    with pytest.raises(RemakeFault, match="一期也没有"):
        issues(tmp_path, "最新")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("pdf", ["pdf"]),
        ("图片", ["pictures"]),
        ("图片,pdf", ["pdf", "pictures"]),
        ("PDF，图片、pdf", ["pdf", "pictures"]),
    ],
)
def test_kinds(words: str, kinds: list[str]) -> None:
    assert whats(words) == kinds


@pytest.mark.parametrize("words", ["", "网站", "pdf,音频"])
def test_other_kinds_are_told(words: str) -> None:
    with pytest.raises(RemakeFault, match="可以写：pdf、图片"):
        whats(words)


def test_jobs_are_independent_and_only_pdfs_are_handed_over(tmp_path: Path) -> None:
    made = jobs("2019", "pdf,图片", office(tmp_path), handover=True)
    assert [(job.what, job.issue, job.handover) for job in made] == [
        ("pdf", "2019-11", True),
        ("pdf", "2019-12", True),
        ("pictures", "2019-11", False),
        ("pictures", "2019-12", False),
    ]
    assert len({job.name for job in made}) == 4
