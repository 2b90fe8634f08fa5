from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydyf
import pytest

from plugins.press.screen.pagination import pagination


@dataclass
class Box:
    position_y: float


class Stream(pydyf.Stream):
    def __init__(self, tags: Any) -> None:
        super().__init__()
        self._tags = tags

    def marked(self, box: Any, tag: str) -> Any:
        raise AssertionError("painted as text")


def painted(stream: Stream, *heights: float) -> list[str]:
    with pagination(stream, 100):
        for height in heights:
            with stream.marked(Box(height), "Span"):
                stream.stream.append(b"Tj")
    return [item if isinstance(item, str) else item.data.decode() for item in stream.stream
            if isinstance(item, str | pydyf.Dictionary)]  # fmt: skip


def test_running_heads_and_folios_are_artifacts() -> None:
    assert painted(Stream({}), 10, 90) == [
        "/Artifact", "<</Type /Pagination/Subtype /Header>>",
        "/Artifact", "<</Type /Pagination/Subtype /Footer>>",
    ]  # fmt: skip


def test_afterwards_text_is_text_again() -> None:
    stream = Stream({})
    with pagination(stream, 100):
        pass
    with pytest.raises(AssertionError, match="painted as text"):
        stream.marked(Box(1), "Span")


def test_a_file_without_tags_is_left_alone() -> None:
    stream = Stream(None)
    with pagination(stream, 100), pytest.raises(AssertionError, match="painted as text"):
        stream.marked(Box(1), "Span")
    assert stream.stream == []
