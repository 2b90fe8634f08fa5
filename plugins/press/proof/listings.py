"""What names an article or a picture elsewhere: contents, cover lines, captions of the covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins.issue.record import Issue
from plugins.press.contents import PLATE_NAMES
from plugins.press.proof.copytext import squeezed
from plugins.press.proof.gap import Gap
from plugins.press.proof.pagewords import PageWords, contents_rows


def check_listings(
    issue: Issue, pages: Sequence[PageWords], folios: Mapping[str, int]
) -> Iterator[Gap]:
    """A `Gap` for every line of the contents, cover line or caption that is not there once."""
    contents = [page for page in pages if page.kind == "contents"]
    words = "".join(page.words for page in contents)
    label = contents[0].label if contents else "目录"
    yield from _rows(issue, words, label, folios)
    path = f"{issue.key}/issue.toml"
    by_label = {page.label: page.words for page in pages}
    for line in issue.cover.lines:
        yield from _once(path, "封面", "封面要目", line, by_label)
    for plate in issue.plates:
        place = PLATE_NAMES.get(plate.place, "")
        if plate.place.startswith("inside-"):
            yield from _once(path, place, "图说", plate.caption, by_label)
        if plate.listed and squeezed(plate.caption) not in words:
            yield Gap(path, label, "absent", squeezed(plate.caption), role="图说")


def _rows(issue: Issue, words: str, label: str, folios: Mapping[str, int]) -> Iterator[Gap]:
    """Every line once, in printed order: title as in the heading, folio as laid out."""
    end = 0
    for article, row in contents_rows(issue, folios):
        shown = f"{squeezed(article.title)} {folios.get(article.key, 0)}"
        found = list(row.finditer(words))
        if not found:
            yield Gap(article.path, label, "absent", shown, role="目录行")
        elif len(found) > 1:
            yield Gap(article.path, label, "doubled", shown, "目录", "目录行")
        elif found[0].start() < end:
            before = words[max(0, found[0].start() - 12) : found[0].start()]
            yield Gap(article.path, label, "moved", shown, before, "目录行")
        else:
            end = found[0].end()


def _once(path: str, label: str, role: str, line: str, pages: Mapping[str, str]) -> Iterator[Gap]:
    wanted = squeezed(line)
    count = pages.get(label, "").count(wanted) if wanted else 1
    if not count:
        yield Gap(path, label, "absent", wanted, role=role)
    elif count > 1:
        yield Gap(path, label, "doubled", wanted, wanted, role)
