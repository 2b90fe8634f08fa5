"""The proof sheet: the text as it reads, its remarks and mends, nothing lost."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.proofing import sheet
from plugins.proofing.desk import gather
from plugins.proofing.marking import Note, pieces
from plugins.proofing.passages import read_proof
from plugins.proofing.remark import Remark
from plugins.proofing.thumbnails import LONGEST, thumbnails
from tests.desk import Desk
from tests.proofing.office import read

THEME = Path(__file__).parents[2] / "theme"
TEXT = "第一段，**要紧**的话\n接着说。\n\n| 市 | 值 |\n|---|---|\n| 澄州 | 12 |\n\n![船到岸](photos/a.png)\n"


def remark(start: int, end: int, mend: str | None = None, level: str = "error") -> Remark:
    return Remark(
        "a.md",
        1,
        start + 1,
        "P101",
        level,
        "字",
        "不对",
        mend=mend,
        is_safe=mend is not None,
        start=start,
        end=end,
    )  # type: ignore[arg-type]


def page(desk: Desk) -> BeautifulSoup:
    made = read(desk)
    return BeautifulSoup(sheet.to_html(made.bundle, made.remarks, THEME), "lxml")


def test_the_whole_text_stands_on_the_sheet(desk: Desk) -> None:
    desk.picture("2020-03/photos/a.png")
    desk.small(TEXT, 标题="甲乙丙", 副题="丁戊")
    made = page(desk)
    article = made.find(id="a")
    assert article is not None
    for line in article.select(".line"):
        line.decompose()
    words = re.sub(r"\s+", "", article.get_text())
    for each in ("甲乙丙", "丁戊", "第一段，要紧的话接着说。", "市值", "澄州12", "船到岸"):
        assert each in words
    assert [each.get_text() for each in article.select("strong")] == ["要紧"]


def test_lines_are_those_of_the_manuscript(desk: Desk) -> None:
    desk.picture("2020-03/photos/a.png")
    desk.small(TEXT)
    lines = [int(each.get_text()) for each in page(desk).select("article .line")]
    assert lines == [2, 6, 7, 9, 11, 13]


def test_a_safe_mend_is_a_proposed_change_with_its_note(desk: Desk) -> None:
    desk.small("江水东流,岸线后退了。\n")
    made = page(desk)
    assert made.select_one("article del").get_text() == ","  # type: ignore[union-attr]
    assert made.select_one("article ins").get_text() == "，"  # type: ignore[union-attr]
    note = made.select_one("aside .note.error")
    assert note is not None
    assert "P101" in note.get_text()
    assert made.select_one("sup.number").get_text() == "1"  # type: ignore[union-attr]


def test_what_is_said_twice_of_a_paragraph_is_noted_once(desk: Desk) -> None:
    desk.small("江水东流,岸线后退,码头拆了。\n\n江水,东流。\n")
    made = page(desk)
    assert [each.get_text() for each in made.select("sup.number")] == ["1", "1", "2"]
    notes = [each.get_text() for each in made.select("aside .note")]
    assert ["2处" in each for each in notes] == [True, False]


def test_pictures_stand_where_the_manuscript_has_them(desk: Desk) -> None:
    for name, size in (("a", (600, 300)), ("b", (900, 1200))):
        desk.picture(f"2020-03/photos/{name}.png", size)
    desk.small("江水东流。\n\n![](photos/a.png)\n\n岸线后退了。\n\n![](photos/b.png)\n")
    (issue,) = desk.load()[0].issues  # a picture without a caption is warned of
    bundle = gather(issue, desk.content)
    small = thumbnails(issue.articles, desk.content)
    made = BeautifulSoup(sheet.to_html(bundle, [], THEME, small), "lxml")
    found = made.select("article p.thumbnail, article p.paragraph")
    assert [(each.img or {}).get("alt", "") for each in found] == [
        "",
        "photos/a.png",
        "",
        "photos/b.png",
    ]
    assert "900×1200" in found[3].get_text()
    for each in made.select("img"):
        data = base64.b64decode(str(each["src"]).removeprefix("data:image/jpeg;base64,"))
        assert max(Image.open(io.BytesIO(data)).size) == LONGEST


def test_a_picture_stands_over_its_caption(desk: Desk) -> None:
    desk.picture("2020-03/photos/a.png")
    desk.small("江水东流。\n\n![船到岸](photos/a.png)\n\n岸线后退了。\n")
    made = read(desk)
    small = thumbnails(made.bundle.articles, desk.content)
    page_ = BeautifulSoup(sheet.to_html(made.bundle, [], THEME, small), "lxml")
    kinds = [
        each["class"] for each in page_.select("article :is(.thumbnail, .caption, .paragraph)")
    ]
    assert kinds == [["paragraph"], ["thumbnail"], ["caption"], ["paragraph"]]


def test_what_is_transparent_becomes_paper(desk: Desk) -> None:
    file = desk.picture("2020-03/photos/c.png")
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(file)
    desk.small("江水东流。\n\n![船到岸](photos/c.png)\n")
    (small,) = thumbnails(read(desk).bundle.articles, desk.content).values()
    data = base64.b64decode(small.address.partition(",")[2])
    assert Image.open(io.BytesIO(data)).getpixel((5, 5)) == (255, 255, 255)


def test_who_signed_stands_over_the_article(desk: Desk) -> None:
    desk.small(初审="王某 2020-03-02")
    signed = page(desk).select_one(".signed")
    assert signed is not None
    assert re.sub(r"\s+", " ", signed.get_text()).strip() == "初审 王某 2020-03-02复审 终审"


def test_markup_of_a_manuscript_is_shown_and_not_obeyed(desk: Desk) -> None:
    desk.small("写作 &lt;b&gt; 的标记。\n", 标题="甲<script>乙")
    assert page(desk).select("article script, article b b") == []


def test_the_sheet_needs_no_other_file(desk: Desk) -> None:
    desk.small(TEXT.split("\n\n")[0] + "\n")
    made = read(desk)
    html = sheet.to_html(made.bundle, made.remarks, THEME)
    assert "<link" not in html
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(", html)
    assert html == sheet.to_html(made.bundle, made.remarks, THEME)


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from([None, "换", ""]))


@given(st.text(alphabet="江水东流，。*\n", min_size=1, max_size=30), st.lists(SPANS, max_size=5))
def test_pieces_give_back_the_passage_whatever_is_marked(
    text: str, spans: list[tuple[int, int, str | None]]
) -> None:
    proof = read_proof("a.md", text)
    notes = [
        Note(number, remark(start, start + length, mend))
        for number, (start, length, mend) in enumerate(spans, start=1)
    ]
    for passage in proof.passages:
        made = pieces(passage, notes)
        assert "".join(piece.text for piece in made) == passage.text
        assert sorted(note.number for piece in made for note in piece.notes) == [
            note.number for note in notes
        ]


def test_overlapping_remarks_are_marked_and_none_is_mended_unseen() -> None:
    (passage,) = read_proof("a.md", "江水东流不回头").passages
    made = pieces(passage, [Note(1, remark(0, 4, "换")), Note(2, remark(2, 6, level="hint"))])
    assert [(piece.text, piece.level, piece.mend) for piece in made] == [
        ("江水", "error", None),
        ("东流", "error", None),
        ("不回", "hint", None),
        ("头", "", None),
    ]
