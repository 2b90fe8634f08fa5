"""Watching: bursts of saves, and which part of the house each concerns. Pure but for `bursts`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from threading import Event

from watchfiles import Change, watch

#: What editors' programs leave behind while they save is no change of the manuscript.
IGNORED = (".swp", ".swx", ".tmp", ".new", "~", ".part", ".crdownload", ".bak", ".pyc", ".raw")
#: Word and WPS open a file by writing one beside it; vim tries a folder with a file of this name.
BESIDE = ("~$", ".")
PROBE = "4913"
#: A burst ends when nothing was saved for so long, or has lasted so long (ms).
STEP_MS, BURST_MS = 50, 400
#: How often the watcher wakes to see whether it should end (ms).
TICK_MS = 500


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: absolute paths."""

    content: Path
    theme: Path
    plugins: Path
    settings_file: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them."""
        return (self.content, self.theme, self.plugins, self.settings_file)


@dataclass(frozen=True, slots=True)
class Burst:
    """What was saved together: paths from the folder of the project, sorted; "" the very first look."""

    paths: tuple[str, ...]
    #: The site must be made again; only the preview's own pages changed otherwise.
    concerns_site: bool
    #: The resident that makes the site, that sets the pages, holds something out of date.
    renews_site: bool
    renews_press: bool
    #: Keys of the issues whose printed pages may have changed; None: of all issues.
    issues: frozenset[str] | None
    #: A file that all issues share was saved.
    is_shared: bool


def bursts(watched: Watched, stop: Event, is_polling: bool = False) -> Iterator[Burst]:
    """A first burst of nothing, then one for each burst of saves; ends when ``stop`` is set.

    Watching begins before the first burst is handed out, so that no save during the first build is missed.
    ``is_polling``: look by ourselves again and again, for drives that tell nothing (network drives).
    """
    first = True
    for changes in watch(
        *(path for path in watched.paths if path.exists()),
        watch_filter=matters,
        debounce=BURST_MS,
        step=STEP_MS,
        stop_event=stop,
        rust_timeout=TICK_MS,
        yield_on_timeout=True,
        force_polling=is_polling or None,
    ):
        if first:
            yield Burst((), True, False, False, None, False)
        first = False
        if changes:
            yield burst(watched, {Path(path) for _, path in changes})


def matters(change: Change, path: str) -> bool:
    """Whether a change of a file is a save."""
    name = PurePath(path).name
    beside = name.startswith(BESIDE) or name.endswith(IGNORED) or name == PROBE
    return not beside and "__pycache__" not in path


def burst(watched: Watched, saved: Iterable[Path]) -> Burst:
    """What follows from these saves."""
    paths = sorted(saved)
    inside = [
        path.relative_to(watched.theme).parts[:1] for path in paths if _in(path, watched.theme)
    ]
    theme = {part[0] if part else "" for part in inside}
    code = any(_in(path, watched.plugins) or path == watched.settings_file for path in paths)
    manuscripts = [
        path.relative_to(watched.content) for path in paths if _in(path, watched.content)
    ]
    issues = _issues(manuscripts)
    web, press = theme & {"web", "shared", ""}, theme & {"press", "shared", ""}
    return Burst(
        paths=tuple(_shown(path, watched) for path in paths),
        concerns_site=bool(web or code or manuscripts),
        renews_site=bool(web or code),
        renews_press=bool(press or code),
        issues=None if press or code else issues,
        is_shared=issues is None,
    )


def _issues(manuscripts: Iterable[Path]) -> frozenset[str] | None:
    """The folders of the issues in which something was saved; None when it is a file that all share."""
    folders = {
        path.parts[0] if len(path.parts) > 1 or (path.parts and not path.suffix) else ""
        for path in manuscripts
    }
    found = frozenset(folder for folder in folders if folder[:4].isdigit())
    shared = folders - found - {"pages", "drawings"}
    return None if shared else found


def _in(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder)


def _shown(path: Path, watched: Watched) -> str:
    root = watched.content.parent
    return path.relative_to(root).as_posix() if _in(path, root) else path.name
