"""One job from beginning to end, on whatever machine it has come to."""

from __future__ import annotations

import gc
import platform
from pathlib import Path
from threading import Lock

from plugins.article.finding import Finding, ManuscriptError
from plugins.press.faces import MissingFaces
from plugins.press.pressfault import PressFault
from plugins.press.proof.gap import IncompleteError
from plugins.remake.job import Job, Outcome
from plugins.remake.kit import difference, kit
from plugins.remake.note import Note
from plugins.remake.reading import read

#: The press changes what holds for a whole process (logging, Pillow's strictness), so one job at a time in each.
ONE_AT_A_TIME = Lock()


def do(job: Job) -> Outcome:
    """Make what the job asks for, unless it is there and up to date. Done again it makes the same bytes.

    What people wrote wrong comes back as an outcome; a programmer's mistake and a failing disk are raised.
    """
    with ONE_AT_A_TIME:
        own = kit(job.what, job.folders.here().theme)
        if own != job.kit:
            return _ended(job, "unfit", words=difference(job.kit, own))
        note = Note(job)
        if found := note.standing():
            return _ended(job, "unchanged", files=len(found))
        return _made(job, note)


def _made(job: Job, note: Note) -> Outcome:
    try:
        files, findings = _files(job)
    except ManuscriptError as error:
        return _ended(job, "faulty", findings=error.findings)
    except PressFault as fault:
        return _ended(job, "faulty", findings=fault.findings, words=str(fault))
    except (MissingFaces, IncompleteError) as fault:
        return _ended(job, "faulty", words=str(fault))
    note.write(files)
    return _ended(job, "made", files=len(files), findings=tuple(findings))


def _files(job: Job) -> tuple[tuple[Path, ...], list[Finding]]:
    """The files of the result, and what is worth saying of them. Each room is loaded when it is first needed."""
    places = job.folders.here()
    issue = read(places.content, job.issue)
    if job.what == "pdf":
        from plugins.remake import pdfs

        made = pdfs.make(issue, places, job.handover)
        gc.collect()  # the collector paused meanwhile; a worker has hundreds of issues before it
        return made
    from plugins.remake import copies

    return copies.make(issue, places), []


def _ended(job: Job, state: str, **more: object) -> Outcome:
    return Outcome(job=job, state=state, machine=platform.node(), **more)  # type: ignore[arg-type]
