"""Paragraphs that hold only pictures → figures and picture groups."""

from __future__ import annotations

from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.article import nodes


def figures(soup: BeautifulSoup) -> None:
    """Turn picture paragraphs into ``<figure>`` or ``<div class="pictures">``, in place."""
    pictured = {id(parent) for image in nodes.tags(soup, ("img",)) for parent in image.parents}
    for paragraph in nodes.tags(soup, ("p",)):
        if id(paragraph) not in pictured or not _only_pictures(paragraph):
            continue
        made = [_figure(soup, image) for image in paragraph.find_all("img")]
        if len(made) == 1:
            paragraph.replace_with(made[0])
            continue
        paragraph.name = "div"
        paragraph.clear()
        paragraph["class"] = f"pictures pictures-{len(made)}"
        paragraph.extend(made)


def _only_pictures(paragraph: Tag) -> bool:
    for child in paragraph.children:
        if isinstance(child, NavigableString):
            if child.strip("\u3000 \t\n\xa0"):
                return False
        elif isinstance(child, Tag) and child.name not in ("img", "br"):
            return False
    return True


def _figure(soup: BeautifulSoup, image: Tag) -> Tag:
    figure = soup.new_tag("figure")
    figure.append(image.extract())
    caption = str(image.get("alt") or "").strip()
    if caption:
        element = soup.new_tag("figcaption")
        element.string = caption
        figure.append(element)
    return figure
