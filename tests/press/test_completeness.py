"""Every character of every source is in the print HTML; from there to the PDF: plugins/press/proof/completeness.py."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

from plugins.article.decode import decode
from plugins.article.record import Article
from plugins.press.pieces import pieces
from plugins.press.templates import Templates
from tests.press.conftest import SAMPLE, THEME, load

ARTICLES = [article for issue in load(SAMPLE).issues for article in issue.articles]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\xa0]+", "", text)


def difference(left: str, right: str) -> str:
    """The first place where two texts part, for people to read."""
    if left == right:
        return ""
    at = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
    return f"…{left[max(0, at - 20) : at + 30]}… ≠ …{right[max(0, at - 20) : at + 30]}…"


def stripped(markdown: str) -> str:
    """The words of a manuscript's body, by rules of its own: not by the parser under test."""
    text = markdown
    text = re.sub(r"^\|?[ :|-]+\|[ :|-]*$", "", text, flags=re.M)  # rule of a table
    text = re.sub(r"^!!! *(\S+)(?: +\"([^\"]*)\")? *$", lambda m: m[2] or m[1], text, flags=re.M)
    text = re.sub(r"\[([^\]\n]+)\]\{\.dots\}", r"\1", text)
    text = re.sub(r"\[([^\]\n]+)\]\{ruby=[^}]+\}", r"\1", text)  # readings are not running text
    notes = re.findall(r"^\[\^(\w+)\]:\s*(.*)$", text, flags=re.M)
    text = re.sub(r"^\[\^\w+\]:.*$", "", text, flags=re.M)
    text = re.sub(r"\[\^\w+\]", "", text)  # the number of a note stands in no sentence
    text += "".join(words for _, words in notes)
    text = re.sub(r"!?\[([^\]]*)\]\([^)\s]*\)", r"\1", text)  # pictures, links
    text = re.sub(r"^#{2,6} +", "", text, flags=re.M)
    text = re.sub(r"^ *[-*+] +", "", text, flags=re.M)
    text = re.sub(r"^> ?", "", text, flags=re.M)
    return text.replace("**", "").replace("|", "").replace("`", "")


def without_list_numbers(markdown: str, article: Article) -> str:
    """A Markdown list is numbered by the page; in a policy text the number is the author's."""
    if article.kind.slug == "official":
        return markdown
    return re.sub(r"^\d+\. +", "", markdown, flags=re.M)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.path)
def test_source_to_neutral_html(article: Article) -> None:
    source = decode((SAMPLE / article.path).read_bytes()).split("---", 2)[2]
    assert not difference(
        squeezed(stripped(without_list_numbers(source, article))), squeezed(article.text)
    )


def test_neutral_html_to_print_html() -> None:
    """Pictures may move to the head of a story; not a character is lost or doubled."""
    for issue in load(SAMPLE).issues:
        templates = Templates(THEME, issue)
        for piece in pieces(issue):
            if not piece.runs:
                continue
            soup = BeautifulSoup(templates.html(piece), "lxml")
            for article in piece.articles:
                element = soup.find(id=article.key)
                assert element is not None
                printed = Counter(squeezed(element.get_text()))
                missing = Counter(squeezed(article.text)) - printed
                assert not missing, (article.path, missing)
                assert article.headline.replace(" ", "") in squeezed(element.get_text())


def test_a_lost_character_would_be_seen() -> None:
    assert difference("治理污染", "治理染")
    assert stripped("**一**、[二](a.md)") == "一、二"
