"""The PDFs of single articles of a small issue: public and other articles share its pages, none leaks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from pikepdf import pdfa

from plugins.issue.enclosures import read_index
from plugins.press.proof.copytext import squeezed
from plugins.press.proof.gap import IncompleteError
from plugins.press.quality import reader
from plugins.press.screen import clipping, clipping_proof, matterhorn
from tests.screen.cuttings import HEADLINES, OWN, Cut, clipping_of, cut

pytestmark = [pytest.mark.press, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Cut:
    return cut(tmp_path_factory.mktemp("clippings"))


def test_every_article_has_its_pdf_and_the_index_knows_it(made: Cut) -> None:
    assert {file.stem for file in made.folder.glob("*.pdf")} == set(OWN)
    found = read_index(made.folder, made.issue)
    assert {stem: found[stem].folios[0] for stem in OWN} == dict(made.bound.folios)


def test_the_short_news_share_a_page(made: Cut) -> None:
    """Else the tests of leaks would test nothing."""
    found = read_index(made.folder, made.issue)
    assert found["short-1"].folios == found["short-2"].folios == found["short-3"].folios


@pytest.mark.parametrize("stem", OWN)
def test_the_text_is_the_article_its_furniture_and_its_citation(made: Cut, stem: str) -> None:
    pages = clipping_of(made, stem).pages
    folio = read_index(made.folder, made.issue)[stem].folios[0]
    text = "".join(pages)
    assert text.count(squeezed(OWN[stem])) == (12 if "short" in stem else 120)
    assert text.count("引用格式") == pages[0].count("引用格式") == 1
    assert pages[0].endswith(str(folio))
    for other, words in OWN.items():
        if other != stem:
            assert squeezed(words)[:4] not in text
            assert squeezed(HEADLINES[other]) not in text
    for word in ("补白", "编者按", "目录"):
        assert word not in text


@pytest.mark.parametrize("stem", OWN)
def test_nothing_in_the_file_names_another_article(made: Cut, stem: str) -> None:
    """Titles, bookmarks, structure, destinations, metadata, addresses of links."""
    strings = "\n".join(clipping_of(made, stem).strings())
    assert HEADLINES[stem].split()[0] in strings
    for other in OWN:
        if other == stem or (stem, other) == ("one", "short-1"):  # a link to what is public
            continue
        assert not re.search(rf"(?<![\w-]){other}(?![\w-])", strings), other
        assert HEADLINES[other] not in strings
        assert OWN[other][:4] not in strings


@pytest.mark.parametrize("stem", OWN)
def test_fonts_hold_no_glyph_that_the_article_does_not_show(made: Cut, stem: str) -> None:
    """A glyph too many would be a word of somebody else's."""
    checked = 0
    with pikepdf.open(clipping_of(made, stem).file) as pdf:
        for font in pdf.objects:
            if not isinstance(font, pikepdf.Dictionary) or "/W" not in font:
                continue
            program = font.FontDescriptor.get("/FontFile3")
            if program is None:
                continue
            assert program.Subtype == "/CIDFontType0C"
            glyphs = _glyphs(program.read_bytes())
            assert glyphs == {0} | {int(n) for n in _widths(font.W)}
            checked += 1
    assert checked >= 3


def _glyphs(program: bytes) -> set[int]:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    names = fonts[0].charset
    return {0, *(int(name.removeprefix("cid")) for name in names[1:])}


def _widths(row: pikepdf.Array) -> Iterator[int]:
    for first, widths in zip(row[::2], row[1::2], strict=True):
        yield from range(int(first), int(first) + len(widths))


def test_pages_are_trimmed_and_labelled_with_their_folios(made: Cut) -> None:
    folios = read_index(made.folder, made.issue)["one"].folios
    assert len(folios) > 1
    with pikepdf.open(made.folder / "one.pdf") as pdf:
        assert [page.label for page in pdf.pages] == [str(folio) for folio in folios]
        for page in pdf.pages:
            size = [round(float(edge), 1) for edge in page.mediabox]
            assert size == [0, 0, 595.3, 807.9]


def test_the_words_stand_where_they_stand_in_print(made: Cut) -> None:
    """Same columns, same lines: each character of the clipping is in the issue at the same place."""
    whole = reader.read(made.raw).pages
    front = len(made.bound.sheets) - sum(1 for sheet in made.bound.sheets if sheet.folio) - 2
    folios = read_index(made.folder, made.issue)["short-3"].folios
    for page, folio in zip(reader.read(made.folder / "short-3.pdf").pages, folios, strict=True):
        places = {
            (char.text, round(char.x0, 1), round(char.baseline, 1))
            for char in whole[front + folio - 1].chars
        }
        body = [char for char in page.chars if char.baseline < 757]
        assert len(body) > 100
        assert not [
            char
            for char in body
            if (char.text, round(char.x0, 1), round(char.baseline, 1)) not in places
        ]


