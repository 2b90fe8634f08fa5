"""Whose hands do the work: processes of this machine, or a Dask cluster of several."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import connection, get_context, parent_process
from threading import Thread

from plugins.remake.job import RemakeFault
from plugins.remake.running import LOST, Hands

#: All jobs are given out at once: Dask's own scheduler holds them, and counts who died of what.
ALL = 1_000_000
PORT = 8786


def hands(cluster: str, processes: int) -> Hands:
    """The cluster whose scheduler listens at ``cluster`` (``tcp://10.0.0.5:8786``), or "": so many processes here."""
    return remote(cluster) if cluster else here(processes)


def here(processes: int) -> Hands:
    """``processes`` of this machine, each with all the memory that an issue takes (about 700 MB)."""

    @contextmanager
    def gather() -> Iterator[Executor]:
        # Not forked: a bar may be drawn by a thread, and the press is not loaded here.
        context = get_context("spawn")
        pool = ProcessPoolExecutor(processes, context, initializer=_end_with_parent)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)

    return Hands(gather, processes)


def remote(address: str) -> Hands:
    """A Dask cluster. Raises `RemakeFault` when Dask is not installed or nobody answers, or the scheduler is lost on the way."""

    @contextmanager
    def gather() -> Iterator[Executor]:
        try:
            dask = import_module("distributed")
        except ModuleNotFoundError:
            raise RemakeFault("要用机群，请先装上 Dask，装法见 docs/remake.md") from None
        try:
            client = dask.Client(_full(address))
        except (OSError, ValueError) as error:
            words = (
                f"连不上机群 {address}：请看 dask scheduler 开着没有，地址、端口（{PORT}）对不对"
            )
            raise RemakeFault(words) from error
        with client, _told_when_lost():
            yield client.get_executor()

    return Hands(gather, ALL, is_lost=_is_closed)


@contextmanager
def _told_when_lost() -> Iterator[None]:
    """Dask's errors that no single job is to blame for: its scheduler is gone."""
    try:
        yield
    except Exception as error:
        if type(error).__module__.startswith("distributed"):
            raise RemakeFault(LOST) from error
        raise


def _end_with_parent() -> None:
    """In a worker: a parent that is killed takes its workers with it, which would else wait for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _is_closed(executor: Executor) -> bool:
    """Whether Dask's client has given up; some of its futures then never end."""
    client = getattr(executor, "_client", None)
    return getattr(client, "status", "running") in ("closing", "closed")


def _full(address: str) -> str:
    """An address with its protocol and port, as Dask wants it."""
    full = address if "://" in address else f"tcp://{address}"
    return full if full.rpartition(":")[2].isdigit() else f"{full}:{PORT}"
