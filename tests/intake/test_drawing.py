"""Programmes that draw EMF and WMF: none, one that works, one that fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.intake import drawing
from tests.intake.wordfiles import picture


def programme(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_without_a_programme_nothing_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".emf") is None


def test_the_first_programme_that_can_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made.png").write_bytes(picture())
    programme(tmp_path, "inkscape", "exit 1")
    programme(tmp_path, "soffice", f'/bin/cp {tmp_path}/made.png "$5/drawing.png"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".wmf") == picture()


def test_what_is_no_picture_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme(tmp_path, "soffice", 'echo no > "$5/drawing.png"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawing.draw(b"x", ".wmf") is None
