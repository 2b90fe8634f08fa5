"""Files of older and other word processors → .docx, by LibreOffice if this machine has it."""

from __future__ import annotations

from plugins.intake import programmes

OLD = frozenset({".doc", ".wps", ".rtf", ".odt", ".wpt"})


def renew(data: bytes, suffix: str) -> bytes | None:
    """The file as .docx; None when LibreOffice is not there or cannot read it."""
    return programmes.by_office("docx", data, suffix, ".docx")
