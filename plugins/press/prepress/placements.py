"""Where and how large pictures stand: every image that every page paints (ISO 32000-1, 8.3.4)."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from plugins.keeping import programme
from plugins.keeping.store import Store, key
from plugins.press.matrix import UNIT, Matrix, times
from plugins.press.matrix import matrix as to_matrix
from plugins.press.prepress.operators import Operands, operators, pattern

#: Forms within forms; deeper ones are a loop.
DEPTH = 12
WANTED = pattern(("q", "Q", "cm", "Do", "gs", "scn", "SCN"))
#: Where what streams use lies in the folder for what may be kept.
FOLDER = "placed"
#: An operator, the name before it, and how the space there lies in the space of its stream.
Use = tuple[bytes, str, Matrix]


@dataclass(frozen=True, slots=True)
class Placement:
    """One image on one page (from 0); width and height as printed, in pt."""

    page: int
    image: Any
    width_pt: float
    height_pt: float
    in_mask: bool = False

    @property
    def ppi(self) -> float:
        """Pixels to the inch, in the direction that has fewer."""
        return 72 * min(
            int(self.image.Width) / max(self.width_pt, 0.01),
            int(self.image.Height) / max(self.height_pt, 0.01),
        )


def placements(pdf: Pdf, cache: Path | None = None) -> Iterator[Placement]:
    """Every image of every page, those in forms, tiling patterns and soft masks too.

    ``cache``: a folder for what may be kept between runs; streams read before are not read again.
    """
    memory = Streams(cache)
    for number, page in enumerate(pdf.pages):
        resources = page.obj.get("/Resources", Dictionary())
        yield from _Scene(number, resources, UNIT, memory).painted(content_of(page.obj))


class Streams:
    """What content streams use, each read once: a pure function of its bytes."""

    def __init__(self, cache: Path | None = None) -> None:
        self._store = Store(cache / FOLDER) if cache else None

    def of(self, content: bytes) -> tuple[Use, ...]:
        """What a stream paints with a name, where. Raises `UnreadableContent`."""
        if self._store is None:
            return tuple(_uses(content))
        name = key(programme.state(("press",)), content)
        known = self._store.get(name)
        if known is None:
            known = pickle.dumps(tuple(_uses(content)))
            self._store.put(name, known)
        found: tuple[Use, ...] = pickle.loads(known)
        return found


def _uses(content: bytes) -> Iterator[Use]:
    matrix, saved = UNIT, list[Matrix]()
    content = b"\n" + content
    for operator in operators(content, WANTED):
        operands = Operands(content, operator)
        match operator.name:
            case b"q":
                saved.append(matrix)
            case b"Q":
                matrix = saved.pop() if saved else matrix
            case b"cm":
                matrix = times(to_matrix(operands.numbers(6)[1]), matrix)
            case b"Do" | b"gs" | b"scn" | b"SCN" if operands.ends_with_name():
                yield operator.name, operands.name()[1], matrix


def content_of(page: Any) -> bytes:
    """The content of a page: its streams in one, as ISO 32000-1, 7.8.2 joins them."""
    contents = page.get("/Contents", Array())
    if isinstance(contents, Stream):
        return bytes(contents.read_bytes())
    return b"\n".join(bytes(each.read_bytes()) for each in contents)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A content stream with its page, its resources, and how its space lies on the page."""

    page: int
    resources: Any
    space: Matrix
    streams: Streams
    in_mask: bool = False
    depth: int = 0

    def painted(self, content: bytes) -> Iterator[Placement]:
        """The images that ``content`` paints."""
        for operator, name, matrix in self.streams.of(content) if self.depth < DEPTH else ():
            yield from self._used(operator, name, times(matrix, self.space))

    def _used(self, operator: bytes, name: str, matrix: Matrix) -> Iterator[Placement]:
        """What a Do, gs or scn paints."""
        kind = {b"Do": "/XObject", b"gs": "/ExtGState"}.get(operator, "/Pattern")
        found = self.resources.get(kind, Dictionary()).get(name)
        if kind == "/ExtGState":
            found = _mask_group(found)
        if kind == "/Pattern":
            matrix = self.space  # patterns stand in the space of the page or form (8.7.3.1)
        if not isinstance(found, Stream):
            return
        in_mask = self.in_mask or kind == "/ExtGState"
        if found.get("/Subtype") == Name.Image:
            yield Placement(self.page, found, *extent(matrix), in_mask)
            return
        inner = times(to_matrix(found.get("/Matrix", UNIT)), matrix)
        resources = found.get("/Resources", self.resources)
        scene = _Scene(self.page, resources, inner, self.streams, in_mask, self.depth + 1)
        yield from scene.painted(found.read_bytes())


def _mask_group(state: Any) -> Any:
    mask = state.get("/SMask") if state is not None else None
    return mask.get("/G") if isinstance(mask, Dictionary) else None


def extent(matrix: Matrix) -> tuple[float, float]:
    """Width and height of the unit square under the matrix, in pt."""
    a, b, c, d, *_ = matrix
    return (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
