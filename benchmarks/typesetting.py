"""Chinese line setting: ours against WeasyPrint alone, Chromium and Typst, on the same text, in one run.

    python benchmarks/typesetting.py [issue] [rounds]

The paragraphs of an issue (bold, links, sub- and superscripts kept) are set in one column of 22 em,
10.5 pt on 15.75 pt, Noto Serif CJK SC, by each engine with the best it offers for Chinese. One judge
(plugins/press/quality/linecheck.py) reads the finished PDFs, with one layout for all. Times are processor
time of the layout alone for WeasyPrint and ours, wall time of the whole run to PDF for the others:
medians of the rounds, taken in turn. Last, the articles of the real issue are laid out as pages.
"""

from __future__ import annotations

import gc
import html
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest import mock

from weasyprint import HTML

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.press import CHROMIUM, OWN_COLUMNS  # noqa: E402
from plugins.issue import archive  # noqa: E402
from plugins.issue.record import Issue  # noqa: E402
from plugins.press import typesetter  # noqa: E402
from plugins.press.pieces import pieces  # noqa: E402
from plugins.press.quality.layoutread import Layout  # noqa: E402
from plugins.press.quality.linecheck import Measures, Share, check  # noqa: E402
from plugins.press.quality.linefault import Rule  # noqa: E402
from plugins.press.quality.reader import read  # noqa: E402
from plugins.press.typesetter import Typesetter  # noqa: E402
from plugins.press.workshop import Workshop  # noqa: E402
from plugins.tagging.record import Tagged  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

#: pt, and all whole px: Chromium cuts line heights and margins down to those.
SIZE, PITCH, MEASURE = 10.5, 15.75, 231.0
LEFT, TOP = 40.5, 40.5
WIDTH, HEIGHT = MEASURE + 2 * LEFT, 44 * PITCH + 2 * TOP
LAYOUT = Layout.single(SIZE, PITCH, LEFT, MEASURE)
STYLES = f"""
@page {{ size: {WIDTH}pt {HEIGHT}pt; margin: {TOP}pt {LEFT}pt }}
html {{ font: {SIZE}pt/{PITCH}pt "Noto Serif CJK SC" }}
body {{ margin: 0; width: {MEASURE}pt }}
p {{ margin: 0 }}
p {{ text-indent: 2em; text-align: justify }}
a {{ color: inherit; text-decoration: none }}
sub, sup {{ font-size: 7pt; line-height: 0 }}
"""
FOR_CHROMIUM = "html { text-autospace: normal; text-spacing-trim: trim-start; text-wrap: pretty }"
FOR_TYPST = f"""
#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: (x: {LEFT}pt, y: {TOP}pt))
#set text(font: "Noto Serif CJK SC", size: {SIZE}pt, lang: "zh", region: "cn",
  cjk-latin-spacing: auto, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: {PITCH - SIZE}pt, spacing: {PITCH - SIZE}pt,
  first-line-indent: (amount: 2em, all: true))
"""
#: A process of its own: Typst remembers what it laid out before.
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
READING = re.compile(r"<rt>.*?</rt>")
KEPT = {"strong": "strong", "b": "strong", "a": "link", "sub": "sub", "sup": "super"}
TAG = re.compile(r"<(/?)(\w+)[^>]*>")

Engine = Callable[[Sequence[str], Path], float]


def paragraphs(issue: Issue) -> list[str]:
    """The paragraphs of the articles, with the kept inline tags bare."""
    bodies = (READING.sub("", article.body) for article in issue.articles)
    found = (_plain(inner) for body in bodies for inner in PARAGRAPH.findall(body))
    return [each for each in found if TAG.sub("", each).strip()]


def _plain(inner: str) -> str:
    def kept(tag: re.Match[str]) -> str:
        close, name = tag.groups()
        link = ' href="https://example.org/"' if name == "a" and not close else ""
        return f"<{close}{name}{link}>" if name in KEPT else ""

    return TAG.sub(kept, inner)


