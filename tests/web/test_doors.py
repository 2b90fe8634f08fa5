"""The doors of tagging and toc: each switched off by one setting, the dictionary loaded only at need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plugins.article.finding import ManuscriptError
from plugins.issue import plugin as desk
from tests.web.conftest import ROOT, Desk

ASK = """
import sys
from pathlib import Path
from plugins.issue import plugin
content, cache = sys.argv[1:]
plugin.load(Path(content), {"PATH": content, "CACHE_PATH": cache})
print("jieba" in sys.modules)
"""


def settings(of: Desk, **more: object) -> dict[str, object]:
    return {"PATH": str(of.content), "CACHE_PATH": str(of.cache), **more}


def test_without_tagging_only_the_editors_own_tags(own_desk: Desk) -> None:
    archive, _ = desk.load(own_desk.content, settings(own_desk, TAGGING=False))
    tags = {each.stem: [t.name for t in each.tags] for each in archive.issues[0].articles}
    assert tags["yi-jiang"] == ["权力", "水污染防治"]
    assert tags["gongwen"] == []


def test_without_toc_headings_have_ids_but_no_outline(own_desk: Desk) -> None:
    archive, _ = desk.load(own_desk.content, settings(own_desk, TOC=False))
    article = archive.issues[0].articles[0]
    assert article.outline == ()
    assert 'id="yi-jiang-d65dab"' in article.body


def test_a_broken_vocabulary_is_told_with_its_file(own_desk: Desk) -> None:
    file = own_desk.content / "style" / "标签词表.toml"
    file.write_text("[[terms]]\nname = 权力\n", "utf-8")
    with pytest.raises(ManuscriptError, match=r"content/style/标签词表.toml.*I217"):
        desk.load(own_desk.content, settings(own_desk))


@pytest.mark.slow
def test_reading_never_loads_the_dictionary(own_desk: Desk) -> None:
    command = [sys.executable, "-c", ASK, str(own_desk.content), str(own_desk.cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
