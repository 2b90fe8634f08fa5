"""Reading answers off the tree gives what BeautifulSoup's searches give."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from plugins.article import body, cleaning, nodes
from tests.desk import soup

PIECES = (
    "<p>", "</p>", "<b>", "</b>", "<sub>2</sub>", '<span class="dots">', "</span>", "<ul><li>", "</li></ul>",
    "<ruby>翀<rt>chōng</rt></ruby>", "<br>", '<a href="a.md?x=1&amp;y">', "</a>", "<td>", "<blockquote>",
    "文", "a &lt; b &amp; c", "&gt;", "\n", " ", '<img src="p.png" alt="&quot;">',
)  # fmt: skip
markup = st.lists(st.sampled_from(PIECES), max_size=14).map("".join).map("<div>{}</div>".format)
NAMES = frozenset({"p", "li", "b", "div"})


@given(markup)
def test_strings_and_tags_are_those_that_are_searched_for(html: str) -> None:
    tree = soup(html)
    assert list(map(id, nodes.strings(tree))) == list(map(id, tree.find_all(string=True)))
    assert list(map(id, nodes.tags(tree, NAMES))) == list(map(id, tree.find_all(list(NAMES))))


@given(markup)
def test_what_is_around_a_text(html: str) -> None:
    tree = soup(html)
    around = nodes.Around(NAMES)
    for node in tree.find_all(string=True):
        assert around.of(node) is nodes.within(node, NAMES) is node.find_parent(list(NAMES))


@given(markup)
def test_blocks_are_written_as_they_are_decoded(html: str) -> None:
    for element in soup(html).find_all(True):
        assert nodes.written(element) == element.decode(formatter="minimal")


def test_an_empty_soup_holds_nothing() -> None:
    tree = soup("")
    assert nodes.strings(tree) == []
    assert nodes.tags(tree, NAMES) == []
    assert nodes.Around(NAMES).of(tree) is None


@given(markup)
def test_text_of_a_body_line_by_line(html: str) -> None:
    """As it was found with searches, before the tree was walked."""
    tree = soup(html)
    lines: list[str] = []
    block: Tag | None = None
    for node in tree.find_all(string=True):
        if node.find_parent(["rt", "rp"]):
            continue
        if not lines or node.find_parent(list(body.LINES)) is not block:
            block = node.find_parent(list(body.LINES))
            lines.append("")
        lines[-1] += node
    wanted = "\n".join(line.strip() for line in lines if line.strip())
    assert body.plain_text(BeautifulSoup(html, "lxml")) == wanted


@given(markup)
def test_the_plain_builder_builds_the_same_tree(html: str) -> None:
    cleaned = cleaning.clean(html)
    plain = BeautifulSoup(cleaned, builder=body._PlainBuilder)
    wanted = soup(cleaned)
    assert plain == wanted
    assert [type(node) for node in plain.descendants] == [type(node) for node in wanted.descendants]
