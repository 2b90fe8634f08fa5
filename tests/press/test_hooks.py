"""Our reach into WeasyPrint: the same glyphs as without it, and no untested version."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
import weasyprint
from fontTools.ttLib import TTFont

from plugins.press import hooks

pytestmark = pytest.mark.press


def test_an_untested_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks.refuse_untested()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(RuntimeError, match=r"71\.0"):
        hooks.refuse_untested()


def test_subset_keeps_glyph_ids_and_drops_the_rest() -> None:
    out = subprocess.run(
        ["fc-match", "-f", "%{file}", "LXGW WenKai:weight=80"], capture_output=True, check=True
    )
    data = Path(out.stdout.decode()).read_bytes()
    with TTFont(io.BytesIO(data), lazy=True) as font:
        glyph = font.getGlyphID(font.getBestCmap()[ord("江")])
        outline = font["glyf"][font.getGlyphName(glyph)].compile(font["glyf"])
    cut = hooks.subset(data, 0, {glyph: "江"}, hinting=False, notdef=False)
    assert len(cut) < len(data) / 20
    with TTFont(io.BytesIO(cut), lazy=True) as font:
        assert font["glyf"][font.getGlyphName(glyph)].compile(font["glyf"]) == outline
