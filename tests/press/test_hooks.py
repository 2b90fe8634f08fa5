"""Our reach into WeasyPrint: the same pages as without it, and no untested version."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import weasyprint
from fontTools.ttLib import TTFont

from plugins.press import hooks
from plugins.press.press import press
from tests.press.conftest import THEME, load

pytestmark = pytest.mark.press


@contextmanager
def forgotten() -> Iterator[None]:
    yield


@pytest.mark.slow
def test_remembered_lines_change_no_byte(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = load(content).issues[0]
    one, two = content.parent / "one.pdf", content.parent / "two.pdf"
    press(issue, content, THEME, one, lambda *_: None)
    monkeypatch.setattr(hooks, "remembered_lines", forgotten)
    press(issue, content, THEME, two, lambda *_: None)
    assert one.read_bytes() == two.read_bytes()


def test_lines_are_remembered_inside_the_block_only(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[str] = []

    def break_line(text: str, style: object, context: object, *rest: object) -> str:
        broken.append(text)
        return f"{text}的第一行"

    monkeypatch.setattr(hooks.inline, "split_first_line", break_line)
    style = object()
    with hooks.remembered_lines():
        for width in (10, 10, 20):
            assert hooks.inline.split_first_line("甲", style, None, width) == "甲的第一行"
        hooks.inline.split_first_line("甲", object(), None, 10)
    assert broken == ["甲"] * 3
    assert hooks.inline.split_first_line is break_line


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
