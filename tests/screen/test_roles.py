from __future__ import annotations

import pytest

from plugins.press.screen.element import MARKER, Element
from plugins.press.screen.roles import structure
from plugins.press.screen.structure import Struct
from tests.screen.typecase import drawn, elements, found


def made(xml: str) -> Struct:
    return structure(elements(xml))


def inside(xml: str) -> str:
    return " ".join(drawn(each) for each in made(xml).structs)


@pytest.mark.parametrize(
    ("xml", "wanted"),
    [
        ("<p>a</p>", "P[a]"),
        ("<div><header><p>a</p></header></div>", "P[a]"),
        ("<div>a<p>b</p></div>", "P[a] P[b]"),
        ("<section><p>a</p></section>", "Sect(P[a])"),
        ("<blockquote><p>a</p></blockquote>", "BlockQuote(P[a])"),
        ("<p>a<b>b</b><sub>2</sub></p>", "P[a2](Span[b])"),
        ("<ul><li>a</li></ul>", "L(LI(LBody[a]))"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "L(LI(LBody[a](L(LI(LBody[b])))))"),
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
         "L(LI(Lbl[a] LBody[b]) LI(Lbl[c] LBody[d]))"),
        ("<p><ruby>磐<rt>pán</rt></ruby></p>", "P(Ruby(RB[磐] RT[pán]))"),
        ("<hr/>", ""),
        ("<body><section><p>a</p></section></body>", "Sect(P[a])"),
        ("<body><p>a</p><p>b</p></body>", "Sect(P[a] P[b])"),
    ],
)  # fmt: skip
def test_tags(xml: str, wanted: str) -> None:
    assert inside(xml) == wanted


def test_headlines_of_an_article_stand_below_the_section_name() -> None:
    xml = (
        '<div class="section"><p class="section-name">视点</p>'
        "<article><h1>a</h1><p>b</p><h2>c</h2><h3>d</h3></article></div>"
    )
    assert inside(xml) == "Sect(H1[视点] Art(H2[a] P[b] H3[c] H4[d]))"


def test_titles_of_sections_and_articles() -> None:
    document = made(
        '<div class="section"><p class="section-name">视点</p><article><h1>a</h1></article></div>'
    )
    assert [each.title for each in document.walk() if each.role in ("Sect", "Art")] == ["视点", "a"]


def test_a_box_is_named_by_what_stands_above_it() -> None:
    document = made('<aside class="filler"><p class="filler-title">旧电池</p><p>x</p></aside>')
    assert document.structs[0].title == "旧电池"


def test_numbers_of_a_list() -> None:
    root = elements("<ol><li>a</li><li>b</li></ol>")
    for item in root.elements[0].elements:
        item.kids.insert(0, Element(f"li{MARKER}", item.source, [item.kids.pop()]))
        item.kids.append(Element("p", None, [item.elements[0].kids[0]]))
    (numbered,) = structure(root).structs
    assert drawn(numbered) == "L(LI(Lbl[a] LBody(P[a])) LI(Lbl[b] LBody(P[b])))"
    assert numbered.attributes == {"List": {"ListNumbering": "/Decimal"}}


def test_a_list_without_numbers_says_so() -> None:
    assert made("<ul><li>a</li></ul>").structs[0].attributes["List"] == {"ListNumbering": "/None"}


def test_a_figure_has_its_words_and_its_place() -> None:
    document = made('<figure><img alt="湖"/><figcaption>图说</figcaption></figure>')
    assert drawn(document) == "Document(Div(Figure Caption[图说]))"
    (figure,) = found(document, "Figure")
    assert figure.alt == "湖"
    assert figure.attributes == {"Layout": {"BBox": (1.0, 2.0, 3.0, 4.0)}}


def test_a_link_needs_its_annotation() -> None:
    assert inside("<p><a>b<x-link/></a></p>") == "P(Link[b])"
    assert inside("<p><a>b</a></p>") == "P[b]"


def test_a_footnote_and_the_reference_to_it() -> None:
    document = made(
        '<article><p>a<sup><a class="footnote-ref">1<x-link/></a></sup></p>'
        '<div class="footnote"><hr/><ol><li id="fn-1"><p>b</p></li></ol></div></article>'
    )
    assert drawn(document) == "Document(Art(P[a](Reference(Link[1])) Note(P[b])))"
    assert found(document, "Note")[0].key == "fn-1"


def test_contents() -> None:
    document = made(
        '<section class="group"><h2>视点</h2>'
        '<p class="row"><a>标题<x-link/><span class="page">7</span></a></p>'
        '<p class="row"><a>又一<x-link/><span class="page">9</span></a></p></section>'
    )
    wanted = (
        "Document(Sect(H1[视点] TOC(TOCI(Reference(Link[标题](Span[7])))"
        " TOCI(Reference(Link[又一](Span[9]))))))"
    )
    assert drawn(document) == wanted
    assert [each.actual for each in found(document, "Span")] == ["，第7页", "，第9页"]


def test_another_language() -> None:
    document = made('<p class="section-english">View</p><p>a<span lang="fr">b</span></p>')
    assert [(each.role, each.lang) for each in document.walk() if each.lang] == [
        ("P", "en"),
        ("Span", "fr"),
    ]


def test_spans_and_scope_of_cells() -> None:
    document = made(
        '<table><tr><th scope="col">a</th><th>b</th></tr><tr><td colspan="2">c</td></tr></table>'
    )
    first, second = (each.attributes["Table"]["Scope"] for each in found(document, "TH"))
    assert (first, second) == ("/Column", "/Column")
    assert found(document, "TD")[0].attributes["Table"]["ColSpan"] == 2


def test_the_caption_of_a_plate() -> None:
    document = made(
        '<section class="plate"><img alt="湖"/><p class="plate-caption">图说</p></section>'
    )
    assert drawn(document) == "Document(Sect(Figure Caption[图说]))"
