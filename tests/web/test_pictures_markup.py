"""The markup of a picture."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.web.pictures.picture_markup import (
    BODY_SIZES,
    GROUP_SIZES,
    PHOTO_SIZES,
    is_figure,
    picture_element,
    sizes_in,
)
from plugins.web.pictures.pictures import Copy, Picture, Source

PLAIN = tuple(Copy(f"media/a-{width}.jpg", width, width * 2 // 3) for width in (480, 960))
AVIF = tuple(Copy(f"media/a-{width}.avif", width, width * 2 // 3) for width in (480, 960))
PICTURE = Picture(PLAIN, (Source("image/avif", AVIF),))


def link(path: str) -> str:
    return f"../{path}?a&b"


def made(
    picture: Picture = PICTURE, alt: str = "甲“乙”<丙>", *, eager: bool = False, zoom: bool = False
) -> BeautifulSoup:
    html = picture_element(picture, alt, link, eager=eager, sizes="100vw", zoom=zoom)
    return BeautifulSoup(html, "html.parser")


def one(soup: BeautifulSoup, name: str) -> Tag:
    found = soup.find_all(name)
    assert len(found) == 1
    assert isinstance(found[0], Tag)
    return found[0]


def test_every_format_and_width_is_offered() -> None:
    soup = made()
    source, image = one(soup, "source"), one(soup, "img")
    assert source["type"] == "image/avif"
    assert source["srcset"] == "../media/a-480.avif?a&b 480w, ../media/a-960.avif?a&b 960w"
    assert image["srcset"] == "../media/a-480.jpg?a&b 480w, ../media/a-960.jpg?a&b 960w"
    assert source["sizes"] == image["sizes"] == "100vw"
    assert image["src"] == "../media/a-960.jpg?a&b"
    assert (image["width"], image["height"]) == ("960", "640")
    assert image["alt"] == "甲“乙”<丙>"


def test_only_the_first_picture_is_fetched_at_once() -> None:
    first, later = one(made(eager=True), "img"), one(made(), "img")
    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (later.get("fetchpriority"), later.get("loading")) == (None, "lazy")


def test_a_picture_in_one_format_is_a_plain_image() -> None:
    soup = made(Picture(PLAIN[:1]))
    assert not soup.find("picture")
    assert not one(soup, "img").get("srcset")


def test_style_sheets_can_tell_a_tall_picture() -> None:
    tall = Picture((Copy("media/b.jpg", 400, 600),))
    assert one(made(tall), "img")["class"] == ["is-tall"]
    assert not one(made(), "img").get("class")


def test_a_click_opens_the_largest_copy_that_every_program_reads() -> None:
    anchor = one(made(zoom=True), "a")
    assert anchor["href"] == "../media/a-960.jpg?a&b"
    assert anchor["aria-label"] == "看大图：甲“乙”<丙>"
    assert anchor.find("img")
    assert one(made(alt="", zoom=True), "a")["aria-label"] == "看大图"


def test_decoration_is_no_link() -> None:
    assert not made().find("a")


def group(count: int) -> str:
    each = '<figure><img src="a.jpg"/><figcaption>甲。</figcaption></figure>' * count
    return f'<div class="pictures pictures-{count}">{each}</div>'


@pytest.mark.parametrize(("count", "wide"), [(2, 0), (3, 1), (4, 0), (7, 1), (10, 0)])
def test_the_first_of_an_odd_group_stands_alone_above_the_pairs(count: int, wide: int) -> None:
    html = f'<p>文。</p>\n<figure><img src="b.jpg"/></figure>\n{group(count)}\n<p>文。</p>'
    sizes = sizes_in(html)
    found = [sizes(image.start()) for image in re.finditer("<img", html)]
    assert found == [BODY_SIZES] * (1 + wide) + [GROUP_SIZES] * (count - wide)


def test_a_photo_story_shows_its_pictures_wider() -> None:
    html = "<figure><img></figure>"
    assert sizes_in(html, PHOTO_SIZES)(html.index("<img")) == PHOTO_SIZES


def test_only_figures_are_enlarged() -> None:
    for html, expected in (
        ("<figure><img></figure>", True),
        ("<p>字<img>字</p>", False),
        ('<p><a href="b.html"><img></a></p>', False),
        ("<img>", False),
    ):
        assert is_figure(html, html.index("<img")) is expected, html
