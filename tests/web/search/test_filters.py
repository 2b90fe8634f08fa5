"""A filter beyond the first file of lists: what the index writes and the page reads are numbered alike."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from plugins.issue.record import Archive
from plugins.web import addresses
from tests.web.browsing import CHROMIUM, opened, served, until
from tests.web.conftest import Built

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium at /usr/bin/chromium"),
]
#: So many lists stand in one file (docs/search-index.md).
IN_ONE_FILE = 16


def test_a_tag_of_the_second_file_finds_its_articles(
    sample: Built, sample_archive: Archive, browser: Any
) -> None:
    facets = json.loads((sample.root / addresses.SEARCH_INDEX / "facets.json").read_text("utf-8"))
    name = next(name for name, _, number in facets["tags"] if number >= IN_ONE_FILE)
    tagged = {
        addresses.text(each.issue_key, each.stem)
        for issue in sample_archive.issues
        for each in issue.articles
        if each.public and name in {tag.name for tag in each.tags}
    }
    with (
        served(sample.root) as address,
        opened(browser, f"{address}search/?q={quote('的')}&tag={quote(name)}") as page,
    ):
        until(page, "document.querySelectorAll('.hit-link').length > 0")
        found = page.eval_on_selector_all(".hit-link", "all => all.map(each => each.pathname)")
    assert {path.lstrip("/") for path in found} <= tagged
