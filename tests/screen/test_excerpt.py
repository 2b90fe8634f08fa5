"""The public edition of a small issue as a PDF: its pages are shared, nothing that is not public leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from plugins.issue.editions import issue_for
from plugins.issue.enclosures import public_pdf, read_issue
from plugins.issue.record import Issue
from plugins.press.proof.copytext import squeezed
from plugins.press.proof.gap import IncompleteError
from plugins.press.quality import reader
from plugins.press.screen import excerpt_pages, matterhorn
from plugins.press.screen.excerpt import NOTE, public_issue
from tests.press.conftest import load
from tests.screen.cuttings import Clipping
from tests.screen.excerpts import KEPT_BACK, OPEN, TITLES, WORDS, Excerpt, cutter, mixed_content

pytestmark = [pytest.mark.press, pytest.mark.slow]


@pytest.fixture(scope="module")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Excerpt:
    content = mixed_content(tmp_path_factory.mktemp("excerpt"))
    ready = cutter(content, load(content).issues[0])
    made = ready.cut(lambda: None, lambda *_: None).excerpt
    assert made is not None
    return Excerpt(content, ready, made)


def test_the_site_finds_it_for_the_public_edition_only(excerpt: Excerpt) -> None:
    folder = excerpt.made.file.parent
    assert excerpt.made.file == public_pdf(folder, "2020-03")
    assert read_issue(folder, issue_for(excerpt.issue, "public")) == excerpt.made
    assert read_issue(folder, excerpt.issue) is None
    assert len(excerpt.pages) == len(excerpt.made.folios)
    assert not list(folder.glob("*.new"))


def test_every_public_article_is_whole(excerpt: Excerpt) -> None:
    found = {stem: excerpt.words.count(squeezed(WORDS[stem])) for stem in OPEN}
    assert found == {
        "one": 120, "three": 90, "letter-2": 90, "short-1": 12, "short-3": 12, "short-4": 6
    }  # fmt: skip


@pytest.mark.parametrize("stem", KEPT_BACK)
def test_nothing_of_the_others_is_in_the_text(excerpt: Excerpt, stem: str) -> None:
    assert squeezed(WORDS[stem])[:4] not in excerpt.words
    assert squeezed(TITLES[stem]) not in excerpt.words


@pytest.mark.parametrize("stem", [*KEPT_BACK, "内部参考"])
def test_nothing_of_the_others_is_in_the_file(excerpt: Excerpt, stem: str) -> None:
    """Bookmarks, structure, destinations, alternative texts, metadata, addresses."""
    strings = "\n".join(Clipping("", excerpt.made.file).strings())
    assert TITLES["three"] in strings
    assert not re.search(rf"(?<![\w-]){stem}(?![\w-])", strings)
    assert TITLES.get(stem, stem) not in strings
    assert WORDS.get(stem, stem)[:4] not in strings


def test_the_test_would_find_a_leak(excerpt: Excerpt) -> None:
    strings = "\n".join(Clipping("", excerpt.cutter.raw).strings())
    assert all(TITLES[stem] in strings for stem in KEPT_BACK)
    assert re.search(r"(?<![\w-])secret(?![\w-])", strings)
    assert "绝" in mapped(excerpt.cutter.raw)


def test_fonts_know_no_character_of_the_others(excerpt: Excerpt) -> None:
    """A glyph too many would tell something of the words."""
    asked = set("".join(WORDS[stem] + TITLES[stem] for stem in KEPT_BACK))
    ours = mapped(excerpt.made.file)
    assert not (asked - set(excerpt.words)) & ours
    assert ours >= {"跋", "甘"}
    assert asked - set(excerpt.words) >= {"绝", "匿"}


def mapped(file: Path) -> set[str]:
    """All characters that the fonts of a file map their glyphs to."""
    found = set()
    with pikepdf.open(file) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                text = each.ToUnicode.read_bytes().decode("latin-1")
                pairs = re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", text)
                found |= {
                    char for code in pairs for char in bytes.fromhex(code).decode("utf-16-be")
                }
    return found


def test_no_picture_of_the_others_is_in_the_file(excerpt: Excerpt) -> None:
    with pikepdf.open(excerpt.made.file) as pdf, pikepdf.open(excerpt.cutter.raw) as raw:
        kept, whole = (
            {
                (int(each.Width), int(each.Height))
                for each in file.objects
                if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
            }
            for file in (pdf, raw)
        )
    assert (900, 1200) in whole
    assert not any(width * 4 == height * 3 for width, height in kept)
    assert kept


def test_pages_keep_their_folios_and_places(excerpt: Excerpt) -> None:
    with pikepdf.open(excerpt.made.file) as pdf:
        labels = [page.label for page in pdf.pages]
        assert "/PageLayout" not in pdf.Root
    inside = [str(folio) for folio in excerpt.made.folios if folio]
    assert labels == ["封面", "封二", *inside, "封三", "封底"]
    whole = reader.read(excerpt.cutter.raw).pages
    numbers = [sheet.folio for sheet in excerpt.bound.sheets]
    for page, folio in zip(excerpt.pages, excerpt.made.folios, strict=True):
        if not folio or "目录" in squeezed(reader.text(page.chars)):
            continue
        places = {placed(char) for char in whole[numbers.index(folio)].chars}
        assert {placed(char) for char in page.chars} <= places, folio


def placed(char: reader.Char) -> tuple[str, float, float]:
    return char.text, round(char.x0, 1), round(char.baseline, 1)


def test_pages_with_nothing_public_are_left_out(excerpt: Excerpt) -> None:
    numbers = [sheet.folio for sheet in excerpt.bound.sheets if sheet.folio]
    gone = set(numbers) - set(excerpt.made.folios)
    assert excerpt.bound.folios["secret"] in gone
    assert len(gone) >= 3
    assert "内部参考的整版图片" not in excerpt.words
    assert excerpt.words.count("公开的整版图片") == 2  # under the picture and in the contents


def test_contents_cover_and_colophon_are_those_of_the_public_issue(excerpt: Excerpt) -> None:
    page = next(page for page in excerpt.pages if "目录" in squeezed(reader.text(page.chars)))
    text = squeezed(reader.text(page.chars))
    for stem in OPEN:
        assert f"{squeezed(TITLES[stem])}{excerpt.bound.folios[stem]}" in text
    assert squeezed(NOTE) in text
    cover = squeezed(reader.text(excerpt.pages[0].chars))
    assert "大河上下" in cover
    assert "调查" not in cover


def test_a_section_whose_first_article_is_gone_keeps_its_head(excerpt: Excerpt) -> None:
    text = excerpt.text(excerpt.bound.folios["letter-1"])
    assert "基层来信" in text
    assert "来信的编者按" in text
    with pikepdf.open(excerpt.made.file) as pdf, pdf.open_outline() as outline:
        tree = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert tree == [
        ("目录", []),
        ("特别关注", ["大河上下 两岸人家", "后来的事"]),
        ("环境资讯", ["清淤见底", "春风吹绿", "小桥通车"]),
        ("基层来信", ["老井重开"]),
    ]


def test_hairlines_stand_only_between_what_is_left(excerpt: Excerpt) -> None:
    """Of three between four short news only the last has both its neighbours."""
    piece = next(sheet.piece for sheet in excerpt.bound.sheets if drawn(sheet.piece, "short-1"))
    whole = excerpt.bound.documents[piece.name].pages[0]._page_box
    assert len(rules(whole)) == 3
    public = issue_for(excerpt.issue, "public")
    leaves = excerpt_pages.excerpt_pages(excerpt.bound, public, {})
    shown = next(leaf for leaf in leaves if leaf.sheet.piece is piece)
    assert rules(shown.body._page_box) == rules(whole)[2:]


def drawn(piece: object, stem: str) -> bool:
    return stem in [article.stem for article in getattr(piece, "articles", ())]


def rules(box: object) -> list[object]:
    own = [box.element] if getattr(box, "element_tag", "") == "hr" else []  # type: ignore[attr-defined]
    inside = [each for child in getattr(box, "children", ()) for each in rules(child)]
    return own + inside


def test_links_lead_to_what_is_there(excerpt: Excerpt) -> None:
    with pikepdf.open(excerpt.made.file) as pdf:
        links = list(targets(pdf))
        names = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    inside = {link for link in links if not link.startswith("https://")}
    assert {"short-1", "short-4", "one-fn-1"} <= inside <= names
    assert not inside & set(KEPT_BACK)
    assert [link for link in links if link.startswith("https://")] == ["https://out.example/a"]


def targets(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for each in page.obj.get("/Annots", []):
            yield str(each.A.URI if "/A" in each else each.Dest)


def test_it_is_tagged_and_pdf_a(excerpt: Excerpt) -> None:
    assert {each.code for each in matterhorn.check(excerpt.made.file)} == {
        "06-002"
    }  # the mark itself
    with pikepdf.open(excerpt.made.file) as pdf:
        assert [str(each) for each in pikepdf.pdfa.check(pdf, "2b").findings] == []
        roles = [str(each.S) for each in pdf.objects if is_struct(each)]
        assert str(pdf.docinfo.Title) == "样刊 2020年第3期（总第294期）（公开版）"
        assert not list(pdf.attachments)
    assert roles.count("/Art") == len(OPEN)


def is_struct(each: object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"


def test_a_leak_is_found_and_leaves_the_last_file(
    excerpt: Excerpt, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = excerpt.made.file.read_bytes()
    choose = excerpt_pages._choice
    everything = frozenset(WORDS)
    monkeypatch.setattr(
        excerpt_pages, "_choice", lambda *given: replace(choose(*given), keys=everything)
    )
    with pytest.raises(IncompleteError, match="通报一起案件"):
        excerpt.cutter.cut(lambda: None, lambda *_: None)
    assert excerpt.made.file.read_bytes() == before
    assert not list(excerpt.made.file.parent.glob("*.new"))


def test_a_second_time_it_is_the_same(excerpt: Excerpt) -> None:
    before = excerpt.made.file.read_bytes()
    excerpt.cutter.cut(lambda: None, lambda *_: None)
    assert excerpt.made.file.read_bytes() == before


def with_public(issue: Issue, public: bool) -> Issue:
    return replace(
        issue,
        sections=tuple(
            replace(
                section, articles=tuple(replace(each, public=public) for each in section.articles)
            )
            for section in issue.sections
        ),
    )


def test_no_excerpt_of_an_issue_that_is_all_public_or_not_at_all(excerpt: Excerpt) -> None:
    assert public_issue(with_public(excerpt.issue, public=True)) is None
    assert public_issue(with_public(excerpt.issue, public=False)) is None
    publication = replace(excerpt.issue.publication, issue_pdf="none")
    assert public_issue(replace(excerpt.issue, publication=publication)) is None
    public = public_issue(excerpt.issue)
    assert public is not None
    assert {article.stem for article in public.articles} == OPEN


def test_what_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    content = mixed_content(tmp_path)
    issue = load(content).issues[0]
    publication = replace(issue.publication, issue_pdf="none")
    ready = cutter(content, replace(issue, publication=publication))
    file = public_pdf(ready.target.parent, "2020-03")
    file.touch()
    assert ready.cut(lambda: None, lambda *_: None).excerpt is None
    assert not file.exists()
