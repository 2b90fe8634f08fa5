"""The site's own smaller copies of pictures. Originals in print resolution are never published.

`picture_copies` makes them, `picture_cache` keeps them, `picture_markup` writes them into a page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.article import pictures
from plugins.article.finding import Finding, ManuscriptError
from plugins.article.record import Article
from plugins.issue.record import Archive
from plugins.keeping.digests import Digests
from plugins.web import addresses
from plugins.web.pictures.picture_cache import KeptCopy, PictureCache
from plugins.web.pictures.picture_copies import VERSION, encode

#: Originals made into copies at once. Pillow's coders let other threads run; each holds one whole
#: picture in memory (print original of 24 million px: 70 MB).
WORKERS = 4
#: The name of a file that is nothing else, in no spelling.
PLAIN = re.compile(r"[\w -][\w. -]*")
#: Formats some browsers do not read, best first, with their media types.
MODERN = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its path on the site, its size in px."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Source:
    """The same copies in a format that not every browser reads, smallest first."""

    media_type: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All copies of one picture: in JPEG or PNG, smallest first, and in better formats, best first."""

    copies: tuple[Copy, ...]
    sources: tuple[Source, ...] = ()

    @property
    def largest(self) -> Copy:
        """The copy that gives ``src``, ``width`` and ``height``; every program reads it."""
        return self.copies[-1]

    @property
    def is_chart(self) -> bool:
        """Whether it is a drawing with words (kept as PNG), which must not be cropped."""
        return self.largest.path.endswith(".png")

    @property
    def is_wide(self) -> bool:
        """Whether it is a landscape, fit for the head of a page."""
        return self.largest.width > self.largest.height * 1.2

    @property
    def is_tall(self) -> bool:
        """Whether it would fill more than a screen at the width of a text."""
        return self.largest.height > self.largest.width * 1.1


Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody how far it is."""


class KeptFiles(Mapping[str, Path]):
    """Address on the site → kept copy. ``places``: the same as plain paths."""

    def __init__(self, places: dict[str, str]) -> None:
        self._places = places

    def __getitem__(self, path: str) -> Path:
        return Path(self._places[path])

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class PictureStore:
    """Knows the copies of every picture, remembers which were asked for.

    ``content`` holds the originals; ``files``: address on the site → kept copy, of all that was asked.
    ``workers``: how many originals are made into copies at once; ``before``: the store of the last build in this
    process, whose `Picture`s of unchanged originals are given again. Several processes may share one cache.
    """

    def __init__(
        self,
        content: Path,
        cache: Path,
        workers: int = WORKERS,
        before: PictureStore | None = None,
    ) -> None:
        self._content = content
        self._workers = workers
        self._cache: PictureCache = before._cache if before else PictureCache(cache / "pictures")
        self.digests: Digests = (
            before.digests if before else Digests(cache / "pictures" / "originals.json")
        )
        self._made: dict[tuple[str, str], tuple[Picture, dict[str, str]]] = {}
        self._before = before._made if before else {}
        self._found: dict[tuple[str, str], tuple[Path, str]] = {}
        self._folders: dict[tuple[str, str], str] = {}
        self._known: dict[tuple[str, str], Picture] = {}
        self._places: dict[str, str] = {}
        self.files: Mapping[str, Path] = KeptFiles(self._places)

    def prepare(self, wanted: Iterable[tuple[str, str]], progress: Progress = silent) -> None:
        """Make the missing copies of many pictures, (issue_key, src) each, several at once.

        Raises `ManuscriptError` that names every picture that cannot be read.
        """
        missing: dict[str, tuple[str, str]] = {}
        for place in dict.fromkeys(wanted):
            _, digest = self._found[place] = self._find(*place)
            if not self._cache.has(digest):
                missing.setdefault(digest, place)
        with pictures.strictly(), ThreadPoolExecutor(self._workers) as workers:
            findings = []
            for finding in workers.map(self._make, missing, missing.values()):
                findings.append(finding)
                progress("图片", len(findings), len(missing))
        self.digests.save()
        for digest in {digest for _, digest in self._found.values()}:
            if digest not in missing or self._cache.has(digest):
                self._cache.note(digest)
        self._cache.save()
        if faults := [finding for finding in findings if finding]:
            raise ManuscriptError(faults)

    def picture(self, issue_key: str, src: str) -> Picture:
        """The copies of the picture ``src`` (as typed) of an issue; made now if they are missing."""
        if (issue_key, src) not in self._known:
            if (issue_key, src) not in self._found:
                self.prepare([(issue_key, src)])
            original, digest = self._found[issue_key, src]
            head = f"{addresses.MEDIA}{issue_key}/{addresses.segment(original.stem)}"
            made = self._before.get((head, digest)) or self._published(head, digest)
            self._made[head, digest] = made
            self._known[issue_key, src] = made[0]
            self._places |= made[1]
        return self._known[issue_key, src]

    def _find(self, issue_key: str, src: str) -> tuple[Path, str]:
        original = self._original(issue_key, src)
        return original, self.digests.of(original)

    def _original(self, issue_key: str, src: str) -> Path:
        """The file behind ``src``. Beside one that was looked up, one that is no link needs no looking up."""
        parent, _, name = src.rpartition("/")
        folder = self._folders.get((issue_key, parent))
        if folder and PLAIN.fullmatch(name):
            file = Path(f"{folder}/{name}")
            if not file.is_symlink():
                return file
        file = pictures.locate(self._content / issue_key, src)
        if PLAIN.fullmatch(name) and not file.is_symlink():
            self._folders[issue_key, parent] = str(file.parent)
        return file

    def _make(self, digest: str, place: tuple[str, str]) -> Finding | None:
        issue_key, src = place
        try:
            copies = encode(self._original(issue_key, src).read_bytes())
        except (OSError, SyntaxError, Image.DecompressionBombError):
            message = f"图片“{src}”打不开或已损坏，请重新取得原图"
            path = f"{self._content.name}/{issue_key}/{src}"
            return Finding(path, 0, 0, "W107", "error", message)
        self._cache.keep(digest, copies)
        return None

    def _published(self, head: str, digest: str) -> tuple[Picture, dict[str, str]]:
        """The copies under their addresses, which begin with ``head``, and where each lies."""
        places: dict[str, str] = {}
        mark = hashlib.sha256(f"{VERSION} {digest}".encode()).hexdigest()[:8]
        formats: dict[str, list[Copy]] = {}
        for kept in self._cache.copies(digest):
            path = f"{head}-{kept.width}.{mark}.{kept.suffix}"
            places[path] = kept.place
            formats.setdefault(kept.suffix, []).append(_copy(path, kept))
        sources = tuple(
            Source(media_type, tuple(formats.pop(suffix)))
            for suffix, media_type in MODERN.items()
            if suffix in formats
        )
        (plain,) = formats.values()
        return Picture(tuple(plain), sources), places


def shown(archive: Archive, pages: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Every picture that a site of this archive (already cut to its edition) shows."""
    for issue in archive.issues:
        if issue.cover.image:
            yield issue.key, issue.cover.image
        for article in issue.articles:
            yield from ((article.issue_key, picture.src) for picture in article.pictures)
    for page in pages:
        yield from ((page.issue_key, picture.src) for picture in page.pictures)


def _copy(path: str, kept: KeptCopy) -> Copy:
    return Copy(path, kept.width, kept.height)
