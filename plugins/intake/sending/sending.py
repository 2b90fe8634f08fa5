"""The door of 送审: an article → the bytes of a Word file for the contributing unit to check. Pure.

The same article, day and pictures give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from plugins.article.record import Article
from plugins.intake.collation.copytext import copy_text, version
from plugins.intake.collation.record import Passage
from plugins.intake.sending import settings, tables
from plugins.intake.sending.cover import Note, cover, signed, signing
from plugins.intake.sending.imaging import Shown, drawing, shown
from plugins.intake.sending.manner import Manner
from plugins.intake.sending.package import CORE, WORD, Package
from plugins.intake.sending.styling import styles_xml
from plugins.intake.sending.wording import Writer

DOCUMENT = "word/document.xml"
NOTES = "word/footnotes.xml"
#: Custom properties by which the way back is known.
ARTICLE, ISSUE, VERSION = "稿件", "刊期", "版本"
LISTED = ("item", "numbered", "more")
CELLS = ("cell", "head-cell")


@dataclass(slots=True)
class _File:
    """A Word file in the making."""

    manner: Manner
    open_picture: Callable[[str], bytes]
    captions: dict[str, str]
    package: Package = field(default_factory=Package)
    shown: dict[str, tuple[str, Shown]] = field(default_factory=dict)
    drawings: int = 0
    lists: int = 0

    def writer(self, part: str) -> Writer:
        """Writes runs for a part of the file."""
        half = round(self.manner.size_pt * 2)
        return Writer(lambda href: self._link(part, href), self._picture, half)

    def _link(self, part: str, href: str) -> str:
        return self.package.relate(part, "hyperlink", href, outside=True)

    def _picture(self, src: str) -> str:
        if src not in self.shown:
            picture = shown(self.open_picture(src))
            name = f"word/media/picture{len(self.shown) + 1}{picture.suffix}"
            relation = self.package.add(name, picture.content_type, picture.data, DOCUMENT, "image")
            self.shown[src] = relation, picture
        self.drawings += 1
        relation, picture = self.shown[src]
        words = self.captions.get(src, "")
        return drawing(relation, self.drawings, src, words, picture, self.manner.measure)

    def blocks(self, passages: Sequence[Passage], writer: Writer) -> str:
        """Paragraphs and tables."""
        made, was = [], ""
        for group in tables.by_table(passages):
            first = group[0]
            if first.cell:
                made.append(
                    "<w:p/>" if was in CELLS else ""
                )  # two tables without it would become one
                half = round(self.manner.small_pt * 10)
                made.append(tables.table(group, self.manner.measure[0], writer, half=half))
            else:
                made.append(writer.paragraph(first, self._listed(first, was)))
            was = group[-1].role
        return "".join(made) + ("<w:p/>" if was in CELLS else "")

    def _listed(self, passage: Passage, was: str) -> str:
        """List and level of an item; a list with numbers that follows no list begins at 1."""
        if passage.role == "numbered" and (was not in LISTED or not self.lists):
            self.lists += 1
        number = {"item": 1, "numbered": self.lists + 1}.get(passage.role, 0)
        if not number:
            return ""
        return (
            f'<w:numPr><w:ilvl w:val="{passage.level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
        )


def word_file(
    article: Article,
    source: str,
    note: Note,
    manner: Manner,
    open_picture: Callable[[str], bytes],
) -> bytes:
    """The Word file of an article. ``source``: its manuscript's text; ``note``: who sends it when.

    ``open_picture`` gives the bytes of a picture by its source as typed in the manuscript.
    """
    copy = copy_text(article, source)
    notes = [each for each in copy.passages if each.role == "footnote"]
    text = [each for each in copy.passages if each.role != "footnote"]
    head = cover(article, note, has_lost=bool(copy.lost))
    captions = {each.src: each.caption for each in article.pictures}
    file = _File(manner, open_picture, captions)
    writer = file.writer(DOCUMENT)
    before = "".join(writer.paragraph(each) for each in head)
    before += signing(manner, writer)
    parts = f"{before}<w:p><w:pPr>{settings.section(manner)}</w:pPr></w:p>"
    parts += file.blocks(text, writer)
    _beside(file, notes)
    custom = {ARTICLE: article.path, ISSUE: article.issue_key, VERSION: version(source)}
    _properties(file, article, note, custom, [*head, *signed(), *copy.passages])
    folios = _folios(file)
    document = f"<w:body>{parts}{settings.section(manner, folios)}</w:body>"
    data = f"<w:document {settings.SPACES}>{document}</w:document>".encode()
    file.package.add(DOCUMENT, f"{WORD}.document.main+xml", data, "", "officeDocument")
    return file.package.pack()


def _beside(file: _File, notes: Sequence[Passage]) -> None:
    """Styles, settings, lists, footnotes."""
    rows = {
        "styles": styles_xml(file.manner),
        "settings": settings.settings_xml(),
        "numbering": settings.numbering_xml(file.lists),
        "footnotes": settings.footnotes_xml(notes, file.writer(NOTES)),
    }
    for name, data in rows.items():
        file.package.add(f"word/{name}.xml", f"{WORD}.{name}+xml", data, DOCUMENT, name)


def _folios(file: _File) -> str:
    """Folios at the outer edges: of odd pages at the right, of even ones at the left (7.5)."""
    made = ""
    for kind, align in (("default", "right"), ("even", "left")):
        data = settings.footer_xml(file.manner, align)
        name = f"word/footer-{kind}.xml"
        relation = file.package.add(name, f"{WORD}.footer+xml", data, DOCUMENT, "footer")
        made += f'<w:footerReference w:type="{kind}" r:id="{relation}"/>'
    return f'{made}|<w:pgNumType w:start="1"/>'


def _properties(
    file: _File,
    article: Article,
    note: Note,
    custom: dict[str, str],
    sent: Sequence[Passage],
) -> None:
    package = file.package
    pictures = {src: picture.data for src, (_, picture) in file.shown.items()}
    core = settings.core_xml(article.title, note.issue, note.sender, article.path, note.day)
    office = "application/vnd.openxmlformats-officedocument"
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core,
        "",
        CORE,
    )
    data = settings.custom_xml(custom)
    package.add(
        "docProps/custom.xml", f"{office}.custom-properties+xml", data, "", "custom-properties"
    )
    item = "customXml/item1.xml"
    package.add(item, "application/xml", settings.sent_xml(sent, pictures), DOCUMENT, "customXml")
    kept = settings.item_properties_xml()
    package.add(
        "customXml/itemProps1.xml",
        f"{office}.customXmlProperties+xml",
        kept,
        item,
        "customXmlProps",
    )
