"""Raw HTML in a manuscript is cleaned by an allowlist (nh3): nothing that runs or loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import nh3

INLINE = frozenset(
    {
        "a",
        "b",
        "code",
        "del",
        "em",
        "i",
        "img",
        "ins",
        "ruby",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    }
)
TAGS = {
    *INLINE,
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "rt",
    "rp",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "caption",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "br",
    "hr",
    "div",
}
ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "ol": {"start"},
}
#: Classes that our own Markdown extensions write; anything else is dropped.
CLASSES = frozenset(
    {"admonition", "admonition-title", "footnote", "footnote-ref", "footnote-backref", "dots"}
)
RAW_TAG = re.compile(r"<\s*([A-Za-z][\w-]*)([^<>]*)>")
#: What stands in backquotes is shown as typed, not used.
CODE = re.compile(r"(`+)[^`]+\1")
UNSAFE_ATTRIBUTE = re.compile(r"\b(on\w+|style|srcset|formaction)\s*=", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def clean(html: str) -> str:
    """HTML that holds only allowed tags and attributes; links only to http(s), mail, telephone."""
    return _cleaner().clean(html)


def refused(source: str) -> Iterator[str]:
    """The raw tags of a manuscript that `clean` takes out or trims, as typed."""
    if "<" not in source:
        return
    for match in RAW_TAG.finditer(CODE.sub("", source)):
        name, attributes = match.groups()
        if attributes.startswith((":", "@", ".")):  # <https://…>, <a.b@c>: an address
            continue
        if name.lower() not in TAGS or UNSAFE_ATTRIBUTE.search(attributes):
            yield match[0]


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        kept = [word for word in value.split() if word in CLASSES or not word.isascii()]
        return " ".join(kept) or None
    if name == "id":
        return value if value.startswith(("fn:", "fnref:")) else None
    return value
