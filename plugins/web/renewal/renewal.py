"""Renewing a site: the parts whose signatures changed are written anew, all else stays as it stands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.article.finding import Finding
from plugins.keeping import programme
from plugins.keeping.garbage import collect_young, set_apart
from plugins.keeping.turn import in_turn
from plugins.web.faults import BuildError, faults_raised
from plugins.web.renewal import manifest as manifests
from plugins.web.renewal.crew import share_out
from plugins.web.renewal.fingerprint import digest
from plugins.web.renewal.folder import OutputFolder
from plugins.web.renewal.manifest import Manifest, Marks, Page
from plugins.web.renewal.part import Part, Signature
from plugins.web.renewal.scribe import Scribe, Written
from plugins.web.site import Site

#: Parts that one run of Pelican writes: so many are in memory at once.
BATCH = 300
#: Fewer parts than these are written before a second process would have begun.
ALONE = 48
#: All that pages are made by.
ROOMS = ("keeping", "hanzi", "toc", "tagging", "article", "issue", "web")
LIBRARIES = ("pelican", "Jinja2", "MarkupSafe", "segno", "minify-html", "Brotli", "uharfbuzz")
Order = tuple[Part, Signature]
Progress = Callable[[str, int, int], None]
#: Writes some parts of a site: a run of Pelican.
Write = Callable[[dict[str, Any], Scribe, Sequence[Order]], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found wrong, which files it wrote and which it took away, as paths on the site."""

    findings: tuple[Finding, ...]
    written: frozenset[str]
    removed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Renewed:
    """Which files were written, which taken away; what Pelican warned of."""

    written: frozenset[str]
    removed: frozenset[str]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a site is built: the output folder, the folder of all caches, the way, the number of processes."""

    output: Path
    cache: Path
    in_place: bool = False
    workers: int = 1


def everywhere(site: Site, settings: Mapping[str, Any]) -> Signature:
    """What every page is made from: the programme, the theme, the settings, the frame."""
    theme = [site.plan.theme, *map(Path, settings["THEME_TEMPLATES_OVERRIDES"])]
    return digest(
        programme.state(ROOMS, LIBRARIES).encode(),
        *(_folder_state(folder) for folder in theme),
        repr([settings.get(name, False) for name in ("LEAN", "PACKED", "RELATIVE_URLS")]).encode(),
        site.everywhere,
    )


def _folder_state(folder: Path) -> bytes:
    """The digest of all files below a folder, names and content."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    named = (file.relative_to(folder).as_posix().encode() for file in files)
    return digest(
        *(digest(name, digest(file.read_bytes())) for name, file in zip(named, files, strict=True))
    )


