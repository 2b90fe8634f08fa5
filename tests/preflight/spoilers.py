"""For every rule a way to break it and no other: rule code → `Case`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from plugins.press.preflight.record import Expected
from tests.preflight.specimen import (
    BLEED,
    MARGIN,
    MEDIA,
    MM,
    STAMP,
    TRIM,
    XMP,
    XMP_STAMP,
    Specimen,
    profile,
)

Spoiler = Callable[[Specimen], None]


@dataclass(frozen=True)
class Case:
    """How a rule is broken, in a file of which standard, and what was ordered."""

    spoil: Spoiler
    standard: str = "X-4"
    order: Expected = field(default_factory=Expected)


CASES: dict[str, Case] = {}


def breaks(code: str, standard: str = "X-4", **order: object) -> Callable[[Spoiler], Spoiler]:
    def register(spoil: Spoiler) -> Spoiler:
        assert code not in CASES
        CASES[code] = Case(spoil, standard, Expected(**order))  # type: ignore[arg-type]
        return spoil

    return register


def drawing(code: str, content: str, standard: str = "X-4", **order: object) -> None:
    """A rule that one more drawing breaks."""
    breaks(code, standard, **order)(lambda file: file.add(content))


def state(code: str, keys: Dictionary, content: str, standard: str = "X-4") -> None:
    """A rule that a graphics state breaks."""

    def spoil(file: Specimen) -> None:
        file.put("/ExtGState", "X", keys)
        file.add(f"/X gs {content}")

    breaks(code, standard)(spoil)


def packet(code: str, old: str, new: str) -> None:
    """A rule that a change in the XMP packet breaks."""
    breaks(code)(lambda file: file.metadata(XMP.format(stamp=XMP_STAMP).replace(old, new)))


# Y1 文件 ---------------------------------------------------------------------------------------


@breaks("Y101")
def no_pdf(file: Specimen) -> None:
    file.spoil = lambda content: b"GIF89a" + content[8:200]


@breaks("Y102")
def cross_references_lost(file: Specimen) -> None:
    file.spoil = lambda content: content.replace(b"startxref\n", b"startxref\n9")


@breaks("Y103")
def locked(file: Specimen) -> None:
    file.options["encryption"] = pikepdf.Encryption(owner="secret", user="", R=4)


@breaks("Y104")
def too_new(file: Specimen) -> None:
    file.version = "1.7"


drawing("Y105", "200 200 m 300 oops l S")


@breaks("Y106")
def no_pages(file: Specimen) -> None:
    del file.pdf.pages[0]


@breaks("Y107", "X-1a")
def packed(file: Specimen) -> None:
    file.version = "1.5"
    file.options["object_stream_mode"] = pikepdf.ObjectStreamMode.generate
    file.spoil = lambda content: content.replace(b"%PDF-1.5", b"%PDF-1.4", 1)


@breaks("Y108", "X-1a")
def lzw(file: Specimen) -> None:
    stream = Stream(file.pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    stream.Filter = Name.LZWDecode
    file.page.Spare = stream


@breaks("Y110")
def no_intent(file: Specimen) -> None:
    del file.pdf.Root.OutputIntents


@breaks("Y111")
def two_intents(file: Specimen) -> None:
    file.pdf.Root.OutputIntents.append(file.intent())


@breaks("Y112")
def no_profile(file: Specimen) -> None:
    del file.pdf.Root.OutputIntents[0].DestOutputProfile


@breaks("Y113")
def screen_profile(file: Specimen) -> None:
    file.pdf.Root.OutputIntents[0].DestOutputProfile.write(profile(b"mntr", b"RGB "))


@breaks("Y114")
def wrong_parts(file: Specimen) -> None:
    file.pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


@breaks("Y115")
def no_condition(file: Specimen) -> None:
    del file.pdf.Root.OutputIntents[0].OutputConditionIdentifier


@breaks("Y116")
def no_registry(file: Specimen) -> None:
    del file.pdf.Root.OutputIntents[0].RegistryName


@breaks("Y120")
def no_metadata(file: Specimen) -> None:
    del file.pdf.Root.Metadata


packet("Y121", "PDF/X-4", "PDF/X-3")


@breaks("Y122", "X-1a")
def trapping_unsaid(file: Specimen) -> None:
    file.pdf.docinfo.Trapped = Name.Unknown


@breaks("Y123", "X-1a")
def no_title(file: Specimen) -> None:
    del file.pdf.docinfo.Title


@breaks("Y124", "X-1a")
def no_date(file: Specimen) -> None:
    file.pdf.docinfo.ModDate = String("3月1日")


@breaks("Y125")
def no_identifier(file: Specimen) -> None:
    file.spoil = lambda content: content.replace(b"/ID [", b"/IX [")


packet("Y126", 'xmpMM:VersionID="1"', "")
packet("Y127", "环保简报", "别的简报")


# Y2 页面 ---------------------------------------------------------------------------------------


@breaks("Y201")
def vast(file: Specimen) -> None:
    file.page.MediaBox = Array([0, 0, 20000, 20000])


@breaks("Y202")
def no_trim(file: Specimen) -> None:
    del file.page.TrimBox


@breaks("Y203")
def art_box(file: Specimen) -> None:
    file.page.ArtBox = file.page.TrimBox


@breaks("Y204")
def bleed_beyond_sheet(file: Specimen) -> None:
    file.page.BleedBox = Array([*BLEED[:2], MEDIA[2] + 10, BLEED[3]])


@breaks("Y205")
def little_bleed(file: Specimen) -> None:
    file.page.BleedBox = Array([TRIM[0] - 2 * MM, *BLEED[1:]])


@breaks("Y206")
def cropped(file: Specimen) -> None:
    file.page.CropBox = Array(TRIM)


@breaks("Y207")
def two_trims(file: Specimen) -> None:
    second = file.add_page((*TRIM[:3], TRIM[3] - 10 * MM))
    second.Contents = Stream(file.pdf, b"0 0 0 1 k 200 200 50 50 re f")


@breaks("Y208", trim_mm=(210, 297))
def other_trim(file: Specimen) -> None:
    """210 × 285 where A4 was ordered."""


@breaks("Y209")
def rotated(file: Specimen) -> None:
    file.page.Rotate = 90


@breaks("Y210")
def enlarged(file: Specimen) -> None:
    file.page.UserUnit = 1.05


@breaks("Y211", fold=4)
def one_page(file: Specimen) -> None:
    """One page where four make a sheet."""


@breaks("Y212")
def blank(file: Specimen) -> None:
    file.add_page()


drawing("Y213", f"0 0.5 0 0 k {MARGIN} 200 50 50 re f")
drawing("Y214", f"/Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 {MARGIN + 4} 200 Tm <0001> Tj ET")
drawing("Y215", f"/All cs 1 scn {BLEED[0] + 1} 200 4 0.25 re f")


# Y3 颜色 ---------------------------------------------------------------------------------------

drawing("Y301", "1 0 0 rg 200 200 50 50 re f")


@breaks("Y302")
def rgb_picture(file: Specimen) -> None:
    file.put("/XObject", "Im1", file.picture(space=Name.DeviceRGB, parts=3))


@breaks("Y303")
def rgb_shading(file: Specimen) -> None:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0]), C1=Array([1, 0, 0])
    )
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 1, 0]), Function=function
    )
    file.put("/Shading", "Sh", shading)
    file.add("200 200 50 50 re W n /Sh sh")


@breaks("Y304")
def rgb_group(file: Specimen) -> None:
    file.page.Group.CS = Name.DeviceRGB


@breaks("Y305")
def lab(file: Specimen) -> None:
    file.put("/ColorSpace", "L", Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))]))
    file.add("/L cs 50 10 10 scn 200 200 50 50 re f")


drawing("Y306", "1 0 0 RG")


def mask(file: Specimen, content: str) -> Dictionary:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    return Dictionary(S=Name.Luminosity, G=file.form(content, Group=group))


@breaks("Y307")
def rgb_mask(file: Specimen) -> None:
    file.put("/ExtGState", "X", Dictionary(SMask=mask(file, "1 0 0 rg 0 0 90 90 re f")))
    file.add("/X gs 0 1 0 0 k 200 200 50 50 re f")


drawing("Y308", "/All cs 1 scn 200 200 50 50 re f")


@breaks("Y309")
def rgb_alternate(file: Specimen) -> None:
    file.put("/ColorSpace", "S", file.separation("Black", Name.DeviceRGB))
    file.add("/S cs 1 scn 200 200 50 50 re f")


@breaks("Y310")
def spot(file: Specimen) -> None:
    file.put("/ColorSpace", "S", file.separation("PANTONE 485 C"))
    file.add("/S cs 1 scn 200 200 50 50 re f")


@breaks("Y311", "X-1a")
def managed_grey(file: Specimen) -> None:
    file.put("/ColorSpace", "I", file.icc(1))
    file.add("/I cs 0.5 scn 200 200 50 50 re f")


@breaks("Y312")
def same_profile(file: Specimen) -> None:
    file.put("/ColorSpace", "I", file.icc(4, b"\0"))
    file.add("/I cs 1 0 0 0 scn 200 200 50 50 re f")


@breaks("Y313")
def other_profile(file: Specimen) -> None:
    file.put("/ColorSpace", "I", file.icc(4))
    file.add("/I cs 1 0 0 0 scn 200 200 50 50 re f")


@breaks("Y314")
def odd_space(file: Specimen) -> None:
    file.put("/XObject", "Im1", file.picture(space=Array([Name.Foo, 1]), parts=1))


drawing("Y320", "0.6 0.5 0.5 1 k BT /F1 12 Tf 1 0 0 1 200 200 Tm <0001> Tj ET")


# Y4 文字字体 -----------------------------------------------------------------------------------

SHOW = "/Over gs 0 0 0 1 k BT /F2 9 Tf 1 0 0 1 200 200 Tm <0001> Tj ET"


def font(code: str, make: Callable[[Specimen], Dictionary], standard: str = "X-4") -> None:
    """A rule that a font breaks."""

    def spoil(file: Specimen) -> None:
        file.put("/Font", "F2", file.pdf.make_indirect(make(file)))
        file.add(SHOW)

    breaks(code, standard)(spoil)


def drawn(file: Specimen) -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        ToUnicode=Stream(file.pdf, b""),
        Widths=Array([500, 500]),
    )


def without_unicode(file: Specimen) -> Dictionary:
    made = file.font()
    del made.ToUnicode
    return made


font("Y401", lambda file: Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Times))
font("Y402", drawn)
font("Y403", lambda file: file.font(kind="/OpenType", head=b"OTTO"), "X-1a")
font("Y404", lambda file: file.font("/FontFile2", "", b"<htm"))
font("Y409", without_unicode)
drawing("Y405", "/Over gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 200 200 Tm [<0001> -5 <0000>] TJ ET")
drawing("Y406", "/Over gs 0 0 0 1 k BT /F1 9 Tf 3 Tr 1 0 0 1 200 200 Tm <0001> Tj ET")
drawing("Y407", "/Over gs 0 0 0 1 k BT /F1 40 Tf 0.1 0 0 0.1 200 200 Tm <0001> Tj ET")
drawing("Y408", "1 0 1 0 k BT /F1 6 Tf 1 0 0 1 200 200 Tm <0001> Tj ET")
drawing("Y410", "/Over gs 0 0 0 1 k 0 0 0 1 K BT /F1 9 Tf 2 Tr 1 0 0 1 200 200 Tm <0001> Tj ET")


# Y5 图片 ---------------------------------------------------------------------------------------


def placed(code: str, wide: float, high: float, standard: str = "X-4", **keys: object) -> None:
    """A rule that a picture of 200 × 200 pixels breaks, in this form at this size in pt."""

    def spoil(file: Specimen) -> None:
        picture = file.picture()
        for key, value in keys.items():
            picture["/" + key] = value
        file.put("/XObject", "Im2", picture)
        file.add(f"{wide} 0 0 {high} 200 200 cm /Im2 Do")

    breaks(code, standard)(spoil)


placed("Y501", 144, 144)
placed("Y502", 72, 72)
placed("Y504", 20, 20)
placed("Y505", 48, 48, "X-1a", Filter=Name.JPXDecode)
placed("Y508", 48, 48, Interpolate=True)
placed("Y509", 48, 48, Alternates=Array([]))
placed("Y510", 48, 48, OPI=Dictionary())
placed("Y512", 48, 40)


def bilevel(code: str, side: float, standard: str = "X-4", **keys: object) -> None:
    """A rule that a black-and-white picture of 200 × 200 pixels breaks."""

    def spoil(file: Specimen) -> None:
        picture = file.picture(space=Name.DeviceGray, parts=1, bits=1)
        for key, value in keys.items():
            picture["/" + key] = value
        file.put("/XObject", "Im2", picture)
        file.add(f"{side} 0 0 {side} 200 200 cm /Im2 Do")

    breaks(code, standard)(spoil)


bilevel("Y503", 48)
bilevel("Y506", 16, "X-1a", Filter=Name.JBIG2Decode)


@breaks("Y507", "X-1a")
def sixteen_bits(file: Specimen) -> None:
    file.put("/XObject", "Im1", file.picture(bits=16))


@breaks("Y511")
def cut_short(file: Specimen) -> None:
    file.page.Resources.XObject.Im1.write(b"\0" * 1000)


# Y6 透明、叠印、油墨 ---------------------------------------------------------------------------

BOX = "0 1 0 0 k 200 200 50 50 re f"
state("Y601", Dictionary(ca=0.5), BOX, "X-1a")
state("Y603", Dictionary(BM=Name.Multiply), BOX, "X-1a")
state("Y608", Dictionary(BM=Name.Fancy), BOX)


@breaks("Y602", "X-1a")
def masked(file: Specimen) -> None:
    file.put("/ExtGState", "X", Dictionary(SMask=mask(file, "0.5 g 0 0 90 90 re f")))
    file.add(f"/X gs {BOX}")


@breaks("Y604", "X-1a")
def group(file: Specimen) -> None:
    form = file.form("0 1 0 0 k 0 0 50 50 re f", Group=Dictionary(S=Name.Transparency))
    file.put("/XObject", "Fm", form)
    file.add("1 0 0 1 200 200 cm /Fm Do")


@breaks("Y605", "X-1a")
def soft_picture(file: Specimen) -> None:
    file.page.Resources.XObject.Im1.SMask = file.picture(space=Name.DeviceGray, parts=1)


@breaks("Y606")
def unsaid_blending(file: Specimen) -> None:
    del file.page.Group


@breaks("Y607")
def grey_blending(file: Specimen) -> None:
    file.page.Group.CS = Name.DeviceGray


drawing("Y610", "1 1 0.5 0.6 k 200 200 50 50 re f")


@breaks("Y611")
def inky_picture(file: Specimen) -> None:
    file.put("/XObject", "Im1", file.picture(byte=b"\xe0"))


drawing("Y612", "0 0 0 1 K 0.1 w 200 200 m 300 200 l S")
drawing("Y613", "0 0 0 1 K 0 w 200 200 m 300 200 l S")
drawing("Y614", "1 0 1 0 K 0.3 w 200 200 m 300 200 l S")
drawing("Y620", "/Over gs 0 0 0 0 k BT /F1 9 Tf 1 0 0 1 200 200 Tm <0001> Tj ET")
drawing("Y621", "/Over gs 0 0 0 0 k 200 200 50 50 re f")
drawing("Y622", "0 0 0 1 k BT /F1 9 Tf 1 0 0 1 200 200 Tm <0001> Tj ET")
state("Y623", Dictionary(OP=True, OPM=0), "0 0 0 1 k 200 200 50 50 re f")


@breaks("Y624")
def managed_overprint(file: Specimen) -> None:
    file.put("/ColorSpace", "I", file.icc(4))
    file.add("/Over gs /I cs 1 0 0 0 scn 200 200 50 50 re f")


drawing("Y625", "/Over gs 0 g 200 200 50 50 re f")
state("Y630", Dictionary(TR=Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]))), BOX)
state("Y631", Dictionary(HT=Dictionary(HalftoneType=1)), BOX)
state("Y632", Dictionary(BG=Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]))), BOX)
drawing("Y633", f"/Pretty ri {BOX}")


# Y7 附件、注释、交互 ---------------------------------------------------------------------------


@breaks("Y701")
def link(file: Specimen) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([200, 200, 300, 300]))
    file.page.Annots = Array([file.pdf.make_indirect(note)])


@breaks("Y702")
def opening(file: Specimen) -> None:
    file.pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([file.page, Name.Fit]))


@breaks("Y703")
def script(file: Specimen) -> None:
    run = file.pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    tree = Dictionary(Names=Array([String("a"), run]))
    file.pdf.Root.Names = Dictionary(JavaScript=tree)


@breaks("Y704")
def attachment(file: Specimen) -> None:
    file.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))


@breaks("Y705")
def fields(file: Specimen) -> None:
    field_ = file.pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a")))
    file.pdf.Root.AcroForm = Dictionary(Fields=Array([field_]))


def layers(file: Specimen, off: bool) -> None:
    layer = file.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a")))
    settings = Dictionary(OFF=Array([layer])) if off else Dictionary()
    file.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=settings)


breaks("Y706", "X-1a")(lambda file: layers(file, False))
breaks("Y707")(lambda file: layers(file, True))


@breaks("Y708")
def reference(file: Specimen) -> None:
    file.put("/XObject", "Fm", file.form(BOX, Ref=Dictionary()))


@breaks("Y709")
def external(file: Specimen) -> None:
    stream = Stream(file.pdf, b"")
    stream.F = String("elsewhere.bin")
    file.page.Spare = stream


@breaks("Y710")
def postscript(file: Specimen) -> None:
    stream = Stream(file.pdf, b"showpage")
    stream.Type, stream.Subtype = Name.XObject, Name.PS
    file.put("/XObject", "Ps", stream)


@breaks("Y711")
def area(file: Specimen) -> None:
    file.pdf.Root.ViewerPreferences = Dictionary(PrintArea=Name.TrimBox)


@breaks("Y712")
def thumbnail(file: Specimen) -> None:
    file.page.Thumb = file.picture(space=Name.DeviceGray, parts=1)


@breaks("Y713")
def private(file: Specimen) -> None:
    file.page.PieceInfo = Dictionary(Drawing=Dictionary(LastModified=String(STAMP)))
