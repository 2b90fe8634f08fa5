from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.headlines import MAY_BREAK, TERMS, mark_words
from plugins.hanzi.marks import may_part
from plugins.hanzi.units import glued

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("headlines.txt").read_text(encoding="utf-8").splitlines()
#: The parts of a headline between two possible breaks, in ems: more fills half a narrow column.
WIDEST = 12
#: jieba writes 100 MB and stays; so it runs in a process of its own. Without its guessing of unknown
#: words, which tears names and places.
CUT = """
import json, sys
from pathlib import Path
from plugins.hanzi import words
from plugins.hanzi.headlines import TERMS, mark_words
cutter = words.cutter(TERMS, Path(sys.argv[1]))
cut = lambda text: list(cutter.cut(text, HMM=False))
print(json.dumps([mark_words(line, cut) for line in json.load(sys.stdin)]))
"""


def shown(headline: str) -> str:
    """A headline typed with / between words, marked, its breaks shown as |."""
    cut = iter(re.split(r" |\u3000", headline))
    marked = mark_words(headline.replace("/", ""), lambda _text: next(cut).split("/"))
    return marked.replace(MAY_BREAK, "|")


def characters(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char != MAY_BREAK)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All headlines of the table and of the magazine → marked."""
    headlines = [re.sub(r"[\[\]]", "", line) for line in TABLE]
    for path in sorted((ROOT / "content").glob("20*/*.md")):
        text = path.read_text(encoding="utf-8")
        headlines += re.findall(r"^(?:标题|引题|副题): (.+)$", text, re.MULTILINE)
    command = [sys.executable, "-c", CUT, str(tmp_path_factory.mktemp("jieba"))]
    asked = json.dumps(headlines)
    done = subprocess.run(
        command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True
    )
    return dict(zip(headlines, json.loads(done.stdout), strict=True))


@pytest.mark.slow
def test_headlines_of_the_trade_are_never_broken_where_the_table_forbids(
    marked: dict[str, str],
) -> None:
    broken = []
    for line in TABLE:
        result = marked[re.sub(r"[\[\]]", "", line)]
        runs = re.findall(r"\[(.+?)\]", line)
        broken += [f"{run}: {result}" for run in runs if run not in result]
    assert len(TABLE) >= 120
    assert not broken, "\n".join(broken).replace(MAY_BREAK, "|")


@pytest.mark.slow
def test_no_piece_of_a_real_headline_is_one_character_or_very_wide(marked: dict[str, str]) -> None:
    assert len(marked) > 200
    pieces = [piece for line in marked.values() for piece in re.split(r"[\u200b\u3000]", line)]
    assert [piece for piece in pieces if len(piece) < 2] == []
    assert [piece for piece in pieces if len(piece) > WIDEST] == []


@pytest.mark.slow
def test_particles_never_begin_and_prepositions_never_end_a_line(marked: dict[str, str]) -> None:
    pieces = [piece for line in marked.values() for piece in re.split(r"[\u200b\u3000]", line)]
    assert [piece for piece in pieces if piece[0] in "的着们等"] == []
    assert [piece for piece in pieces if piece[-1] in "在被从以与和更最第约"] == []


@pytest.mark.slow
def test_real_headlines_keep_their_characters_and_break_often_enough(
    marked: dict[str, str],
) -> None:
    for headline, line in marked.items():
        assert characters(headline) == characters(line)
    places = sum(len(re.findall(r"[\u200b\u3000]", line)) for line in marked.values())
    assert places > 3 * len(marked)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("一库/清水 两岸/人家", "一库|清水　两岸|人家"),
        ("一库/清水　两岸/人家", "一库|清水　两岸|人家"),
        ("河道/的/面貌", "河道的|面貌"),
        ("工作/在/澄州/召开", "工作|在澄州|召开"),
        ("抓/落实", "抓落实"),
        ("部门/抓/落实", "部门|抓落实"),
        ("任务/过/堂", "任务过堂"),
        ("把/账/算/清", "把账|算清"),
        ("守/得/住/寒冬", "守得住|寒冬"),
        ("三/把/钥匙", "三把|钥匙"),
        ("11/个/市/好转", "11个市|好转"),
        ("浓度/PM2/./5/下降", "浓度|PM2.5|下降"),
        ("石桥/村/建成", "石桥村|建成"),
        ("记/省/环境厅", "记省环境厅"),
        ("沈砚/秋/主持", "沈砚秋主持"),
        ("印发/《/河长制/规范/》/的/通知", "印发|《河长制规范》的|通知"),
        ("印发/《/河长制/工作/管理/规范/》/的/通知", "印发|《河长制|工作|管理|规范》的|通知"),
        ("过/“/三关/”", "过“三关”"),
        ("办/三件/事/——", "办三件事——"),
        ("强调/：/超低/排放", "强调：|超低|排放"),
        ("清水/，/岸/，/人家", "清水，|岸，人家"),
        ("治", "治"),
        ("", ""),
    ],
)  # fmt: skip
def test_rules(typed: str, expected: str) -> None:
    assert shown(typed) == expected


def test_spaces_around_and_invisible_characters_are_dropped() -> None:
    assert mark_words("  清\u200b水 　 ", lambda text: [text]) == "清水"


def test_a_space_within_latin_or_a_quantity_is_no_editors_break() -> None:
    assert mark_words("Clean Air 5 km", list) == "Clean \u200bAir\u30005 km"


def test_a_cutter_that_loses_characters_is_a_fault() -> None:
    with pytest.raises(ValueError, match="changed"):
        mark_words("治污", lambda text: [text[:1]])


def test_terms_are_words() -> None:
    assert len(set(TERMS)) == len(TERMS)
    assert all(2 <= len(term) <= 8 for term in TERMS)


TEXTS = st.text(alphabet="治污水在的把三个省年，。“”《》——…、：（）PM2.5 　\u200b", max_size=30)


@given(TEXTS, st.integers(1, 4))
def test_characters_stay_and_every_break_is_allowed(text: str, step: int) -> None:
    def cut(part: str) -> list[str]:
        return [part[start : start + step] for start in range(0, len(part), step)]

    result = mark_words(text, cut)
    assert characters(result) == characters(text)
    for part in result.split("\u3000"):
        bare = part.replace(MAY_BREAK, "")
        kept = glued(bare)
        place = 0
        for piece in part.split(MAY_BREAK)[:-1]:
            place += len(piece)
            assert 0 < place < len(bare)
            assert not kept[place]
            assert may_part(bare[place - 1], bare[place])
