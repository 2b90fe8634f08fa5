"""QR codes, drawn when the site is built: no other host is asked, no script runs.

ISO/IEC 18004: a square of modules with a quiet zone of 4 modules on every side (clause 9.1 of the
2015 edition). Level M restores 15 %, enough for a screen and for a laser printer.
"""

from __future__ import annotations

import segno
from markupsafe import Markup

#: Modules of white around the code.
QUIET_ZONE = 4
LEVEL = "m"
#: The id of the drawing, by which a page may show it a second time.
DRAWING = "qr"


def qr(text: str, label: str) -> Markup:
    """The QR code of ``text`` as SVG for an HTML page: one path, one unit a module, no style.

    ``label`` is what those hear who do not see it. "" gives "". Raises `segno.DataOverflowError`
    for more than about 2,300 octets.
    """
    if not text:
        return Markup("")
    code = segno.make(text, error=LEVEL, micro=False)
    drawn = code.svg_inline(
        border=QUIET_ZONE, omitsize=True, svgid=DRAWING, svgclass="qr", lineclass=None
    )
    named = Markup('<svg role="img" aria-label="{}" ').format(label)
    return named + Markup(drawn.replace("<svg ", "", 1))
