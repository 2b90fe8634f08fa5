"""Preview: a site on this machine only, built again whenever a manuscript or a style is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, watch

#: What editors' programs leave behind while they save is no change of the manuscript.
IGNORED = (".swp", ".tmp", ".new", "~", ".part")
#: How often the watcher wakes to see whether it should end (ms).
TICK_MS = 500
#: Written by the press itself: seeing it as a change would press for ever.
OWN = ("folios.toml",)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line on the terminal for each; never lets a browser keep one."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask browsers to look again each time: the next save may change any page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(folder: Path, port: int) -> ThreadingHTTPServer:
    """Serve ``folder`` at 127.0.0.1:``port`` (0: any free one) in the background."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def rebuild_on_save(
    paths: Iterable[Path], rebuild: Callable[[], None], stop: Event | None = None
) -> None:
    """Call ``rebuild`` now and after each burst of saves below ``paths``.

    Watching begins before the first build, so that a save during it is not missed. Ends with
    Ctrl-C, or when ``stop`` is set.
    """
    first = True
    for changes in watch(
        *paths,
        watch_filter=_matters,
        raise_interrupt=False,
        debounce=400,
        stop_event=stop,
        rust_timeout=TICK_MS,
        yield_on_timeout=True,
    ):
        if first or changes:
            rebuild()
        first = False


def _matters(change: Change, path: str) -> bool:
    name = Path(path).name
    return not name.endswith(IGNORED) and not name.startswith(".") and name not in OWN
