"""Proofing beside zhlint and AutoCorrect: slips planted in clean copy, found or not, and what is reported beside them.

    python benchmarks/proofing.py [characters] [--zhlint FOLDER] [--seed N]

The articles of the sample issues are joined to a text of so many characters (60,000), with slips planted by
turning right spellings round (，→ , and Ⅲ类 → III类): their places are known, the rest is right. Every engine reads
the same text with its defaults. The slips are of kinds that our rules know, so that recall flatters ours; precision
and time do not. A report that touches a planted slip is right, any other is wrong; precision and
recall follow. Times are processor time of the reading alone, the best of five, in each engine's own process.

AutoCorrect is read when ``autocorrect_py`` can be imported, zhlint when FOLDER is a node package folder of it; both
are left out with a word otherwise.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plugins.proofing.lists import read_lists  # noqa: E402
from plugins.proofing.proofing import proof_manuscript  # noqa: E402

H = "\u4e00-\u9fff"
ROUNDS = 5
#: What is right → the slip, and how many of them are planted.
SLIPS: tuple[tuple[str, str, str, int], ...] = (
    ("半角逗号", f"(?<=[{H}])，(?=[{H}])", ",", 20),
    ("半角冒号", f"(?<=[{H}])：(?=[{H}“])", ":", 8),
    ("半角括号", f"（(?P<inner>[{H}]+)）", r"(\g<inner>)", 8),
    ("缺后引号", f"(?<=“[{H}]{{4}})”(?=[{H}])", "", 5),
    ("缺后书名号", f"(?<=[{H}]{{4}})》(?=[{H}，。])", "", 5),
    ("方括号年份", "〔(?P<year>20\\d\\d)〕", r"[\g<year>]", 5),
    ("字母充罗马数字", "Ⅲ(?=类)", "III", 6),
    ("字母充罗马数字", "Ⅱ(?=类)", "II", 4),
    ("半角起止号", "(?<=\\d)—(?=\\d+[月年])", "-", 8),
    ("下标", "PM2\\.5", "PM_{2.5}", 6),
    ("引号间顿号", f"(?<=[{H}]”)(?=“[{H}])", "、", 6),
    ("双连字符", f"(?<=[{H}])——(?=[{H}])", "--", 6),
    ("缺句号", f"(?<=[{H}]{{6}})。(?=\n\n[{H}])", "", 6),
    ("零宽字符", f"(?<=[{H}]{{9}}，)(?=[{H}]{{9}})", "\u200b", 6),
    ("繁体字", f"(?<=[{H}])环境(?=[{H}])", "環境", 6),
    ("逗号连用", f"(?<=[{H}]{{7}})，(?=[{H}]{{7}})", "，，", 6),
)


class Planted(NamedTuple):
    """A text and where its slips stand."""

    text: str
    slips: list[tuple[int, int, str]]


class Outcome(NamedTuple):
    """What an engine reported, as places in the text, and its seconds."""

    reports: list[tuple[int, int]]
    seconds: float


def clean(characters: int) -> str:
    """The bodies of the sample's articles, as long as wanted."""
    bodies = []
    for file in sorted((ROOT / "content").glob("20??-??/*.md")):
        front, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
        if "体裁: 问答" not in front:  # whose headings are whole sentences
            bodies.append(body.strip())
    return "\n\n".join(bodies)[:characters].rsplit("\n", 1)[0] + "\n"


def plant(text: str, seed: int) -> Planted:
    """Put the slips into a text, far enough apart."""
    chance = random.Random(seed)
    chosen: list[tuple[int, int, str, str]] = []
    for name, pattern, slip, number in SLIPS:
        found = list(re.finditer(pattern, text))
        chance.shuffle(found)
        for match in found:
            if number and all(abs(match.start() - each[0]) > 30 for each in chosen):
                chosen.append((*match.span(), match.expand(slip) if "\\g" in slip else slip, name))
                number -= 1
    parts: list[str] = []
    slips: list[tuple[int, int, str]] = []
    done = length = 0
    for start, end, slip, name in sorted(chosen):
        parts += text[done:start], slip
        length += start - done + len(slip)
        slips.append((length - len(slip), length, name))
        done = end
    return Planted("".join((*parts, text[done:])), slips)


def ours(text: str) -> Outcome:
    """Our rules, all of them, with the editors' lists; hints are no reports."""
    lists = read_lists(ROOT / "content" / "style")

    def run() -> list[tuple[int, int]]:
        found = proof_manuscript("a.md", text, lists, issue_key="2020-03")
        return [(each.start, each.end) for each in found if each.level != "hint"]

    return timed(run)