class Renewal:
    """Renews one output folder; in a process that lives on it remembers what stands there."""

    def __init__(self, place: Workplace, write: Write) -> None:
        self._place, self._write = place, write
        name = digest(str(place.output).encode()).hex()
        self._file = place.cache / "sites" / f"{name}.manifest"
        #: What this process left there, and the marks of the manifest that says so.
        self._known: tuple[Manifest, Marks] | None = None

    def renew(
        self, site: Site, parts: Sequence[Part], settings: dict[str, Any], progress: Progress
    ) -> Renewed:
        """Make the folder what a build from nothing would make it; another process that does so is waited for."""
        with in_turn(self._file.with_suffix(".lock")):
            return self._renewed(site, parts, settings, progress)

    def _renewed(
        self, site: Site, parts: Sequence[Part], settings: dict[str, Any], progress: Progress
    ) -> Renewed:
        folder = OutputFolder(self._place.output, in_place=self._place.in_place)
        known = self._standing(folder)
        self._known = None  # what stands there is not known again before the end
        try:
            base = everywhere(site, settings)
            orders = [(part, digest(base, part.signature)) for part in parts]
            _unique(parts)
            known = known.without(_dated(known, site))
            stale = [each for each in orders if known.parts.get(each[0].name, ("",))[0] != each[1]]
            work = _Work(site, folder, known, base, settings, self._write, progress)
            written = work.all(stale, self._place.workers)
            made = work.manifest(orders, written)
        except BaseException:
            folder.give_up()
            raise
        new, gone = self._shown(folder, known, made, set(written.files))
        return Renewed(new, gone, tuple(written.warnings))

    def _standing(self, folder: OutputFolder) -> Manifest:
        """What stands in the folder as it was written; the folder is put in order for a new build."""
        if self._known and self._known[1] == self._marks():
            folder.begin(None)
            return self._known[0]
        found = manifests.load(self._file)
        found = found.without(manifests.lost(self._place.output, found))
        folder.begin(found.files)
        return found

    def _marks(self) -> Marks | None:
        return manifests.marks(self._file.stat()) if self._file.exists() else None

    def _shown(
        self, folder: OutputFolder, known: Manifest, made: Manifest, new: set[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Show what was made; remember it."""
        gone = frozenset(known.files.keys() - made.files.keys())
        if new or gone or not self._place.output.exists():
            made.files |= folder.finish([each for each in made.files if each not in new], gone)
            manifests.save(self._file, made)
        else:
            folder.give_up()
        left = self._marks()
        self._known = (made, left) if left else None
        return frozenset(new), gone


@dataclass(slots=True)
class _Work:
    """One renewal while it goes on."""

    site: Site
    folder: OutputFolder
    known: Manifest
    base: Signature
    settings: dict[str, Any]
    write: Write
    progress: Progress

    def all(self, stale: Sequence[Order], workers: int) -> Written:
        """Write the stale parts, in several processes when they are many."""
        batches = [stale[at : at + BATCH] for at in range(0, len(stale), BATCH)]
        if workers > 1 and len(stale) > ALONE:
            size = min(BATCH, -(-len(stale) // (2 * workers)))
            batches = [stale[at : at + size] for at in range(0, len(stale), size)]
        with set_apart():
            made = share_out(batches, self._batches, workers if len(stale) > ALONE else 1)
        whole = Written()
        for each in made:
            whole.add(each)
        whole.files |= {path: self.folder.marks(path) for path in whole.copied}
        return whole

    def _batches(self, batches: Sequence[Sequence[Order]], is_here: bool) -> Written:
        """Write a share of the batches in this process. ``is_here``: it is the one that was called."""
        total = sum(map(len, batches))
        scribe = self._scribe(self._teller(total) if is_here else _nobody)
        settings = {**self.settings, "OUTPUT_PATH": str(self.folder.aside), "BY_BUILDER": True}
        with faults_raised() as faults:
            for batch in batches:
                self.write(settings, scribe, batch)
                collect_young()
        scribe.written.warnings += faults.warnings
        self.site.headlines.keep()
        return scribe.written

    def _teller(self, total: int) -> Callable[[], None]:
        """Tells how many pages there are. (Of parts with many pages one counts as one.)"""
        count = itertools.count(1)
        return lambda: self.progress("网页", min(next(count), total), total)

    def _scribe(self, told: Callable[[], None]) -> Scribe:
        is_lean, is_packed = (self.settings.get(name, False) for name in ("LEAN", "PACKED"))
        return Scribe(
            self.site,
            self.folder,
            self.known,
            self.base,
            is_lean=is_lean,
            is_packed=is_packed,
            told=told,
        )

    def manifest(self, orders: Sequence[Order], written: Written) -> Manifest:
        """What stands there now: pages in the order of the site, assets, and the files of both.

        Raises `BuildError` when a page that was planned was not written: what Pelican drops silently.
        """
        parts = {
            part.name: noted
            for part, signature in orders
            if (noted := self._noted(part.name, written)) and noted[0] == signature
        }
        missing = [part.name for part, _ in orders if part.name not in parts]
        pages = {path: self._page(path, written) for noted in parts.values() for path in noted[1]}
        missing += [path for path, page in pages.items() if page is None]
        if missing:
            raise BuildError("pages not written: " + ", ".join(missing))
        whole = {path: page for path, page in pages.items() if page}
        assets = self._assets(whole, written)
        files = {**self.known.files, **written.files}
        wanted = [each for page in whole.values() for each in (*page.files, *page.uses)]
        wanted += assets
        return Manifest(parts, whole, {path: files[path] for path in wanted}, assets)

    def _noted(self, name: str, written: Written) -> tuple[Signature, tuple[str, ...]] | None:
        return written.parts.get(name) or self.known.parts.get(name)

    def _page(self, path: str, written: Written) -> Page | None:
        """A page as it was written now, or stands there from before; None when it was lost on the way."""
        if path in written.lost:
            return None
        return written.pages.get(path) or self.known.pages.get(path)

    def _assets(self, pages: Mapping[str, Page], written: Written) -> dict[str, bytes]:
        """Write the files that are no pages, those that changed; out: all, with the digests of their content."""
        scribe = self._scribe(_nobody)
        scribe.written = written
        return scribe.assets(pages)


def _nobody() -> None:
    """Nobody is told."""


def _dated(known: Manifest, site: Site) -> Iterable[str]:
    """Files that pages show and that are no longer offered under their names: a sheet of rare characters."""
    current = site.rare_sheet.path if site.rare_sheet else ""
    return [path for path in known.files if path.startswith("theme/rare.") and path != current]


def _unique(parts: Iterable[Part]) -> None:
    seen: set[str] = set()
    for part in parts:
        if part.name in seen:
            raise BuildError(f"two parts are called {part.name}")
        seen.add(part.name)
