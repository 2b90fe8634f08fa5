"""A tagged PDF → its structure with the words of every element, and how it hangs together.

The road back from what tagging.py writes; any engine's file is read (ISO 32000-1, 14.7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from plugins.press.quality.pagememory import PageMemory
from plugins.press.screen.element import Annotation, Mark
from plugins.press.screen.marked import Marked, marked
from plugins.press.screen.structure import Struct

NAMES = {"title": "/T", "alt": "/Alt", "actual": "/ActualText", "lang": "/Lang", "key": "/ID"}


@dataclass
class TagTree:
    """``root``: the structure; ``pages``: their marked content; ``loose``: what is wrong between them."""

    root: Struct
    pages: list[Marked]
    #: (page from 0 or -1, what is wrong): marks and annotations that the trees do not agree about.
    loose: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def elements(self) -> tuple[Struct, ...]:
        """The root and all elements in reading order; to be asked for when the tree was read."""
        return tuple(self.root.walk())


def read(pdf: Pdf, cache: Path | None = None) -> TagTree:
    """The structure of an open PDF; without tags an empty one.

    ``cache``: a folder for what may be kept between runs; pages read before are not read again.
    """
    memory = PageMemory("marked", cache)
    pages = [marked(page, memory) for page in pdf.pages]
    tree = TagTree(Struct("StructTreeRoot"), pages)
    if "/StructTreeRoot" in pdf.Root:
        _Tree(pdf, tree).read(pdf.Root.StructTreeRoot)
    return tree


class _Tree:
    def __init__(self, pdf: Pdf, tree: TagTree) -> None:
        self.pdf, self.tree = pdf, tree
        self.pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        self.roles: dict[str, str] = {}
        self.parents: dict[int, Any] = {}
        self.owned: set[tuple[int, int]] = set()

    def read(self, root: Dictionary) -> None:
        self.roles = {str(own): str(role) for own, role in root.get("/RoleMap", {}).items()}
        self.parents = dict(_numbers(root.get("/ParentTree", Dictionary())))
        self._kids(root, self.tree.root, None)
        for page, each in enumerate(self.tree.pages):
            for number in each.texts:
                if (page, number) not in self.owned:
                    self.tree.loose.append((page, f"MCID {number} 不在结构树里"))

    def _kids(self, element: Dictionary, struct: Struct, page: Any) -> None:
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                self._mark(element, struct, page, int(kid))
            elif kid.get("/Type") == Name.MCR:
                self._mark(element, struct, kid.get("/Pg", page), int(kid.MCID))
            elif kid.get("/Type") == Name.OBJR:
                self._annotation(element, struct, kid.get("/Pg", page), kid.Obj)
            else:
                self._element(kid, struct, page)

    def _element(self, element: Dictionary, holder: Struct, page: Any) -> None:
        role = str(element.S)
        struct = Struct(self.roles.get(role, role).lstrip("/"))
        for name, key in NAMES.items():
            setattr(struct, name, str(element.get(key, "")))
        struct.attributes = _attributes(element.get("/A", Array()))
        holder.kids.append(struct)
        self._kids(element, struct, element.get("/Pg", page))

    def _mark(self, element: Dictionary, struct: Struct, page: Any, number: int) -> None:
        place = self.pages.get(page.objgen, -1) if page is not None else -1
        text = self.tree.pages[place].texts.get(number) if place >= 0 else None
        if text is None:
            self.tree.loose.append((place, f"结构树里的 MCID {number} 不在页面上"))
            return
        struct.kids.append(Mark(place, number, text))
        if (place, number) in self.owned:
            self.tree.loose.append((place, f"MCID {number} 属于两个结构元素"))
        self.owned.add((place, number))
        owners = self.parents.get(int(page.get("/StructParents", -1)), Array())
        known = owners[number] if number < len(owners) else None
        if known is None or known.objgen != element.objgen:
            self.tree.loose.append((place, f"MCID {number} 的父树与结构树不符"))

    def _annotation(
        self, element: Dictionary, struct: Struct, page: Any, annotation: Dictionary
    ) -> None:
        place = self.pages.get(page.objgen, -1) if page is not None else -1
        struct.kids.append(Annotation(place, annotation))
        known = self.parents.get(int(annotation.get("/StructParent", -1)))
        if known is None or known.objgen != element.objgen:
            self.tree.loose.append((place, "批注的父树与结构树不符"))


def _numbers(tree: Dictionary) -> list[tuple[int, Any]]:
    """The entries of a number tree (7.9.7)."""
    numbers = tree.get("/Nums", Array())
    found = [(int(numbers[n]), numbers[n + 1]) for n in range(0, len(numbers) - 1, 2)]
    for kid in tree.get("/Kids", Array()):
        found += _numbers(kid)
    return found


def _attributes(owned: Any) -> dict[str, dict[str, Any]]:
    """Attribute objects, by owner; names keep their stroke, lists of words become tuples."""
    made: dict[str, dict[str, Any]] = {}
    for each in owned if isinstance(owned, Array) else [owned]:
        if isinstance(each, Dictionary):
            values = {key.lstrip("/"): _value(value) for key, value in each.items() if key != "/O"}
            made.setdefault(str(each.get("/O", "")).lstrip("/"), {}).update(values)
    return made


def _value(value: Any) -> Any:
    if isinstance(value, Array):
        return tuple(_value(each) for each in value)
    return str(value) if isinstance(value, Name | String) else value
