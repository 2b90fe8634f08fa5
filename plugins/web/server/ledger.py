"""网址登记: every address that was ever published, so that none is lost without a word.

``addresses.txt`` in the content folder, one address a line, sorted, so that two editors' copies merge. Written when
the public edition is published, read by every build. Addresses are written as in redirects.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from plugins.article.decode import NotText, decode
from plugins.article.finding import Finding
from plugins.web.server.redirects import Redirects, path_of

FILE = "addresses.txt"
HEAD = (
    "# 网址登记：公开网站发布过的网址，由发布（inv 发布）写出，请勿手改。\n"
    "# 改了文件名或撤下稿件，请在 redirects.toml 写一行，不要在这里删。\n"
)


def text(paths: Iterable[str]) -> str:
    """The file's text."""
    return HEAD + "".join(f"{path.removesuffix('.html')}\n" for path in sorted(set(paths)))


def read(content: Path) -> tuple[dict[str, int], list[Finding]]:
    """Address → its line in the file; and the lines that are none (W146)."""
    file, shown = content / FILE, f"{content.name}/{FILE}"
    try:
        lines = decode(file.read_bytes()).splitlines() if file.is_file() else []
    except NotText:
        return {}, [_odd(shown, 1)]
    known: dict[str, int] = {}
    findings = []
    for number, line in enumerate(lines, 1):
        path = path_of(line)
        if path:
            known.setdefault(path, number)
        elif line.strip() and not line.startswith("#"):
            findings.append(_odd(shown, number))
    return known, findings


def lost(content: Path, public: AbstractSet[str], redirects: Redirects) -> Iterator[Finding]:
    """What was published once and is now neither page nor redirect (W145); what cannot be read (W146).

    ``public``: the permanent addresses of the public edition, also when another one is built.
    """
    known, findings = read(content)
    yield from findings
    for path, line in known.items():
        if path not in public and path not in redirects:
            name = path.removesuffix(".html")
            words = (
                f"“{name}”这个网址以前发布过，现在没有了。改了文件名，请在 redirects.toml 写一行："
                f'"{name}" = "期次/新文件名"；撤下不用，写："{name}" = ""'
            )
            yield Finding(f"{content.name}/{FILE}", line, 1, "W145", "warning", words)


def write(content: Path, public: Iterable[str]) -> bool:
    """Add the addresses of the public edition that has just been published. Out: whether any was new.

    Nothing is ever taken out. Written whole or not at all, and left alone when nothing is new. A file that is no
    text, or has lines that are no addresses, is left alone too: `lost` tells of it.
    """
    known, findings = read(content)
    every = known.keys() | set(public)
    if findings or every == known.keys():
        return False
    aside = content / f"{FILE}.new"
    aside.write_text(text(every), encoding="utf-8")
    aside.replace(content / FILE)
    return True


def _odd(shown: str, line: int) -> Finding:
    words = "这一行不是网址：合并时留下的记号（<<<<<<<、=======、>>>>>>>）请删去，其余各行都留着"
    return Finding(shown, line, 1, "W146", "warning", words)
