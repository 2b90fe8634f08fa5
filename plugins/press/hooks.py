"""Where we reach into WeasyPrint; an untested version of it is refused.

Fonts are cut by uharfbuzz instead of the system's library: HarfBuzz 6.0 (Debian 12) fails on large glyph
sets of LXGW WenKai, and WeasyPrint then embeds the whole face (13 MB). The other reaches are in lines/.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb
import weasyprint
from weasyprint.pdf.fonts import Font

#: The hooks replace private functions: only versions they were tested with.
TESTED = ("70.",)
UNUSED_TABLES = ["BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GDEF", "GPOS", "GSUB"]
UNUSED_TABLES += ["JSTF", "LTSH", "PCLT", "VORG", "vhea", "vmtx"]


def refuse_untested() -> None:
    """Raise RuntimeError when this WeasyPrint was not tested with the hooks."""
    if not weasyprint.__version__.startswith(TESTED):
        raise RuntimeError(f"WeasyPrint {weasyprint.__version__} was not tested: {TESTED} only")


def install_subsetter() -> None:
    """Make WeasyPrint subset fonts through uharfbuzz."""
    Font.subset = _subset_font


def subset(
    data: bytes, index: int, glyphs: Mapping[int, str], hinting: bool, notdef: bool
) -> bytes:
    """The font program ``data`` (face ``index``) with only ``glyphs``, ids unchanged."""
    request = hb.SubsetInput()
    request.glyph_set.update(glyphs)
    flags = hb.SubsetFlags
    request.flags = flags.RETAIN_GIDS | flags.DESUBROUTINIZE
    if not hinting:
        request.flags |= flags.NO_HINTING
    if notdef:
        request.flags |= flags.NOTDEF_OUTLINE
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in UNUSED_TABLES)
    return bytes(hb.subset(hb.Face(hb.Blob(data), index), request).blob.data)


def _subset_font(self: Any, to_unicode: Mapping[int, str], hinting: bool) -> None:
    """Stands in for ``Font.subset``."""
    if to_unicode:
        self.file_content = subset(
            self.file_content, self.index, to_unicode, hinting, bool(self.missing)
        )
