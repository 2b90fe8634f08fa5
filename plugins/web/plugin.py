"""The door of 网站: `Builder` builds a site again and again, `build` once; a plain ``pelican`` run enters here too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.log import console
from pelican.settings import read_settings

from plugins.article.finding import Finding, ManuscriptError, errors
from plugins.article.gazetteer import Gazetteer, GazetteerError
from plugins.issue import plugin as issue
from plugins.issue.editions import Editor
from plugins.issue.record import Archive, Edition
from plugins.keeping.garbage import collector_paused
from plugins.toc import plugin as toc
from plugins.web.checking import Checker
from plugins.web.extras import EVERYTHING, wanted
from plugins.web.faults import BuildError
from plugins.web.indexes.mentions import GAZETTEER, read_gazetteer
from plugins.web.pages import read_pages
from plugins.web.parts import parts
from plugins.web.pictures.pictures import Progress, silent
from plugins.web.renewal import plugin as pelican_side
from plugins.web.renewal.folder import OutputFolder
from plugins.web.renewal.manifest import Manifest
from plugins.web.renewal.renewal import Built, Renewal, Workplace, everywhere
from plugins.web.renewal.scribe import Scribe
from plugins.web.site import Plan, Site


class Builder:
    """Builds the site of one edition into ``output``; only what changed since the last time.

    ``enclosures``: a folder with what the press has made of each issue, from which the PDFs of single articles
    are taken (plugins/issue/enclosures.py). ``in_place``: every page takes its place at once, for a preview;
    otherwise readers see the old site until the new one is whole. ``workers``: processes that write pages.
    """

    def __init__(
        self,
        content: Path,
        output: Path,
        *,
        edition: Edition = "public",
        settings_file: Path,
        cache: Path,
        enclosures: Path | None = None,
        in_place: bool = False,
        workers: int = 1,
        quiet: bool = True,
    ) -> None:
        self._content, self._enclosures, self._quiet = content.resolve(), enclosures, quiet
        self._override = {
            "PATH": str(self._content),
            "OUTPUT_PATH": str(output.resolve()),
            "CACHE_PATH": str(cache.resolve()),
            "EDITION": edition,
        }
        self._settings_file, self._editor = settings_file, Editor(edition)
        self._checker, self._is_preview = Checker(self._content), in_place
        place = Workplace(output.resolve(), cache.resolve(), in_place, workers)
        self._renewal = Renewal(place, pelican_side.write)
        self._site: Site | None = None

    def build(self, archive: Archive, progress: Progress = silent) -> Built:
        """Build the site of ``archive`` (whole, not cut to the edition).

        When this raises, ``output`` is as it was. Raises `ManuscriptError` for what people wrote, `BuildError`
        when Pelican logged an error or a page is missing.
        """
        with collector_paused():
            return self._built(archive, progress)

    def _built(self, archive: Archive, progress: Progress) -> Built:
        settings = read_settings(str(self._settings_file), self._override)
        cut = self._editor.archive(archive)
        plan, findings = _plan(settings, archive, cut, self._enclosures, self._is_preview)
        found, told = self._checker.check(archive, cut, plan.relative)
        findings += found
        if errors(findings):
            raise ManuscriptError(errors(findings))
        site = Site(plan, told, self._site, progress)
        with _hushed(self._quiet):
            renewed = self._renewal.renew(site, list(parts(site)), settings, progress)
        site.keep()
        self._site = site
        told_by_pelican = (
            Finding(self._content.name, 0, 0, "W104", "warning", each) for each in renewed.warnings
        )
        findings += [*site.findings(self._content), *told_by_pelican]
        return Built(tuple(findings), renewed.written, renewed.removed)


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
    workers: int = 1,
    progress: Progress = silent,
) -> list[Finding]:
    """Build a site once; out: what the web alone finds wrong. Raises as `Builder.build` does."""
    builder = Builder(
        content,
        output,
        edition=edition,
        settings_file=settings_file,
        cache=cache,
        enclosures=enclosures,
        workers=workers,
        quiet=quiet,
    )
    return list(builder.build(archive, progress).findings)


def _plan(
    settings: dict[str, Any],
    archive: Archive,
    cut: Archive | None,
    enclosures: Path | None,
    is_preview: bool = False,
) -> tuple[Plan, list[Finding]]:
    """What a site of these settings is built from."""
    content = Path(settings["PATH"])
    pages, findings = read_pages(content, toc.hand_over(settings), archive)
    plan = Plan(
        archive=archive,
        cut=cut,
        pages=pages,
        content=content,
        theme=Path(settings["THEME"]),
        cache=Path(settings["CACHE_PATH"]),
        edition=settings.get("EDITION", "public"),
        relative=settings["RELATIVE_URLS"],
        enclosures=enclosures,
        extras=wanted(settings.get("EXTRAS", EVERYTHING)),
        gazetteer=_gazetteer(content),
        is_preview=is_preview,
    )
    return plan, findings


def _gazetteer(content: Path) -> Gazetteer:
    """The editors' list of places; raises `ManuscriptError` when it cannot be read."""
    try:
        return read_gazetteer(content)
    except GazetteerError as error:
        path = f"{content.name}/{GAZETTEER.as_posix()}"
        raise ManuscriptError([Finding(path, 0, 0, "W118", "error", str(error))]) from error


@contextmanager
def _hushed(quiet: bool) -> Iterator[None]:
    before = console.quiet
    console.quiet = quiet
    try:
        yield
    finally:
        console.quiet = before


def _initialized(pelican: Pelican) -> None:
    """A plain run of Pelican: everything is read, checked and ordered before it looks at a file."""
    settings = pelican.settings
    if "SCRIBE" in settings:
        return
    archive = issue.hand_over(settings)
    cut = Editor(settings.get("EDITION", "public")).archive(archive)
    plan, findings = _plan(settings, archive, cut, settings.get("ENCLOSURES"))
    found, told = Checker(plan.content).check(archive, cut, plan.relative)
    issue.stop_on_errors([*findings, *found])
    site = Site(plan, told)
    folder = OutputFolder(Path(settings["OUTPUT_PATH"]), in_place=True)
    folder.begin(())
    base = everywhere(site, settings)
    scribe = Scribe(site, folder, Manifest(), base)
    orders = [(part, part.signature) for part in parts(site)]
    settings.update(pelican_side.order(settings, scribe, orders))


def _finalized(pelican: Pelican) -> None:
    """A plain run of Pelican has written its pages: the other files follow."""
    scribe: Scribe = pelican.settings["SCRIBE"]
    if pelican.settings.get("BY_BUILDER"):
        return
    pages = scribe.written.pages
    missing = [part.name for part in parts(scribe.site) if part.name not in scribe.written.parts]
    if missing:
        raise BuildError("pages not written: " + ", ".join(missing))
    scribe.assets(pages)


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(_initialized)
    signals.finalized.connect(_finalized)
    pelican_side.register()
