"""Several processes write one site: each is a copy of this one, so that nothing but what they wrote is sent back."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from plugins.keeping.parent import die_with

Made = TypeVar("Made")
Job = TypeVar("Job")


class WorkerDied(RuntimeError):
    """A process of the crew ended without a word, or failed with the error that is told."""


def can_fork() -> bool:
    """Whether a copy of this process is safe to work with: on Linux it is."""
    return sys.platform == "linux" and hasattr(os, "fork")


def share_out(
    jobs: Sequence[Job],
    work: Callable[[Sequence[Job], bool], Made],
    workers: int,
) -> list[Made]:
    """``work`` on shares of ``jobs``, each in a process of its own; this process has the first share, and ``work`` is told so.

    What ``work`` gives must be picklable. Raises what ``work`` raised in any process, `WorkerDied` when that cannot be
    sent; the others have ended then.
    """
    shares = [jobs[n::workers] for n in range(workers)]
    shares = [share for share in shares if share]
    if len(shares) < 2 or not can_fork():
        return [work(jobs, True)] if jobs else []
    return _spread(shares, work)


def _spread(
    shares: Sequence[Sequence[Job]], work: Callable[[Sequence[Job], bool], Made]
) -> list[Made]:
    context = multiprocessing.get_context("fork")
    running = []
    try:
        for share in shares[1:]:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(
                target=_live, args=(theirs, work, share, os.getpid()), daemon=True
            )
            process.start()
            theirs.close()
            running.append((process, ours))
        made = [work(shares[0], True)]
        made += [_result(ours) for _, ours in running]
    finally:
        for process, ours in running:
            ours.close()
            process.terminate()
            process.join()
    return made


def _live(
    theirs: Connection,
    work: Callable[[Sequence[Job], bool], Made],
    share: Sequence[Job],
    parent: int,
) -> None:
    """All that a process of the crew does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)  # a killed build must not go on writing
    try:
        said = pickle.dumps((True, work(share, False)), protocol=pickle.HIGHEST_PROTOCOL)
    except BaseException as error:
        theirs.send_bytes(_told(error))
        raise
    theirs.send_bytes(said)


def _told(error: BaseException) -> bytes:
    """An error as it can be sent, with the place where it was raised; of one that no pickle takes, its words."""
    trace = "".join(traceback.format_exception(error))
    error.add_note(trace)
    try:
        said = pickle.dumps((False, error))
        pickle.loads(said)
    except (pickle.PickleError, TypeError, AttributeError):
        return pickle.dumps((False, WorkerDied(trace)))
    return said


def _result(ours: Connection) -> Any:
    try:
        done, made = pickle.loads(ours.recv_bytes())
    except EOFError as gone:
        raise WorkerDied("a process of the crew ended without a word") from gone
    if not done:
        raise made
    return made
