"""A process that must not outlive the one that began it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

#: prctl(2), Linux.
PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """Let this process be killed as soon as ``parent``, which began it, is gone. Only Linux can."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before that was said
        os.kill(os.getpid(), signal.SIGKILL)
