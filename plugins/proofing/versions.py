"""The manuscripts of an issue as they were: at a tag, a commit, on a day, or in another folder.

The only place here that runs git, which is asked and never told to change anything.
"""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from pathlib import Path

from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding, ManuscriptError

DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+(\d{1,2}[:：]\d{2}))?"
)
#: What is compared of an issue's folder.
WANTED = ("*.md", "issue.toml")


def now(folder: Path) -> dict[str, str]:
    """File name → text of the manuscripts and issue.toml as they lie in ``folder``."""
    files = sorted(file for pattern in WANTED for file in folder.glob(pattern))
    return {file.name: text for file in files if (text := _text(file.read_bytes())) is not None}


def at(folder: Path, when: str) -> dict[str, str]:
    """The same as they were. ``when``: a folder, a day (the end of it, or a time on it), a tag, a commit.

    Raises `ManuscriptError` when there is no such version, or nothing of the issue in it.
    """
    is_folder = bool(when.strip()) and Path(when).is_dir()
    found = now(Path(when)) if is_folder else _archived(folder, _revision(folder, when))
    if not found:
        raise _fault(folder, f"“{when}”里没有这一期的稿件")
    return found


def _revision(folder: Path, when: str) -> str:
    """The commit that ``when`` means."""
    day = DAY.fullmatch(when.strip())
    if day:
        time = (day[4] or "23:59").replace("：", ":")
        stamp = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02} {time}:59"
        asked = ["rev-list", "-1", f"--before={stamp}", "HEAD"]
    else:
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{when}^{{commit}}"]
    found = _git(folder, *asked)
    revision = (found or b"").decode("ascii", "replace").strip().splitlines()
    if not revision:
        known = "那时还没有存过稿" if day else "没有这个标签或版本，也不是文件夹或日期"
        raise _fault(folder, f"“{when}”：{known}。可以写日期（2020-03-05）、标签（一校）或文件夹")
    return revision[-1]


def _archived(folder: Path, revision: str) -> dict[str, str]:
    packed = _git(folder, "archive", "--format=tar", revision, "--", *WANTED)
    if packed is None:
        packed = _one_by_one(folder, revision)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        members = [each for each in tar.getmembers() if each.isfile() and "/" not in each.name]
        texts = {each.name: _text(_bytes(tar, each)) for each in members}
    return {name: text for name, text in sorted(texts.items()) if text is not None}


def _one_by_one(folder: Path, revision: str) -> bytes:
    """git refuses a pattern that matches nothing: ask for the manuscripts alone, then give up."""
    for pattern in WANTED:
        packed = _git(folder, "archive", "--format=tar", revision, "--", pattern)
        if packed is not None:
            return packed
    raise _fault(folder, "那一版里还没有这一期")


def _bytes(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    return file.read() if file else b""


def _git(folder: Path, *words: str) -> bytes | None:
    """What git answers; None when it refuses. Raises `ManuscriptError` without git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, check=False, timeout=60
        )
    except FileNotFoundError:
        raise _fault(folder, "没有安装 git，只能同文件夹比较") from None
    return done.stdout if done.returncode == 0 else None


def _text(data: bytes) -> str | None:
    try:
        return decode(data)
    except NotText:
        return None


def _fault(folder: Path, message: str) -> ManuscriptError:
    return ManuscriptError([Finding(f"content/{folder.name}", 0, 0, "P003", "error", message)])
