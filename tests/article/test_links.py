from __future__ import annotations

import pytest

from tests.desk import parse


@pytest.mark.parametrize(
    ("href", "key", "stem"),
    [
        ("some-name.md", "2020-03", "some-name"),
        ("某稿.md", "2020-03", "某稿"),
        ("some-name.html", "2020-03", "some-name"),
        ("../2020-02/x.md", "2020-02", "x"),
        ("../2020-02/x.html", "2020-02", "x"),
        ("/2020-02/x.html", "2020-02", "x"),
        ("2020-02/x.md", "2020-02", "x"),
        ("{filename}x.md", "2020-03", "x"),
        ("{filename}/2020-02/x.md", "2020-02", "x"),
        ("{filename}../2020-02/x.md", "2020-02", "x"),
        ("x.md#x-1", "2020-03", "x"),
    ],
)
def test_links_to_articles(href: str, key: str, stem: str) -> None:
    body = parse(f"见[前文]({href})。")
    assert body.links == ((href, key, stem),)
    assert body.html == f'<p>见<a href="article:{key}/{stem}">前文</a>。</p>'


@pytest.mark.parametrize(
    "href",
    [
        "https://e.invalid/x.html",
        "http://e.invalid",
        "HTTPS://e.invalid",
        "mailto:a@e.invalid",
        "#k-1",
        "tel:0000-000",
    ],
)
def test_links_outside_stay(href: str) -> None:
    body = parse(f"见[前文]({href})。")
    assert body.links == ()
    assert f'href="{href}"' in body.html


@pytest.mark.parametrize("href", ["前文", "photos/a.pdf", "../", "a/b/c.md", "x.docx"])
def test_links_that_lead_nowhere(href: str) -> None:
    assert parse(f"见[前文]({href})。").links == ((href, "", ""),)


def test_no_address_of_the_site() -> None:
    assert "2020-03/x.html" not in parse("[甲](x.md)").html
