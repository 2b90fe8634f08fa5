"""Y1 文件: whether the file opens, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.press.preflight import xmp
from plugins.press.preflight.document import Document
from plugins.press.preflight.record import Expected
from plugins.press.preflight.rulebook import Found, Rule, rule

FILE = "文件"
#: Highest PDF version of each standard: PDF 1.6 (X-4), PDF 1.4 (X-1a:2003).
VERSIONS = {"X-4": 1.6, "X-1a": 1.4}
CLAIMS = {"X-4": ("PDF/X-4",), "X-1a": ("PDF/X-1a:2001", "PDF/X-1a:2003")}
#: Info key, XMP property: what must agree when both are there (ISO 15930-7, document identification).
PAIRS = (
    *(("Title", "dc:title"), ("Author", "dc:creator"), ("Subject", "dc:description")),
    *(("Producer", "pdf:Producer"), ("Creator", "xmp:CreatorTool"), ("Trapped", "pdf:Trapped")),
)
DATES = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))
IDENTITY = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")


def said(document: Document, key: str, property_: str) -> str:
    """What Info or XMP says under a key."""
    return document.info.get(key, "") or (document.xmp or {}).get(property_, "")


@rule("Y101", "error")
def opens(document: Document, _: Expected) -> Iterator[Found]:
    """文件打得开。

    依据：ISO 32000-1, 7.5
    办法：重新导出，或请对方重发；传输时不要经过会改文件的软件。
    """
    if document.broken:
        yield Found(0, FILE, f"打不开：{document.broken}")


@rule("Y102", "error")
def whole(document: Document, _: Expected) -> Iterator[Found]:
    """文件结构完好，不用修补。

    依据：ISO 32000-1, 7.5
    办法：文件残缺或被改过，读的人各修各的，印出来可能不一样；重新导出。
    """
    for complaint in document.damage:
        yield Found(0, FILE, f"结构有毛病：{complaint}")


@rule("Y103", "error")
def not_encrypted(document: Document, _: Expected) -> Iterator[Found]:
    """没有加密。

    依据：ISO 15930-7、15930-4（加密）；ISO 32000-1, 7.6
    办法：导出时不设密码和权限。
    """
    if document.locked:
        yield Found(0, FILE, "要密码才打得开，里面没有查")
    elif document.encrypted:
        yield Found(0, FILE, "文件加了密")


@rule("Y104", "error")
def version_fits(document: Document, _: Expected) -> Iterator[Found]:
    """PDF 版本合于标准：X-4 到 1.6，X-1a 到 1.4。

    依据：ISO 15930-7（PDF 1.6）；ISO 15930-4（PDF 1.4）
    办法：按标准重新导出，不要只改版本号。
    """
    limit = VERSIONS[document.standard]
    if document.version and float(document.version) > limit:
        yield Found(0, FILE, f"版本是 {document.version}，标准到 {limit} 为止")


@rule("Y105", "error")
def readable(document: Document, _: Expected) -> Iterator[Found]:
    """每页内容都读得懂。

    依据：ISO 32000-1, 7.8.2、8、9
    办法：内容流有错、资源缺失，各种软件印出来会不一样；重新导出这一页。
    """
    for page in document.pages:
        yield from (Found(page.number, "内容流", words) for words in page.garbled)


@rule("Y106", "error")
def has_pages(document: Document, _: Expected) -> Iterator[Found]:
    """文件里有页。

    依据：ISO 32000-1, 7.7.3
    办法：导出时选中了空的范围？重新导出。
    """
    if not document.pages:
        yield Found(0, FILE, "一页也没有")


@rule("Y107", "error", standards=["X-1a"])
def not_packed(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有对象流和交叉引用流。

    依据：ISO 15930-4（PDF 1.4 还没有它们）；ISO 32000-1, 7.5.7、7.5.8
    办法：按 PDF 1.4 保存。
    """
    for each in document.having("packed"):
        yield Found(0, each.thing, "用了 PDF 1.5 的压缩结构")


@rule("Y108", "error", standards=["X-1a"])
def no_lzw(document: Document, _: Expected) -> Iterator[Found]:
    """X-1a 没有 LZW 压缩。

    依据：ISO 15930-4（压缩）；ISO 32000-1, 7.4.4
    办法：改用 Flate 压缩。
    """
    for each in document.having("lzw"):
        yield Found(0, each.thing, "用了 LZW 压缩")


