"""What a rule is, and what it looks at: a manuscript taken apart into passages that know their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plugins.article.finding import Level
from plugins.article.kinds import Kind
from plugins.article.record import FrontMatter

if TYPE_CHECKING:
    from plugins.article.record import Article
    from plugins.issue.record import Issue
    from plugins.proofing.lists import Lists

Form = Literal["paragraph", "heading", "item", "cell", "caption", "quote", "box", "field"]
ALL: frozenset[Form] = frozenset(
    {"paragraph", "heading", "item", "cell", "caption", "quote", "box", "field"}
)
#: What is read as sentences.
PROSE: frozenset[Form] = frozenset({"paragraph", "item", "quote"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule sees in one passage; ``start`` and ``end`` count characters of its text.

    ``message`` says what is wrong, with the words; ``advice`` what to do; ``mend`` is what should stand
    instead of text[start:end] (None: only a person knows). ``is_safe``: it may be put there unasked.
    ``level``: when it is not the rule's (entries of the editors' lists have levels of their own).
    """

    start: int
    end: int
    message: str
    advice: str = ""
    mend: str | None = None
    is_safe: bool = False
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell … as it reads, markup taken out.

    ``places`` gives for every character of ``text`` its place in the source, and one more: where the passage
    ends there. ``level`` is a heading's; ``key`` the name of a field of the front matter (标题);
    ``number`` counts passages from 0. Line breaks typed inside a paragraph are not in the text.
    """

    text: str
    form: Form
    level: int
    places: Sequence[int] = field(repr=False)
    proof: Proof = field(repr=False, compare=False)
    number: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One manuscript ready to be read. ``path`` is what remarks call it, ``source`` the whole file.

    ``published`` is when its issue comes out (None: not known); ``lists`` are the editors'.
    """

    path: str
    source: str = field(repr=False)
    front: FrontMatter
    body_start: int
    passages: Sequence[Passage] = field(repr=False, compare=False)
    lists: Lists = field(repr=False)
    issue_key: str = ""
    published: date | None = None

    @property
    def kind(self) -> Kind:
        """The kind of article."""
        return self.front.kind

    @property
    def year(self) -> int | None:
        """The year of its issue, by day of publication or key; None when neither is known."""
        if self.published:
            return self.published.year
        return int(self.issue_key[:4]) if self.issue_key[:4].isdigit() else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. It has either ``find`` (one passage) or ``find_all`` (the whole manuscript).

    ``source`` is the standard and its clause; ``wrong`` and ``right`` are examples that tests run, each a
    paragraph, or a whole manuscript when it begins with ``---``. ``forms`` and ``kinds`` limit where it reads.
    """

    code: str
    name: str
    level: Level
    source: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    find: Callable[[Passage], Iterator[Fault]] | None = None
    find_all: Callable[[Proof], Iterator[tuple[Passage, Fault]]] | None = None
    forms: frozenset[Form] = ALL
    kinds: frozenset[Kind] | None = None


@dataclass(frozen=True, slots=True)
class IssueProof:
    """All manuscripts of an issue beside what was composed of them. ``toml`` is the text of issue.toml."""

    issue: Issue
    proofs: tuple[Proof, ...]
    articles: tuple[Article, ...] = ()
    toml_path: str = ""
    toml: str = field(default="", repr=False)
    #: The content folder, for rules that look at files; None: they do not.
    content: Path | None = None


@dataclass(frozen=True, slots=True)
class IssueFault:
    """What a rule across the issue sees; ``line`` and ``column`` from 1 (0: the whole file)."""

    path: str
    line: int
    column: int
    words: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class IssueRule:
    """One rule across an issue."""

    code: str
    name: str
    level: Level
    source: str
    find: Callable[[IssueProof], Iterator[IssueFault]]
