"""The door to Pelican: it is handed the parts that must be written, reads their manuscripts and renders them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from jinja2 import FileSystemBytecodeCache
from jinja2.runtime import Context
from jinja2.utils import pass_context
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.article.plugin import Reading
from plugins.keeping import programme
from plugins.web import addresses
from plugins.web.labels.head import NOTHING, Head
from plugins.web.pictures.picture_markup import picture_element
from plugins.web.pictures.pictures import Picture
from plugins.web.renewal.part import Part, Signature
from plugins.web.renewal.scribe import Scribe
from plugins.web.site import Site
from plugins.web.times import day, instant
from plugins.web.views import ArticleView, PageView, View

#: A part and the signature under which it is noted.
Order = tuple[Part, Signature]


class Readings:
    """What Pelican's reader is told of manuscripts: made when it asks."""

    def __init__(self, scribe: Scribe, orders: Iterable[Order]) -> None:
        self._scribe = scribe
        self._orders = {part.source: (part, signature) for part, signature in orders}
        self._places = {source: place for place, source in enumerate(self._orders)}

    def get(self, source: str) -> Reading | None:
        """The reading of one manuscript; None when it makes no page of this batch."""
        order = self._orders.get(source)
        views = list(self._scribe.views(*order)) if order else []
        return _reading(views[0], self._places[source]) if views else None


def _reading(view: View, place: int) -> Reading:
    """What Pelican knows of a text: as much as it needs to write it. (Its lists of tags take the square of their number.)"""
    if not isinstance(view, ArticleView | PageView):
        raise TypeError(f"no text: {view.path}")
    return Reading(
        article=view.article,
        body=view.body,
        path=view.path,
        summary=view.description,
        place=place,
        view=view,
        day=view.day,
    )


def order(settings: dict[str, Any], scribe: Scribe, orders: Sequence[Order]) -> dict[str, Any]:
    """The settings with which a run of Pelican writes these parts."""
    texts = [(part, signature) for part, signature in orders if part.source]
    articles = [each for each in texts if not _is_page(each[0])]
    pages = [each for each in texts if _is_page(each[0])]
    return {
        **settings,
        "ARCHIVE": scribe.site.plan.archive,
        "SCRIBE": scribe,
        "SITE": scribe.site,
        "ORDERS": [each for each in orders if not each[0].source],
        "READINGS": Readings(scribe, texts),
        "ARTICLE_PATHS": [part.source for part, _ in articles],
        "PAGE_PATHS": [part.source for part, _ in pages],
        **_told(settings, scribe.site),
    }


def write(settings: dict[str, Any], scribe: Scribe, orders: Sequence[Order]) -> None:
    """Write these parts: one run of Pelican."""
    Pelican(order(settings, scribe, orders)).run()


def _is_page(part: Part) -> bool:
    return part.source.startswith(f"{addresses.PAGES}/")


def _told(settings: dict[str, Any], site: Site) -> dict[str, Any]:
    """What templates need to know of the site."""
    # Compiled templates know which filters want the context: they hold for one state of the programme.
    templates = site.plan.cache / "templates" / f"web-{programme.state(('web',), ('Jinja2',))}"
    templates.mkdir(parents=True, exist_ok=True)
    has_labels = "labels" in site.extras
    return {
        "SITENAME": site.archive.publication.name,
        "SITEURL": "" if site.addresses.relative else site.addresses.site_address,
        "JINJA_ENVIRONMENT": {
            **settings["JINJA_ENVIRONMENT"],
            "bytecode_cache": FileSystemBytecodeCache(str(templates)),
            "auto_reload": False,
        },
        "JINJA_GLOBALS": {
            **settings["JINJA_GLOBALS"],
            "site": site.frame,
            "head_of": site.heads.head if has_labels else _no_head,
            "face_of": site.face,
            "link": _link,
            "absolute": site.addresses.absolute,
            "picture": _picture,
            "day": day,
        },
        "JINJA_FILTERS": {
            **settings["JINJA_FILTERS"],
            "day": day,
            "instant": instant,
            "parts": site.headlines.parts,
            "words": site.headlines.parts,
            "credited": _credited,
        },
    }


def _no_head(view: View) -> Head:
    return NOTHING


@pass_context
def _link(context: Context, path: str) -> str:
    """In templates: the link from the page being written to ``path``."""
    site: Site = context["SITE"]
    return site.addresses.link(path, context["output_file"])


#: Roles of a credit line (theme/shared/headings.html) that have pages.
NAME_PAGES = {"person": addresses.author, "unit": addresses.unit}


@pass_context
def _credited(context: Context, names: Iterable[str], role: str) -> Markup:
    """In templates: the names of a credit line, each a link to its page if its role has pages."""
    page = NAME_PAGES.get(role)
    if page is None:
        return Markup(" ").join(names)
    linked = Markup('<a href="{}">{}</a>')
    return Markup(" ").join(linked.format(_link(context, page(name)), name) for name in names)


@pass_context
def _picture(context: Context, shown: Picture, alt: str, sizes: str, eager: bool = False) -> Markup:
    """In templates: an ``<img>`` with all its copies."""
    return Markup(picture_element(shown, alt, partial(_link, context), eager=eager, sizes=sizes))


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages that no manuscript makes."""

    def generate_output(self, writer: Writer) -> None:
        """Called by Pelican once all articles are read."""
        scribe: Scribe = self.settings["SCRIBE"]
        for part, signature in self.settings["ORDERS"]:
            for view in scribe.views(part, signature):
                name = addresses.file_of(view.path)
                template = self.get_template(view.template)
                writer.write_file(name, template, self.context, view=view)


class PageWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Pelican's writer, but for where pages go: through the scribe, who notes what each was made from."""

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *given: object, **told: Any
    ) -> None:
        """Called by Pelican's generators and by ours for each page."""
        if not name:
            return  # a kind of page that is switched off
        scribe: Scribe = self.settings["SCRIBE"]
        text = told.get("article") or told.get("page")
        view: View = text.view if text else told["view"]
        local = {**context, "output_file": name, **told}
        scribe.put(view, lambda: str(template.render(local)))


def _generators(pelican: Pelican) -> type[Generator]:
    return SiteGenerator


def _writer(pelican: Pelican) -> type[Writer]:
    return PageWriter


def register() -> None:
    """Called by the door of the whole room."""
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
