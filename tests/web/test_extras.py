"""What a site has beside its articles can be left out, and nothing then leads to it."""

from __future__ import annotations

from pathlib import Path

from tests.web.conftest import CONF, Built, Desk, read_site

SETTINGS = "from {name} import *\n\nEXTRAS = ({extras})\n"


def built_with(desk: Desk, place: Path, extras: str) -> Built:
    """The small bulletin with these extras and no others."""
    conf = place / "conf.py"
    conf.write_text(SETTINGS.format(name=CONF.stem, extras=extras), "utf-8")
    return read_site(Desk(desk.content, place / "output", desk.cache).build(conf=conf))


def test_without_a_search_there_is_no_box_no_script_and_no_index(
    shared_desk: Desk, tmp_path: Path
) -> None:
    site = built_with(shared_desk, tmp_path, "'guides',")
    assert not (site.root / "search/index").exists()
    assert not list((site.root / "theme").glob("search.*"))
    assert not list((site.root / "theme").glob("marks.*"))
    for path in ("index.html", "404.html", "search/index.html"):
        assert not site.page(path).select("form[role=search]"), path
    assert site.page("index.html").select('.head-tools a[href$="search/index.html"]')
    assert site.page("search/index.html").select(".ways")


def test_without_facets_no_text_is_read_for_names(shared_desk: Desk, tmp_path: Path) -> None:
    site = built_with(shared_desk, tmp_path, "'guides',")
    assert not {path for path in site.pages if path.startswith(("place/", "cited/"))}
    assert (
        "unit/甲市生态环境局/index.html" in site.pages
    )  # who contributed is told by the front matter
