"""JSON as the index writes it."""

from __future__ import annotations

import json
from typing import Any


def compact(told: Any) -> bytes:
    """JSON without white space, in UTF-8."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
