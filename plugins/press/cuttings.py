"""What is cut out of a painted issue: the PDFs of its articles, and the one with the public articles only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.issue.enclosures import FOLDER, Enclosure, drop_issue, public_pdf, write_issue
from plugins.press.beside import Hold
from plugins.press.prepress.pictures import screen_pictures
from plugins.press.screen.clipping import clippings
from plugins.press.screen.clipping_faces import Faces
from plugins.press.screen.excerpt import public_issue, write_excerpt
from plugins.press.workshop import Bound, Progress

STEP = "公开版"


@dataclass(frozen=True, slots=True)
class Cuttings:
    """The PDFs of single articles; the one of the public articles, None when none of its own is needed."""

    clippings: tuple[Enclosure, ...]
    excerpt: Enclosure | None


@dataclass(frozen=True, slots=True)
class Cutter:
    """What there is to cut: a bound issue, painted to ``raw``; where the rest is found and goes.

    ``target``: the PDF of the whole issue, beside which all is put.
    """

    bound: Bound
    raw: Path
    content: Path
    theme: Path
    target: Path
    cache: Path | None

    def cut(self, hold: Hold, progress: Progress) -> Cuttings:
        """Make everything aside; put it in its places when ``hold`` returns.

        Raises `IncompleteError` when a file is not what it should be; everything is then as it was.
        """
        folder, issue = self.target.parent, self.bound.issue
        public, file = public_issue(issue), public_pdf(self.target.parent, issue.key)
        faces = Faces(self.raw)
        pictures = partial(screen_pictures, cache=self.cache)
        with _aside(file) as new:
            made = None
            if public is not None:
                progress(STEP, 0, 1)
                numbers = write_excerpt(
                    self.bound, public, self.content, self.theme, new, faces, pictures
                )
                made = Enclosure(file.stem, file, numbers)
            cut = clippings(
                self.bound,
                faces,
                self.content,
                self.theme,
                folder / FOLDER,
                progress,
                self.cache,
                hold,
            )
            if public is None or made is None:
                drop_issue(folder, file)
            else:
                new.replace(file)
                write_issue(folder, public, made)
        return Cuttings(cut, made)


@contextmanager
def _aside(file: Path) -> Iterator[Path]:
    """Where a file is made before it takes its place; nothing stays there."""
    new = file.with_suffix(".new")
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)
