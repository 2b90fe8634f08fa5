"""The note on the first page: what to check, how to send it back, who signs. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.intake.collation.record import Cell, Passage, plain
from plugins.intake.sending import tables
from plugins.intake.sending.manner import Manner
from plugins.intake.sending.wording import Writer

CHECKS = (
    "人名、职务、单位名称及其先后次序是否准确；",
    "时间、地点、数据、计量单位是否准确，前后是否一致；",
    "引用的文件、法规、讲话是否与原文一致；",
    "图片、图说、摄影者是否对应，有无不宜公开的内容；",
    "编辑所作的删改是否符合原意。",
)
OFFICIAL_CHECKS = (
    "标题、发文字号、主送机关、成文日期是否与正式文件一致；",
    "正文、附件、表格与正式文件逐字一致，有无缺漏；",
    "公开属性是否准确，是否可以全文刊登。",
)
WAYS = (
    "本文件已打开“修订”，请直接在文中修改，改动会自动标出；有疑问请用“批注”。请不要关闭“修订”，不要另建文件。",
    "版式、字体由编辑部统一处理，不必调整；图片如需更换，请另附原图并加批注。",
    "请填写下表，将本文件（.docx）原样发回。",
)
#: What the unit fills in.
SIGNING = ("核稿单位", "核稿人、电话", "日　期", "意　见")
LABEL_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Who sends, of which issue, when; ``deadline`` None: not said."""

    sender: str
    issue: str
    address: str
    day: date
    deadline: date | None = None


def cover(article: Article, note: Note, has_lost: bool = False) -> list[Passage]:
    """The passages of the note above the table that is signed."""
    checks = OFFICIAL_CHECKS if article.kind is Kind.OFFICIAL else CHECKS
    made = [plain("cover-title", f"{note.sender}　核稿单")]
    made += [
        plain("cover", f"稿件：{article.title}"),
        plain("cover", f"拟刊：{note.issue}"),
        plain("cover", f"送审：{_day(note.day)}{_until(note)}"),
    ]
    made += [plain("cover", "一、请核对")]
    made += [plain("cover", f"{n}. {words}") for n, words in enumerate(checks, start=1)]
    made += [plain("cover", "二、怎样改、怎样发回")]
    made += [plain("cover", f"{n}. {words}") for n, words in enumerate(WAYS, start=1)]
    if note.address:
        made.append(plain("cover", f"发回：{note.address}"))
    if has_lost:
        made.append(plain("cover", "文中个别表格写法特殊，改动请另加批注说明。"))
    return made


def signed() -> list[Passage]:
    """The labels of the table that the unit fills in."""
    return [plain("cover", label) for label in SIGNING]


def signing(manner: Manner, writer: Writer) -> str:
    """The table that the unit fills in: words that come back in it are told, never written."""
    cells = []
    for row, label in enumerate(signed()):
        cells.append(replace(label, cell=Cell(0, row, 0)))
        cells.append(Passage("cover", cell=Cell(0, row, 1)))
    width = manner.measure[0]
    share = int(width * LABEL_SHARE)
    return tables.table(cells, width, writer, [share, width - share])


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _until(note: Note) -> str:
    return f"，请于{_day(note.deadline)}前发回" if note.deadline else ""