def links(file: Path) -> list[str]:
    with pikepdf.open(file) as pdf:
        found = [each for page in pdf.pages for each in page.obj.get("/Annots", [])]
        return [str(each.A.URI if "/A" in each else each.Dest) for each in found]


def test_links_lead_to_public_articles_on_the_site_and_to_no_others(made: Cut) -> None:
    found = links(made.folder / "one.pdf")
    outside = sorted(link for link in found if link.startswith("https://"))
    assert outside == [
        "https://ban.example/kan/2020-03/one.html",
        "https://ban.example/kan/2020-03/short-1.html",
        "https://out.example/a",
    ]
    assert {link for link in found if link not in outside} <= {"one-fn-1", "one-fnref-1"}


def test_what_is_not_public_has_no_address(made: Cut) -> None:
    assert links(made.folder / "two.pdf") == []
    assert "网址" not in clipping_of(made, "two").pages[0]
    assert "网址https://ban.example/kan/2020-03/one.html" in clipping_of(made, "one").pages[0]


def test_the_citation_names_the_pages(made: Cut) -> None:
    folios = read_index(made.folder, made.issue)["one"].folios
    asked = f"one市局.大河上下两岸人家[J].样刊,2020(3):{folios[0]}-{folios[-1]}."
    assert asked in clipping_of(made, "one").pages[0]


def test_bookmarks_are_the_articles_own(made: Cut) -> None:
    with pikepdf.open(made.folder / "short-3.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["春风吹绿"]


def test_one_article_one_art_and_the_citation_is_read_too(made: Cut) -> None:
    with pikepdf.open(made.folder / "one.pdf") as pdf:
        roles = [str(each.S) for each in pdf.objects if _is_struct(each)]
    assert roles.count("/Art") == 1
    assert {"/H1", "/P", "/Link", "/Figure"} <= set(roles)


def _is_struct(each: Any) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"


def test_a_second_run_gives_the_same_bytes(made: Cut, tmp_path: Path) -> None:
    """In another place, another process, another order of sets, another time zone."""
    code = (
        "from pathlib import Path; from tests.screen.cuttings import cut; import sys;"
        "cut(Path(sys.argv[1]))"
    )
    world = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, env=world, check=True)
    first = {file.name: file.read_bytes() for file in made.folder.iterdir()}
    assert {file.name: file.read_bytes() for file in (tmp_path / "单篇").iterdir()} == first


def test_a_leak_stops_the_work_and_leaves_the_last_good_folder(
    made: Cut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "单篇"
    folder.mkdir()
    (folder / "good.pdf").touch()
    own = clipping.leaves

    def swapped(*given: Any) -> Any:
        found = own(*given)
        return {**found, "short-1": found["short-2"]}

    monkeypatch.setattr(clipping, "leaves", swapped)
    with pytest.raises(IncompleteError, match=r"short-1\.md"):
        made.again(folder)
    assert [file.name for file in folder.iterdir()] == ["good.pdf"]
    assert [file.name for file in tmp_path.iterdir()] == ["单篇"]


@pytest.mark.parametrize(("end", "kind"), [("别的", "furniture"), ("", "surplus")])
def test_words_that_are_not_asked_for_are_gaps(made: Cut, end: str, kind: str) -> None:
    article = made.issue.articles[-1]
    with pytest.raises(IncompleteError) as caught:
        clipping_proof.ensure_own(article, True, made.folder / "short-3.pdf", [end])
    assert kind in {gap.kind for gap in caught.value.gaps}


def test_files_are_small(made: Cut) -> None:
    sizes = {stem: (made.folder / f"{stem}.pdf").stat().st_size for stem in OWN}
    assert max(sizes.values()) < 100_000


@pytest.mark.parametrize("stem", OWN)
def test_no_barrier_of_pdf_ua_is_left(made: Cut, stem: str) -> None:
    assert matterhorn.check(made.folder / f"{stem}.pdf") == []


@pytest.mark.parametrize("stem", OWN)
def test_pdf_a_2b_is_kept(made: Cut, stem: str) -> None:
    """But for the mark of PDF/UA, which pikepdf's validator does not know (screen/metadata.py)."""
    with pikepdf.open(made.folder / f"{stem}.pdf") as pdf:
        found = [str(finding) for finding in pdfa.check(pdf, "2b").findings]
    assert [finding for finding in found if "6.6.2.3.1-1" not in finding] == []
