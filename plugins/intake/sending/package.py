"""The parts of a Word file → one zip archive (ECMA-376 Part 2). Same parts, same bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{PACKAGE}/relationships/metadata/core-properties"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
#: The earliest day a zip archive can name: ours names none.
NO_DAY = (1980, 1, 1, 0, 0, 0)
#: What is packed already.
PACKED = (".jpg", ".jpeg", ".png", ".gif")


@dataclass(slots=True)
class Package:
    """Parts by name («word/document.xml»), and what each points at; "" is the package itself."""

    _parts: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _related: dict[str, list[tuple[str, str, bool]]] = field(default_factory=dict)

    def add(self, name: str, content_type: str, data: bytes, source: str, kind: str) -> str:
        """Put a part in, pointed at by ``source`` as ``kind``; the id of the relationship."""
        xml = name.endswith(".xml") and not data.startswith(b"<?xml")
        self._parts[name] = (content_type, DECLARATION + data if xml else data)
        return self.relate(source, kind, name)

    def relate(self, source: str, kind: str, target: str, outside: bool = False) -> str:
        """The id under which ``source`` points at a part or, ``outside``, at an address."""
        rows = self._related.setdefault(source, [])
        row = (kind if "/" in kind else f"{OFFICE}/{kind}", target, outside)
        if row not in rows:
            rows.append(row)
        return f"rId{rows.index(row) + 1}"

    def pack(self) -> bytes:
        """The archive; its list of content types stands first, as Word writes it."""
        members = {"[Content_Types].xml": self._content_types()}
        for source, rows in self._related.items():
            folder, base = posixpath.split(source)
            members[posixpath.join(folder, "_rels", f"{base}.rels")] = _relationships(folder, rows)
        members |= {name: data for name, (_, data) in self._parts.items()}
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, data in members.items():
                entry = zipfile.ZipInfo(name, NO_DAY)
                entry.compress_type = (
                    zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
                )
                archive.writestr(entry, data)
        return made.getvalue()

    def _content_types(self) -> bytes:
        rows = [f'<Default Extension="rels" ContentType="{RELATIONSHIPS}"/>']
        rows.append('<Default Extension="xml" ContentType="application/xml"/>')
        rows += [
            f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(content_type)}/>"
            for name, (content_type, _) in self._parts.items()
        ]
        return (
            DECLARATION + f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'.encode()
        )


def _relationships(folder: str, rows: list[tuple[str, str, bool]]) -> bytes:
    made = []
    for number, (kind, target, outside) in enumerate(rows, start=1):
        place = target if outside else posixpath.relpath(target, folder or ".")
        mode = ' TargetMode="External"' if outside else ""
        made.append(
            f'<Relationship Id="rId{number}" Type="{kind}" Target={quoteattr(place)}{mode}/>'
        )
    return (
        DECLARATION
        + (
            f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(made)}</Relationships>'
        ).encode()
    )