def autocorrect(text: str) -> Outcome | None:
    """AutoCorrect: what it would change."""
    try:
        import autocorrect_py
    except ImportError:
        return None

    made: list[str] = []

    def run() -> list[tuple[int, int]]:
        made[:] = [autocorrect_py.format_for(text, "markdown")]
        return []

    seconds = timed(run).seconds
    lines = zip(text.split("\n"), made[0].split("\n"), strict=True)
    return Outcome(list(_changed(lines)), seconds)


ZHLINT = """
import { readFileSync } from "node:fs";
import { run } from "FOLDER/lib/index.js";
const text = readFileSync(process.argv[2], "utf8");
const options = { rules: { preset: "default" } };
let best = Infinity, found;
for (let n = 0; n < ROUNDS; n++) {
  const before = process.cpuUsage();
  found = run(text, options);
  const used = process.cpuUsage(before);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(JSON.stringify({ seconds: best, places: found.validations.map((v) => [v.index, v.length || 1]) }));
"""


def zhlint(text: str, folder: Path | None) -> Outcome | None:
    """zhlint with its default preset."""
    if folder is None or not (folder / "lib" / "index.js").exists():
        return None
    with tempfile.TemporaryDirectory() as scratch:
        script, source = Path(scratch) / "run.mjs", Path(scratch) / "text.md"
        filled = ZHLINT.replace("FOLDER", folder.resolve().as_posix()).replace(
            "ROUNDS", str(ROUNDS)
        )
        script.write_text(filled, encoding="utf-8")
        source.write_text(text, encoding="utf-8")
        done = subprocess.run(
            ["node", str(script), str(source)], capture_output=True, text=True, check=True
        )
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return Outcome([(at, at + length) for at, length in told["places"]], told["seconds"])


def timed(run: Callable[[], list[tuple[int, int]]]) -> Outcome:
    """What a run gives and its processor time, the best of some after one that is not counted."""
    found = run()
    seconds = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds = min(seconds, time.process_time() - start)
    return Outcome(found, seconds)


def _changed(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Places of a text whose lines became others."""
    at = 0
    for old, new in lines:
        if old != new:
            matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
            for tag, start, end, _, _ in matcher.get_opcodes():
                if tag != "equal":
                    yield at + start, at + end
        at += len(old) + 1


def told(name: str, planted: Planted, outcome: Outcome | None) -> str:
    """One line of the table."""
    if outcome is None:
        return f"{name:14}  not to be had here"
    reach = 1  # a missing mark is reported beside its place, or where its other half stands
    right, found = 0, set()
    for start, end in outcome.reports:
        touched = [
            slip
            for slip in planted.slips
            if start <= slip[1] + reach and end >= slip[0] - _before(planted.text, slip) - reach
        ]
        right += bool(touched)
        found.update(touched)
    wrong = len(outcome.reports) - right
    precision = right / len(outcome.reports) if outcome.reports else 0.0
    recall = len(found) / len(planted.slips)
    return (
        f"{name:14}  {len(outcome.reports):6}  {right:6}  {wrong:6}  {precision:9.1%}  "
        f"{len(found):4} of {len(planted.slips)}  {recall:7.1%}  {outcome.seconds:8.3f} s"
    )


def _before(text: str, slip: tuple[int, int, str]) -> int:
    """How far back the other half of a missing mark stands."""
    if not slip[2].startswith("缺后"):
        return 0
    opening = max(text.rfind(mark, 0, slip[0]) for mark in "“《")
    return slip[0] - opening


def missed(planted: Planted, outcome: Outcome) -> dict[str, int]:
    """Slips by kind that an engine did not report."""
    left: dict[str, int] = {}
    for slip in planted.slips:
        low = slip[0] - _before(planted.text, slip) - 1
        if not any(start <= slip[1] + 1 and end >= low for start, end in outcome.reports):
            left[slip[2]] = left.get(slip[2], 0) + 1
    return left


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("characters", nargs="?", type=int, default=60000)
    parser.add_argument("--zhlint", type=Path)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    planted = plant(clean(given.characters), given.seed)
    print(f"{len(planted.text)} characters, {len(planted.slips)} slips planted")
    print("engine          reports   right   wrong  precision  found         recall  CPU time")
    own = ours(planted.text)
    print(told("inv 校对", planted, own))
    print(told("AutoCorrect", planted, autocorrect(planted.text)))
    print(told("zhlint", planted, zhlint(planted.text, given.zhlint)))
    print("missed by ours:", missed(planted, own) or "none")
    clean_text = clean(given.characters)
    print("\nthe same text without slips: every report is wrong")
    for name, outcome in (
        ("inv 校对", ours(clean_text)),
        ("AutoCorrect", autocorrect(clean_text)),
        ("zhlint", zhlint(clean_text, given.zhlint)),
    ):
        print(f"{name:14}  {len(outcome.reports) if outcome else '–'}")


if __name__ == "__main__":
    main()
