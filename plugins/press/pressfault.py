"""The fault that keeps an issue from the press. tasks.py tells it without a traceback."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.article.finding import Finding


class PressFault(RuntimeError):
    """No press file can be made, or none that may be printed. The message is Chinese and says what to do.

    ``findings``: what in the manuscripts or settings is at fault, when it is known.
    """

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
