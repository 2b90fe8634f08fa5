"""Where every letter of a passage stands in its Markdown. Pure.

Not a second reader of Markdown: only passages whose letters come out as article/body.py has them are
changed; for any other the change is told and left to a person (comparing.py).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plugins.article.markup import SPAN
from plugins.hanzi.scripts import is_chinese
from plugins.intake.collation.record import OBJECT, WHITE

#: What Markdown knows inside a paragraph, the first that fits.
TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<image>!\[(?P<alt>[^\[\]]*)\]\([^()]*\))"
    rf"|(?P<span>{SPAN})"
    r"|(?P<note>\[\^[^\[\]]+\])"
    r"|(?P<link>\[(?P<words>[^\[\]]+)\]\([^()]*\))"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]+)>"
    r"|(?P<comment><!--.*?-->)|(?P<above><r[tp]>.*?</r[tp]>)"
    r"|(?P<br>[ ]{2,}\n|<br\s*/?>\n?)|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);)"
    r"|(?P<stars>\*{1,3})(?P<starred>(?![\s*]).+?(?<![\s*]))(?P=stars)(?!\*)"
    r"|(?<!\w)(?P<bars>_{1,3})(?P<barred>(?![\s_]).+?(?<![\s_]))(?P=bars)(?!\w)"
    r"|(?P<soft>[ \t]*\n[ \t\u3000]*)",
    re.DOTALL,
)
SOFT = "\r"
MARKS = {1: frozenset({"em"}), 2: frozenset({"strong"}), 3: frozenset({"strong", "em"})}
TAGS = {
    **{"b": "strong", "strong": "strong", "i": "em", "em": "em", "code": "code"},
    **{"u": "u", "del": "del", "ins": "ins", "small": "small"},
}
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Markup around words: letters ``first`` to ``last`` (not included), and where both ends stand."""

    first: int
    last: int
    opens: tuple[int, int]
    closes: tuple[int, int]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """The letters of a passage, for each the slice of the source it comes from, and the markup."""

    text: str
    places: tuple[tuple[int, int], ...]
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(slots=True)
class _Scan:
    source: str
    at: Sequence[int]
    letters: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    open: list[tuple[str, int, tuple[int, int]]] = field(default_factory=list)

    def put(self, letter: str, start: int, end: int) -> None:
        self.letters.append(letter)
        self.places.append(self.slice(start, end))

    def slice(self, start: int, end: int) -> tuple[int, int]:
        if start == end:
            return (self.at[start], self.at[start])
        return (self.at[start], self.at[end - 1] + 1)

    def run(self, start: int, end: int) -> None:
        while start < end:
            found = TOKEN.match(self.source, start, end)
            if found is None:
                self.put(self.source[start], start, start + 1)
                start += 1
            else:
                self.token(found)
                start = found.end()

    def token(self, found: re.Match[str]) -> None:
        kind = next(name for name, value in found.groupdict().items() if value is not None)
        start, end = found.span()
        if kind == "escaped":
            self.put(found["escaped"], start, end)
        elif kind == "entity":
            for letter in html.unescape(found[0]):
                self.put(letter, start, end)
        elif kind in ("note", "image"):
            self.put(OBJECT, start, end)
        elif kind == "br":
            self.put("\n", start, end)
        elif kind == "soft":
            self.put(SOFT, start, end)
        elif kind == "tag":
            self.tag(found)
        elif kind not in ("comment", "above"):
            self.within(kind, found)

    def tag(self, found: re.Match[str]) -> None:
        """A raw tag: with its other end markup around words."""
        name = found[0].strip("</>").split()[0].lower()
        if not found[0].startswith("</"):
            self.open.append((name, len(self.letters), found.span()))
        elif self.open and self.open[-1][0] == name:
            _, first, opens = self.open.pop()
            marks = frozenset({TAGS[name]}) if name in TAGS else NONE
            ends = self.slice(*opens), self.slice(*found.span())
            self.enclosures.append(Enclosure(first, len(self.letters), *ends, marks))

    def within(self, kind: str, found: re.Match[str]) -> None:
        """Markup with words in it."""
        name, marks = {
            "ticks": ("code", frozenset({"code"})),
            "link": ("words", NONE),
            "address": ("address", NONE),
            "stars": ("starred", MARKS[len(found["stars"] or "*")]),
            "bars": ("barred", MARKS[len(found["bars"] or "_")]),
        }.get(kind, ("", NONE))
        if kind == "span":
            inner = _group(found, found["span"][1 : found["span"].index("]{")])
            marks = frozenset({"dots"}) if ".dots" in found["span"] else NONE
        else:
            inner = found.span(name)
        first = len(self.letters)
        if kind in ("ticks", "address", "span"):
            for place in range(*inner):
                self.put(self.source[place], place, place + 1)
        else:
            self.run(*inner)
        opens, closes = self.slice(found.start(), inner[0]), self.slice(inner[1], found.end())
        self.enclosures.append(Enclosure(first, len(self.letters), opens, closes, marks))


def _group(found: re.Match[str], words: str) -> tuple[int, int]:
    return found.start() + 1, found.start() + 1 + len(words)


def placed(source: str, at: Sequence[int]) -> Placed:
    """The letters of a piece of Markdown; ``at``: where each of its characters stands in the file."""
    scan = _Scan(source, at)
    scan.run(0, len(source))
    kept = list(_joined(scan.letters))
    while kept and kept[0][1] in WHITE:
        kept.pop(0)
    while kept and kept[-1][1] in WHITE:
        kept.pop()
    moved = {old: new for new, (old, _) in enumerate(kept)}
    return Placed(
        "".join(letter for _, letter in kept),
        tuple(scan.places[old] for old, _ in kept),
        tuple(_renumbered(each, moved) for each in scan.enclosures),
    )


def _renumbered(each: Enclosure, moved: dict[int, int]) -> Enclosure:
    inside = [moved[old] for old in range(each.first, each.last) if old in moved]
    first = inside[0] if inside else 0
    return replace(each, first=first, last=inside[-1] + 1 if inside else first)


def _joined(letters: list[str]) -> Iterator[tuple[int, str]]:
    """Letters with their numbers; typed ends of lines as hanzi/lines.py joins them."""
    for number, letter in enumerate(letters):
        if letter != SOFT:
            yield number, letter
            continue
        left = next((each for each in reversed(letters[:number]) if each != SOFT), "")
        right = next((each for each in letters[number + 1 :] if each != SOFT), "")
        if left.strip() and right.strip() and not is_chinese(left) and not is_chinese(right):
            yield number, " "
