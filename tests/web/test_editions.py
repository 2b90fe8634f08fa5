from __future__ import annotations

import pytest

from tests.web.conftest import SECRETS, Built


@pytest.mark.parametrize("edition", ["site", "published"])
def test_what_is_not_public_is_nowhere(edition: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(edition)
    files = [file for file in built.root.rglob("*") if file.is_file()]
    assert len(files) > 20
    for secret in (*SECRETS, "备稿"):
        for file in files:
            assert secret not in file.relative_to(built.root).as_posix()
            assert secret.encode() not in file.read_bytes(), (secret, file)


def test_a_section_without_a_public_article_is_not_named(site: Built, internal: Built) -> None:
    assert "section/neibu-cankao/index.html" not in site.pages
    assert "section/neibu-cankao/index.html" in internal.pages


def test_the_link_to_it_is_plain_text(site: Built, internal: Built) -> None:
    public = site.page("2020-02/yi-jiang.html").select_one(".body")
    assert "又见那份密稿" in public.get_text()
    assert "那份密稿" not in [link.get_text() for link in public.select("a")]
    inside = internal.page("2020-02/yi-jiang.html").select_one(".body")
    assert "那份密稿" in [link.get_text() for link in inside.select("a")]


def test_the_internal_edition_has_everything_but_held_copy(internal: Built) -> None:
    assert "2020-02/mi-gao.html" in internal.pages
    assert "2020-02/beigao.html" not in internal.pages
    robots = internal.page("index.html").select_one("meta[name=robots]")
    assert robots["content"] == "noindex, nofollow"
    assert (internal.root / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
