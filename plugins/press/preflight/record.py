"""What was ordered, what was found: the records that go in and out of pre-flight."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "hint"]
Standard = Literal["X-4", "X-1a", ""]
Kind = Literal["pages", "wrap", "sheet"]
#: For people, and the order of gravity.
LEVELS: dict[Level, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
STANDARDS = {"X-4": "PDF/X-4", "X-1a": "PDF/X-1a"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file should be.

    ``standard`` "" judges by what the file says of itself. ``trim_mm`` None: only all pages alike.
    ``fold``: the page count is a multiple of this (4 saddle stitch, 2 glued); None: any.
    ``ink_limit`` in percent of all inks together. Pictures under ``low_ppi`` are warned of, under
    ``bad_ppi`` faults, from ``good_ppi`` on good. ``kind``: single pages, a cover wrap or an
    imposed sheet; the last two have a trim and a page count of their own.
    """

    standard: Standard = ""
    trim_mm: tuple[float, float] | None = None
    bleed_mm: float = 3.0
    ink_limit: float = 300.0
    fold: int | None = None
    good_ppi: float = 300.0
    low_ppi: float = 250.0
    bad_ppi: float = 150.0
    kind: Kind = "pages"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: rule, gravity, page in the file from 1 (0: the file itself), the object, what is
    wrong, what to do about it, and how many objects of the page have just this fault."""

    code: str
    level: Level
    page: int
    thing: str
    message: str
    hint: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class RuleRun:
    """A rule that was run: its code, its title, where it comes from, whether nothing broke it."""

    code: str
    title: str
    source: str
    passed: bool


@dataclass(frozen=True, slots=True)
class FontFact:
    """A font in use: PostScript name, kind, whether its program is embedded and a subset."""

    name: str
    kind: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class PictureFact:
    """A picture in use: page and name of its worst placement, pixels, colour space, least
    effective ppi, most ink in percent (0: not measured)."""

    page: int
    name: str
    width: int
    height: int
    space: str
    ppi: int
    ink: int


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file is, for people. Sizes in mm; ``trims``: (width, height, pages)."""

    size: int = 0
    sha256: str = ""
    version: str = ""
    claims: str = ""
    title: str = ""
    created: str = ""
    intent: str = ""
    trims: tuple[tuple[float, float, int], ...] = ()
    bleed_mm: float = 0.0
    inks: tuple[str, ...] = ()
    fonts: tuple[FontFact, ...] = ()
    pictures: tuple[PictureFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What pre-flight found in one file. No faults: the file is good."""

    file: str
    pages: int
    standard: str
    faults: tuple[Fault, ...] = ()
    rules: tuple[RuleRun, ...] = ()
    facts: FileFacts = field(default_factory=FileFacts)
    order: Expected = field(default_factory=Expected)

    @property
    def passed(self) -> bool:
        """Whether it may be printed: no errors; warnings are for people to weigh."""
        return not any(fault.level == "error" for fault in self.faults)

    def counts(self) -> dict[Level, int]:
        """Faults by gravity."""
        found = Counter(fault.level for fault in self.faults)
        return {level: found[level] for level in LEVELS}
