"""Every picture the site shows of one issue, into its cache: copies of originals, cards, the cover, in both editions."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from plugins.issue.editions import issue_for
from plugins.issue.record import Archive, Edition, Issue
from plugins.keeping.digests import Digests
from plugins.remake.job import Places
from plugins.web.cards.cards import CardStore
from plugins.web.headlines import Headlines
from plugins.web.pictures.pictures import PictureStore, shown


def make(issue: Issue, places: Places) -> tuple[Path, ...]:
    """Make what is missing in ``<cache>``, where the next site build finds it; the files, made now or before.

    Kept by content, each whole or not there: another worker may be making the same. Raises `ManuscriptError`
    for pictures that cannot be read.
    """
    store = PictureStore(places.content, places.cache)
    wanted = list(shown(Archive(issue.publication, issues=(issue,)), ()))
    store.prepare(wanted)
    for folder, src in wanted:
        store.picture(folder, src)
    return tuple(sorted({*store.files.values(), *_cards(issue, places, store.digests)}))


def _cards(issue: Issue, places: Places, digests: Digests) -> set[Path]:
    """The drawn pictures; none without the faces they are set in."""
    publication = issue.publication
    # Only asked, never kept: what this issue does not ask for would be forgotten.
    headlines = Headlines(places.cache, (publication.name, publication.sponsor))
    cards = CardStore(places.content, places.theme / "web", places.cache, headlines.marked, digests)
    for edition in get_args(Edition):
        cut = issue_for(issue, edition)
        if not cut.articles:
            continue
        cards.issue(cut)
        cards.cover(cut)
        for section in cut.sections:
            for article in section.articles:
                cards.article(article, cut, section.title.name, section.title.tone)
    return set(cards.files.values())
