from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import weasyprint.pdf as engine
from pikepdf import Name

from plugins.press import hooks
from plugins.press.screen.tagging import tagging
from tests.screen.typecase import DOT, drawn, found, tree, write

pytestmark = pytest.mark.press


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.pdf"


def test_a_paragraph_over_two_pages_is_one_element(file: Path) -> None:
    words = " ".join(["word"] * 200)
    read = tree(write(file, f"<article><h1>Head</h1><p>{words}</p></article>"))
    (paragraph,) = found(read.root, "P")
    assert len({mark.page for mark in paragraph.marks()}) > 1
    assert paragraph.text == words
    assert len(found(read.root, "Art")) == 1
    assert read.loose == []


def test_the_whole_is_tagged(file: Path) -> None:
    body = "<h1>a</h1><ul><li>b</li></ul><p style='border: 1px solid; background: #eee'>c</p>"
    read = tree(write(file, body))
    assert drawn(read.root.structs[0]) == "Document(H1[a] L(LI(Lbl[• ] LBody[b])) P[c])"
    assert [page.unmarked for page in read.pages] == [[]]


def test_a_repeated_head_of_a_table_is_read_once(file: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>x</td></tr>" for n in range(30))
    read = tree(write(file, f"<table><thead><tr><th>a</th><th>b</th></tr></thead>{rows}</table>"))
    assert len(read.pages) > 1
    assert [each.text for each in found(read.root, "TH")] == ["a", "b"]
    assert len(found(read.root, "TR")) == 31
    assert read.loose == []


def test_a_picture_that_only_adorns_is_no_part_of_the_text(file: Path) -> None:
    read = tree(write(file, f'<p>a</p><img alt="" src="{DOT}">'))
    assert drawn(read.root.structs[0]) == "Document(P[a])"
    assert read.pages[0].unmarked == []


def test_a_picture_says_what_and_where_it_is(file: Path) -> None:
    read = tree(write(file, f'<img alt="湖" src="{DOT}" style="display: block; height: 20px">'))
    (figure,) = found(read.root, "Figure")
    assert figure.alt == "湖"
    box = figure.attributes["Layout"]["BBox"]
    assert isinstance(box, tuple)
    # 10 mm from the left and the top of a page 80 mm high; 20 px are 15 pt.
    assert [float(side) for side in box] == pytest.approx(
        [28.35, 226.77 - 28.35 - 15, 28.35 + 15, 226.77 - 28.35], abs=0.02
    )


def test_links(file: Path) -> None:
    body = '<p><a href="#b">See</a> <a href="https://a.example/">out</a></p><h1 id="b">B</h1>'
    read = tree(write(file, body))
    assert [each.text for each in found(read.root, "Link")] == ["See ", "out"]
    with pikepdf.open(file) as pdf:
        inner, outer = pdf.pages[0].Annots
        assert str(inner.Contents) == "转到：See"
        assert str(outer.Contents) == "打开网址：https://a.example/"
        assert inner.F == outer.F == 4
    assert read.loose == []


def test_a_link_with_elements_inside_has_one_annotation(file: Path) -> None:
    body = '<p><a href="https://a.example/"><b>out</b><span>side</span></a></p>'
    read = tree(write(file, body))
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages[0].Annots) == 1
    assert drawn(read.root.structs[0]) == "Document(P(Link[side](Span[out])))"


def test_spaces_at_the_ends_of_lines_are_read(file: Path) -> None:
    read = tree(write(file, "<p style='width: 40px'>hello world</p>"))
    (paragraph,) = found(read.root, "P")
    assert paragraph.text == "hello world"
    assert [mark.text for mark in paragraph.marks()] == ["hello", " ", "world"]


def test_what_is_painted_last_is_read_where_it_is_written(file: Path) -> None:
    read = tree(write(file, "<p style='position: relative'>one</p><p>two</p>"))
    assert drawn(read.root.structs[0]) == "Document(P[one] P[two])"


def test_notes_pages_are_no_text(file: Path) -> None:
    read = tree(write(file, "<p>a</p><section class='notes'><p>笔记</p></section>"))
    assert drawn(read.root.structs[0]) == "Document(P[a])"
    assert read.loose == []


def test_heads_are_named_and_found_by_name(file: Path) -> None:
    rows = "<tr><th>a</th><th colspan='2'>b</th></tr><tr><td>c</td><td>d</td><td>e</td></tr>"
    write(file, f"<table>{rows}</table>")
    with pikepdf.open(file) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        heads = [names[n + 1] for n in range(0, len(names), 2)]
        assert [each.S for each in heads] == [Name.TH, Name.TH]
        assert [str(names[n]) for n in (0, 2)] == [str(each.ID) for each in heads]


def test_the_engine_is_as_it_was_afterwards(file: Path) -> None:
    before = engine.add_tags
    with tagging():
        assert engine.add_tags is not before
    assert engine.add_tags is before


def test_another_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "TESTED", ("1.",))
    with pytest.raises(RuntimeError, match="not tested"), tagging():
        pass


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    body = "<h1 id='a'>a</h1><p><a href='#a'>b</a></p>"
    one, other = (write(tmp_path / name, body).read_bytes() for name in ("1.pdf", "2.pdf"))
    assert one == other
