"""Names of WordprocessingML (ECMA-376 Part 1) as lxml writes them, and reading of its attributes.

Files in the strict form (ISO/IEC 29500 Strict) have other name spaces: only local names are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

#: No number of a Word file is larger; nan and infinity are none.
MOST = 1e9
OFF = frozenset({"0", "false", "off", "none"})


def local(element: etree._Element) -> str:
    """The name of an element without its name space; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str, default: str = "") -> str:
    """The value of the attribute of this local name."""
    for key, value in element.attrib.items() if element is not None else ():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of this local name, and its, and so on; None when one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element below of one of these local names, in order."""
    return (each for each in element.iter() if local(each) in names)


def switched(element: etree._Element | None, name: str) -> bool | None:
    """A property that is on, off, or (None) not said: w:b, w:i, w:strike … (17.17.4)."""
    found = child(element, name)
    return None if found is None else attribute(found, "val", "1").lower() not in OFF


def number(text: str, default: float = 0.0) -> float:
    """A number of an attribute; ``default`` for anything else and for what is beyond all measure."""
    try:
        read = float(text)
    except ValueError:
        return default
    return read if abs(read) < MOST else default
