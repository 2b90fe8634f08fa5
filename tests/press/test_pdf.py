"""The finished PDF of a small issue and of the sample: pages, labels, bookmarks, fonts, folios."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pikepdf
import pytest
from weasyprint.document import Document

from plugins.article.finding import ManuscriptError
from plugins.press import press as press_module
from plugins.press import typesetter
from plugins.press.press import press
from plugins.press.screen import matterhorn
from plugins.press.screen.matterhorn import Barrier
from plugins.press.typesetter import TypesettingError
from tests.press.conftest import THEME, Book, Char, illustrated_content, load

pytestmark = [pytest.mark.press, pytest.mark.slow]
MM = 72 / 25.4
FACES = {"Noto-Serif-CJK-SC", "Noto-Sans-CJK-SC", "LXGW-WenKai", "FandolFang"}


def both(book: Book, sample: Book) -> list[Book]:
    return [book, sample]


def folio_chars(book: Book, page: int) -> list[Char]:
    return [c for c in book.chars if c.page == page and c.top > 770 and c.text.isdigit()]


def test_every_page_is_210_by_285_mm(book: Book, sample: Book) -> None:
    for each in both(book, sample):
        with pikepdf.open(each.pressed.file) as pdf:
            for page in pdf.pages:
                assert [float(n) for n in page.mediabox] == pytest.approx(
                    [0, 0, 210 * MM, 285 * MM], abs=0.05
                )


def test_page_count_fits_the_binding(book: Book, sample: Book) -> None:
    for each in both(book, sample):
        assert each.pressed.inside % 4 == 0
        assert each.pressed.pages == each.pressed.inside + 4
    assert 56 <= sample.pressed.inside <= 64
    assert sample.pressed.blanks == 0


def test_page_labels_equal_folios(sample: Book) -> None:
    with pikepdf.open(sample.pressed.file) as pdf:
        labels = [page.label for page in pdf.pages]
    inside = [str(n) for n in range(1, sample.pressed.inside + 1)]
    assert labels == ["封面", "封二", *inside, "封三", "封底"]


def test_folios_stand_at_the_outer_edge(sample: Book) -> None:
    """Odd folios on rectos at the right, even ones on versos at the left; none on plates."""
    seen = 0
    for page in range(2, sample.pressed.inside + 2):
        chars = folio_chars(sample, page)
        if not chars:
            continue
        seen += 1
        assert "".join(c.text for c in chars) == str(page - 1)
        middle = 105 * MM
        assert (chars[0].x0 > middle) == ((page - 1) % 2 == 1)
    assert seen == sample.pressed.inside


def test_folios_toml_names_the_page_where_each_headline_stands(sample: Book) -> None:
    """Headlines are looked for in the PDF itself, by their words in display size."""
    words = {
        page: "".join(c.text for c in sample.chars if c.page == page and c.size > 12.5)
        for page in range(sample.pressed.pages)
    }
    for article in sample.issue.articles:
        page = sample.pressed.folios[article.stem] + 1
        headline = re.sub(r"\s", "", article.headline)
        assert headline in re.sub(r"\s", "", words[page]), (article.stem, page)


def test_folios_are_written_beside_the_issue(book: Book) -> None:
    file = book.pressed.file.parent / "content" / "2020-03" / "folios.toml"
    pages = tomllib.loads(file.read_text(encoding="utf-8"))["pages"]
    assert pages == dict(book.pressed.folios)
    assert pages["two"] > pages["one"]


def test_contents_show_the_same_numbers(sample: Book) -> None:
    """Each line of the printed contents ends with the folio of its article."""
    first, last = 2, min(p for p in sample.pressed.folios.values() if p > 1)
    text = "".join(re.sub(r"\s", "", c.text) for c in sample.chars if first < c.page <= last)
    for article in sample.issue.articles:
        title = re.sub(r"\s", "", article.title)
        assert f"{title}{sample.pressed.folios[article.stem]}" in text, article.stem


def test_bookmarks_name_every_article_and_lead_to_its_page(sample: Book) -> None:
    with pikepdf.open(sample.pressed.file) as pdf, pdf.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found: dict[str, int] = {}

        def walk(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                assert item.destination is not None
                found.setdefault(re.sub(r"\s", "", item.title), pages[item.destination[0].objgen])
                walk(item.children)

        walk(outline.root)
    for article in sample.issue.articles:
        title = re.sub(r"\s", "", article.headline)
        assert found[title] == sample.pressed.folios[article.stem] + 1
    for section in sample.issue.sections:
        assert section.title.name in found


def test_fonts_are_embedded_and_of_our_faces(book: Book, sample: Book) -> None:
    for each in both(book, sample):
        with pikepdf.open(each.pressed.file) as pdf:
            fonts = {
                str(font.BaseFont): font
                for page in pdf.pages
                for font in page.resources.get("/Font", {}).values()
            }
            assert fonts
            for name, font in fonts.items():
                assert font.Subtype == "/Type0", name
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, name
                face = name.split("+")[-1].removesuffix("-Bold").removesuffix("-Black")
                assert face in FACES, name


def test_running_heads_alternate(sample: Book) -> None:
    for page in range(6, sample.pressed.inside + 2):
        head = "".join(c.text for c in sample.chars if c.page == page and c.bottom < 50)
        if page % 2:  # a verso: page 2 of the file (from 0) is folio 1
            assert sample.issue.publication.name in head
        else:
            titles = [s.title.running_head or s.title.name for s in sample.issue.sections]
            assert any(title in head for title in titles), (page, head)


def test_two_runs_in_two_places_give_the_same_bytes(tmp_path: Path) -> None:
    """No path of the machine gets into the file, not even into the names of pictures."""
    made = []
    for place in ("one", "another/place"):
        content = illustrated_content(tmp_path / place)
        target = content.parent / "book.pdf"
        press(load(content).issues[0], content, THEME, target, lambda *_: None)
        made.append(target.read_bytes())
    assert made[0] == made[1]


def test_a_character_no_font_has_is_named_by_line_and_nothing_is_replaced(content: Path) -> None:
    target = content.parent / "book.pdf"
    target.write_bytes(b"last good file")
    file = content / "2020-03" / "two.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n缺字\U00016a00。\n", encoding="utf-8")
    with pytest.raises(ManuscriptError) as caught:
        press(load(content).issues[0], content, THEME, target, lambda *_: None)
    (finding,) = caught.value.findings
    assert (finding.path, finding.line, finding.code) == ("content/2020-03/two.md", 12, "R301")
    assert "U+16A00" in finding.message
    assert target.read_bytes() == b"last good file"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (typesetter.Typesetter, "lay_out"),
        (press_module, "screen_pdf"),
        (press_module, "accessible_copy"),
        (Document, "write_pdf"),
    ],
)
def test_a_failed_run_leaves_the_last_good_file(
    content: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str
) -> None:
    target = content.parent / "book.pdf"
    target.write_bytes(b"last good file")

    def fails(*_: object, **__: object) -> None:
        raise TypesettingError("broken")

    monkeypatch.setattr(place, name, fails)
    with pytest.raises(TypesettingError):
        press(load(content).issues[0], content, THEME, target, lambda *_: None)
    assert target.read_bytes() == b"last good file"
    assert sorted(path.name for path in content.parent.iterdir()) == ["book.pdf", "content"]


def test_only_what_is_accessible_is_marked_so(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = content.parent / "book.pdf"
    copy = content.parent / f"book-{press_module.ACCESSIBLE}.pdf"
    assert press(load(content).issues[0], content, THEME, target, lambda *_: None).barriers == ()
    assert copy.exists()
    barrier = Barrier("01-005", 1, "没有标签")
    monkeypatch.setattr(matterhorn, "check", lambda *_: [barrier])
    pressed = press(load(content).issues[0], content, THEME, target, lambda *_: None)
    assert pressed.barriers == (barrier,)
    assert target.exists()
    assert not copy.exists()


def test_a_warning_of_weasyprint_is_an_error(content: Path) -> None:
    setter = typesetter.Typesetter(content, THEME, ["shared/tokens.css"])
    with pytest.raises(TypesettingError, match="unknown property"):
        setter.lay_out("<style>p { nonsense: 1 }</style><p>x", "2020-03")


def test_at_most_one_line_in_two_hundred_is_left_to_weasyprint(book: Book, sample: Book) -> None:
    for each in both(book, sample):
        composed, left = each.pressed.lines
        assert composed > 0
        assert left <= 0.005 * (composed + left)