def page(texts: Sequence[str], styles: str = "") -> str:
    body = "\n".join(f"<p>{each}</p>" for each in texts)
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>正文</title>'
        f"<style>{STYLES}{styles}</style></head><body>{body}</body></html>"
    )


def weasyprint(texts: Sequence[str], target: Path) -> float:
    start = time.process_time()
    document = HTML(string=page(texts)).render()
    seconds = time.process_time() - start
    document.write_pdf(target)
    return seconds


def ours(texts: Sequence[str], target: Path) -> float:
    start = time.process_time()
    document = Typesetter(ROOT / "content", ROOT / "theme", []).lay_out(page(texts), ".")
    seconds = time.process_time() - start
    document.write_pdf(target)
    return seconds


def chromium(texts: Sequence[str], target: Path) -> float:
    browser = shutil.which("chromium")
    if browser is None:
        raise SystemExit("chromium is not installed: run make test once")
    source = target.with_suffix(".html")
    source.write_text(page(texts, FOR_CHROMIUM), encoding="utf-8")
    profile = f"--user-data-dir={target.parent / 'profile'}"
    start = time.perf_counter()
    command = [browser, *CHROMIUM, profile, f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def typst_engine(texts: Sequence[str], target: Path) -> float:
    source = target.with_suffix(".typ")
    body = "\n\n".join(typst_markup(each) for each in texts)
    source.write_text(FOR_TYPST + body, encoding="utf-8")
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", TYPST, source, target], check=True)
    return time.perf_counter() - start


def typst_markup(inner: str) -> str:
    """Inline HTML as Typst calls around string literals: nothing in them is markup."""
    out, place = [], 0
    for tag in TAG.finditer(inner):
        out.append(_literal(inner[place : tag.start()]))
        close, name = tag.groups()
        opened = '#link("https://example.org/")[' if name == "a" else f"#{KEPT[name]}["
        out.append("]" if close else opened)
        place = tag.end()
    return "".join((*out, _literal(inner[place:])))


def _literal(text: str) -> str:
    words = html.unescape(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{words}"' if words else ""


ENGINES: dict[str, Engine] = {
    "WeasyPrint": weasyprint,
    "ours": ours,
    "Chromium": chromium,
    "Typst": typst_engine,
}


def measured(issue: Issue, rounds: int, folder: Path) -> tuple[dict[str, float], dict[str, Any]]:
    """Median time and measures of each engine; the engines take turns."""
    texts = paragraphs(issue)
    print(
        f"{issue.key}: {len(texts)} paragraphs, {sum(len(TAG.sub('', t)) for t in texts):,} signs"
    )
    times: dict[str, list[float]] = {name: [] for name in ENGINES}
    for _ in range(rounds):
        for name, engine in ENGINES.items():
            with collector_paused():
                times[name].append(engine(texts, folder / f"{name}.pdf"))
    measures = {}
    for name in ENGINES:
        printed = read(folder / f"{name}.pdf")
        measures[name] = check(printed.pages, printed.fonts, LAYOUT)
    return {name: statistics.median(each) for name, each in times.items()}, measures


@contextmanager
def collector_paused() -> Iterator[None]:
    """As the press does, for all alike."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


ROWS: dict[str, Callable[[Measures], str]] = {
    "pages": lambda m: f"{m.pages}",
    "body lines": lambda m: f"{m.lines:,}",
    "full lines": lambda m: f"{m.flush.of:,}",
    "flush, optically": lambda m: percent(m.flush),
    "flush, by the box": lambda m: percent(m.boxes),
    "line-end marks half": lambda m: percent(m.end_marks),
    "pairs of marks ≤ 1.55 em": lambda m: percent(m.pairs),
    "widest pair, em": lambda m: f"{m.widest_pair:.2f}",
    "Han–Han mean, em": lambda m: em(m.han.mean),
    "Han–Han p99, em": lambda m: em(m.han.p99),
    "Han–Han most, em": lambda m: em(m.han.most),
    "Han–Han least, em": lambda m: em(m.han.least),
    "Han–Latin least, em": lambda m: em(m.latin.least),
    "Han–Latin mean, em": lambda m: em(m.latin.mean),
    "Han–Latin most, em": lambda m: em(m.latin.most),
    "line starts and ends wrong": lambda m: f"{m.count(Rule.LINE_START, Rule.LINE_END)}",
    "—— …… broken": lambda m: f"{m.count(Rule.DOUBLE_MARK)}",
    "numbers broken": lambda m: f"{m.count(Rule.NUMBER)}",
    "lone last characters": lambda m: f"{m.count(Rule.LONE)} of {m.paragraphs}",
    "widows": lambda m: f"{m.count(Rule.WIDOW)}",
    "orphans": lambda m: f"{m.count(Rule.ORPHAN)}",
    "on the grid": lambda m: percent(m.grid),
    "indent 2 em": lambda m: percent(m.indents),
    "fonts, of them Type 3": lambda m: f"{m.fonts}, {m.type3}",
    "wrong faces, .notdef": lambda m: f"{m.count(Rule.FACE, Rule.NOTDEF)}",
}


def em(value: float) -> str:
    """Without a minus before nothing."""
    return f"{round(value, 4) + 0.0:.4f}"


def percent(share: Share) -> str:
    """Cut, not rounded: 99.97 % is not all."""
    return "–" if share.share is None else f"{int(share.share * 10000) / 100:.2f} %"


def show(times: dict[str, float], measures: dict[str, Measures]) -> None:
    print(f"{'':27}" + "".join(f"{name:>13}" for name in measures))
    for row, cell in ROWS.items():
        print(f"{row:27}" + "".join(f"{cell(each):>13}" for each in measures.values()))
    print(f"{'seconds':27}" + "".join(f"{seconds:13.2f}" for seconds in times.values()))
    print(f"layout, ours / WeasyPrint: {times['ours'] / times['WeasyPrint']:.2f} ×")


def whole_issue(issue: Issue, rounds: int) -> None:
    """The real issue's articles: lines, columns and pages by WeasyPrint alone, and by the press, in turn.

    Read from the same HTML with the same styles; ours includes galley, make-up, fitting and assembly.
    """
    found = [piece for piece in pieces(issue) if piece.runs]
    times: dict[str, list[float]] = {"WeasyPrint": [], "ours": []}
    for _ in range(rounds):
        for name, each in times.items():
            workshop = Workshop(issue, ROOT / "content", ROOT / "theme")
            texts = [workshop.templates.html(piece) for piece in found]
            with collector_paused():
                start = time.process_time()
                if name == "ours":
                    workshop.bodies(tuple(found), lambda *_: None)
                else:
                    by_weasyprint(workshop.body, texts, issue.key)
                each.append(time.process_time() - start)
    plain_time, our_time = (statistics.median(each) for each in times.values())
    print(f"whole issue laid out: WeasyPrint {plain_time:.2f} s, ours {our_time:.2f} s,", end=" ")
    print(f"ours / WeasyPrint {our_time / plain_time:.2f} ×")


def by_weasyprint(setter: Typesetter, texts: Sequence[str], folder: str) -> None:
    """Lay out pages without the composer, the grid and the make-up."""
    alone = mock.patch.multiple(typesetter, composing=nullcontext, snapping=nullcontext)
    with alone:
        for text in texts:
            setter.lay_out(text.replace("</head>", f"<style>{OWN_COLUMNS}</style></head>"), folder)


def main() -> None:
    loaded, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    issue = loaded.issue(sys.argv[1]) if len(sys.argv) > 1 else loaded.issues[0]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    assert issue is not None
    with tempfile.TemporaryDirectory() as name:
        show(*measured(issue, rounds, Path(name)))
    whole_issue(issue, rounds)


if __name__ == "__main__":
    main()
