"""Counts what Pelican logs: its own exit status hides lost articles (see plugins/README.md)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class BuildError(RuntimeError):
    """Pelican logged an error: the site is not whole."""


class FaultHandler(logging.Handler):
    """Keeps errors and warnings as text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        text = self.format(record)
        (self.errors if record.levelno >= logging.ERROR else self.warnings).append(text)


@contextmanager
def faults_raised(name: str = "pelican") -> Iterator[FaultHandler]:
    """Keep what the logger ``name`` logs inside the block; its errors raise `BuildError` at the end."""
    logger = logging.getLogger(name)
    handler = FaultHandler()
    propagates = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
    if handler.errors:
        raise BuildError("\n".join(handler.errors))
