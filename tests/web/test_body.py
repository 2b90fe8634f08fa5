from __future__ import annotations

from plugins.web import body
from plugins.web.pictures.pictures import Copy, Picture

PICTURE = Picture((Copy("media/a-640.jpg", 640, 400), Copy("media/a-1600.jpg", 1600, 1000)))


def resolved(html: str) -> str:
    known = {("2020-03", "a"): "../2020-03/a.html"}
    return body.for_site(
        html, lambda src: PICTURE, lambda *text: known.get(text, ""), lambda path: f"../{path}"
    )


def test_a_link_to_an_article_leads_there() -> None:
    assert resolved('<a href="article:2020-03/a">甲</a>') == '<a href="../2020-03/a.html">甲</a>'


def test_a_link_to_an_article_outside_this_edition_is_plain_text() -> None:
    html = '见<a href="article:2020-03/b" title="乙">这<em>一</em>篇</a>。'
    assert resolved(html) == "见这<em>一</em>篇。"


def test_outside_links_are_marked() -> None:
    html = '<a href="https://example.org/?a=1&amp;b=2">外</a>'
    assert 'rel="external noopener" href="https://example.org/?a=1&amp;b=2"' in resolved(html)


def test_pictures_get_copies_sizes_and_alt_and_only_the_first_is_eager() -> None:
    html = resolved("""<img alt='说"甲"' src="photos/a.jpg"/><img alt="乙" src="photos/a.jpg"/>""")
    first, second = html.split("><", 1)
    assert 'srcset="../media/a-640.jpg 640w, ../media/a-1600.jpg 1600w"' in first
    assert 'width="1600" height="1000" alt="说&quot;甲&quot;"' in first
    assert "lazy" not in first
    assert 'loading="lazy"' in second


def test_tables_scroll_and_can_be_reached_by_keyboard() -> None:
    html = resolved("<table><tr><td>1</td></tr></table>")
    assert html.startswith('<div class="table-scroll" role="group" aria-label="表格" tabindex="0">')
    assert html.endswith("</table></div>")


def test_footnotes_lead_back() -> None:
    notes = '<div class="footnote">\n<hr/>\n<ol><li id="k-fn-1">\n<p>注。</p>\n</li></ol></div>'
    html = resolved(notes)
    assert '<a class="footnote-back" href="#k-fnref-1" aria-label="回到正文">↩</a></p>' in html
    assert "<hr" not in html


def test_a_run_in_head_is_heard_as_a_heading() -> None:
    html = resolved('<p><b class="head level-2" id="k-1-1">（一）摸清底数。</b>逐户。</p>')
    assert '<b role="heading" aria-level="3" class="head level-2" id="k-1-1">' in html


def test_nothing_else_changes() -> None:
    html = '<h2 id="k-1">一</h2><p>二<sub>2</sub></p>'
    assert resolved(html) == html


def test_a_subhead_is_broken_between_words_and_keeps_its_id() -> None:
    html = '<h2 id="a-1">一、&lt;治理&gt;进展</h2>\n<h3>有<em>重音</em>的</h3>'
    made = body.for_site(html, None, None, None, lambda text: text.replace("进", "<wbr>进"))  # type: ignore[arg-type]
    assert made == '<h2 id="a-1">一、<治理><wbr>进展</h2>\n<h3>有<em>重音</em>的</h3>'
