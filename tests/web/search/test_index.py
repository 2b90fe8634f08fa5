"""The index as a whole: same in, same out; what did not change is not made again."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from plugins.issue.record import Archive
from plugins.web.search import segment
from plugins.web.search.bundle import Bundle
from plugins.web.search.document import split
from plugins.web.search.grams import MOST_DOCUMENTS, postings, shard_of
from plugins.web.search.index import SearchIndex, sweep
from plugins.web.search.register import Register
from plugins.web.search.shards import AT_ONCE, MOST, shard_files, shards_for
from tests.web.archives import archive
from tests.web.search.made import bulletin, files
from tests.web.search.reader import Reader, entries

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def made_segments(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents had the segments that were made and not taken from what was kept."""
    sizes: list[int] = []
    make = segment.made

    def counted(filed: Sequence[segment.Filed], register: Register) -> Bundle:
        sizes.append(sum(len(documents) for _, documents in filed))
        return make(filed, register)

    monkeypatch.setattr(segment, "made", counted)
    return sizes


def three_years(newest: str = "正文", oldest: str = "正文") -> Archive:
    told = [
        [{"text": oldest}],
        [{"text": "二"}],
        [{"text": "三"}, {"text": "四"}],
        [],
        [{"text": newest}],
    ]
    return bulletin(*told)


def test_the_newest_year_is_a_segment_of_its_own() -> None:
    about = json.loads(files(three_years())["about.json"])
    rows = [(each["name"], each["first"], each["count"]) for each in about["segments"]]
    assert rows == [("archive", 0, 4), ("current", 4, 1)]
    assert about["issues"][2] == ["2001-01", 2, "2001年第1期"]
    assert about["table"] == 8


def test_a_segment_without_documents_is_left_out() -> None:
    about = json.loads(files(bulletin([{"text": "一"}]))["about.json"])
    assert [each["name"] for each in about["segments"]] == ["current"]


def test_an_archive_without_issues_has_an_index() -> None:
    made = files(archive())
    assert sorted(made) == ["about.json", "facets.json", "fold.json"]
    assert json.loads(made["about.json"])["segments"] == []


def test_only_what_is_of_the_newest_year_is_current() -> None:
    old, new = split(three_years())
    assert [each.published.year for each in old] == [2000, 2000, 2001, 2001]
    assert [each.published for each in new] == [date(2002, 1, 20)]


def test_a_new_issue_leaves_the_files_of_the_archive(tmp_path: Path) -> None:
    older = [[{"contributors": ("甲市局",)}], [], [{"text": "二"}]]
    newer = [*older, [{"contributors": ("乙市局",), "text": "三"}]]
    one, other = files(bulletin(*older)), files(bulletin(*newer))
    frozen = [path for path in one if path.startswith("archive/")]
    assert frozen
    assert {path: one[path] for path in frozen} == {
        path: data for path, data in other.items() if path.startswith("archive/")
    }
    versions = [json.loads(each["about.json"])["segments"] for each in (one, other)]
    assert versions[0][0] == versions[1][0]
    assert versions[0][1]["version"] != versions[1][1]["version"]


def test_what_is_kept_is_not_made_again(tmp_path: Path, made_segments: list[int]) -> None:
    first = files(three_years(), tmp_path)
    assert files(three_years(), tmp_path) == first
    assert made_segments == [4, 1]
    assert files(three_years("新的正文"), tmp_path) == files(three_years("新的正文"))
    assert made_segments == [4, 1, 1, 4, 1]


def test_an_edit_in_an_old_issue_makes_the_archive_anew(
    tmp_path: Path, made_segments: list[int]
) -> None:
    files(three_years(), tmp_path)
    assert files(three_years(oldest="改过"), tmp_path) == files(three_years(oldest="改过"))
    assert made_segments[:3] == [4, 1, 4]


def assets(index: SearchIndex) -> dict[str, bytes]:
    return {each.path: each.data for each in index.assets()}


