"""What travels between machines: jobs on the way there, outcomes on the way back. Plain data, all of it pickles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from plugins.article.finding import Finding

#: Where this machine has the project: folders of a job that are relative lie below it.
ROOT = Path(__file__).resolve().parents[2]
#: Inside the folder of PDFs: notes, digests, what is being made.
OWN_FOLDER = ".remake"
#: In it: a folder for every attempt, so that two never write to the same place.
ATTEMPTS = "aside"

What = Literal["pdf", "pictures"]
#: What results are made with, as (name, version): the programme, libraries, faces (kit.py).
Kit = tuple[tuple[str, str], ...]
#: ``made``: anew. ``unchanged``: was up to date. ``faulty``: what people wrote is in the way. ``unfit``: this
#: machine has another kit than the job asks for; nothing was made.
State = Literal["made", "unchanged", "faulty", "unfit"]


class RemakeFault(RuntimeError):
    """The run cannot begin or go on. The message is Chinese and says what to do."""


class Places(NamedTuple):
    """The folders of a job, as this machine finds them."""

    content: Path
    theme: Path
    dist: Path
    cache: Path
    local: Path

    @property
    def own(self) -> Path:
        """Where notes are kept and results are made aside: on the file system of the PDFs."""
        return self.dist / OWN_FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Folders as every machine can find them: relative to the project, or absolute and mounted alike everywhere.

    ``dist``: PDFs go there, a folder an issue. ``cache``: pictures of the site, shared. ``local``: what the
    press keeps for itself; "": below ``cache``. On several machines a disk of their own is quicker.
    """

    content: str
    theme: str
    dist: str
    cache: str
    local: str = ""

    def here(self) -> Places:
        """The folders on this machine."""
        named = (self.content, self.theme, self.dist, self.cache, self.local or self.cache)
        return Places(*(ROOT / name for name in named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to make of one issue. ``handover``: with the folder for the printer (pdf only)."""

    what: What
    issue: str
    folders: Folders
    kit: Kit
    handover: bool = False

    @property
    def name(self) -> str:
        """What its note is called: ``2020-03-pdf``."""
        return f"{self.issue}-{self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a job ended on ``machine``; ``files``: how many it has made or found; ``words``: Chinese, for `telling`."""

    job: Job
    state: State
    machine: str = ""
    files: int = 0
    findings: tuple[Finding, ...] = ()
    words: str = ""
