"""Days as the site writes them."""

from __future__ import annotations

from datetime import date


def day(value: date) -> str:
    """2020年3月20日."""
    return f"{value.year}年{value.month}月{value.day}日"


def instant(value: date) -> str:
    """The beginning of a day in China, as feeds want it."""
    return f"{value.isoformat()}T00:00:00+08:00"
