"""redirects.toml: addresses that have moved or are withdrawn.

An editor writes ``"2020-03/old" = "2020-03/new"``, or ``""`` for withdrawn. Both sides are written as the folder
and the file name of an article (or of a page: ``pages/关于本刊``); a target may also be an issue, ``"2020-03/"``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from plugins.article.finding import Finding, Level
from plugins.issue.record import Archive, Issue
from plugins.issue.toml import TomlFile
from plugins.web import addresses

FILE = "redirects.toml"
SUFFIXES = (".html", ".md")
#: Without the marks that mean something to a server's configuration.
TEXT = re.compile(r"""[^/\s"'{}$\\;*?#%<>]+/[^/\s"'{}$\\;*?#%<>]+""")
FORM = '“期次/文件名”，如 "2020-03/jiu" = "2020-03/xin"，撤下不用的写 "2020-03/jiu" = ""'


@dataclass(frozen=True, slots=True)
class Redirects:
    """Old address → new address, and the addresses whose page is withdrawn; as the site writes paths."""

    moved: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def __contains__(self, path: str) -> bool:
        return path in self.moved or path in self.gone

    def within(self, living: AbstractSet[str]) -> Redirects:
        """Those of one edition: nothing leads to, or stands in the way of, what is not in ``living``.

        ``living``: the permanent addresses of the edition (`permanent`), without which a public edition would name
        what only the internal one may.
        """
        moved = {old: new for old, new in self.moved.items() if new in living and old not in living}
        return Redirects(moved, self.gone - living)


def permanent(archive: Archive, content: Path) -> frozenset[str]:
    """The addresses that readers may cite: issues, articles, the pages of content/pages."""
    return frozenset().union(*map(issue_addresses, archive.issues), page_addresses(content))


def issue_addresses(issue: Issue) -> frozenset[str]:
    """The addresses of one issue and its articles."""
    texts = (addresses.text(issue.key, each.stem) for each in issue.articles)
    return frozenset((addresses.issue(issue.key), *texts))


def public_addresses(issue: Issue) -> frozenset[str]:
    """Those of them that the public edition has (editions.py)."""
    texts = [addresses.text(issue.key, each.stem) for each in issue.articles if each.public]
    return frozenset((addresses.issue(issue.key), *texts) if texts else ())


def page_addresses(content: Path) -> frozenset[str]:
    """The addresses of the pages of content/pages."""
    files = (content / addresses.PAGES).glob("*.md")
    return frozenset(addresses.text(addresses.PAGES, file.stem) for file in files)


def told(archive: Archive, content: Path) -> tuple[Redirects, list[Finding]]:
    """`read` for a whole archive (not one cut to an edition)."""
    pages = page_addresses(content)
    public = pages.union(*map(public_addresses, archive.issues))
    return read(content, permanent(archive, content), public)


def path_of(written: str) -> str:
    """What an editor wrote, as the site writes paths; "" when it names neither text nor issue.

    >>> path_of("2020-03/old"), path_of("/2020-03/old.html"), path_of("2020-03/"), path_of("old")
    ('2020-03/old.html', '2020-03/old.html', '2020-03/', '')
    """
    name = written.strip().removeprefix("/")
    if name.endswith("/"):
        return name if TEXT.fullmatch(f"{name}index") else ""
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return f"{name}.html" if TEXT.fullmatch(name) else ""


def read(
    content: Path, every: AbstractSet[str], public: AbstractSet[str]
) -> tuple[Redirects, list[Finding]]:
    """What redirects.toml of a content folder says, chains followed to their end; what is wrong with it.

    ``every``, ``public``: the permanent addresses of the whole archive and of the public edition.
    Findings: W140 not understood, W141 nothing stands there, W142 in a ring, W143 the old address is alive,
    W144 the new one is not public.
    """
    file = TomlFile(content / FILE, f"{content.name}/{FILE}")
    wanted = _understood(file)
    moved, gone = {}, set()
    for old, new in wanted.items():
        end = _end(wanted, old)
        wrong = _wrong(old, new, end, wanted, every, public)
        if wrong:
            _note(file, old, *wrong)
        if end and end in every:
            moved[old] = end
        elif end == "":
            gone.add(old)
    return Redirects(moved, frozenset(gone)), file.findings


def _understood(file: TomlFile) -> dict[str, str]:
    """Old path → new path or "" for withdrawn; rows that are neither are noted (W140)."""
    wanted = {}
    for key, value in file.data.items():
        old = path_of(key)
        new = path_of(value) if isinstance(value, str) else ""
        if not old or old.endswith("/") or (value != "" and not new):
            file.add_key("W140", f"这一行看不懂，两边都写成{FORM}", key)
        else:
            wanted[old] = new
    return wanted


def _end(wanted: Mapping[str, str], old: str) -> str | None:
    """Where an old address leads in the end: a path, "" when withdrawn, None in a ring."""
    seen = {old}
    new = wanted[old]
    while new in wanted:
        if new in seen:
            return None
        seen.add(new)
        new = wanted[new]
    return new


def _wrong(
    old: str,
    new: str,
    end: str | None,
    wanted: Mapping[str, str],
    every: AbstractSet[str],
    public: AbstractSet[str],
) -> tuple[str, Level, str] | None:
    """Code, level and message of what is wrong with one row, if anything."""
    if old in public:
        return "W143", "error", f"“{_shown(old)}”还在网站上，不能又转到别处：删去这一行，或改文件名"
    if end is None:
        return "W142", "error", f"“{_shown(old)}”转来转去又回到自己，请写明最后的网址"
    if new and new not in every and new not in wanted:
        return "W141", "error", f"没有“{_shown(new)}”这一篇，请核对期次和文件名"
    if new in every and new not in public and new not in wanted:
        words = f'“{_shown(new)}”不公开：公开网站不设这一条，旧网址会找不到；撤下不用请写 ""'
        return "W144", "warning", words
    return None


def _note(file: TomlFile, old: str, code: str, level: Level, message: str) -> None:
    """Note a finding on the line of an old address, however it is written there."""
    name = re.escape(_shown(old))
    line = file.line_of(rf"""^[ \t]*["']\s*/?{name}(\.html|\.md)?\s*["'][ \t]*=""")
    file.add(code, message, level=level, from_line=line)


def _shown(path: str) -> str:
    """A path as editors write it."""
    return path.removesuffix(".html")
