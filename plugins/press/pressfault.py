"""The fault that keeps an issue from the press. tasks.py tells it without a traceback."""

from __future__ import annotations


class PressFault(RuntimeError):
    """No press file can be made, or none that may be printed. The message is Chinese and says what to do."""
