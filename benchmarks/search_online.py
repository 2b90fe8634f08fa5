"""A reader on a slow line asks the search page of a built site: bytes and time to the first row, in Chromium.

    python benchmarks/search_online.py ADDRESS [QUERY …]

ADDRESS: where a server gives the site (with packed copies, as nginx and Caddy do with the configurations of inv 发布), for
instance https://localhost:8124/. Line: 1.6 Mbit/s, 150 ms (Chrome's "slow 4G"). Each query is asked by a reader who comes
for the first time, then all of them one after another by one who stays, then again with everything at hand. A query is put
into the box as an input method does. Bytes are those of the line, the whole page 查找 counted for the first query.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
LATENCY_MS, DOWN, UP = 150, 1.6e6 / 8, 750e3 / 8
QUERIES = (
    "湿地", "饮用水水源地", "污染防治攻坚战", "PM2.5", "2019年", "石化化工园区", "生态环境损害赔偿", "围油栏", "焦化厂",
    "长江", "噪声", "夜间突击检查", "排污许可证", "云泉市", "危险废物", "河湖长制", "核与辐射", "浓度下降",
    "省生态环境厅 整改", "“污水处理厂”", "活性炭", "透明度盘", "第二季度", "支部共建",
)  # fmt: skip
#: Puts a query into the box; gives ms to the first row and to the last, the number of rows, the count that is told.
ASK = """query => new Promise(done => {
  const list = document.getElementById("found-list"), count = document.getElementById("found-count");
  const box = document.querySelector("#seek [name=q]"), start = performance.now();
  let first = null;
  for (const row of list.children) row.dataset.old = "";
  const watcher = new MutationObserver(() => {
    if (first === null && list.querySelector(".hit") && !list.querySelector("[data-old]")) first = performance.now() - start;
    const isNothing = /没有找到/.test(count.textContent);
    if (list.getAttribute("aria-busy") !== "false" || (first === null && !isNothing)) return;
    watcher.disconnect();
    const last = performance.now() - start;
    done([first ?? last, last, list.children.length, count.textContent]);
  });
  watcher.observe(list, { childList: true, attributes: true, subtree: true });
  box.value = query;
  box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
})"""


@dataclass
class Line:
    """What came over a throttled line, in bytes, by request."""

    sizes: dict[str, float] = field(default_factory=dict)

    @property
    def kilobytes(self) -> float:
        """All of it."""
        return sum(self.sizes.values()) / 1e3


@contextmanager
def reader(browser: Browser, address: str) -> Iterator[tuple[Page, Line]]:
    """A reader who opens the search page for the first time."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, ignore_https_errors=True)
    page, line = context.new_page(), Line()
    told = context.new_cdp_session(page)
    told.send("Network.enable")
    speed = {"latency": LATENCY_MS, "downloadThroughput": DOWN, "uploadThroughput": UP}
    told.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    told.on(
        "Network.loadingFinished",
        lambda event: line.sizes.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    page.goto(f"{address.rstrip('/')}/search/")
    page.wait_for_load_state("networkidle")
    yield page, line
    context.close()


def ask(page: Page, line: Line, query: str) -> tuple[float, float, Any]:
    """Milliseconds to the first row, kilobytes, and what else was told."""
    before = line.kilobytes
    first, *rest = page.evaluate(ASK, query)
    page.wait_for_load_state("networkidle")
    return first, line.kilobytes - before, rest


def row(name: str, found: Iterable[tuple[float, float, Any]]) -> str:
    """A line of the table."""
    times, bytes_, _ = zip(*found, strict=True)
    cells = (statistics.median(times), max(times), statistics.median(bytes_), max(bytes_))
    return f"| {name} | " + " | ".join(f"{cell:.0f}" for cell in cells) + " |"


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    address, queries = sys.argv[1], sys.argv[2:] or QUERIES
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        firsts = []
        for query in queries:
            with reader(browser, address) as (page, line):
                page_weight = line.kilobytes
                ms, kilobytes, rest = ask(page, line, query)
                firsts.append((ms, page_weight + kilobytes, rest))
                print(f"{query}: {ms:.0f} ms, {page_weight:.0f} + {kilobytes:.0f} KB, {rest[2]}")
        with reader(browser, address) as (page, line):
            stayed = [ask(page, line, query) for query in queries]
            again = [ask(page, line, query) for query in queries]
        browser.close()
    print("\n| | ms, median | most | KB, median | most |\n|:--|--:|--:|--:|--:|")
    print(row("first query, page and all", firsts))
    print(row("a later query (the first of them but the page)", stayed))
    print(row("again, warm", again))


if __name__ == "__main__":
    main()
