"""Our few spellings beyond Markdown: ``[着重]{.dots}`` and ``[翀]{ruby=chōng}``.

Also what a bulletin must not have: indented code blocks (an editor's indent is no code) and
underlined headings (a rule below a sentence is no heading).
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor as InlinePass

#: Without one of these in a text no inline pattern matches, ours and Markdown's.
INLINE = re.compile(r"[`\\\[<&*_]|  \n")
SPAN = r"\[([^\[\]\n]+)\]\{\s*(\.dots|ruby\s*=\s*[\"“]?([^\"”{}\n]+?)[\"”]?)\s*\}"


class _Span(InlineProcessor):
    """Emphasis dots and ruby."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        if m.group(2) == ".dots":
            element = Element("em", {"class": "dots"})
            element.text = m.group(1)
        else:
            element = Element("ruby")
            element.text = m.group(1)
            SubElement(element, "rt").text = m.group(3)
        return element, m.start(0), m.end(0)


class _ShortInlinePass(InlinePass):
    """Markdown's inline pass, which leaves alone a text that no pattern can match: most are such."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not INLINE.search(data):
            return data
        found: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return found


class _ShortHtmlPass(HtmlBlockPreprocessor):
    """Markdown's search for raw HTML, which takes a third of its time, where there may be any."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without blocks of raw HTML."""
        if any("<" in line or "&" in line for line in lines):
            return super().run(lines)
        return lines


class BulletinMarkup(Extension):
    """The extension to hand to Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register our spellings, take away what a bulletin must not have."""
        md.inlinePatterns.register(_Span(SPAN, md), "bulletin-span", 175)
        md.treeprocessors.register(_ShortInlinePass(md), "inline", 20)
        md.preprocessors.register(_ShortHtmlPass(md), "html_block", 20)
        md.parser.blockprocessors.deregister("code")
        md.parser.blockprocessors.deregister("setextheader")
