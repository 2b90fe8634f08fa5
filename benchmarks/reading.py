"""How long it takes to read the archive: cold, with nothing changed, after one edit; and its memory.

    python benchmarks/reading.py [issues] [processes]

Issues of 45 articles of some 1,500 characters are made in a temporary folder. Times are CPU seconds of the
process and, cold, of the processes it starts; "resident" is the second call in one process. Compare ratios of
one run; other programs on the machine make everything slower.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ARTICLES = 45
WORDS = ["生态环境", "污染防治", "全市", "监测", "断面", "水质", "优良", "天数", "比例", "同比", "上升", "下降", "企业", "整改", "督察", "责任", "落实", "部门", "联合", "执法", "检查", "排污口", "治理", "工程", "建成", "投运", "群众", "反映", "问题", "解决", "修复", "湿地", "河道", "清淤", "空气", "质量", "指数", "预警", "应急", "演练", "土壤", "调查", "农村", "污水", "处理", "设施", "运行", "达标", "公开", "信息", "宣传", "志愿者", "活动", "开展", "推进", "会议", "要求", "印发", "方案"]  # fmt: skip
MARKS = "，，，。、；"


def paragraph(dice: random.Random, characters: int) -> str:
    made = ""
    while len(made) < characters:
        made += "".join(dice.choices(WORDS, k=4)) + dice.choice(MARKS)
    return made[:-1] + "。"


def article(dice: random.Random, place: int) -> str:
    parts = [paragraph(dice, 150) for _ in range(10)]
    parts[3:3] = [f"## 一、{''.join(dice.choices(WORDS, k=3))}"]
    parts[7:7] = [f"## 二、{''.join(dice.choices(WORDS, k=3))}"]
    head = "".join(dice.choices(WORDS, k=6))
    tags = "，".join(dice.sample(WORDS, 3))
    front = f"标题: {head}{place}\n供稿: 某市局\n责编: 王莹\n标签: {tags}\n公开: 是\n"
    return f"---\n{front}---\n\n" + "\n\n".join(parts) + "\n"


def make(content: Path, issues: int) -> None:
    dice = random.Random(7)
    content.mkdir()
    (content / "publication.toml").write_text('name = "测试环境"\n', encoding="utf-8")
    rows = "".join(f'[[sections]]\nname = "栏目{n}"\nslug = "s{n}"\n' for n in range(5))
    (content / "sections.toml").write_text(rows, encoding="utf-8")
    for whole in range(issues):
        key = f"{1990 + whole // 12}-{whole % 12 + 1:02d}"
        folder = content / key
        folder.mkdir()
        for place in range(ARTICLES):
            text = article(dice, place)
            (folder / f"a{place:02d}.md").write_text(text, encoding="utf-8")
        plan = f"number = {whole % 12 + 1}\nwhole_number = {whole + 1}\npublished = {key}-20\n"
        for n in range(5):
            stems = ", ".join(f'"a{place:02d}"' for place in range(n * 9, n * 9 + 9))
            plan += f'[[sections]]\nname = "栏目{n}"\narticles = [{stems}]\n'
        (folder / "issue.toml").write_text(plan, encoding="utf-8")


def cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def read(content: Path, cache: Path, workers: int) -> None:
    """In a process of its own: read, read again, edit and read; tell the figures."""
    from plugins.issue import plugin

    def resident() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    settings = {"PATH": str(content), "CACHE_PATH": str(cache), "WORKERS": workers}
    told: dict[str, float] = {"MB before": resident()}
    for name in ("first", "again", "edited"):
        if name == "edited":
            file = sorted(content.glob("*/a00.md"))[-1]
            file.write_text(file.read_text(encoding="utf-8") + "又一段。\n", encoding="utf-8")
        started, wall = cpu(), time.perf_counter()
        archive, _ = plugin.load(content, settings)
        told[f"{name} cpu"] = round(cpu() - started, 3)
        told[f"{name} wall"] = round(time.perf_counter() - wall, 3)
    told["articles"] = sum(len(issue.articles) for issue in archive.issues)
    told["MB more"] = resident() - told["MB before"]
    print(json.dumps(told))


def main(issues: int, workers: int) -> None:
    with tempfile.TemporaryDirectory() as made:
        content = Path(made) / "content"
        make(content, issues)
        for name, cache, hands in (
            ("cold, one process", "one", 1),
            (f"cold, {workers} processes", "more", workers),
            ("fresh process, nothing changed", "one", 1),
            ("fresh process, nothing changed", "one", 1),
        ):
            command = [
                sys.executable,
                __file__,
                "--read",
                str(content),
                f"{made}/{cache}",
                str(hands),
            ]
            print(name, subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main(int((sys.argv[1:] or ["300"])[0]), int((sys.argv[2:] or ["2"])[0]))
