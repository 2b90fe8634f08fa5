"""Small PDFs written by hand: pages of given content, a face of given letters, and what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, Stream

#: Code → letter and advance in thousandths of an em.
Letters = Mapping[int, tuple[str, int]]
LETTERS: Letters = {1: ("江", 1000), 2: ("河", 1000), 3: ("湖", 900), 4: ("a", 500)}


@dataclass(frozen=True)
class Leaflet:
    """What a file is made of. ``form``: the content of form X; ``actual``: the text of properties P."""

    pages: Sequence[bytes]
    letters: Letters = field(default_factory=lambda: LETTERS)
    form: bytes = b""
    form_left: int = 0
    actual: str | None = None
    left: int = 0
    face: str = "Song-Regular"

    def write(self, file: Path) -> Path:
        """Write it to ``file``."""
        with Pdf.new() as pdf:
            resources = Dictionary(
                Font=Dictionary(S=self._font(pdf)),
                XObject=Dictionary(X=self._form(pdf)),
                Properties=Dictionary(P=self._properties()),
            )
            for content in self.pages:
                page = pdf.add_blank_page(page_size=(200, 300)).obj
                page.Contents = Stream(pdf, content)
                page.TrimBox = Array([self.left, 0, 200, 300])
                page.Resources = resources
            pdf.save(file, deterministic_id=True)
        return file

    def _font(self, pdf: Pdf) -> Dictionary:
        pairs = (
            f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>"
            for code, (letter, _) in self.letters.items()
        )
        widths = [
            part for code, (_, width) in self.letters.items() for part in (code, Array([width]))
        ]
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            BaseFont=Name(f"/ABCDEF+{self.face}"),
            W=Array(widths),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=Stream(pdf, f"1 beginbfchar {' '.join(pairs)} endbfchar".encode()),
            )
        )

    def _form(self, pdf: Pdf) -> Stream:
        matrix = Array([1, 0, 0, 1, self.form_left, 0])
        return Stream(pdf, self.form, Subtype=Name.Form, Matrix=matrix)

    def _properties(self) -> Dictionary:
        known = {} if self.actual is None else {"/ActualText": self.actual}
        return Dictionary({"/MCID": 0, **known})


def line(codes: Sequence[int], size: int = 10, x: int = 5, y: int = 250) -> bytes:
    """One line of type, marked as words of the text."""
    shown = "".join(f"{code:04x}" for code in codes)
    return f"/P <</MCID 0>> BDC BT /S {size} Tf {x} {y} Td <{shown}> Tj ET EMC".encode()
