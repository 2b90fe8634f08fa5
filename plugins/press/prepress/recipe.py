"""What a press file is made for: standard, press profile, inks, pages in black only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.press.pressfault import PressFault

Standard = Literal["X-4", "X-1a"]

#: Where Debian (scribus-data) and other systems keep a free profile of coated offset paper.
USUAL_PROFILES = (
    Path("/usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc"),
    Path("/usr/share/color/icc/ISOcoated_v2_300_bas.icc"),
    Path("/usr/share/color/icc/colord/FOGRA39L_coated.icc"),
    Path("/usr/local/share/color/icc/ISOcoated_v2_300_bas.icc"),
    Path("/Library/ColorSync/Profiles/ISOcoated_v2_300_bas.icc"),
)
SETTING = "publication.toml 的 [printing] profile"


class ProfileError(PressFault):
    """There is no usable profile of the press. The message is Chinese and says what to do."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How pages become press pages.

    ``standard``: X-4 (ISO 15930-7) or X-1a (ISO 15930-4, PDF/X-1a:2003). ``profile``: the ICC
    file of the press. ``inks``: theme/press/inks.toml. ``ink_limit``: most ink on one spot, in
    percent of all four plates. ``grey``: places (from 0, in the PDF that is separated) of the
    pages printed in black only.
    """

    standard: Standard
    profile: Path
    inks: Path
    ink_limit: float = 300.0
    grey: frozenset[int] = frozenset()


def default_profile(places: Iterable[Path] = USUAL_PROFILES) -> Path:
    """The first of ``places`` that is there. Raises `ProfileError` when none is."""
    for place in places:
        if place.is_file():
            return place
    raise ProfileError(
        "找不到印刷用的 ICC 特性文件（ISOcoated_v2_300_bas.icc）。"
        f"请安装：sudo apt install scribus-data；或者在 {SETTING} 写明印厂给的 .icc 文件。"
    )
