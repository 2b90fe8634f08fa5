"""Puts rendered pages and what they show into the output folder, and notes what was put."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.web import addresses
from plugins.web.assets import Asset
from plugins.web.faces import rare
from plugins.web.feeds.sitemap import Listed
from plugins.web.renewal.fingerprint import digest
from plugins.web.renewal.folder import OutputFolder
from plugins.web.renewal.manifest import Manifest, Marks, Page
from plugins.web.renewal.part import Part, Signature
from plugins.web.server.lean import lean
from plugins.web.server.packed import COPIES, packed
from plugins.web.site import Site
from plugins.web.views import LostView, PageView, View

#: Files under these folders are named by their content: one that is there need not be copied again.
BY_CONTENT = (addresses.MEDIA, addresses.THEME, "cards/")


#: Kinds of pages that no sitemap lists.
UNLISTED = (LostView.__name__,)
#: Kinds of pages that do not change with the articles.
UNDATED = (PageView.__name__,)


@dataclass(slots=True)
class Written:
    """What was put: pages by path, files with their marks, parts with the paths of their pages.

    ``lost``: pages that were handed out to be rendered and did not come back yet. ``copied``: files that another process may have
    put there too; their marks are taken at the end. ``warnings``: what Pelican said.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    files: dict[str, Marks] = field(default_factory=dict)
    parts: dict[str, tuple[Signature, tuple[str, ...]]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)

    def add(self, other: Written) -> None:
        """Take over what another process wrote."""
        self.pages |= other.pages
        self.files |= other.files
        self.parts |= other.parts
        self.lost |= other.lost
        self.copied |= other.copied
        self.warnings += other.warnings


class Scribe:
    """Writes pages of one site. ``known``: what stood there before; ``everywhere``: what all pages stand on."""

    def __init__(
        self,
        site: Site,
        folder: OutputFolder,
        known: Manifest,
        everywhere: Signature,
        *,
        is_lean: bool = False,
        is_packed: bool = False,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        """``told``: called for every page that is written."""
        self.site, self.written = site, Written()
        self._folder, self._known, self._everywhere = folder, known, everywhere
        self._shrink: Callable[[str], str] = lean if is_lean else str
        self._is_packed, self._told = is_packed, told
        self._linked: dict[str, set[str]] = {}
        self._keys: dict[str, Signature] = {}

    def views(self, part: Part, signature: Signature) -> Iterator[View]:
        """The views of a part that must be written: those that are not what stands there."""
        linked = self.site.addresses.linked
        paths: list[str] = []
        linked.clear()
        for view in part.views():
            paths.append(view.path)
            key = signature if part.source else self._key(view)
            page = self._known.pages.get(view.path)
            if page and page.key == key:
                continue
            self.written.lost.add(view.path)
            self._keys[view.path] = key
            self._linked[view.path] = set(linked)
            yield view
            linked.clear()
        self.written.parts[part.name] = (signature, tuple(paths))

    def _key(self, view: View) -> Signature:
        """What a page is made from that no manuscript makes: its view, the issue on its social card."""
        prints = self.site.catalogue.prints
        return digest(self._everywhere, prints.of(view, self.site.social.issue(view)))

    def put(self, view: View, render: Callable[[], str]) -> None:
        """Render a page and put it there, with what it shows."""
        linked = self.site.addresses.linked
        linked.clear()
        html = render()
        linked |= self._linked.pop(view.path, set())
        uses = [path for path in sorted(linked) if self._shown(path)]
        sheet = self.site.rare_sheet
        if sheet and rare.rare(html):
            html = _with_sheet(html, self.site.addresses.link(sheet.path, view.path))
            uses.append(sheet.path)
        file = addresses.file_of(view.path)
        files = tuple(self._write(file, self._shrink(html).encode()))
        day = view.day.isoformat() if view.day else ""
        page = Page(self._keys.pop(view.path), day, type(view).__name__, files, tuple(uses))
        self.written.pages[view.path] = page
        self.written.lost.discard(view.path)
        self._told()

    def assets(self, pages: Mapping[str, Page]) -> dict[str, bytes]:
        """Put the files that are no pages there, those that changed; out: each with the digest of its content.

        ``pages``: all pages of the site, in order; the sitemap lists them.
        """
        linked = self.site.addresses.linked
        linked.clear()
        made: dict[str, bytes] = {}
        rows = list(_listed(pages, self.site.newest_day))
        for asset in self.site.assets(rows):
            made |= self._asset(asset)
        for path in (*sorted(filter(self._shown, linked)), *self.site.rare.files):
            self.copy(path)
            made[path] = b""
        return made

    def _asset(self, asset: Asset) -> dict[str, bytes]:
        content = digest(asset.data)
        paths = (asset.path + suffix for suffix in COPIES)
        packs = [path for path in paths if self._known.assets.get(path) == content]
        if self._known.assets.get(asset.path) == content:
            return dict.fromkeys((asset.path, *packs), content)
        return dict.fromkeys(self._write(asset.path, asset.data), content)

    def copy(self, path: str) -> None:
        """Put a file of a cache there, if it is not there yet."""
        source = self.site.file(path)
        if source is None:
            raise LookupError(f"nothing stands at {path}")
        by_content = path.startswith(BY_CONTENT)
        if path in self.written.copied or (by_content and path in self._known.files):
            return
        self.written.files[path] = self._folder.copy(path, source)
        self.written.copied.add(path)

    def _shown(self, path: str) -> bool:
        """Whether a link leads to a file that is copied; it is copied then."""
        if self.site.file(path) is None:
            return False
        self.copy(path)
        return True

    def _write(self, path: str, data: bytes) -> Iterator[str]:
        """Write a file and its packed copies; their paths."""
        self.written.files[path] = self._folder.write(path, data)
        yield path
        if self._is_packed:
            for suffix, small in packed(data, _suffix(path)).items():
                self.written.files[path + suffix] = self._folder.write(path + suffix, small)
                yield path + suffix


def _listed(pages: Mapping[str, Page], newest: date | None) -> Iterator[Listed]:
    """The pages that the sitemap lists, and the day each was changed: of a list without one that of the newest article."""
    for path, page in pages.items():
        if page.kind not in UNLISTED:
            own = date.fromisoformat(page.day) if page.day else None
            yield path, own or (None if page.kind in UNDATED else newest)


def _suffix(path: str) -> str:
    return path[path.rfind(".") :] if "." in path else ""


def _with_sheet(html: str, href: str) -> str:
    """A page with one more style sheet, behind the others."""
    head, rest = html.split("</head>", 1)
    return f'{head}<link rel="stylesheet" href="{href}">\n</head>{rest}'
