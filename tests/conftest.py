"""What every test may use: a desk to lay manuscripts on. Same tests, same examples, every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.desk import Desk

settings.register_profile(
    "house", max_examples=40, deadline=None, derandomize=True, database=None, print_blob=False
)
settings.load_profile("house")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty content folder with a publication and three registered sections."""
    return Desk(tmp_path / "content")