def test_in_one_process_unchanged_issues_are_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = three_years()
    before = SearchIndex(whole, tmp_path)
    first = assets(before)
    monkeypatch.setattr(segment, "made", None)
    monkeypatch.setattr("plugins.web.search.index.documents", None)
    assert assets(SearchIndex(replace(whole), tmp_path, before)) == first


def test_in_a_preview_the_archive_stays_while_its_pages_do(tmp_path: Path) -> None:
    before = SearchIndex(three_years(), tmp_path)
    old = assets(before)
    edited = three_years("新的正文", "旧期里改了")
    frozen = assets(SearchIndex(edited, tmp_path, before, is_frozen=True))
    whole = assets(SearchIndex(edited, tmp_path))
    by_segment = {"archive": old, "current": whole}
    for name, expected in by_segment.items():
        mine = {path: data for path, data in frozen.items() if f"/{name}/" in path}
        assert mine == {path: data for path, data in expected.items() if f"/{name}/" in path}


def test_in_a_preview_an_archive_with_other_pages_is_made_anew(tmp_path: Path) -> None:
    before = SearchIndex(three_years(), tmp_path)
    assets(before)
    longer = bulletin([{}], [{}, {}], [{}], [], [{}])
    made = assets(SearchIndex(longer, tmp_path, before, is_frozen=True))
    assert made == assets(SearchIndex(longer, tmp_path))


def test_what_nobody_used_is_swept(tmp_path: Path) -> None:
    files(three_years(), tmp_path)
    assert sweep(tmp_path, 30, 0) == 0
    assert sweep(tmp_path, 30, 1e12) == 2


def test_pairs_that_end_alike_stand_in_many_shards() -> None:
    keys = np.arange(0x4E00, 0x5E00, dtype=np.uint64) << np.uint64(16) | np.uint64(ord("的"))
    filled = np.bincount(shard_of(keys, 157).astype(np.int64), minlength=157)
    assert filled.min() > 0
    assert filled.max() < 3 * len(keys) / 157


def test_a_large_segment_has_many_shards() -> None:
    dice = random.Random(1)
    texts = ["".join(chr(dice.randint(0x4E00, 0x5E00)) for _ in range(900)) for _ in range(12)]
    read = Reader(files(bulletin([{"text": text} for text in texts])).__getitem__)
    assert read.about["segments"][0]["shards"] == 27
    assert all(number in read.find(text[600:606]) for number, text in enumerate(texts))


def test_more_shards_than_are_made_at_a_time_are_all_made() -> None:
    found = postings([["排污许可证", "", "", "", "", "生态环境"]], 0, 2 * AT_ONCE + 3)
    made = list(shard_files([found], 2 * AT_ONCE + 3))
    assert len(made) == 2 * AT_ONCE + 3
    assert sum(len(entries(each)) for each in made) == len(found) == 4 + 5 + 3 + 4


@pytest.mark.parametrize(("characters", "expected"), [(0, 1), (700, 1), (800, 3), (10**9, MOST)])
def test_shards_are_an_odd_number(characters: int, expected: int) -> None:
    assert shards_for(characters) == expected


def test_too_many_documents_are_told() -> None:
    with pytest.raises(ValueError, match="65537 documents in 3 shards"):
        postings([["标题", "", "", "", "", "正文"]], MOST_DOCUMENTS, 3)


SCRIPT = """
import hashlib, sys
from pathlib import Path
from plugins.web.search.index import SearchIndex
from tests.web.archives import archive, busy_issue
made = SearchIndex(archive(busy_issue(0), busy_issue(12)), Path(sys.argv[1])).assets()
print(hashlib.sha256(repr([(each.path, each.data) for each in made]).encode()).hexdigest())
"""


@pytest.mark.slow
def test_every_process_makes_the_same_bytes(tmp_path: Path) -> None:
    told = set()
    for seed in ("1", "2"):
        world = {**os.environ, "PYTHONHASHSEED": seed}
        run = [sys.executable, "-c", SCRIPT, str(tmp_path / seed)]
        told.add(subprocess.run(run, cwd=ROOT, env=world, check=True, capture_output=True).stdout)
    assert len(told) == 1
