"""Whatever comes in: no word is lost, and Markdown gives words back as they were."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.article import body, frontmatter
from plugins.article.kinds import Kind
from plugins.intake import intake, writing
from plugins.intake.draft import Draft, Paragraph, Run
from plugins.intake.manuscript import Manuscript
from plugins.intake.textfile import read as read_text
from plugins.toc.outline import outline

HAN = "水井泵站河岸江城村民工地清单明天问题"
WORDS = st.text(
    st.sampled_from(HAN + "，。、：；（）“”《》一二三、123.%*_`#<>[]!&|~-+= "),
    min_size=1,
    max_size=60,
)
PLAIN = st.text(st.sampled_from(HAN + "，。；"), min_size=1, max_size=70)


def shown(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(st.lists(WORDS.filter(lambda text: text.strip()), min_size=1, max_size=5))
def test_markdown_gives_the_words_back(texts: list[str]) -> None:
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    made = writing.written(Manuscript({"标题": "题"}, blocks, {}), {})
    parsed = frontmatter.parse(made, "x.md")
    read = body.parse(parsed.body, "x", "2020-03", Kind.NEWS, outline)
    assert shown(read.text) == shown("".join(texts))


@given(PLAIN, st.booleans(), st.booleans())
def test_looks_are_kept(text: str, bold: bool, italic: bool) -> None:
    blocks = (Paragraph((Run("甲"), Run(text, bold=bold, italic=italic), Run("乙"))),)
    made = writing.written(Manuscript({"标题": "题"}, blocks, {}), {})
    html = body.parse(frontmatter.parse(made, "x.md").body, "x", "2020-03", Kind.NEWS, outline).html
    assert ("<strong>" in html) == bold
    assert ("<em>" in html) == italic
    assert shown(re.sub(r"<[^>]+>", "", html)) == shown(f"甲{text}乙")


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "　　", " 　　", "# ", "一、", "——"]), PLAIN),
        min_size=1,
        max_size=12,
    )
)
def test_no_word_of_a_text_is_lost(lines: list[tuple[str, str]]) -> None:
    """Every Han character stands in a field or in the body of one of the drafts, in its line's order."""
    text = "\n".join(lead + words for lead, words in lines)
    draft = read_text(text.encode(), "x.txt")
    made = "".join(writing.written(each, {}) for each, _ in intake.manuscripts(draft))
    written = "".join(filter(HAN.__contains__, made))
    for _, words in lines:
        assert "".join(filter(HAN.__contains__, words)) in written


@given(st.lists(PLAIN, min_size=1, max_size=8))
def test_a_draft_without_a_text_of_its_own_is_never_made(texts: list[str]) -> None:
    draft = Draft(tuple(Paragraph((Run(each),), n) for n, each in enumerate(texts, 1)))
    for each, _ in intake.manuscripts(draft):
        assert each.fields["标题"]
