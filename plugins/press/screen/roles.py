"""HTML elements → structure elements of PDF 1.7 (ISO 32000-1, 14.8.4). Pure.

Each tag of the press templates and of neutral HTML has its role here; a tag without one (``div``,
``header``, ``span``) is no element of its own: what is inside takes its place.
"""

from __future__ import annotations

from plugins.press.screen.element import MARKER, Annotation, Element, Mark
from plugins.press.screen.structure import Struct, tidied
from plugins.press.screen.tables import relate

Kids = list[Struct | Mark | Annotation]

ROLES = {
    "document": "Document",
    "body": "Sect", "section": "Sect", "aside": "Sect", "nav": "Sect", "article": "Art",
    "p": "P", "address": "P", "pre": "P", "blockquote": "BlockQuote",
    "figure": "Div", "figcaption": "Caption", "img": "Figure",
    "ul": "L", "ol": "L", "dl": "L", "dt": "Lbl", "dd": "LBody",
    "table": "Table", "caption": "Caption", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD",
    "b": "Span", "strong": "Span", "em": "Span", "i": "Span", "code": "Code",
}  # fmt: skip
#: Classes that say more than the tag.
SECTION_NAME, ROW, PLATE_CAPTION, FOOTNOTES = "section-name", "row", "plate-caption", "footnote"
CONTENTS, REFERENCE = "contents-page", "footnote-ref"
TITLE = "-title"
#: A folio in the contents, and how it is read: behind the title without a pause it would be part of it.
FOLIO, FOLIO_READ = "page", "，第{}页"
#: Words of these classes are English, as the class says.
ENGLISH = ("english",)
#: Headlines of an article stand one level below that of its section.
IN_ARTICLE = 1
SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}
NUMBERING = {"ol": "/Decimal", "ul": "/Disc"}


def structure(root: Element) -> Struct:
    """The structure of a document whose elements are in order."""
    made = Struct("Document")
    for each in root.elements:
        made.kids += _structs(each, "")
    return tidied(made)


def _structs(element: Element, holder: str) -> Kids:
    """What stands for an element; ``holder``: the tag of the article or list around it."""
    inside = element.tag if element.tag == "article" else holder
    kids = _kids(element, inside)
    classes = element.classes
    if element.tag == "li":
        return [_note(element, kids) if holder == FOOTNOTES else _item(kids)]
    if element.tag.endswith(MARKER):
        return [Struct("Lbl", kids)]
    if element.tag == "ruby":
        return [_ruby(kids)]
    if element.tag == "rt":
        return [Struct("RT", kids)]
    if element.tag == "a":
        return _link(element, kids)
    if SECTION_NAME in classes or element.tag in HEADINGS:
        return [_heading(element, kids, inside)]
    if element.tag == "div":
        return [Struct("Sect", kids)] if "section" in classes else kids
    if element.tag == "ol" and holder == FOOTNOTES:
        return kids
    if element.tag == "body" and len(element.elements) == 1:
        return kids
    role = _role(element)
    return [_dressed(element, Struct(role, kids))] if role else _tongue(element, kids)


def _kids(element: Element, holder: str) -> Kids:
    if FOOTNOTES in element.classes:
        holder = FOOTNOTES
    made: Kids = []
    for kid in element.kids:
        made += _structs(kid, holder) if isinstance(kid, Element) else [kid]
    return _in_contents(made) if element.tag in ("section", "body") else made


HEADINGS = {f"h{level}": level for level in range(1, 7)}


def _role(element: Element) -> str:
    if ROW in element.classes:
        return "TOCI"
    if element.tag == "span" and FOLIO in element.classes:
        return "Span"
    return "Caption" if PLATE_CAPTION in element.classes else ROLES.get(element.tag, "")


def _heading(element: Element, kids: Kids, holder: str) -> Struct:
    level = HEADINGS.get(element.tag, 1) + (IN_ARTICLE if holder == "article" else 0)
    return Struct(f"H{min(level, 6)}", kids)


