"""In processes of their own: what is loaded here was loaded by other tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = "{'fontTools.varLib.merger', 'fontTools.subset.cff', 'fontTools.otlLib.builder'}"


def said(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", f"import sys, plugins.press\n{code}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_weasyprint_comes_without_the_cutters_of_fonts() -> None:
    assert said(f"import weasyprint\nprint({SLOW} & set(sys.modules))") == "set()"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from fontTools import subset\nprint(subset.Options.__module__)", "fontTools.subset"),
        ("import fontTools.subset.cff as cff\nprint(cff.__name__)", "fontTools.subset.cff"),
        ("from fontTools.varLib.models import normalizeValue as n\nprint(n(5, (0, 0, 10)))", "0.5"),
        ("from fontTools.varLib import instancer\nprint(instancer.OverlapMode.KEEP_AND_SET_FLAGS.value)", "1"),
        ("import weasyprint.pdf.fonts as f\nprint(f.subset.Subsetter.__name__)", "Subsetter"),
    ],
)  # fmt: skip
def test_who_asks_gets_the_real_module(code: str, found: str) -> None:
    assert said(code) == found


def test_a_function_taken_early_works() -> None:
    code = """
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.ttLib import TTFont
try:
    instantiateVariableFont(TTFont(), {})
except ValueError as refused:
    print(refused, sys.modules["fontTools.varLib.instancer"].OverlapMode.__name__)
"""
    assert said(code) == "Missing required table fvar OverlapMode"
