"""The real texts the rules were made for, beside the project: skipped where they are not.

Every hit was read by a person and judged. A rule that finds more or less there must be judged anew.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from plugins.proofing.lists import read_lists
from plugins.proofing.proofing import proof_manuscript

HOUSE = Path(__file__).parents[2]
SEEDS = HOUSE.parent / "shared" / "seeds"
#: When each came out.
PUBLISHED = {
    "000": date(2020, 2, 1),
    "001": date(2020, 3, 23),
    "002": date(2020, 3, 20),
    "003": date(2020, 1, 31),
    "004": date(2020, 2, 25),
}
#: (text, rule) → hits, and how many of them are errors.
JUDGED = {
    ("000", "P105"): (1, 1),
    ("001", "P119"): (2, 2),
    ("001", "P122"): (1, 1),
    ("001", "P123"): (7, 7),
    ("002", "P108"): (5, 5),
    ("002", "P109"): (3, 3),
    ("002", "P110"): (2, 2),
    ("002", "P116"): (1, 1),
    ("002", "P124"): (2, 0),
    ("002", "P201"): (1, 1),
    ("002", "P203"): (2, 2),
    ("003", "P101"): (6, 6),
    ("003", "P102"): (1, 1),
    ("003", "P116"): (1, 1),
    ("003", "P117"): (1, 1),
    ("003", "P201"): (5, 5),
    ("003", "P202"): (2, 2),
    ("003", "P205"): (1, 1),
    ("003", "P206"): (1, 1),
    ("003", "P208"): (1, 1),
    ("003", "P211"): (1, 1),
    ("004", "P102"): (1, 1),
    ("004", "P112"): (1, 1),
    ("004", "P301"): (3, 3),
}
#: Not counted: typed indents are dropped anyway; the half-width marks of the web page are one fault 83 times.
UNCOUNTED = ("P120",)
WEB_PAGE = ("001", ("P101", "P102"))
END = "。！？…”）：；》—)】!?:;."
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="no seeds beside the project")


def joined(text: str) -> str:
    """Lines that a page or a narrow column broke put together; a blank line between paragraphs."""
    lines = text.split("\n")
    made: list[str] = []
    while lines:
        line = lines.pop(0).rstrip()
        while _is_cut(line):
            below = next((n for n, each in enumerate(lines) if each.strip("- ")), None)
            if below is None or re.match(r" *\u3000|#|P\d\d ", lines[below]):
                break
            line += lines[below].strip()
            del lines[: below + 1]
        made.append(line)
    return "\n\n".join(made)


def _is_cut(line: str) -> bool:
    core = line.strip(" \u3000*#")
    return len(core) >= 28 and core[-1] not in END and not re.match(r"#|P\d\d ", line)


@pytest.fixture(scope="module")
def hits() -> Counter[tuple[str, str]]:
    lists = read_lists(HOUSE / "content/style")
    found: Counter[tuple[str, str]] = Counter()
    for file in sorted(SEEDS.glob("*.txt")):
        seed = file.name[:3]
        text = joined(file.read_text(encoding="utf-8"))
        remarks = proof_manuscript(seed, text, lists, published=PUBLISHED[seed])
        found.update((seed, each.code) for each in remarks if each.code not in UNCOUNTED)
    return found


def counted(hits: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    seed, codes = WEB_PAGE
    return {key: count for key, count in hits.items() if key[0] != seed or key[1] not in codes}


def test_every_hit_was_judged(hits: Counter[tuple[str, str]]) -> None:
    assert counted(hits) == {key: found for key, (found, _) in JUDGED.items()}


def test_enough_errors_are_found_and_little_else(hits: Counter[tuple[str, str]]) -> None:
    found = counted(hits)
    true = sum(min(count, JUDGED.get(key, (0, 0))[1]) for key, count in found.items())
    assert true >= 45
    assert true / sum(found.values()) >= 0.9


def test_half_width_marks_of_the_web_page(hits: Counter[tuple[str, str]]) -> None:
    seed, codes = WEB_PAGE
    assert sum(hits[seed, code] for code in codes) == 83
