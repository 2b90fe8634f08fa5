"""Our side: the index made in a process of its own, and read as a browser would."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

from benchmarks.search.asking import FIRST, Answers, Measured, Query
from plugins.issue.record import Archive
from plugins.web.server.packed import packed
from tests.web.search.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
#: What a browser has after the first query.
KEPT = ("about.json", "fold.json")
CODE = """
import json, pickle, sys, time
from pathlib import Path
from plugins.web.search.index import FOLDER, SearchIndex

def memory(name):
    told = dict(line.split(":", 1) for line in open("/proc/self/status"))
    return int(told[name].split()[0]) / 1000

archive = pickle.loads(Path(sys.argv[1]).read_bytes())
out, before, start = Path(sys.argv[2]), memory("VmRSS"), time.process_time()
made = list(SearchIndex(archive, out / "cache").assets())
cpu, peak = time.process_time() - start, memory("VmHWM")
for each in made:
    file = out / "index" / each.path.removeprefix(FOLDER)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(each.data)
sizes = [len(each.data) for each in made]
print(json.dumps([cpu, peak - before, sum(sizes) / 1e6, len(sizes)]))
"""


def measured_and_asked(
    archive: Archive, queries: list[Query], folder: Path
) -> tuple[Measured, Answers]:
    """Make the index and ask. Memory: what making it takes beside the archive."""
    kept, out = folder / "archive.pickle", folder / "searched"
    kept.write_bytes(pickle.dumps(archive))
    run = [sys.executable, "-c", CODE, str(kept), str(out)]
    said = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    answers = Answers()
    for query in queries:
        _ask(query, out / "index", answers)
    return Measured(*json.loads(said)), answers


def _ask(query: Query, index: Path, answers: Answers) -> None:
    reader = Reader(lambda path: (index / path).read_bytes())
    found = reader.ranked([query.words])
    rows = [str(reader.row(each)[0]) for each in found[:FIRST]]
    sizes = {path: _sent(index / path) for path in reader.asked}
    pages = rows + [str(reader.row(each)[0]) for each in found[FIRST:]]
    is_plain = query.words.isascii() or query.words.encode(
        "gb2312", "ignore"
    ) == query.words.encode("gbk", "ignore")
    if is_plain:
        sizes.pop("fold.json", None)
    later = sum(size for path, size in sizes.items() if path not in KEPT)
    answers.add(query, pages, sum(sizes.values()), later)


def _sent(file: Path) -> int:
    """How many bytes of a file are sent: JSON is published packed, shards are not."""
    return (
        file.stat().st_size
        if file.suffix == ".bin"
        else len(packed(file.read_bytes(), file.suffix).get(".br") or file.read_bytes())
    )
