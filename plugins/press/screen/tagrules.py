"""Rules for the structure of a tagged PDF: one function a failure condition of the Matterhorn Protocol 1.1.

Each yields (page from 0, or None; what is wrong). They read what `tagtree.read` found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from plugins.press.screen.element import Annotation
from plugins.press.screen.structure import INLINE, Struct, Value
from plugins.press.screen.tables import grid_of
from plugins.press.screen.tagtree import TagTree

Fault = tuple[int | None, str]
Rule = Callable[[TagTree], Iterator[Fault]]

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
#: What may stand right inside an element (ISO 32000-1, 14.8.4.3 and 14.8.4.4.3).
INSIDE = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "Ruby": {"RB", "RT", "RP"},
}
#: What an element must stand in.
AROUND = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
    "RB": {"Ruby"},
    "RT": {"Ruby"},
}


def page_of(struct: Struct) -> int | None:
    """The page of the first thing that an element shows."""
    first = next(struct.marks(), None)
    return first.page if first else None


def artifact_in_text(tree: TagTree) -> Iterator[Fault]:
    """01-003: content marked as artifact stands inside tagged content."""
    for page, found in enumerate(tree.pages):
        if found.artifacts_in_text:
            yield page, f"{found.artifacts_in_text} 处非正文内容标在正文里面"


def text_in_artifact(tree: TagTree) -> Iterator[Fault]:
    """01-004: tagged content stands inside content marked as artifact."""
    for page, found in enumerate(tree.pages):
        if found.texts_in_artifact:
            yield page, f"{found.texts_in_artifact} 处正文标在非正文里面"


def unmarked(tree: TagTree) -> Iterator[Fault]:
    """01-005: content is neither tagged nor an artifact."""
    for page, found in enumerate(tree.pages):
        if found.unmarked:
            yield page, f"{len(found.unmarked)} 处内容没有标记（{found.unmarked[0]}）"


def loose(tree: TagTree) -> Iterator[Fault]:
    """ISO 32000-1, 14.7.4: every mark stands once in the structure, and the parent tree agrees."""
    yield from tree.loose
    for page, found in enumerate(tree.pages):
        for number in found.repeated:
            yield page, f"MCID {number} 用了两次"


def unknown_role(tree: TagTree) -> Iterator[Fault]:
    """02-001: a role is neither standard nor mapped to a standard one."""
    for each in tree.elements:
        if each is not tree.root and each.role not in STANDARD:
            yield page_of(each), f"不认识的结构类型 {each.role}"


def one_document(tree: TagTree) -> Iterator[Fault]:
    """ISO 32000-1, 14.8.4.2: the whole is one Document."""
    roles = [kid.role for kid in tree.root.structs]
    if roles != ["Document"]:
        yield None, f"最上一层不是一个 Document，而是 {'、'.join(roles) or '空的'}"


def nesting(tree: TagTree) -> Iterator[Fault]:
    """09-004 to 09-007: tables, lists, contents, ruby are built as the standard says."""
    for each in tree.elements:
        for kid in each.structs:
            allowed, around = INSIDE.get(each.role), AROUND.get(kid.role)
            if (allowed and kid.role not in allowed) or (around and each.role not in around):
                yield page_of(kid), f"{each.role} 里不能有 {kid.role}"
        if each.role in INSIDE and len(each.structs) != len(each.kids):
            yield page_of(each), f"{each.role} 里直接有文字"


def words_in_grouping(tree: TagTree) -> Iterator[Fault]:
    """09-001: words stand right in an element that only groups others."""
    for each in tree.elements:
        if each.role in ("Document", "Part", "Art", "Sect", "Div"):
            for kid in each.kids:
                if not isinstance(kid, Struct) or kid.role in INLINE:
                    yield page_of(each), f"{each.role} 里直接有文字"
                    break


def no_alternative(tree: TagTree) -> Iterator[Fault]:
    """13-004: a figure has neither alternative nor actual text."""
    for each in tree.elements:
        if each.role in ("Figure", "Formula") and not (each.alt.strip() or each.actual.strip()):
            yield page_of(each), "图没有替代文字"


def no_place(tree: TagTree) -> Iterator[Fault]:
    """ISO 32000-1, 14.8.5.4.3: a figure says where it stands, as a rectangle with an inside."""
    for each in tree.elements:
        box = each.attributes.get("Layout", {}).get("BBox")
        if each.role == "Figure" and not _has_inside(box):
            yield page_of(each), "图没有位置（BBox）"


def _has_inside(box: Value | None) -> bool:
    if not isinstance(box, tuple) or len(box) != 4:
        return False
    left, low, right, high = (float(side) for side in box)
    return left < right and low < high


def headings(tree: TagTree) -> Iterator[Fault]:
    """14-002 and 14-003: headlines begin with the first level and skip none."""
    before = 0
    for each in tree.elements:
        if each.is_heading:
            level = int(each.role[1])
            if level > before + 1:
                yield (
                    page_of(each),
                    f"标题从 H{before} 跳到 H{level}" if before else "第一个标题不是 H1",
                )
            before = level


def no_scope(tree: TagTree) -> Iterator[Fault]:
    """15-003: a table's head says neither what it is the head of nor is named by its cells."""
    for table in (each for each in tree.elements if each.role == "Table"):
        cells = [each for each in table.walk() if each.role in ("TH", "TD")]
        named = {key for cell in cells for key in _names(cell)}
        for cell in cells:
            if cell.role == "TH":
                scope = cell.attributes.get("Table", {}).get("Scope")
                if scope not in ("/Row", "/Column", "/Both") and cell.key not in named:
                    yield page_of(cell), "表头没有说明管哪一行或哪一列（Scope）"


