"""Two pages as they were agreed: a change of template shows here first."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.web.conftest import Built


@pytest.mark.parametrize("path", ["2020-02/yi-jiang.html", "2020-02/index.html"])
def test_page(site: Built, path: str, snapshot: SnapshotAssertion) -> None:
    html = (site.root / path).read_text("utf-8")
    without_digests = re.sub(r"\.[0-9a-f]{8}\.", ".DIGEST.", html)
    lines = (line.strip() for line in without_digests.splitlines())
    kept = "\n".join(line for line in lines if line)
    assert kept == snapshot
