"""A page of a PDF → its marked content: the words of every MCID, and what is marked wrongly or not at all.

Reads what any engine wrote (ISO 32000-1, 14.6 and 14.7.4).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from plugins.press.quality.pagememory import PageMemory
from plugins.press.quality.pdffonts import Face

#: Operators that leave something on the page (ISO 32000-1, annex A), forms apart.
PAINTING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"))
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
OPERATORS = " ".join(
    (*sorted((PAINTING - {"INLINE IMAGE"}) | SHOWING), "BDC BMC EMC Tf Do BI ID EI")
)
ARTIFACT = "/Artifact"


@dataclass(slots=True)
class Marked:
    """The marked content of one page."""

    #: The words of every MCID, in the order of painting; "" for a picture.
    texts: dict[int, str] = field(default_factory=dict)
    #: Numbers that stand for more than one sequence.
    repeated: list[int] = field(default_factory=list)
    #: Operators that paint what is neither text nor artifact.
    unmarked: list[str] = field(default_factory=list)
    #: Artifacts inside text, and text inside artifacts.
    artifacts_in_text: int = 0
    texts_in_artifact: int = 0
    #: Artifacts of pagination, by subtype: ``/Header``, ``/Footer``, "".
    pagination: list[str] = field(default_factory=list)


def marked(page: pikepdf.Page, memory: PageMemory) -> Marked:
    """The marked content of a page. ``memory``: of the open file; it may know the page."""

    def columns() -> tuple[tuple[Any, ...], dict[Face, set[int]]]:
        reading = _Reading(memory.face)
        reading.read(page, page.get("/Resources", Dictionary()))
        return astuple(reading.found), reading.shown

    return Marked(*memory.of(page, "", columns))


class _Reading:
    def __init__(self, face_of: Callable[[Dictionary], Face]) -> None:
        self.found = Marked()
        #: The codes that were shown with each font.
        self.shown: dict[Face, set[int]] = {}
        self.face_of = face_of
        self.face: Face | None = None
        #: The open sequences: an MCID, ARTIFACT, or None for a mark of another kind.
        self.open: list[int | str | None] = []
        self.resources = Dictionary()

    def read(self, content: Any, resources: Any) -> None:
        outer, self.resources = self.resources, resources
        for operands, operator in pikepdf.parse_content_stream(content, OPERATORS):
            name = str(operator)
            if name in ACTIONS:
                ACTIONS[name](self, operands)
            elif name in PAINTING:
                self._paint(name)
        self.resources = outer

    def begin(self, operands: Sequence[Any]) -> None:
        properties = operands[1] if len(operands) == 2 else None
        if isinstance(properties, Name):
            properties = self.resources.get("/Properties", Dictionary()).get(str(properties))
        if str(operands[0]) == ARTIFACT:
            self.found.artifacts_in_text += self._inside_text()
            self.open.append(ARTIFACT)
            if properties is not None and properties.get("/Type") == "/Pagination":
                self.found.pagination.append(str(properties.get("/Subtype", "")))
            return
        if properties is None or "/MCID" not in properties:
            self.open.append(None)
            return
        number = int(properties.MCID)
        self.found.texts_in_artifact += ARTIFACT in self.open
        if number in self.found.texts:
            self.found.repeated.append(number)
        self.found.texts.setdefault(number, str(properties.get("/ActualText", "")))
        self.open.append(number)

    def end(self, _: Any) -> None:
        if self.open:
            self.open.pop()

    def choose_font(self, operands: Sequence[Any]) -> None:
        self.face = self.face_of(self.resources.Font[str(operands[0])])
        self.shown.setdefault(self.face, set())

    def show(self, operands: Sequence[Any]) -> None:
        face, strings = self.face, operands[-1]
        if not self._paint("Tj") or face is None:
            return
        number = next((n for n in reversed(self.open) if isinstance(n, int)), None)
        if number is None:
            return
        for string in strings if isinstance(strings, pikepdf.Array) else operands[-1:]:
            if isinstance(string, pikepdf.String):
                codes = face.codes(bytes(string))
                self.shown[face].update(codes)
                self.found.texts[number] += "".join([face.glyphs[code].text for code in codes])

    def paint_form(self, operands: Sequence[Any]) -> None:
        form = self.resources.get("/XObject", Dictionary())[str(operands[0])]
        if form.get("/Subtype") != Name.Form:
            self._paint("Do")
        else:
            self.read(form, form.get("/Resources", self.resources))

    def _inside_text(self) -> bool:
        return any(isinstance(each, int) for each in self.open)

    def _paint(self, operator: str) -> bool:
        """Whether what is painted is marked; what is not is remembered."""
        if ARTIFACT in self.open or self._inside_text():
            return True
        self.found.unmarked.append(operator)
        return False


ACTIONS: dict[str, Callable[[_Reading, Any], None]] = {
    "BDC": _Reading.begin,
    "BMC": _Reading.begin,
    "EMC": _Reading.end,
    "Tf": _Reading.choose_font,
    "Do": _Reading.paint_form,
    **dict.fromkeys(SHOWING, _Reading.show),
}