def no_head(tree: TagTree) -> Iterator[Fault]:
    """15-005: a table has no heads at all."""
    for table in (each for each in tree.elements if each.role == "Table"):
        if not any(each.role == "TH" for each in table.walk()):
            yield page_of(table), "表没有表头"


def irregular(tree: TagTree) -> Iterator[Fault]:
    """ISO 14289-1, 7.5: every row of a table has the same number of columns."""
    for table in (each for each in tree.elements if each.role == "Table"):
        widths = Counter(row for row, _ in grid_of(table))
        if len(set(widths.values())) > 1:
            yield page_of(table), f"表的各行列数不一：{sorted(set(widths.values()))}"


def notes(tree: TagTree) -> Iterator[Fault]:
    """19-003 and 19-004: a note has an identifier of its own."""
    found = [each for each in tree.elements if each.role == "Note"]
    keys = Counter(each.key for each in found)
    for each in found:
        if not each.key or keys[each.key] > 1:
            yield page_of(each), "注没有自己的标识（ID）"


def links(tree: TagTree) -> Iterator[Fault]:
    """28-011: a link annotation stands outside a Link; a Link without annotation is none."""
    for each in tree.elements:
        annotations = [kid for kid in each.kids if isinstance(kid, Annotation)]
        if each.role == "Link" and not annotations:
            yield page_of(each), "Link 里没有链接批注"
        if each.role not in ("Link", "Annot", "Form") and annotations:
            yield page_of(each), f"链接批注标在 {each.role} 里"


def _names(cell: Struct) -> tuple[str, ...]:
    names = cell.attributes.get("Table", {}).get("Headers", ())
    return tuple(str(name) for name in names) if isinstance(names, tuple) else ()


RULES: dict[str, Rule] = {
    "01-003": artifact_in_text,
    "01-004": text_in_artifact,
    "01-005": unmarked,
    "02-001": unknown_role,
    "09-001": words_in_grouping,
    "09-004": nesting,
    "13-004": no_alternative,
    "14-003": headings,
    "15-003": no_scope,
    "15-005": no_head,
    "19-003": notes,
    "28-011": links,
    "own-BBox": no_place,
    "own-document": one_document,
    "own-parents": loose,
    "own-table": irregular,
}
