"""Separation: every page of an RGB PDF into the inks of the press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from plugins.press.prepress import shadings
from plugins.press.prepress.inking import DEVICE_SPACES, OVERPRINTS, Inking, Space
from plugins.press.prepress.inks import Inks, Mode
from plugins.press.prepress.pictures import Pictures
from plugins.press.prepress.placements import content_of
from plugins.press.prepress.profiles import PressProfile
from plugins.press.prepress.recipe import Recipe
from plugins.press.prepress.stripping import strip
from plugins.press.prepress.transparency import transparent

#: What a form or pattern loses: tags, layers, private data.
DROPPED = (
    "/StructParent",
    "/StructParents",
    "/PieceInfo",
    "/OC",
    "/Metadata",
    "/LastModified",
    "/Ref",
)
ICC_SPACES: Mapping[int, Space] = {1: "grey", 3: "rgb", 4: "cmyk"}


def separate(pdf: Pdf, recipe: Recipe, cache: Path | None) -> frozenset[str]:
    """Turn ``pdf`` (RGB, of WeasyPrint) into press pages, in place.

    Colours become inks by the recipe's table, other colours through its profile; greys and grey
    pages black only; black overprints. Pictures become CMYK or grey. Annotations, tags, outlines
    and document facts go. Every page gets resources of its own that hold what it uses.
    ``cache``: a folder where converted pictures are kept; None: not kept.

    Returns the colours that were not in the table (``#rrggbb``). Raises `ProfileError` without a
    usable profile, `UnreadableContent` for what cannot be separated.
    """
    profile = PressProfile(recipe.profile)
    inks = Inks.of(recipe.inks, profile)
    strip(pdf)
    pictures = Pictures.of(pdf, recipe, profile, cache)
    separator = Separator(pdf, inks, pictures.find)
    for number, page in enumerate(pdf.pages):
        separator.page(page.obj, "grey" if number in recipe.grey else "colour")
    pdf.remove_unreferenced_resources()
    return frozenset(inks.unlisted)


class Separator:
    """Converts pages and whatever they use; what many pages use is converted once."""

    def __init__(self, pdf: Pdf, inks: Inks, picture: Callable[[Any, Mode], Any]) -> None:
        """``picture`` gives the press's own image for an image of ``pdf``."""
        self._pdf, self._inks, self._picture = pdf, inks, picture
        self._made: dict[tuple[tuple[int, int], Mode], Any] = {}
        self._states = {
            name: pdf.make_indirect(
                Dictionary(Type=Name.ExtGState, op=bool(fill), OP=bool(stroke), OPM=1)
            )
            for (fill, stroke), name in OVERPRINTS.items()
        }

    def page(self, page: Any, mode: Mode) -> None:
        """Convert one page, in place."""
        old = page.get("/Resources", Dictionary())
        content, resources = self._content(content_of(page), old, mode)
        page.Contents = self._pdf.make_stream(content)
        page.Resources = resources
        if transparent(resources):
            page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)

    def _content(self, content: bytes, old: Any, mode: Mode) -> tuple[bytes, Dictionary]:
        """A stream's content and its resources: those that it uses, converted."""
        spaces = {
            name: space_of(space) for name, space in old.get("/ColorSpace", Dictionary()).items()
        }
        inking = Inking(self._inks, mode, spaces)
        made = inking.rewrite(content)
        resources = Dictionary()
        for kind in sorted(inking.names):
            found = old.get(kind, Dictionary())
            resources[kind] = Dictionary(
                {
                    name: self._resource(kind, found, name, mode)
                    for name in sorted(inking.names[kind])
                    if name in found or name in self._states
                }
            )
        return made, resources

    def _resource(self, kind: str, found: Any, name: str, mode: Mode) -> Any:
        if kind == "/ExtGState" and name in self._states:
            return self._states[name]
        old = found[name]
        if kind not in CONVERSIONS:
            return old
        key = old.objgen, mode
        if old.objgen == (0, 0):
            return CONVERSIONS[kind](self, old, mode)
        if key not in self._made:
            self._made[key] = CONVERSIONS[kind](self, old, mode)
        return self._made[key]

    def xobject(self, old: Any, mode: Mode) -> Any:
        """An image or form."""
        if old.get("/Subtype") == Name.Image:
            return self._picture(old, mode)
        return self._stream(old, mode)

    def pattern(self, old: Any, mode: Mode) -> Any:
        """A tiling or shading pattern."""
        if isinstance(old, Stream):
            return self._stream(old, mode)
        made = Dictionary(old)
        made.Shading = self.shading(old.Shading, mode)
        return self._pdf.make_indirect(made)

    def shading(self, old: Any, mode: Mode) -> Any:
        """A gradient."""
        made = shadings.shading(old, space_of(old.ColorSpace), self._inks, mode)
        return self._pdf.make_indirect(made)

    def state(self, old: Any, mode: Mode) -> Any:
        """A graphics state; its soft mask turned to light."""
        made = Dictionary(old)
        mask = old.get("/SMask")
        if isinstance(mask, Dictionary):
            inner: Mode = "mask" if mask.get("/S") == Name.Luminosity else mode
            made.SMask = Dictionary(mask)
            made.SMask.G = self._stream(mask.G, inner)
        return self._pdf.make_indirect(made)

    def _stream(self, old: Any, mode: Mode) -> Any:
        """A form or tiling pattern."""
        content, resources = self._content(
            old.read_bytes(), old.get("/Resources", Dictionary()), mode
        )
        kept = {
            key: value
            for key, value in old.items()
            if key not in ("/Length", "/Filter", "/DecodeParms", "/Resources", *DROPPED)
        }
        made = self._pdf.make_stream(content, kept)
        made.Resources = resources
        if "/Group" in made:
            made.Group = Dictionary(old.Group)
            made.Group.CS = Name.DeviceGray if mode == "mask" else Name.DeviceCMYK
        return made


CONVERSIONS: dict[str, Callable[[Separator, Any, Mode], Any]] = {
    "/XObject": Separator.xobject,
    "/Pattern": Separator.pattern,
    "/Shading": Separator.shading,
    "/ExtGState": Separator.state,
}


def space_of(space: Any) -> Space:
    """What kind of colour space an object describes (ISO 32000-1, 8.6.3)."""
    if isinstance(space, Name):
        return DEVICE_SPACES.get(str(space), "kept")
    family = str(space[0]) if isinstance(space, Array) and len(space) else ""
    if family == "/ICCBased":
        return ICC_SPACES[int(space[1].N)]
    if family == "/Pattern":
        return "pattern"
    calibrated: dict[str, Space] = {"/CalRGB": "rgb", "/CalGray": "grey", "/Lab": "lab"}
    return calibrated.get(family, "kept")
