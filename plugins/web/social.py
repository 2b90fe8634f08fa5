"""Which drawn picture stands for a page on social networks."""

from __future__ import annotations

from plugins.web.cards.cards import CardStore
from plugins.web.catalogue import Catalogue
from plugins.web.indexes.index_views import ListView, YearSectionsView, YearView
from plugins.web.views import ArticleView, IssueCard, IssueView, View


class Social:
    """The cards of pages and the covers of issues; none when they are not wanted."""

    def __init__(self, cards: CardStore, catalogue: Catalogue, wanted: bool) -> None:
        self._cards, self._catalogue, self._wanted = cards, catalogue, wanted
        self._issues = {issue.key: issue for issue in catalogue.archive.issues}

    def card(self, view: View) -> str:
        """The path of a page's card: an article's own, else that of the newest issue it shows; "" for none."""
        if not self._wanted:
            return ""
        if isinstance(view, ArticleView):
            issue = self._issues[view.article.issue_key]
            label = view.card.label
            drawn = self._cards.article(view.article, issue, label.name, label.tone)
        else:
            key = self._shown(view)
            drawn = self._cards.issue(self._issues[key]) if key else None
        return drawn.path if drawn else ""

    def issue(self, view: View) -> IssueCard | None:
        """The issue whose card stands for a page that is no article's: what that card is drawn from."""
        return self._catalogue.issues.get(self._shown(view)) if self._wanted else None

    def _shown(self, view: View) -> str:
        return _issue_shown(view) or next(iter(self._issues), "")

    def cover(self, view: View) -> str:
        """The path of an issue's cover as a picture; "" for other pages."""
        if not self._wanted or not isinstance(view, IssueView):
            return ""
        drawn = self._cards.cover(self._issues[_key(view.path)])
        return drawn.path if drawn else ""


def _issue_shown(view: View) -> str:
    """The key of the issue that a page is about, of several the first; "" for none."""
    if isinstance(view, IssueView):
        return _key(view.path)
    if isinstance(view, YearSectionsView):
        return _key(view.sections[0].rows[0][1].issue_path)
    if isinstance(view, ListView | YearView):
        groups = (*view.groups, *view.rows) if isinstance(view, ListView) else view.groups
        return _key(groups[0].issue.path) if groups else ""
    return ""


def _key(path: str) -> str:
    return path.strip("/")
