"""`inv 清缓存` as an editor types it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.office import Office


def test_what_nobody_used_goes_and_the_rest_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path / "office")
    cache = office.root / ".cache"
    old = [cache / folder / "ab" / "abc" for folder in ("standing", "read", "deflated", "placed")]
    used = cache / "read" / "cd" / "cde"
    for file in (*old, used):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    for file in old:
        os.utime(file, (0, 0))
    answer = office.call(capsys, "sweep")
    assert (answer.status, answer.words) == (0, "去掉 4 个文件。\n")
    assert ([each for each in old if each.exists()], used.exists()) == ([], True)
    assert office.call(capsys, "sweep").words == "去掉 0 个文件。\n"
