"""One manuscript: bytes → `Article` and findings. The whole road of an article, as a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.article import cleaning, frontmatter, pictures
from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding, locate
from plugins.article.kinds import Kind
from plugins.article.record import Article, FrontMatter, Link, Picture
from plugins.hanzi.scripts import count_characters
from plugins.keeping import programme, store
from plugins.tagging.record import Tagged, copy, heading
from plugins.toc.outline import jumps
from plugins.toc.plugin import Outliner
from plugins.toc.record import Entry

if TYPE_CHECKING:
    from plugins.article import body

#: What a version depends on besides the manuscript: how it is read.
ROOMS = ("article", "hanzi", "toc")
LIBRARIES = ("beautifulsoup4", "lxml", "markdown", "nh3", "pillow")
Measure = Callable[[Path, str], pictures.Size]
Tagger = Callable[[str, str, tuple[str, ...]], Tagged]
STEM = re.compile(r"[\w][\w-]*")
MARKS = re.compile(r"[\s*_`\\#]+")
RESERVED = ("index", "404")


def read(
    file: Path, shown: str, outliner: Outliner, tagger: Tagger
) -> tuple[Article | None, list[Finding]]:
    """Read one manuscript. ``shown`` is its path as findings name it.

    Out: the article, or None when it has no usable front matter, and all findings.
    """
    return read_data(file.read_bytes(), file, shown, outliner, tagger)


def read_data(
    data: bytes,
    file: Path,
    shown: str,
    outliner: Outliner,
    tagger: Tagger,
    measure: Measure = pictures.measure,
) -> tuple[Article | None, list[Finding]]:
    """`read` a manuscript whose bytes are at hand; ``measure`` tells sizes as `pictures.measure` does."""
    # The reader of HTML takes long to load, and most runs read nothing new.
    from plugins.article import body

    try:
        text = decode(data)
    except NotText:
        message = "这不是文本文件，请用记事本或其他文字编辑器另存为 UTF-8 文本"
        return None, [Finding(shown, 0, 0, "A104", "error", message)]
    parsed = frontmatter.parse(text, shown)
    findings = [*parsed.findings, *_stem(file.stem, shown)]
    if any(found.code in ("A101", "A103", "A105") for found in findings):
        return None, findings
    found = body.parse(
        parsed.body,
        file.stem,
        file.parent.name,
        parsed.front.kind,
        outliner,
        parsed.front.addressee,
    )
    checker = _Checker(parsed, file.parent, shown, measure)
    findings += checker.findings(found)
    article = _article(file, parsed.front, found, checker, tagger)
    # The record is not seen by anyone yet; a second one would take as long as the rest of it.
    object.__setattr__(article, "version", version(article, digest(data)))
    return article, findings


def digest(data: bytes) -> str:
    """The digest of a manuscript's bytes."""
    return store.key(data)


def version(article: Article, data: str) -> str:
    """The version of an article whose manuscript's `digest` is ``data``.

    It changes with the bytes, the sizes of the pictures, the tags and terms, the place of the file and the programme.
    """
    parts = (article.path, data, article.pictures, article.tags, article.terms, article.outline)
    return store.key(programme.state(ROOMS, LIBRARIES), *map(repr, parts))


def _stem(stem: str, shown: str) -> Iterator[Finding]:
    if not STEM.fullmatch(stem) or stem.lower() in RESERVED:
        message = (
            f"文件名“{stem}”不能作网址，请只用字母、数字、汉字和连字符"
            f"（{'、'.join(RESERVED)} 除外）"
        )
        yield Finding(shown, 0, 0, "A118", "error", message)


def _article(
    file: Path, front: FrontMatter, found: body.Body, checker: _Checker, tagger: Tagger
) -> Article:
    tagged = tagger(*seen_by_tagger(front, found.text), front.own_tags)
    values: dict[str, Any] = {name: getattr(front, name) for name in FrontMatter.__slots__}
    return Article(
        **values,
        issue_key=file.parent.name,
        stem=file.stem,
        path=f"{file.parent.name}/{file.name}",
        body=found.html,
        text=found.text,
        outline=found.outline,
        tags=tagged.tags,
        terms=tagged.terms,
        pictures=checker.pictures(found),
        links=checker.links(found),
        length=count_characters(found.text),
        addressed_in_body=found.addressed,
        signed_in_body=found.signed,
    )


