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
def test_a_narrow_dictionary_cuts_its_texts_as_the_whole_one_does(tmp_path: Path) -> None:
    code = f"""
import random
from pathlib import Path
from plugins.hanzi import words
lines = (Path("tests/hanzi/headlines.txt").read_text("utf-8") * 2).splitlines()
mixed = random.Random(7)
lines += ["".join(mixed.sample("".join(lines), 30)) for _ in range(200)]
extra = ["岚江禁采", "望源市", "临沙县生态环境分局"]
whole, narrow = words.cutter(extra, Path({str(tmp_path)!r})), words.narrow(lines, extra)
different = [line for line in lines if list(whole.cut(line, HMM=False)) != list(narrow.cut(line, HMM=False))]
print(len(lines) > 250, len(narrow.FREQ) < len(whole.FREQ) / 20, different)
"""
    assert run(code).split(maxsplit=2) == ["True", "True", "[]\n"]


@pytest.mark.slow
def test_no_word_of_the_dictionary_is_longer_than_is_looked_for() -> None:
    code = """
from plugins.hanzi import words
entries = words.load().Tokenizer().get_dict_file().read().decode("utf-8").split()
print(len(entries) % words.FIELDS, max(map(len, entries[::words.FIELDS])) <= words.LONGEST)
"""
    assert run(code).split() == ["0", "True"]


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
