"""The composing room: typesetters with their styles and faces, which may serve one issue after another."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from plugins.press.standing.casting import read_fonts
from plugins.press.standing.founts import TypeCase
from plugins.press.typesetter import Typesetter

BODY_STYLES = [
    "shared/tokens.css",
    "press/styles/page.css",
    "press/styles/text.css",
    "press/styles/heads.css",
    "press/styles/covers.css",
]
FURNITURE_STYLES = ["shared/tokens.css", "press/styles/furniture.css"]


class ComposingRoom:
    """Typesetters of bodies and of furniture, made when they are needed; the faces that were read."""

    def __init__(self, content: Path, theme: Path) -> None:
        self.content, self.theme = content.resolve(), theme.resolve()
        self.case = TypeCase()

    @cached_property
    def body(self) -> Typesetter:
        """Sets the pieces."""
        return Typesetter(self.content, self.theme, BODY_STYLES)

    @cached_property
    def furniture(self) -> Typesetter:
        """Sets running heads and folios."""
        return Typesetter(self.content, self.theme, FURNITURE_STYLES)

    @cached_property
    def faces(self) -> Typesetter:
        """Sets single characters, without styles."""
        return Typesetter(self.content, self.theme, [])

    def read_face(self, html: str) -> None:
        """Set characters so that their face is in the type case."""
        read_fonts(self.faces.lay_out(html, ".").pages[0], self.case)

    def forget_pictures(self) -> None:
        """Read every picture anew: another may lie under its name."""
        for name in ("body", "furniture"):
            if name in vars(self):
                vars(self)[name].forget_pictures()
