"""Walking a parsed body in one go.

BeautifulSoup's own searches build a filter for every question; a body is asked some hundred questions about
the same few nodes, so the answers are read off the tree directly.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from bs4 import NavigableString, PageElement, Tag


def strings(root: Tag) -> list[NavigableString]:
    """All text nodes below ``root``, which is a whole soup, in the order of the page."""
    return [node for node in _nodes(root) if isinstance(node, NavigableString)]


def tags(root: Tag, names: Collection[str]) -> list[Tag]:
    """All elements with one of these names below ``root``, which is a whole soup, in the order of the page."""
    return [node for node in _nodes(root) if isinstance(node, Tag) and node.name in names]


def within(node: PageElement, names: Collection[str]) -> Tag | None:
    """The nearest element around a node that has one of these names."""
    parent = node.parent
    while parent is not None and parent.name not in names:
        parent = parent.parent
    return parent


class Around:
    """`within`, asked of many nodes while the tree stays as it is above them."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._known: dict[int, Tag | None] = {}

    def of(self, node: PageElement) -> Tag | None:
        """The nearest element with one of the names around a node."""
        parent = id(node.parent)
        try:
            return self._known[parent]
        except KeyError:
            found = self._known[parent] = within(node, self._names)
            return found


def body(soup: Tag) -> Tag | None:
    """The ``<body>`` of a soup."""
    found = (node for node in _nodes(soup) if isinstance(node, Tag) and node.name == "body")
    return next(found, None)


def written(block: Tag) -> str:
    """HTML of an element, as ``block.decode(formatter="minimal")`` gives it."""
    attributes = _attributes(block)
    if attributes is None or not block.contents:
        return block.decode(formatter="minimal")
    inner = "".join(map(_part, block.contents))
    return f"<{block.name}{attributes}>{inner}</{block.name}>"


def _part(node: PageElement) -> str:
    """HTML of what stands in a block: text, or an element that holds nothing but text, or any other."""
    if isinstance(node, NavigableString):
        return escape(node, quote=False)
    assert isinstance(node, Tag)
    if len(node.contents) == 1 and isinstance(node.contents[0], NavigableString):
        return written(node)
    return node.decode(formatter="minimal")


def _attributes(tag: Tag) -> str | None:
    """Attributes as they are written; None for one that needs more care than most."""
    made = ""
    for name, value in sorted(tag.attrs.items()):
        words = " ".join(value) if isinstance(value, list) else value
        if not isinstance(words, str) or '"' in words:
            return None
        made += f' {name}="{escape(words, quote=False)}"'
    return made


def _nodes(root: Tag) -> Iterator[PageElement]:
    node = root.contents[0] if root.contents else None
    while node is not None:
        yield node
        node = node.next_element
