"""Manuscripts as they were: from git, from a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plugins.article.finding import ManuscriptError
from plugins.proofing import versions


def git(folder: Path, *words: str, day: str = "2020-03-05T10:00:00") -> None:
    who = [
        "-c",
        "user.name=编辑",
        "-c",
        "user.email=e@example.invalid",
        "-c",
        "commit.gpgsign=false",
    ]
    env = {
        "GIT_COMMITTER_DATE": day,
        "GIT_AUTHOR_DATE": day,
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
    }
    subprocess.run(
        ["git", "-C", str(folder), *who, *words], check=True, capture_output=True, env=env
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An issue with two proofs: 一校 of 5 March, and one of 9 March; a third lies in the folder."""
    issue = tmp_path / "content" / "2020-03"
    (issue / "photos").mkdir(parents=True)
    git(tmp_path, "init", "-q")
    (issue / "a.md").write_text("一校\n", encoding="utf-8")
    (issue / "photos" / "x.md").write_text("不是稿件\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "一校")
    (issue / "a.md").write_bytes("二校\r\n".encode("gb18030"))
    (issue / "issue.toml").write_text("number = 3\n", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "two", day="2020-03-09T10:00:00")
    (issue / "a.md").write_text("三校\n", encoding="utf-8")
    return issue


def test_a_tag_a_day_a_commit_and_now(folder: Path) -> None:
    assert versions.at(folder, "一校") == {"a.md": "一校\n"}
    assert versions.at(folder, "2020-03-07") == {"a.md": "一校\n"}
    assert versions.at(folder, "2020年3月9日") == {"a.md": "二校\n", "issue.toml": "number = 3\n"}
    assert versions.at(folder, "HEAD")["a.md"] == "二校\n"
    assert versions.now(folder) == {"a.md": "三校\n", "issue.toml": "number = 3\n"}


def test_a_folder(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "另存"
    other.mkdir()
    (other / "a.md").write_text("另存的\n", encoding="utf-8")
    assert versions.at(folder, str(other)) == {"a.md": "另存的\n"}


@pytest.mark.parametrize("when", ["没有的标签", "2019-01-01", "-x", "--all", ""])
def test_what_is_not_there_is_told_in_chinese(folder: Path, when: str) -> None:
    with pytest.raises(ManuscriptError, match="P003"):
        versions.at(folder, when)


def test_a_folder_that_git_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="P003"):
        versions.at(tmp_path, "HEAD")