def _dressed(element: Element, struct: Struct) -> Struct:
    """A structure element with what its role asks for."""
    struct.lang = _language(element)
    if element.tag == "span":
        struct.actual = FOLIO_READ.format(struct.text)
    elif element.tag == "aside":
        struct.title = _title(element)
    elif struct.role == "Figure":
        struct.alt = element.attribute("alt")
        places = [kid.place for kid in struct.kids if isinstance(kid, Mark) and kid.place]
        struct.attributes["Layout"] = {"BBox": places[0]} if places else {}
    elif struct.role == "L":
        struct.attributes["List"] = {"ListNumbering": NUMBERING.get(element.tag, "/None")}
        struct.kids = _described(struct.kids) if element.tag == "dl" else struct.kids
        _unnumbered(struct)
    elif struct.role == "Table":
        relate(struct)
    elif struct.role in ("TD", "TH"):
        columns, rows = element.span
        spans = {"ColSpan": columns, "RowSpan": rows}
        struct.attributes["Table"] = {name: n for name, n in spans.items() if n > 1}
        if element.attribute("scope") in SCOPES:
            struct.attributes["Table"]["Scope"] = SCOPES[element.attribute("scope")]
    return struct


def _title(box: Element) -> str:
    """What stands above a box or a filler."""
    lines = [each for each in box.walk() if any(word.endswith(TITLE) for word in each.classes)]
    return "".join(kid.text for kid in lines[0].kids if isinstance(kid, Mark)) if lines else ""


def _unnumbered(struct: Struct) -> None:
    """A list none of whose items has a number or a bullet says so (14.8.5.5, table 347)."""
    if not any(kid.role == "Lbl" for item in struct.structs for kid in item.structs):
        struct.attributes["List"]["ListNumbering"] = "/None"


def _item(kids: Kids) -> Struct:
    """LI: the number or bullet, then the body (14.8.4.3.3)."""
    labels = [kid for kid in kids if isinstance(kid, Struct) and kid.role == "Lbl"]
    rest = [kid for kid in kids if kid not in labels]
    return Struct("LI", [*labels, Struct("LBody", rest)])


def _described(kids: Kids) -> Kids:
    """The items of a ``dl``: each word with what is said of it."""
    made: list[Struct] = []
    for kid in kids:
        if isinstance(kid, Struct) and kid.role == "LBody" and made:
            made[-1].kids.append(kid)
        else:
            made.append(Struct("LI", [kid]))
    return list(made)


def _note(element: Element, kids: Kids) -> Struct:
    """A footnote: a Note with an identifier of its own (ISO 14289-1, 7.9)."""
    return Struct("Note", kids, key=element.attribute("id"))


def _ruby(kids: Kids) -> Struct:
    """Ruby: the base, then its reading (14.8.4.4.3)."""
    readings = [kid for kid in kids if isinstance(kid, Struct) and kid.role == "RT"]
    base = [kid for kid in kids if kid not in readings]
    return Struct("Ruby", [Struct("RB", base), *readings])


def _link(element: Element, kids: Kids) -> Kids:
    """A Link when the file has its annotation; it is a Reference when it leads to a footnote."""
    if not any(isinstance(kid, Annotation) for kid in kids):
        return kids
    link = Struct("Link", kids)
    return [Struct("Reference", [link])] if REFERENCE in element.classes else [link]


def _tongue(element: Element, kids: Kids) -> Kids:
    """Words without an element of their own; in another language they need one."""
    language = _language(element)
    return [Struct("Span", kids, lang=language)] if language and kids else kids


def _language(element: Element) -> str:
    own = element.attribute("lang")
    return own or ("en" if any(name.endswith(ENGLISH) for name in element.classes) else "")


def _in_contents(kids: Kids) -> Kids:
    """Rows of the contents that stand together, as one TOC; each row refers to its article."""
    made: Kids = []
    for kid in kids:
        if not (isinstance(kid, Struct) and kid.role == "TOCI"):
            made.append(kid)
            continue
        kid.kids = [Struct("Reference", kid.kids)]
        last = made[-1] if made else None
        if not (isinstance(last, Struct) and last.role == "TOC"):
            last = Struct("TOC")
            made.append(last)
        last.kids.append(kid)
    return made
