"""Pagefind's side: installed into a venv of its own, asked in Chromium."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

from benchmarks.archive.measuring import measured, megabytes_of
from benchmarks.search.asking import FIRST, Answers, Measured, Query
from benchmarks.search.corpus import of
from plugins.issue.record import Archive
from plugins.web.search.document import Document
from tests.web.browsing import CHROMIUM, chromium

PACKAGE = "pagefind[extended]==1.5.2"
#: Asks in a page: the addresses of the first results, then of the others.
ASK = """async ([words, from, to]) => {
  window.engine ??= await import("/pagefind/pagefind.js");
  const found = await window.engine.search(words);
  const data = await Promise.all(found.results.slice(from, to).map((each) => each.data()));
  return data.map((each) => each.raw_url ?? each.url);
}"""
MOST = 20_000


class NotToBeHad(Exception):
    """Pagefind or Chromium is not here and cannot be fetched."""


class Counting(SimpleHTTPRequestHandler):
    """Counts the bytes it sends."""

    sent: ClassVar[Counter[str]] = Counter()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        self.sent[self.path] += len(data)
        outputfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


def measured_and_asked(
    archive: Archive, queries: list[Query], folder: Path
) -> tuple[Measured, Answers]:
    """Make the index and ask. Raises NotToBeHad."""
    if not CHROMIUM.exists():
        raise NotToBeHad(f"no Chromium at {CHROMIUM}")
    python, site = _installed(folder / "venv"), folder / "site"
    for each in of(archive):
        _write(each, site)
    run = measured([python, "-m", "pagefind", "--site", site], 1, folder)
    index = site / "pagefind"
    files = sum(1 for file in index.rglob("*") if file.is_file())
    made = Measured(run.cpu, run.megabytes, megabytes_of(index), files)
    return made, _asked(queries, site)


def _installed(venv: Path) -> Path:
    """The Python of a venv that has Pagefind."""
    python = venv / "bin" / "python"
    for command in (
        [sys.executable, "-m", "venv", str(venv)],
        [str(python), "-m", "pip", "install", "-q", PACKAGE],
    ):
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            raise NotToBeHad(run.stderr.strip()[-300:])
    return python


def _write(document: Document, site: Path) -> None:
    """A page with nothing but the words of an article."""
    headline, *rest = map(escape, document.fields)
    text = "".join(f"<p>{line}</p>" for each in rest for line in each.splitlines())
    file = site / document.path
    file.parent.mkdir(parents=True, exist_ok=True)
    head = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{headline}</title>'
    file.write_text(f"{head}<body data-pagefind-body><h1>{headline}</h1>{text}", encoding="utf-8")


def _asked(queries: list[Query], site: Path) -> Answers:
    (site / "ask.html").write_text("<!doctype html><title>?</title>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    answers = Answers()
    with chromium() as browser:
        for query in queries:
            _ask(query, browser, f"http://127.0.0.1:{server.server_port}/ask.html", answers)
    server.shutdown()
    server.server_close()
    return answers


def _ask(query: Query, browser: Any, address: str, answers: Answers) -> None:
    """Ask in a new page; what every page fetches first is what a later query need not."""
    page = browser.new_page()
    page.goto(address)
    Counting.sent.clear()
    page.evaluate(ASK, ["龘龘", 0, 0])
    always = sum(Counting.sent.values())
    first = page.evaluate(ASK, [query.words, 0, FIRST])
    whole = sum(Counting.sent.values())
    rest = page.evaluate(ASK, [query.words, FIRST, MOST])
    page.close()
    pages = [each.lstrip("/") for each in (*first, *rest)]
    answers.add(query, pages, whole, whole - always)
