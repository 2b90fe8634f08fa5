"""The pictures in a drawing (DrawingML 20.4) or an old one (VML): their bytes as they are in the file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from lxml import etree

from plugins.intake.docx.names import attribute, below, local, number
from plugins.intake.docx.notice import Notice
from plugins.intake.draft import Picture

#: Descriptions that programmes write: no captions.
NO_CAPTION = re.compile(
    r"(图片|图像|picture|image|img|dsc|微信图片|wps|说明|descript|内容占位符|截图|mmexport)[\s_:：\d-]*.*"
    r"|[\w-]*\d{6,}[\w-]*|.*\.(jpe?g|png|gif|bmp|tiff?|webp)|.*[\\/].*|\d+|[\w-]+",
    re.IGNORECASE | re.ASCII,
)


def pictures(
    element: etree._Element,
    related: dict[str, tuple[str, str, bool]],
    read: Callable[[str], bytes | None],
    notice: Notice,
) -> Iterator[Picture]:
    """The pictures of w:drawing, w:pict or w:object; what has none is told to ``notice``."""
    if local(element) == "object":
        notice.tell("object")
    caption = _caption(element)
    found = False
    for each in below(element, "blip", "imagedata"):
        if any(local(above) == "txbxContent" for above in _up_to(each, element)):
            continue  # the paragraphs of a text box are read by themselves
        name = attribute(each, "embed") or attribute(each, "id") or attribute(each, "link")
        _, target, outside = related.get(name, ("", "", False))
        found = True
        if outside:
            notice.tell("linked")
            continue
        data = read(target) if target else None
        if not data:
            notice.tell("missing")
            continue
        if _is_cropped(each):
            notice.tell("cropped")
        yield Picture(data, posixpath.splitext(target)[1].lower(), caption)
    if not found and any(True for _ in below(element, "chart", "relIds")):
        notice.tell("chart")


def _up_to(element: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    """The elements around ``element`` below ``top``."""
    parent = element.getparent()
    while parent is not None and parent is not top:
        yield parent
        parent = parent.getparent()


def _caption(element: etree._Element) -> str:
    """The alternative text, when a person wrote it."""
    for each in below(element, "docPr", "shape"):
        words = (attribute(each, "descr") or attribute(each, "alt")).strip()
        if words and not NO_CAPTION.fullmatch(words):
            return " ".join(words.split())
    return ""


#: Less than this of a side (1/1000 of a per cent) is what converting lengths leaves over.
CROPPED = 500


def _is_cropped(blip: etree._Element) -> bool:
    parent = blip.getparent()
    for each in parent if parent is not None else ():
        cut = (abs(number(attribute(each, side))) for side in ("l", "t", "r", "b"))
        if local(each) == "srcRect" and max(cut) >= CROPPED:
            return True
    return False
