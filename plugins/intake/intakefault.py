"""A file that cannot be taken in."""

from __future__ import annotations


class IntakeFault(Exception):
    """A file was refused; the message says in Chinese which, why, and what to do."""
