"""Small offices with several issues, jobs on them, and work that dies as it is told. Light: workers import it."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from pathlib import Path

from PIL import Image

from plugins.remake.job import Folders, Job, Outcome, What
from plugins.remake.ordering import jobs
from plugins.remake.running import Hands, run

ROOT = Path(__file__).resolve().parents[2]
PUBLICATION = 'name = "样刊"\nsponsor = "某省生态环境厅"\nlicence = "某内资018号"\nwebsite = ""\n'
SECTIONS = '[[sections]]\nname = "特别关注"\nslug = "guanzhu"\nenglish = "Focus"\n'
TEXT = "河面宽了，芦苇也高了，守河的人比去年多了两个。" * 12
KEYS = ("2019-11", "2019-12", "2020-01", "2020-02")


def office(top: Path, keys: tuple[str, ...] = KEYS) -> Folders:
    """A content folder with so many issues, two articles and a picture each, and where their results go."""
    content = top / "content"
    for place, key in enumerate(keys):
        (content / key).mkdir(parents=True)
        rows = f"number = {int(key[5:])}\nwhole_number = {300 + place}\npublished = {key}-20\n"
        section = '[[sections]]\nname = "特别关注"\narticles = ["one", "two"]\n'
        (content / key / "issue.toml").write_text(rows + section, encoding="utf-8")
        Image.new("RGB", (900, 600), (40 * place, 90, 120)).save(content / key / "a.jpg")
        for stem in ("one", "two"):
            front = f"---\n标题: {key}的{stem}\n供稿: 某市生态环境局\n公开: 是\n---\n\n"
            shown = "\n![图说](a.jpg)\n" if stem == "one" else ""
            text = f"{front}{TEXT}\n{shown}"
            (content / key / f"{stem}.md").write_text(text, encoding="utf-8")
    (content / "publication.toml").write_text(PUBLICATION, encoding="utf-8")
    (content / "sections.toml").write_text(SECTIONS, encoding="utf-8")
    names = {name: str(top / name) for name in ("content", "dist", "cache")}
    return Folders(theme=str(ROOT / "theme"), **names)


def job(issue: str, what: What = "pictures", folder: str = "nowhere") -> Job:
    """A job that nobody really does."""
    folders = Folders(content=folder, theme=folder, dist=folder, cache=folder)
    return Job(what=what, issue=issue, folders=folders, kit=())


def results(folders: Folders) -> dict[str, str]:
    """Every file that was made, with a digest of its bytes; but for notes, and what is kept to be quicker."""
    top = Path(folders.content).parent
    made = [*(top / "dist").rglob("*"), *(top / "cache" / "pictures").rglob("*")]
    made += [*(top / "cache" / "cards").rglob("*"), *(top / "content").glob("*/folios.toml")]
    return {
        file.relative_to(top).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(made)
        if file.is_file() and ".remake" not in file.parts and file.name != "originals.json"
    }


def well_done(job: Job) -> Outcome:
    return Outcome(job=job, state="made")


def dies_once(job: Job) -> Outcome:
    """Dies at the first of two tries, as a process does that the system kills."""
    return _dies(job, 1)


def dies_for_ever(job: Job) -> Outcome:
    """One issue kills everyone who touches it."""
    return _dies(job, 1_000) if job.issue == KEYS[1] else well_done(job)


def _dies(job: Job, times: int) -> Outcome:
    tries = Path(job.folders.dist) / f"{job.issue}.tries"
    with tries.open("a", encoding="utf-8") as file:
        file.write("x")
    if tries.stat().st_size <= times:
        os.kill(os.getpid(), signal.SIGKILL)
    return well_done(job)


def errs(job: Job) -> Outcome:
    """A programmer's mistake in one issue."""
    if job.issue == KEYS[1]:
        raise ZeroDivisionError("a mistake")
    return well_done(job)


def alone(hands: Hands, top: str) -> None:
    """A whole run over an office in this process, a line for each job that ended."""
    folders = Folders(
        content=f"{top}/content",
        theme=str(ROOT / "theme"),
        dist=f"{top}/dist",
        cache=f"{top}/cache",
    )

    def tell(name: str, done: int, total: int) -> None:
        print(done, total, file=sys.stdout, flush=True)

    run(jobs("全部", "图片,pdf", folders), hands, tell)
