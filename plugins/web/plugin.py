"""The door of 网站: what Pelican's settings need, the pages it does not write, and `build`."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2.runtime import Context
from jinja2.utils import pass_context
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.article.finding import Finding, ManuscriptError, errors
from plugins.article.plugin import Reading
from plugins.issue import plugin as issue
from plugins.issue.aside import built_aside
from plugins.issue.record import Archive, Edition
from plugins.toc import plugin as toc
from plugins.web import addresses
from plugins.web.faults import BuildError, faults_raised
from plugins.web.pages import read_pages
from plugins.web.pictures.picture_markup import picture_element
from plugins.web.pictures.pictures import Picture
from plugins.web.server.finish import finish
from plugins.web.site import Plan, Site, check
from plugins.web.times import day, instant
from plugins.web.views import ArticleView, PageView


def build(
    archive: Archive,
    content: Path,
    output: Path,
    *,
    edition: Edition = "public",
    settings_file: Path,
    cache: Path,
    enclosures: Path | None = None,
    quiet: bool = False,
) -> list[Finding]:
    """Build the site of one edition into ``output``; out: what the web alone finds wrong.

    ``enclosures``: a folder with what the press has made of each issue, from which the PDFs of single
    articles are taken (plugins/issue/enclosures.py).

    Built aside and swapped: when this raises, ``output`` is as it was. Raises `ManuscriptError`
    for what people wrote, `BuildError` when Pelican logged an error or a page is missing.
    """
    override = {
        "PATH": str(content.resolve()),
        "CACHE_PATH": str(cache.resolve()),
        "ARCHIVE": archive,
        "EDITION": edition,
        "ENCLOSURES": enclosures,
    }
    with built_aside(output.resolve()) as aside:
        settings = read_settings(str(settings_file), {**override, "OUTPUT_PATH": str(aside)})
        findings = prepare(settings)
        if errors(findings):
            raise ManuscriptError(errors(findings))
        with faults_raised() as faults, _hushed(quiet):
            Pelican(settings).run()
        _whole(settings["SITE"], aside)
        finish(aside, is_lean=settings.get("LEAN", False), is_packed=settings.get("PACKED", False))
    settings["SITE"].headlines.keep()
    told = (Finding(content.name, 0, 0, "W104", "warning", text) for text in faults.warnings)
    return [*findings, *told]


def prepare(settings: dict[str, Any]) -> list[Finding]:
    """Plan the site of these settings, once; tell Pelican what to read. Out: the web's findings."""
    if "SITE" in settings:
        return []
    archive = issue.hand_over(settings)
    content = Path(settings["PATH"])
    pages, findings = read_pages(content, toc.hand_over(settings), archive)
    plan = Plan(
        archive=archive,
        pages=pages,
        content=content,
        theme=Path(settings["THEME"]),
        cache=Path(settings["CACHE_PATH"]),
        edition=settings.get("EDITION", "public"),
        relative=settings["RELATIVE_URLS"],
        enclosures=settings.get("ENCLOSURES"),
    )
    findings += check(plan)
    if errors(findings):
        return findings
    site = Site(plan)
    _tell(settings, site)
    return [*findings, *site.findings(content)]


def _tell(settings: dict[str, Any], site: Site) -> None:
    """Everything Pelican and the templates need to know of the site."""
    readings = {
        path: _reading(view, place) for place, (path, view) in enumerate(site.texts.items())
    }
    settings.update(
        SITE=site,
        SITENAME=site.archive.publication.name,
        SITEURL="" if site.addresses.relative else site.addresses.site_address,
        READINGS=readings,
        ARTICLE_PATHS=[path for path, reading in readings.items() if reading.section],
        PAGE_PATHS=[path for path, reading in readings.items() if not reading.section],
        JINJA_GLOBALS={
            **settings["JINJA_GLOBALS"],
            "site": site.frame,
            "head_of": site.heads.head,
            "faces": site.faces_of,
            "link": _link,
            "absolute": site.addresses.absolute,
            "picture": _picture,
            "day": day,
        },
        JINJA_FILTERS={
            **settings["JINJA_FILTERS"],
            "day": day,
            "instant": instant,
            "parts": site.headlines.parts,
            "words": site.headlines.parts,
            "credited": _credited,
        },
    )


def _reading(view: ArticleView | PageView, place: int) -> Reading:
    tags = tuple((tag.name, addresses.segment(tag.slug)) for tag in view.article.tags)
    label = view.card.label if isinstance(view, ArticleView) else None
    return Reading(
        article=view.article,
        body=view.body,
        path=view.path,
        summary=view.description,
        place=place,
        view=view,
        day=view.day,
        section=(label.name, label.anchor) if label else None,
        tags=tags,
    )


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

    def link(path: str) -> str:
        return _link(context, path)

    return Markup(picture_element(shown, alt, link, eager=eager, sizes=sizes))


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages that no manuscript makes, and every file that is no page."""

    def generate_output(self, writer: Writer) -> None:
        """Called by Pelican once all articles are read."""
        site: Site = self.settings["SITE"]
        for view in site.others:
            writer.write_file(
                addresses.file_of(view.path),
                self.get_template(view.template),
                self.context,
                self.settings["RELATIVE_URLS"],
                view=view,
            )
        output = Path(self.output_path)
        for asset in site.assets():
            _place(output, asset.path).write_bytes(asset.data)
        for path, kept in site.files.items():
            shutil.copyfile(kept, _place(output, path))


def _place(output: Path, path: str) -> Path:
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _whole(site: Site, output: Path) -> None:
    """Every planned page is there: what Pelican drops silently is noticed here at the latest."""
    files = (addresses.file_of(view.path) for view in site.views)
    missing = [file for file in files if not (output / file).is_file()]
    if missing:
        raise BuildError("pages not written: " + ", ".join(missing))


@contextmanager
def _hushed(quiet: bool) -> Iterator[None]:
    before = console.quiet
    console.quiet = quiet
    try:
        yield
    finally:
        console.quiet = before


def _initialized(pelican: Pelican) -> None:
    issue.stop_on_errors(prepare(pelican.settings))


def _generators(pelican: Pelican) -> type[Generator]:
    return SiteGenerator


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(_initialized)
    signals.get_generators.connect(_generators)
