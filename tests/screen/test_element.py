from __future__ import annotations

from plugins.press.screen.element import Element, in_order, joined_sections
from tests.screen.typecase import elements


def tags(element: Element) -> list[str]:
    return [kid.tag for kid in element.elements]


def test_what_the_makeup_set_later_is_read_where_it_was_written() -> None:
    root = elements("<div><p>a</p><figure><img/></figure><p>b</p></div>")
    body = root.elements[0]
    body.kids = [body.kids[0], body.kids[2], body.kids[1]]
    in_order(root)
    assert tags(body) == ["p", "figure", "p"]


def test_words_and_the_elements_between_them_keep_their_order() -> None:
    root = elements("<p>a<b>b</b>c<i>d</i></p>")
    line = root.elements[0]
    line.kids = list(reversed(line.kids))
    in_order(root)
    assert tags(line) == ["i", "b"]


def test_pieces_keep_their_printed_order() -> None:
    root = elements("<p>a</p><h1>b</h1>")
    root.kids.reverse()
    in_order(root)
    assert tags(root) == ["h1", "p"]


OPENER = '<div class="opener"><p class="section-name">栏目</p></div>'


def test_articles_of_a_section_are_one_section() -> None:
    root = elements(
        f'<div class="section">{OPENER}<article>a</article></div>'
        '<div class="section"><article>b</article></div>'
        f'<div class="section">{OPENER}<article>c</article></div>'
    )
    first, second = joined_sections(root.elements)
    assert tags(first) == ["div", "article", "article"]
    assert tags(second) == ["div", "article"]


def test_a_filler_belongs_to_the_section_before_it() -> None:
    root = elements(
        f'<div class="section">{OPENER}</div><aside class="filler">x</aside>'
        '<div class="section"><article>b</article></div><section>plate</section>'
    )
    section, plate = joined_sections(root.elements)
    assert tags(section) == ["div", "aside", "article"]
    assert plate.tag == "section"


def test_a_filler_before_any_section_stands_alone() -> None:
    root = elements('<aside class="filler">x</aside>')
    assert joined_sections(root.elements) == root.elements
