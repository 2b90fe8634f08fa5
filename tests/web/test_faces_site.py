"""Every page has a face with every character it sets large; a mixture of two faces in one headline is ugly."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont

from plugins.web.faces.faces_text import SELECTORS
from tests.web.conftest import Built


def _font(root: Path, page: str, href: str) -> Path:
    sheet = ((root / page).parent / href).resolve()
    name = re.search(r"url\((\w+\.woff2)\)", sheet.read_text("utf-8"))
    assert name
    return sheet.with_name(name[1])


def test_every_page_has_the_characters_it_sets_large(site: Built) -> None:
    lacking = {}
    for page, soup in site.pages.items():
        (link,) = soup.select('link[rel="stylesheet"][href*="theme/faces/"]')
        known = set(TTFont(_font(site.root, page, str(link["href"]))).getBestCmap())
        shown = "".join(each.get_text() for name in SELECTORS for each in soup.select(name))
        missing = {char for char in shown if not char.isspace() and ord(char) not in known}
        if missing:
            lacking[page] = missing
    assert lacking == {}
