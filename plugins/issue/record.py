"""The frozen records of the bulletin, its sections and its issues."""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from plugins.article.record import Article

Flow = Literal["page", "run-on"]
Edition = Literal["public", "internal"]
#: Works are protected without any claim (著作权法 第二条), but 公文 are not protected at all (第五条), so
#: nothing is said that would forbid reprinting them; what a reader must know is to name the source.
DEFAULT_COPYRIGHT = "转载请注明来源"


def frozen(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping that nobody changes any more."""
    return MappingProxyType(mapping)


def _reduced(mapping: MappingProxyType[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return frozen, (dict(mapping),)


#: So that an `Issue` can be kept in a file and sent to another process.
copyreg.pickle(MappingProxyType, _reduced)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of the masthead: a post, the names that hold it, and a note on their order."""

    role: str
    names: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filler:
    """A short text for the empty foot of a page (补白): paragraphs are lines of ``text``."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What the printer must know: ``[printing]`` of publication.toml; an issue may override any key.

    Thicknesses are in µm (0: not known), ``ink_limit`` in percent of the four inks together.
    """

    paper: str = ""
    caliper_um: int = 0
    cover_paper: str = ""
    cover_caliper_um: int = 0
    colours: Literal["colour", "grey"] = "colour"
    #: Folios that are printed in black only.
    grey_pages: tuple[int, ...] = ()
    finish: str = ""
    standard: Literal["X-4", "X-1a"] = "X-4"
    #: The printer's ICC profile, a path inside the content folder; "": the default one.
    profile: str = ""
    ink_limit: int = 300
    imposition: Literal["none", "saddle", "signatures"] = "none"
    signature_pages: Literal[8, 16, 32] = 16
    #: What stands on the spine; "": name, year and number.
    spine_text: str = ""
    deliver_to: str = ""
    deliver_by: date | None = None
    packing: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGate:
    """Which reviews every article must bear before it is pressed: ``[review]`` of publication.toml.

    ``stages`` are of 初审, 复审, 终审; none: no gate. Issues published before ``since`` pass.
    """

    stages: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The bulletin itself. Every field is a key of publication.toml; an issue may override any."""

    name: str
    english_name: str = ""
    motto: str = ""
    supervisor: str = ""
    sponsor: str = ""
    editor: str = ""
    licence: str = ""
    notice: str = "内部资料，免费交流"
    distribution: str = ""
    printer: str = ""
    printed_on: date | None = None
    print_run: int = 0
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    board: tuple[BoardRow, ...] = ()
    foreword_place: Literal["before-contents", "after-contents"] = "before-contents"
    binding: Literal["saddle", "perfect"] = "saddle"
    printing: Printing = Printing()
    review: ReviewGate = ReviewGate()
    back_cover_lines: tuple[str, ...] = ()
    fillers: tuple[Filler, ...] = ()
    site_address: str = ""
    site_description: str = ""
    site_code: str = ""
    icp: str = ""
    police_record: str = ""
    #: The mark of 党政机关 and public institutions (党政机关网站标识): a picture inside the content folder, and
    #: the address the office that gave it out wants it to lead to.
    government_mark: str = ""
    government_mark_link: str = ""
    #: What stands at the foot of every page about the rights in what it shows; "": nothing.
    copyright: str = DEFAULT_COPYRIGHT
    #: Whether the public site offers a PDF of each issue, of its public articles alone.
    issue_pdf: Literal["none", "public"] = "public"


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section as the register or an issue declares it; ``tone`` (1–8) picks its colour."""

    name: str
    slug: str
    english: str = ""
    running_head: str = ""
    description: str = ""
    tone: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A section of one issue with its articles in printed order."""

    title: SectionName
    flow: Flow
    articles: tuple[Article, ...]
    editors_note: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """A full-page picture: place, file, caption, whether the contents list it; size in px."""

    place: str
    image: str
    caption: str = ""
    listed: bool = False
    width: int = 0
    height: int = 0

    @property
    def after(self) -> str:
        """The section it stands behind, or "" for a page of the cover."""
        return self.place.removeprefix("after:").strip() if self.place.startswith("after:") else ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The front cover: a picture (or none: then type alone) and the cover lines."""

    image: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue. ``folios`` maps stems to printed page numbers, once the issue was pressed."""

    key: str
    number: int
    whole_number: int
    published: date
    publication: Publication
    cover: Cover = Cover()
    plates: tuple[Plate, ...] = ()
    sections: tuple[Section, ...] = ()
    folios: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    #: A digest of everything the record was made from, but of its articles only the stems; "": not known.
    version: str = field(default="", compare=False, repr=False)
    _articles: tuple[Article, ...] = field(init=False, default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        """Called by dataclasses."""
        made = tuple(article for section in self.sections for article in section.articles)
        object.__setattr__(self, "_articles", made)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in printed order."""
        return self._articles

    @property
    def name(self) -> str:
        """The issue as a citation names it: 2020年第3期."""
        return f"{self.published.year}年第{self.number}期"


@dataclass(frozen=True, slots=True)
class Archive:
    """The bulletin and all its issues, newest first; ``held`` are the paths of held copy."""

    publication: Publication
    sections: tuple[SectionName, ...] = ()
    issues: tuple[Issue, ...] = ()
    held: tuple[str, ...] = ()

    def issue(self, key: str) -> Issue | None:
        """The issue with this key."""
        return next((issue for issue in self.issues if issue.key == key), None)
