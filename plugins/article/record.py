"""The frozen record of one article. Fields that editors write are one table: this class.

A new field is one line here and one in the shared heading macro
(theme/shared/headings.html).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from datetime import date
from typing import Any

from plugins.article import reading
from plugins.article.kinds import Kind
from plugins.article.review import Review
from plugins.keeping.pickling import quickly
from plugins.tagging.record import Tag
from plugins.toc.record import Entry


def written(key: str, read: Callable[[str], Any] = reading.words, default: Any = "") -> Any:
    """A field that editors write behind the Chinese ``key``, read by ``read``."""
    return field(default=default, metadata={"key": key, "read": read})


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What stands between the two ``---``."""

    headline: str = written("标题")
    kicker: str = written("引题")
    deck: str = written("副题")
    kind: Kind = written("体裁", reading.kind, Kind.NEWS)
    bylines: tuple[str, ...] = written("作者", reading.names, ())
    contributors: tuple[str, ...] = written("供稿", reading.names, ())
    source: str = written("来源")
    photographers: tuple[str, ...] = written("摄影", reading.names, ())
    responsible_editors: tuple[str, ...] = written("责编", reading.names, ())
    standfirst: str = written("提要")
    own_tags: tuple[str, ...] = written("标签", reading.terms, ())
    web_date: date | None = written("日期", reading.day, None)
    public: bool = written("公开", reading.yes_or_no, False)
    issuing_body: str = written("发文机关")
    document_number: str = written("发文字号")
    addressee: str = written("主送")
    signed_on: date | None = written("成文日期", reading.day, None)
    signed_by: str = written("签发")
    disclosure: str = written("公开属性", reading.disclosure)
    copy_number: str = written("份号")
    secrecy: str = written("密级", reading.secrecy)
    urgency: str = written("紧急程度", reading.urgency)
    copied_to: str = written("抄送")
    printed_by: str = written("印发机关")
    printed_on: date | None = written("印发日期", reading.day, None)
    first_review: Review | None = written("初审", reading.review, None)
    second_review: Review | None = written("复审", reading.review, None)
    final_review: Review | None = written("终审", reading.review, None)


FIELDS: dict[str, Field[Any]] = {each.metadata["key"]: each for each in fields(FrontMatter)}
"""Chinese key → field: what may be written, and how it is read."""


@quickly()
@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a body: path as typed, caption, size in px, place in the file."""

    src: str
    caption: str
    line: int = 0
    column: int = 0
    width: int = 0
    height: int = 0


@quickly()
@dataclass(frozen=True, slots=True)
class Link:
    """A link to another article: its issue's key and stem, and its place in the file."""

    issue_key: str
    stem: str
    line: int
    column: int


@quickly(common=("own_tags", "bylines", "contributors", "terms"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Article(FrontMatter):
    """One article, ready for every output. ``path`` is relative to the content folder."""

    issue_key: str
    stem: str
    path: str
    body: str
    text: str
    outline: tuple[Entry, ...] = ()
    tags: tuple[Tag, ...] = ()
    #: Terms of the vocabulary that the text speaks of, tags or not (`plugins.tagging.terms`).
    terms: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    length: int = 0
    addressed_in_body: bool = False
    signed_in_body: bool = False
    #: A digest of everything the record was made from; "" for one that was not read from a file.
    version: str = field(default="", compare=False, repr=False)

    @property
    def key(self) -> str:
        """What every id of the article begins with."""
        return self.stem

    @property
    def title(self) -> str:
        """Headline and deck as one line, the way contents and citations give them."""
        return f"{self.headline}——{self.deck}" if self.deck else self.headline
