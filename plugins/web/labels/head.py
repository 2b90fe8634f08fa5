"""What the head of a page tells machines: government labels, Open Graph, structured data, feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from plugins.web.catalogue import Catalogue
from plugins.web.feeds import atom, jsonfeed
from plugins.web.feeds.feeds import atom_path, json_path, stem_of
from plugins.web.indexes.index_views import ListView
from plugins.web.labels.graph import Properties, properties
from plugins.web.labels.labels import Labels, column_types, labels
from plugins.web.labels.structured import structured
from plugins.web.views import ArticleView, Label, View


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as the head of a page offers it."""

    title: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Head:
    """The labels and properties of one page, in order; its JSON-LD ("" for none); its feeds.

    ``description`` is what stands in ``<meta name="description">``: "" when the label Description says
    it already, for names of ``<meta>`` know no case and a page may have one (HTML, 4.2.5.1).
    """

    description: str
    labels: Labels
    properties: Properties
    structured: Markup
    feeds: tuple[FeedLink, ...]


def _none(view: View) -> str:
    return ""


def _unknown(view: View) -> Iterable[int]:
    return ()


NOTHING = Head("", (), (), Markup(""), ())


class Heads:
    """Makes the head of any page of a site.

    ``image`` gives the path of a page's social card, "" for none; ``folios`` the printed pages of an
    article, as far as they are known; ``cover`` the path of an issue's drawn cover, "" for other pages.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        image: Callable[[View], str] = _none,
        folios: Callable[[View], Iterable[int]] = _unknown,
        cover: Callable[[View], str] = _none,
    ) -> None:
        self._publication = catalogue.archive.publication
        self._addresses = catalogue.addresses
        #: The ColumnType of every section that has articles.
        self.types = column_types(catalogue)
        self._image = image
        self._folios = folios
        self._cover = cover
        self._everything = self._links(self._publication.name, None)
        self._by_section = {
            label.name: self._links(f"{self._publication.name} · {label.name}", label)
            for label in catalogue.sections
        }

    def head(self, view: View) -> Head:
        """The head of a page."""
        publication, where = self._publication, self._addresses
        image = self._image(view)
        picture = self._cover(view) or image
        data = structured(view, publication, where, picture, self._folios(view))
        own = labels(view, publication, where, self.types)
        return Head(
            "" if any(name == "Description" for name, _ in own) else view.description,
            own,
            properties(view, publication, where, image),
            Markup(data),
            self._everything + self._by_section.get(_section(view), ()),
        )

    def _links(self, title: str, label: Label | None) -> tuple[FeedLink, ...]:
        stem = stem_of(label)
        return (
            FeedLink(f"{title}（Atom）", atom_path(stem), atom.MEDIA_TYPE),
            FeedLink(f"{title}（JSON Feed）", json_path(stem), jsonfeed.MEDIA_TYPE),
        )


def _section(view: View) -> str:
    """The name of the section a page belongs to."""
    if isinstance(view, ArticleView):
        return view.card.label.name
    return view.label.name if isinstance(view, ListView) and view.label else ""
