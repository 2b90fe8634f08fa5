"""Whose hands: an address is understood; what is missing, does not answer or goes away is told in Chinese."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.remake import hands
from plugins.remake.job import RemakeFault
from plugins.remake.running import run
from tests.remake.labour import job


def quiet(name: str, done: int, total: int) -> None:
    """Nobody looks."""


def test_no_cluster_there() -> None:
    pytest.importorskip("distributed")  # brings its settings, which are then changed for a while
    dask: Any = pytest.importorskip("dask")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "100ms"}),
        pytest.raises(RemakeFault, match=r"连不上机群 127\.0\.0\.1:1"),
        hands.remote("127.0.0.1:1").gather(),
    ):
        raise AssertionError("somebody answered")


def test_no_dask_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RemakeFault, match="先装上 Dask"), hands.hands("a:1", 2).gather():
        raise AssertionError("there it was")


class LostClient:
    """Dask's client when its scheduler is gone."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __enter__(self) -> LostClient:
        return self

    def __exit__(self, *error: object) -> None:
        self.address = ""

    def get_executor(self) -> LostClient:
        return self

    def submit(self, *order: object) -> None:
        raise type("ClosedClientError", (Exception,), {"__module__": "distributed.client"})


def test_a_scheduler_that_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=LostClient))
    orders = [job("2020-03", folder=str(tmp_path))]
    with pytest.raises(RemakeFault, match="机群断了"):
        run(orders, hands.remote("10.0.0.5"), quiet)


@pytest.mark.parametrize(("status", "lost"), [("running", False), ("closed", True)])
def test_a_client_that_gave_up_is_lost(status: str, lost: bool) -> None:
    executor: Any = SimpleNamespace(_client=SimpleNamespace(status=status))
    assert hands.remote("10.0.0.5").is_lost(executor) is lost


def test_a_mistake_is_not_a_lost_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=LostClient))
    with pytest.raises(ZeroDivisionError), hands.remote("10.0.0.5").gather():
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("address", "full"),
    [
        ("10.0.0.5", "tcp://10.0.0.5:8786"),
        ("10.0.0.5:9000", "tcp://10.0.0.5:9000"),
        ("tls://bianji:8786", "tls://bianji:8786"),
        ("tcp://bianji", "tcp://bianji:8786"),
    ],
)
def test_an_address_may_be_short(address: str, full: str) -> None:
    assert hands._full(address) == full
