"""What each kind of page sets in the face of headlines."""

from __future__ import annotations

from plugins.web.views import ArticleView, Frame, HomeView, IssueView, PageView, View

#: What is set in ``--display``; each character it shows on a page must be in ``display_text``.
SELECTORS = (
    ".nameplate", ".foot-name", ".headline", ".lead-headline", ".page-title", ".issue-title b",
    ".contents-title b", ".band-name",
)  # fmt: skip
#: A heading that issue.html itself writes.
CONTENTS = "目录"
#: Lists count and date things.
FIGURES = "0123456789年月日第期总"


def display_text(view: View, frame: Frame) -> str:
    """Every character that this page sets in the face of headlines, and its nameplate."""
    return frame.publication.name + _own(view)


def _own(view: View) -> str:
    if isinstance(view, ArticleView | PageView):
        return view.article.headline
    if isinstance(view, HomeView):
        names = (band.label.name for band in view.bands)
        lead = view.lead.headline if view.lead else ""
        return "".join((lead, *names))
    if isinstance(view, IssueView):
        return f"第{view.issue.number}期{CONTENTS}"
    return view.title + str(getattr(view, "heading", "")) + FIGURES
