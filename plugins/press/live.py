"""Boxes on demand: the documents of an issue whose pages came from standing type, laid out again when asked for.

Cuttings are made of boxes, and of the same ones as the pages were cast from: from the same HTML with the same
fillers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from plugins.press.sheets import Sheet

if TYPE_CHECKING:
    from plugins.press.workshop import Workshop


class LiveDocuments(Mapping[str, Any]):
    """The document of every piece, by its name."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    def __getitem__(self, name: str) -> Any:
        shop = self._workshop
        if name not in list(self):
            raise KeyError(name)
        return shop.compositor.finish(shop.job(name), shop.allotted.get(name, ()))

    def __iter__(self) -> Iterator[str]:
        return iter([piece.name for piece in self._workshop.pieces])

    def __len__(self) -> int:
        return len(self._workshop.pieces)


class LiveFurniture(Sequence[Any]):
    """The pages of furniture, one a sheet."""

    def __init__(self, workshop: Workshop, bound: Sequence[Sheet]) -> None:
        self._workshop, self._bound = workshop, bound

    @cached_property
    def _pages(self) -> list[Any]:
        html = self._workshop.templates.render("furniture.html", sheets=self._bound)
        key = self._workshop.issue.key
        return list(self._workshop.room.furniture.lay_out(html, key).pages)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        return self._pages[place]

    def __len__(self) -> int:
        return len(self._bound)