@rule("Y120", "error", standards=["X-4"])
def has_xmp(document: Document, _: Expected) -> Iterator[Found]:
    """有 XMP 元数据，读得懂。

    依据：ISO 15930-7（文件标识）；ISO 16684-1
    办法：重新导出为 PDF/X-4。
    """
    if not document.has_xmp:
        yield Found(0, "Metadata", "没有 XMP 元数据")
    elif document.xmp is None:
        yield Found(0, "Metadata", "XMP 元数据读不懂")


@rule("Y121", "error")
def claims_standard(document: Document, _: Expected) -> Iterator[Found]:
    """文件写明自己是所要的 PDF/X。

    依据：ISO 15930-7（XMP pdfxid:GTS_PDFXVersion）；ISO 15930-1、15930-4（Info GTS_PDFXVersion）
    办法：按标准导出；名不副实的文件改名没有用。
    """
    unknown_xmp = document.standard == "X-4" and document.xmp is None
    if not unknown_xmp and document.claims not in CLAIMS[document.standard]:
        words = f"写的是 {document.claims[:40]}" if document.claims else "没有写明标准"
        yield Found(0, "GTS_PDFXVersion", f"{words}，应当是 {CLAIMS[document.standard][-1]}")


@rule("Y122", "error")
def trapped_said(document: Document, _: Expected) -> Iterator[Found]:
    """写明有没有做过陷印（Trapped 为 True 或 False）。

    依据：ISO 15930-7、15930-4（Trapped）；ISO 32000-1, 14.11.6
    办法：没有做过陷印写 False。
    """
    found = said(document, "Trapped", "pdf:Trapped")
    if found not in ("True", "False"):
        yield Found(0, "Trapped", f"Trapped 是 {found[:20] or '空'}")


@rule("Y123", "error")
def titled(document: Document, _: Expected) -> Iterator[Found]:
    """文件有标题。

    依据：ISO 15930-7、15930-4（文件标识）
    办法：写上刊名和期号。
    """
    if not said(document, "Title", "dc:title"):
        yield Found(0, "Title", "没有标题")


@rule("Y124", "error")
def dated(document: Document, _: Expected) -> Iterator[Found]:
    """有创建日期和修改日期，写法对。

    依据：ISO 15930-7、15930-4（文件标识）；ISO 32000-1, 7.9.4
    办法：重新导出。
    """
    for key, property_ in DATES:
        info, packet = document.info.get(key, ""), (document.xmp or {}).get(property_, "")
        if not info and not packet:
            yield Found(0, key, f"没有 {key}")
        elif (info and not xmp.pdf_date(info)) or (packet and not xmp.xmp_date(packet)):
            yield Found(0, key, f"{key} 写法不对")


@rule("Y125", "error")
def identified(document: Document, _: Expected) -> Iterator[Found]:
    """有文件标识符（ID）。

    依据：ISO 15930-7、15930-4（ID）；ISO 32000-1, 14.4
    办法：重新导出。
    """
    if not document.has_id:
        yield Found(0, "ID", "没有文件标识符")


@rule("Y126", "error", standards=["X-4"])
def identified_in_xmp(document: Document, _: Expected) -> Iterator[Found]:
    """XMP 里有文件、版本标识和呈现类别。

    依据：ISO 15930-7（xmpMM:DocumentID、VersionID、RenditionClass）
    办法：重新导出为 PDF/X-4。
    """
    if document.xmp is not None:
        for each in IDENTITY:
            if not document.xmp.get(each):
                yield Found(0, "Metadata", f"没有 {each}")


@rule("Y127", "error", standards=["X-4"])
def info_agrees(document: Document, _: Expected) -> Iterator[Found]:
    """XMP 和文件信息说的一样。

    依据：ISO 15930-7（文件标识）；ISO 16684-2
    办法：重新导出；不要只改其中一处。
    """
    packet = document.xmp or {}
    for key, property_ in PAIRS:
        said_, other = document.info.get(key, "").strip(), packet.get(property_, "")
        if said_ and other and said_ != other:
            yield Found(0, key, f"{key} 在文件信息和 XMP 里不一样")
    for key, property_ in DATES:
        when = xmp.xmp_date(packet.get(property_, ""))
        own = xmp.pdf_date(document.info.get(key, ""))
        if own and when and own != when:
            yield Found(0, key, f"{key} 在文件信息和 XMP 里不一样")


RULES: tuple[Rule, ...] = (
    *(opens, whole, not_encrypted, version_fits, readable, has_pages, not_packed, no_lzw),
    *(has_xmp, claims_standard, trapped_said, titled, dated, identified, identified_in_xmp),
    info_agrees,
)
