"""The server of the preview: the site with one line of script in every page, and the preview's own pages.

For this machine and its editors only: it listens at 127.0.0.1, answers to that name alone (a page elsewhere whose
name was bent to this address gets nothing), reads only, and shows nothing outside the folders it was given.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

from plugins.preview import places, telling
from plugins.preview.board import Board
from plugins.preview.injection import OWN, injected
from plugins.web import addresses

HTML = "text/html; charset=utf-8"
#: Files of the theme that the preview's own pages ask for, and what they are.
OWN_FILES = {
    name: f"preview/{name}"
    for name in ("bar.js", "bar.css", "findings.js", "desk.html", "desk.css", "desk.js")
} | {"tokens.css": "shared/tokens.css"}
#: A word to the browser when nothing happens for so long (s): shows both sides that the other is there.
PULSE_S = 15.0
#: No file of a site has a longer name (bytes); file systems end there.
LONGEST = 255
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Counter:
    """What stands behind the counter, for the handlers to hand out."""

    board: Board
    site: Path
    theme: Path
    #: Name of the content folder, as findings write it.
    content: str
    #: (issue, version, place, dpi) → picture of a printed page; None when there is none.
    leaf: Callable[[str, str, int, int], Path | None]
    #: Somebody looks at the printed pages of an issue from now on.
    wanted: Callable[[], None]


class PreviewServer(ThreadingHTTPServer):
    """Listens until it is closed; a browser that stays away keeps nothing waiting."""

    daemon_threads = True
    # On Windows and elsewhere two servers could share a port otherwise.
    allow_reuse_address = True

    def __init__(self, counter: Counter, port: int) -> None:
        """``port`` 0: any free one. Raises `OSError` when it is taken."""
        self.counter = counter
        super().__init__(("127.0.0.1", port), Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}

    @property
    def address(self) -> str:
        """Where the home page stands."""
        return f"http://127.0.0.1:{self.server_port}/"

    def start(self) -> None:
        """Answer from now on, in threads of its own."""
        Thread(target=self.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away in the middle is no news; anything else shows its traceback."""
        import sys

        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""

    def do_GET(self) -> None:
        """Answer with a page, a file, or the stream of events."""
        self._answer()

    def do_HEAD(self) -> None:
        """The same without what it is about."""
        self._answer()

    def _answer(self) -> None:
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(HTTPStatus.FORBIDDEN, b"", HTML)
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/")
        query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN), query)
        else:
            self._page(path)

    def _own(self, name: str, query: dict[str, str]) -> None:
        """The preview's own pages, pictures and events."""
        counter = self.server.counter
        kind, _, rest = name.partition("/")
        if name == "events":
            self._events(query)
        elif name == "desk" or name in OWN_FILES:
            self._file(counter.theme / OWN_FILES["desk.html" if name == "desk" else name])
        elif kind == "draft":
            self._draft(rest.removesuffix(".pdf"))
        elif kind == "leaf":
            self._leaf(rest)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", HTML)

    def _page(self, path: str) -> None:
        """A file of the site; where a page has moved to; a friendly page for what is not there."""
        counter = self.server.counter
        mark = counter.board.mark  # before the file is read: what happens later is news to the page
        file = inside(counter.site, addresses.file_of(path))
        if file is not None and file.is_dir() and not path.endswith("/"):
            self._turn(f"{path}/")
            return
        new = counter.board.now.moved.get(addresses.file_of(path))
        if file is not None and file.is_file():
            self._file(file, mark)
        elif new:
            self._turn(new)
        else:
            page = gone(counter, path).encode()
            self._send(HTTPStatus.NOT_FOUND, injected(page, mark), HTML)

    def _draft(self, key: str) -> None:
        state = self.server.counter.board.now.press.get(key)
        file = state.printed.file if state and state.printed else None
        self._file(file if file is not None else Path("/nowhere"))

    def _leaf(self, name: str) -> None:
        """``<issue>/<version>-<place>-<dpi>.webp``."""
        issue, _, rest = name.partition("/")
        version, _, numbers = rest.removesuffix(".webp").partition("-")
        place, _, dpi = numbers.partition("-")
        file = None
        if place.isdecimal() and dpi.isdecimal() and int(dpi) in telling.DPI:
            file = self.server.counter.leaf(issue, version, int(place), int(dpi))
        self._file(file if file is not None else Path("/nowhere"))

    def _file(self, file: Path, mark: str = "") -> None:
        """A file as it is; a page of the site (``mark``) with the script in it."""
        try:
            data = file.read_bytes()
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, b"", HTML)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html" and mark:
            data = injected(data, mark)
        is_text = kind.startswith("text/") or kind in ("application/json", "application/xml")
        self._send(HTTPStatus.OK, data, f"{kind}; charset=utf-8" if is_text else kind)

    def _turn(self, path: str) -> None:
        self._send(HTTPStatus.FOUND, b"", HTML, Location=f"/{quote(path)}")

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **more: str) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **more, "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self, query: dict[str, str]) -> None:
        """Server-sent events (WHATWG HTML, 9.2): the state now, and again after every change of it."""
        counter = self.server.counter
        page, is_desk = query.get("page", "").lstrip("/"), "desk" in query
        mark = self.headers.get("Last-Event-ID", "") or query.get("seen", "")
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in {**HEADERS, "Content-Type": "text/event-stream"}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        with counter.board.watched(places.shown(page).issue if is_desk else ""):
            if is_desk:
                counter.wanted()
            with suppress(ConnectionError, TimeoutError):
                self._tell(page, mark, is_desk)

    def _tell(self, page: str, mark: str, is_desk: bool) -> None:
        """Tell one browser, until it goes."""
        counter = self.server.counter
        board, seen = counter.board, -1
        while True:
            now = board.after(seen, PULSE_S)
            if now is None:
                self._say(b":\n\n")
                continue
            told = telling.told(board, now, page, mark, counter.content)
            if is_desk:
                told["press"] = telling.press_told(now, page, counter.content)
            seen, mark = now.serial, told["mark"]
            self._say(f"id: {mark}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode())

    def _say(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()


def inside(folder: Path, path: str) -> Path | None:
    """The file at a path of the site; None for a path that leads out of its folder, by whatever way."""
    if "\0" in path or "\\" in path or len(path.encode()) > LONGEST:
        return None
    file = (folder / path).resolve()
    return file if file.is_relative_to(folder.resolve()) else None


def gone(counter: Counter, path: str) -> str:
    """The page that stands where there is none."""
    issue = places.shown(path).issue
    now = counter.board.now
    is_first = not now.at and not (counter.site / "index.html").exists()
    reason = {
        True: "网站还没有做好，做好了这里会自动换上。"
        if now.state == "working"
        else "网站还没有做成，原因见下面。",
        False: "可能稿件改了名、撤下了，或者没有排进这一期的栏目；放回去，这里会自动出来。",
    }[is_first]
    links = [("", "首页"), *([(f"{issue}/", f"{issue} 这一期")] if issue else [])]
    text = (counter.theme / "preview" / "gone.html").read_text(encoding="utf-8")
    return Template(text).substitute(
        title="请稍等" if is_first else "这一页现在没有",
        path=escape(path),
        reason=reason,
        links="".join(
            f'<li><a href="/{quote(to)}">{escape(name)}</a></li>'
            for to, name in links
            if not is_first
        ),
    )
