"""What a command asks for → jobs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from plugins.issue.archive import issue_folders
from plugins.issue.choosing import EVERY, NEWEST
from plugins.remake.job import Folders, Job, RemakeFault, What
from plugins.remake.kit import kit

SEPARATOR = re.compile(r"[,，、\s]+")
#: What people may write instead of the English word.
CHINESE: dict[str, What] = {"PDF": "pdf", "印刷": "pdf", "图片": "pictures"}
#: More issues than this are named by their years.
NAMED = 12


def jobs(which: str, what: str, folders: Folders, handover: bool = False) -> list[Job]:
    """The jobs of one command, oldest issue first, PDFs before pictures. Raises `RemakeFault`."""
    places = folders.here()
    keys, kinds = issues(places.content, which), whats(what)
    kits = {kind: kit(kind, places.theme) for kind in kinds}
    return [
        Job(
            what=kind,
            issue=key,
            folders=folders,
            kit=kits[kind],
            handover=handover and kind == "pdf",
        )
        for kind in kinds
        for key in keys
    ]


def issues(content: Path, which: str) -> list[str]:
    """The keys of issues that ``which`` means, oldest first: 全部, 最新, years and issues. Raises `RemakeFault`."""
    known = [folder.name for folder in issue_folders(content)]
    asked = [word for word in SEPARATOR.split(which) if word] or [EVERY]
    chosen: set[str] = set()
    for word in asked:
        found = _meant(word, known)
        if not found:
            raise RemakeFault(f"没有“{word}”这一期或这一年，现有：{_told(known)}")
        chosen.update(found)
    return sorted(chosen)


def whats(words: str) -> list[What]:
    """The kinds of jobs that are asked for: pdf, 图片. Raises `RemakeFault` for any other word."""
    found: set[What] = set()
    for word in SEPARATOR.split(words.strip()):
        kind = CHINESE.get(word, word)
        known = [each for each in get_args(What) if each == kind]
        if not known:
            raise RemakeFault(f"不知道“{word}”是什么，可以写：pdf、图片，或“pdf,图片”")
        found.update(known)
    return [each for each in get_args(What) if each in found]


def _meant(word: str, known: Sequence[str]) -> list[str]:
    if word == EVERY:
        return list(known)
    if word == NEWEST:
        return list(known[-1:])
    return [key for key in known if word in (key, key[:4])]


def _told(known: Sequence[str]) -> str:
    if len(known) > NAMED:
        return "、".join(sorted({key[:4] for key in known}))
    return "、".join(known) or "一期也没有"
