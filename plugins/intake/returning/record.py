"""What came back in a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.intake.collation.record import Passage


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: who, on which day (as Word wrote it), letters put in or taken out.

    ``start`` and ``end`` are places in the accepted text of its passage; both are one for what was
    taken out, and ``taken`` has the letters.
    """

    author: str
    day: str
    start: int
    end: int
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: who, when, the words it is about."""

    author: str
    day: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """A passage as it came back, tracked changes accepted."""

    passage: Passage
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A whole file: its passages in the order of the page, footnotes last.

    ``sent`` are (role, words) as they were sent, empty when the file does not say; ``article``,
    ``issue`` and ``version`` likewise "". ``pictures``: digest of every picture by its source; ``sent_pictures``: the same
    as they were sent.
    ``taken``: tracked changes that took whole paragraphs out; ``remarks``: in Chinese, what could not be read.
    """

    passages: tuple[Came, ...]
    sent: tuple[tuple[str, str], ...] = ()
    article: str = ""
    issue: str = ""
    version: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict, repr=False)
    sent_pictures: dict[str, str] = field(default_factory=dict)
    taken: tuple[Revision, ...] = ()
    remarks: tuple[str, ...] = ()