def seen_by_tagger(front: FrontMatter, text: str) -> tuple[str, str]:
    """What a tagger is asked with: all that stands over an article, all under it."""
    return heading(front.headline, front.kicker, front.deck), copy(text, front.standfirst)


class _Checker:
    """Looks at a parsed body with the manuscript's text at hand, to name lines."""

    def __init__(
        self, parsed: frontmatter.Parsed, folder: Path, shown: str, measure: Measure
    ) -> None:
        self.source = parsed.body
        self.kind = parsed.front.kind
        self.first_line = parsed.body_line
        self.folder = folder
        self.shown = shown
        self.measure = measure
        self._sizes: dict[str, pictures.Size] = {}

    def findings(self, found: body.Body) -> list[Finding]:
        """Everything wrong with the body, in the order of the rules."""
        return [
            *self._empty(found),
            *self._headings(found),
            *self._images(found),
            *self._lost_links(found),
            *self._raw_html(),
        ]

    def pictures(self, found: body.Body) -> tuple[Picture, ...]:
        """The usable pictures with their sizes."""
        made = []
        for src, caption in found.images:
            size = self._sizes.get(src)
            if size:
                line, column = self._place(f"({src}")
                made.append(Picture(src, caption, line, column, size.width, size.height))
        return tuple(made)

    def links(self, found: body.Body) -> tuple[Link, ...]:
        """The links to articles, each with its place."""
        return tuple(
            Link(key, stem, *self._place(f"({href}")) for href, key, stem in found.links if stem
        )

    def _empty(self, found: body.Body) -> Iterator[Finding]:
        if not found.text and not found.images:
            yield self._finding("A119", "只有首部，没有正文，请补上正文", "")

    def _headings(self, found: body.Body) -> Iterator[Finding]:
        for entry, deepest in jumps(found.outline):
            if entry.number and self.kind is Kind.OFFICIAL:
                continue  # the author's number says the level, and a letter may begin with 1.
            words = entry.text or entry.number
            if entry.level == 1:
                message = f"正文小标题“{words}”请从“##”起（“#”是全文的标题）"
            else:
                message = (
                    f"小标题“{words}”是“{'#' * entry.level}”，跳过了上一级，请改为“{'#' * deepest}”"
                )
            yield Finding(self.shown, self._heading_line(entry), 1, "A111", "error", message)

    def _heading_line(self, entry: Entry) -> int:
        """The line on which a heading is typed; the first of the body when it is no ``#`` line."""
        words = MARKS.sub("", entry.text or entry.number)
        for line, text in enumerate(self.source.split("\n"), start=self.first_line):
            if text.lstrip().startswith("#") and words in MARKS.sub("", text):
                return line
        return self.first_line

    def _images(self, found: body.Body) -> Iterator[Finding]:
        for src, caption in found.images:
            try:
                self._sizes[src] = self.measure(self.folder, src)
            except pictures.PictureFault as fault:
                yield self._finding(fault.code, str(fault), f"({src}")
            if not caption.strip():
                message = f"图片“{src}”没有图说，请写在方括号里：![图说]({src})"
                yield self._finding("A117", message, f"({src}", level="warning")

    def _lost_links(self, found: body.Body) -> Iterator[Finding]:
        for href, _, stem in found.links:
            if not stem:
                message = f"链接“{href}”不指向任何稿件或网址，稿件请写成“文件名.md”"
                yield self._finding("A115", message, f"({href}")

    def _raw_html(self) -> Iterator[Finding]:
        for tag in cleaning.refused(self.source):
            message = f"“{tag}”不能用在稿件里，已去掉；请改用 Markdown"
            yield self._finding("A116", message, tag, level="warning")

    def _place(self, words: str) -> tuple[int, int]:
        """Where ``words`` stand; what stands in a Markdown link or, else, in a raw tag."""
        if words not in self.source:
            words = words.removeprefix("(")
        line, column = locate(self.source, words) if words else (1, 1)
        return line + self.first_line - 1, column

    def _finding(self, code: str, message: str, words: str, level: Any = "error") -> Finding:
        return Finding(self.shown, *self._place(words), code, level, message)
