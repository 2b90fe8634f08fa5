"""Styles of the Word file: one for every role of a passage, by Word's own names where it has one.

Names are what counts when a file comes back: Word and WPS change the ids of styles, never their names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from plugins.intake.sending.manner import Manner

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DEEPEST_HEADING = 5


@dataclass(frozen=True, slots=True)
class Style:
    """What a role looks like. ``indent``: of the first line, in characters; ``left``: of all lines.

    ``face`` names a field of `Manner`, ``size`` another; ``above`` is white above it, in lines.
    """

    name: str
    face: str = "text"
    size: str = "size_pt"
    align: str = "both"
    indent: float = 0
    left: float = 0
    above: float = 0
    outline: int = -1
    is_bordered: bool = False
    #: Lines as high as what stands in them: a picture in lines of a fixed height would be cut off.
    is_open: bool = False
    keeps_next: bool = False


def _heading(level: int) -> Style:
    face = {1: "first", 2: "second"}.get(level, "text")
    return Style(f"heading {level}", face, indent=2, outline=level - 1, keeps_next=True)


#: Role, or role and level → style.
STYLES: dict[str, Style] = {
    "paragraph": Style("Body Text", indent=2),
    "cover": Style("核稿单", "second", "small_pt"),
    "cover-title": Style("核稿单标题", "first", align="center"),
    "kicker": Style("引题", "second", align="center", keeps_next=True),
    "headline": Style("Title", "title", "title_pt", "center", outline=-1, keeps_next=True),
    "deck": Style("Subtitle", "second", align="center"),
    "field": Style("稿件信息", "second", "small_pt"),
    "standfirst": Style("提要", "second", indent=2, left=2),
    "number": Style("发文字号", align="center"),
    "addressee": Style("主送机关", above=1),
    "attachments": Style("附件说明", indent=2, above=1),
    "signature": Style("落款", align="right", above=1),
    "signed-on": Style("成文日期", align="right"),
    "remark": Style("附注", indent=2),
    **{f"heading-{level}": _heading(level) for level in range(1, DEEPEST_HEADING + 1)},
    **{
        f"{role}-{level}": Style(f"{name}{f' {level}' if level > 1 else ''}", left=2 * level)
        for role, name in (
            ("item", "List Bullet"),
            ("numbered", "List Number"),
            ("more", "List Continue"),
        )
        for level in (1, 2, 3)
    },
    "quote": Style("Quote", "second", indent=2, left=2),
    "box": Style("链接", "second", left=1, is_bordered=True),
    "box-title": Style("链接标题", "first", left=1, is_bordered=True, keeps_next=True),
    "note": Style("编者按", "second", left=1, is_bordered=True),
    "note-title": Style("编者按标题", "first", left=1, is_bordered=True, keeps_next=True),
    "picture": Style("图片", align="center", is_open=True, keeps_next=True, above=0.5),
    "caption": Style("caption", "second", "small_pt", "center", is_open=True),
    "table-title": Style("表题", "first", "small_pt", "center", is_open=True, keeps_next=True),
    "head-cell": Style("表头", "first", "small_pt", "center", is_open=True),
    "cell": Style("表格文字", "text", "small_pt", "left", is_open=True),
    "footnote": Style("footnote text", "text", "small_pt", "left", is_open=True),
}
#: Marks that are styles of characters: name, properties.
CHARACTERS: dict[str, tuple[str, Callable[[Manner], str]]] = {
    "note": ("footnote reference", lambda manner: '<w:vertAlign w:val="superscript"/>'),
    "href": ("Hyperlink", lambda manner: '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
    "code": ("代码", lambda manner: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'),
    "small": ("小字", lambda manner: _size(manner.small_pt)),
    "reference": ("见本刊", lambda manner: '<w:color w:val="0563C1"/>'),
    "head-1": ("一级标题文字", lambda manner: _faces(manner, manner.first)),
    "head-2": ("二级标题文字", lambda manner: _faces(manner, manner.second)),
    "head-3": ("三级标题文字", lambda manner: _faces(manner, manner.text)),
    "head-4": ("四级标题文字", lambda manner: _faces(manner, manner.text)),
}


def style_id(role: str) -> str:
    """The id of a role's style, in plain letters."""
    return "Bulletin" + "".join(part.capitalize() for part in role.split("-"))


def mark_id(mark: str) -> str:
    """The id of the style of a mark."""
    return style_id(f"mark-{mark}")


def styles_xml(manner: Manner) -> bytes:
    """word/styles.xml whole (ECMA-376 Part 1, 17.7)."""
    made = [_defaults(manner), _normal()]
    made += [_paragraph(role, style, manner) for role, style in STYLES.items()]
    made += [
        f'<w:style w:type="character" w:styleId="{mark_id(mark)}"><w:name w:val={quoteattr(name)}/>'
        f"<w:qFormat/><w:rPr>{properties(manner)}</w:rPr></w:style>"
        for mark, (name, properties) in CHARACTERS.items()
    ]
    made.append(TABLE)
    return f'<w:styles xmlns:w="{W}">{"".join(made)}</w:styles>'.encode()


def _defaults(manner: Manner) -> str:
    tracking = f'<w:spacing w:val="{manner.tracking}"/>' if manner.tracking else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_faces(manner, manner.text)}{tracking}{_size(manner.size_pt)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="Letters">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="PlainTable"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _paragraph(role: str, style: Style, manner: Manner) -> str:
    custom = "" if style.name.isascii() else ' w:customStyle="1"'
    following = "head-cell" if role == "head-cell" else "paragraph"
    if role in ("cell", "footnote", "item-1", "numbered-1", "box", "note", "cover"):
        following = role
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(role)}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{style_id(following)}"/><w:qFormat/>'
        f"<w:pPr>{_layout(style, manner)}</w:pPr>"
        f"<w:rPr>{_faces(manner, getattr(manner, style.face))}"
        f"{_size(getattr(manner, style.size))}</w:rPr></w:style>"
    )


def _layout(style: Style, manner: Manner) -> str:
    """Paragraph properties in the order of the schema (17.3.1.26)."""
    size = getattr(manner, style.size)
    made = "<w:keepNext/>" if style.keeps_next else ""
    if style.is_bordered:
        sides = ("top", "left", "bottom", "right")
        rules = (
            f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="808080"/>' for side in sides
        )
        made += f"<w:pBdr>{''.join(rules)}</w:pBdr>"
    above = round(style.above * manner.pitch_pt * 20)
    pitch = max(manner.pitch_pt, size * 1.2)
    line, rule = (240, "auto") if style.is_open else (round(pitch * 20), "exact")
    made += f'<w:spacing w:before="{above}" w:after="0" w:line="{line}" w:lineRule="{rule}"/>'
    made += (
        f'<w:ind w:leftChars="{round(style.left * 100)}" w:left="{round(style.left * size * 20)}"'
        f' w:firstLineChars="{round(style.indent * 100)}" w:firstLine="{round(style.indent * size * 20)}"/>'
    )
    made += f'<w:jc w:val="{style.align}"/>'
    return made + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else "")


def _faces(manner: Manner, face: str) -> str:
    latin, han = quoteattr(manner.latin), quoteattr(face)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={han} w:cs={latin}/>"


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


TABLE = (
    '<w:style w:type="table" w:styleId="BulletinGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="PlainTable"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)
