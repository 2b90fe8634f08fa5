from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(code: str) -> str:
    """A process of its own: jieba writes 100 MB and stays."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_importing_the_room_does_not_import_jieba() -> None:
    code = (
        "import sys; from plugins.hanzi import words; print('jieba' in sys.modules, words.loaded())"
    )
    assert run(code).split() == ["False", "False"]


@pytest.mark.slow
def test_cut_knows_the_words_it_is_told_and_keeps_its_cache_where_it_is_told(
    tmp_path: Path,
) -> None:
    code = f"""
from pathlib import Path
from plugins.hanzi import words
cache = Path({str(tmp_path)!r})
print("/".join(words.cut("推进岚江禁采限捕", ["岚江禁采"], cache)), words.loaded())
"""
    lines = run(code).splitlines()
    assert "岚江禁采" in lines[0].split()[0].split("/")
    assert lines[0].endswith("True")
    assert list(tmp_path.glob("jieba*"))
