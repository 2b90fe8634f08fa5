"""Rare characters: what the faces of readers' devices lack is sent along, for a missing name is an insult.

Which characters are rare is reasoned, not measured: GBK (1995: the 20,902 characters of Unicode 1.1 and a
few more) is what every Chinese system face has, Microsoft YaHei, SimSun, PingFang, Source Han alike.
Everything behind it (extensions A to J, U+9FA6 on) is in some of them and not in others, and with it some
of the 8,105 characters of 通用规范汉字表 (2013): 䴙䴘, 䲟, 㛃, 𬭚. A browser loads a file only on a page that
shows one of its characters (CSS Fonts 4, 4.5: unicode-range).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path

from plugins.article.decode import decode
from plugins.article.finding import Finding, locate
from plugins.article.record import FIELDS, Article
from plugins.issue.record import Archive, Issue
from plugins.web import addresses
from plugins.web.faces import faces, typeface
from plugins.web.facts import Facts

#: (family for the style sheet, installed family, fontconfig's weight)
SOURCES = (
    ("Rare Hei", "Noto Sans CJK SC", 80),
    ("Rare Song", "Noto Serif CJK SC", 80),
)
#: Han outside U+4E00–9FA5; GBK has a few of them (〇, some of U+F900–FAFF).
OUTSIDE = re.compile(
    "[\u3007\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufaff\U00020000-\U0003347f][\ufe00-\ufe0f\U000e0100-\U000e01ef]?"
)
#: Characters in one file (each about 300 bytes): a large archive must not be sent for one name.
SHARE = 48
#: Raised whenever `rare` may find others: the state of remembered facts (plugins/web/facts.py).
VERSION = "1"
RULE = (
    '@font-face{{font-family:"{family}";src:url({file}) format("woff2");'
    "font-display:swap;unicode-range:{span}}}\n"
)


@dataclass(frozen=True, slots=True)
class RareFaces:
    """Rules for the site's style sheet, which lies in ``theme/``, and the files they name.

    ``files``: addresses on the site → files of the cache. ``missing``: what no installed face has.
    """

    css: str
    files: dict[str, Path]
    missing: tuple[str, ...]


def rare(text: str) -> set[str]:
    """The rare characters of a text.

    >>> sorted(rare("〇水䴙䴘"))
    ['䴘', '䴙']
    """
    return {char[0] for char in set(OUTSIDE.findall(text)) if not _in_gbk(char[0])}


def texts(archive: Archive, pages: Iterable[Article], facts: Facts | None = None) -> Iterator[str]:
    """Everything the site shows of an edition.

    ``facts``: which rare characters earlier builds found; then of an article nothing but these is given.
    """
    for issue in archive.issues:
        yield from issue_texts(issue, facts)
    yield from rest_texts(archive, pages, facts)


def issue_texts(issue: Issue, facts: Facts | None = None) -> Iterator[str]:
    """What the site shows of one issue."""
    yield from (_article_text(article, facts) for article in issue.articles)
    yield _flat((issue.cover.lines, astuple(issue.publication)))
    yield from (plate.caption for plate in issue.plates)
    yield from (each.editors_note for each in issue.sections)


def rest_texts(
    archive: Archive, pages: Iterable[Article], facts: Facts | None = None
) -> Iterator[str]:
    """What the site shows beside its issues."""
    yield from (_article_text(page, facts) for page in pages)
    yield _flat(astuple(archive.publication))
    yield _flat(tuple(map(astuple, archive.sections)))


def rare_of(issue: Issue, facts: Facts | None = None) -> str:
    """The rare characters of one issue, as one text."""
    return "".join(sorted(set[str]().union(*map(rare, issue_texts(issue, facts)))))


def _article_text(article: Article, facts: Facts | None) -> str:
    return facts.of(article.version, partial(_found, article)) if facts else _words(article)


def _words(article: Article) -> str:
    return article.body + _flat(tuple(getattr(article, each.name) for each in FIELDS.values()))


def _found(article: Article) -> str:
    return "".join(sorted(rare(_words(article))))


def rare_faces(shown: Iterable[str], cache: Path) -> RareFaces:
    """Faces for the rare characters of these texts; none for none. ``cache``: the folder of all caches."""
    chars = set[str]().union(*map(rare, shown))
    css, files = "", {}
    known: set[str] = set()
    for family, installed, weight in SOURCES:
        source = typeface.installed(installed, weight)
        if source is None:
            continue
        has = sorted(filter(source.has, chars))
        known.update(has)
        for start in range(0, len(has), SHARE):
            share = has[start : start + SHARE]
            path, kept = faces.cut(source, "".join(share), cache)
            files[path] = kept
            file = path.removeprefix(addresses.THEME)
            css += RULE.format(family=family, file=file, span=span(share))
    return RareFaces(css, files, tuple(sorted(chars - known)))


def span(chars: Iterable[str]) -> str:
    """Characters as a ``unicode-range``; neighbours together.

    >>> span("䴘䴙A")
    'U+41,U+4D18-4D19'
    """
    runs: list[list[int]] = []
    for point in sorted(map(ord, chars)):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ",".join(f"U+{low:X}" + (f"-{high:X}" if high > low else "") for low, high in runs)


def findings(missing: Iterable[str], files: Iterable[Path], content: Path) -> list[Finding]:
    """W106 for each character that no installed face has, in the first file where it stands."""
    wanted = set(missing)
    found = []
    for file in files if wanted else ():
        source = decode(file.read_bytes()) if file.exists() else ""
        shown = f"{content.name}/{file.relative_to(content)}"
        here = sorted(char for char in wanted if char in source)
        found += [_finding(char, source, shown) for char in here]
        wanted.difference_update(here)
    return found


def sources(archive: Archive, pages: Iterable[Article], content: Path) -> Iterator[Path]:
    """The files whose words the site shows, manuscripts first."""
    for issue in archive.issues:
        yield from (content / article.path for article in issue.articles)
    yield from (content / page.path for page in pages)
    yield from (content / issue.key / "issue.toml" for issue in archive.issues)
    yield from (content / name for name in ("publication.toml", "sections.toml"))


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _flat(value: object) -> str:
    """All words in nested tuples."""
    if isinstance(value, str):
        return value
    return "\n".join(map(_flat, value)) if isinstance(value, tuple) else ""


def _finding(char: str, source: str, shown: str) -> Finding:
    line, column = locate(source, char)
    message = (
        f"“{char}”（U+{ord(char):04X}）已装字体里都没有，许多读者会看到空框；"
        "请核对是否打错，或换用通行字"
    )
    return Finding(shown, line, column, "W106", "warning", message)
