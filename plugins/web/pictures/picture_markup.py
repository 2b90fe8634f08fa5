"""A picture as markup: every copy, so that the browser takes the one that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from plugins.web.pictures.pictures import Copy, Picture

#: How wide pictures stand in a text: alone, side by side, alone on the page of a photo story
#: (theme/web/static/css/7-body.css).
BODY_SIZES = "(min-width: 60em) 48em, (min-width: 46em) 42em, 100vw"
GROUP_SIZES = "(min-width: 40em) 24em, 100vw"
PHOTO_SIZES = "(min-width: 60em) 60em, 100vw"
GROUP = re.compile(r'<div class="pictures pictures-(\d+)">.*?</div>', re.DOTALL)
FIGURE = "<figure>"

Link = Callable[[str], str]


def picture_element(
    picture: Picture, alt: str, link: Link, *, eager: bool, sizes: str, zoom: bool = False
) -> str:
    """A ``<picture>`` (an ``<img>`` where one format is all there is), with all its copies.

    ``link``: a path on the site → what stands in the page. ``sizes``: how wide it stands, as the
    attribute says it. ``eager``: the picture at the head of its page, fetched first; others are
    fetched when the reader comes near. ``zoom``: in a link to the largest copy, which opens the
    picture by itself, or in the viewer where there are scripts.
    """
    made = _image(picture, alt, link, eager=eager, sizes=sizes)
    if picture.sources:
        sources = "".join(
            f'<source type="{source.media_type}" {_set(source.copies, link, sizes)}>'
            for source in picture.sources
        )
        made = f"<picture>{sources}{made}</picture>"
    if not zoom:
        return made
    name = f"看大图：{alt}" if alt else "看大图"
    href = escape(link(picture.largest.path))
    return f'<a class="zoom" href="{href}" aria-label="{escape(name)}">{made}</a>'


def sizes_in(html: str, alone: str = BODY_SIZES) -> Callable[[int], str]:
    """For a body: where an ``<img`` begins in ``html`` → how wide it stands.

    ``alone``: a picture that stands alone; so does the first of an odd group, above the pairs.
    """
    if "pictures pictures-" not in html:
        return lambda at: alone
    beside: list[tuple[int, int]] = []
    for group in GROUP.finditer(html):
        first = html.index("<img", group.start())
        beside.append((first + int(group[1]) % 2, group.end()))
    return lambda at: GROUP_SIZES if any(a <= at < b for a, b in beside) else alone


def is_figure(html: str, at: int) -> bool:
    """Whether the ``<img`` at ``at`` is a figure: one in a line or a link is not enlarged."""
    return html.startswith(FIGURE, at - len(FIGURE))


def _image(picture: Picture, alt: str, link: Link, *, eager: bool, sizes: str) -> str:
    largest = picture.largest
    several = f" {_set(picture.copies, link, sizes)}" if len(picture.copies) > 1 else ""
    when = 'fetchpriority="high"' if eager else 'loading="lazy"'
    tall = ' class="is-tall"' if picture.is_tall else ""
    return (
        f'<img{tall} src="{escape(link(largest.path))}"{several} width="{largest.width}" '
        f'height="{largest.height}" alt="{escape(alt)}" {when} decoding="async">'
    )


def _set(copies: Iterable[Copy], link: Link, sizes: str) -> str:
    each = ", ".join(f"{link(copy.path)} {copy.width}w" for copy in copies)
    return f'srcset="{escape(each)}" sizes="{escape(sizes)}"'
