"""The door of pre-flight: a file and an order → a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from plugins.press.preflight import (
    boxrules,
    colourrules,
    extrarules,
    filerules,
    inkrules,
    intentrules,
    picturerules,
    textrules,
    transparencyrules,
)
from plugins.press.preflight.boxrules import beyond, size_mm
from plugins.press.preflight.document import Document, read
from plugins.press.preflight.pagefacts import MM
from plugins.press.preflight.picturerules import judged, placements
from plugins.press.preflight.record import (
    STANDARDS,
    Expected,
    FileFacts,
    FontFact,
    PictureFact,
    Report,
    RuleRun,
)
from plugins.press.preflight.rulebook import Rule
from plugins.press.preflight.textrules import faces

GROUPS: dict[str, tuple[Rule, ...]] = {
    "文件": (*filerules.RULES, *intentrules.RULES),
    "页面": boxrules.RULES,
    "颜色": colourrules.RULES,
    "文字字体": textrules.RULES,
    "图片": picturerules.RULES,
    "透明、叠印、油墨": (*transparencyrules.RULES, *inkrules.RULES),
    "附件、注释、交互": extrarules.RULES,
}
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
#: All that can be said of a file that does not open.
FIRST = (filerules.opens, filerules.not_encrypted)
#: Fonts and pictures that a report lists.
MOST = 500


def inspect(
    file: Path, order: Expected | None = None, measured: dict[str, float] | None = None
) -> Report:
    """Judge a PDF by every rule that holds for its standard and for what was ordered.

    ``measured``: a dictionary kept between files of one hand-over, so that a picture that stands
    in several is decoded once (SHA-256 of its data → ink in percent).
    Raises ``OSError`` when the file cannot be read at all; whatever is wrong inside is a fault.
    """
    order = order or Expected()
    document = read(file, order, {} if measured is None else measured)
    shut = document.broken or document.locked
    asked = FIRST if shut else tuple(_asked(document.standard, order))
    judged_ = [(rule, rule.faults(document, order)) for rule in asked]
    runs = tuple(RuleRun(rule.code, rule.title, rule.source, not found) for rule, found in judged_)
    return Report(
        document.file,
        len(document.pages),
        STANDARDS[document.standard],
        tuple(fault for _, found in judged_ for fault in found),
        runs,
        _facts(document),
        order,
    )


def _asked(standard: str, order: Expected) -> Iterator[Rule]:
    return (rule for rule in RULES if rule.holds_for(standard, order))


def _facts(document: Document) -> FileFacts:
    """What the head of a report says of the file."""
    intent = document.press_intent
    return FileFacts(
        document.size,
        document.sha256,
        document.version,
        document.claims,
        filerules.said(document, "Title", "dc:title"),
        filerules.said(document, "CreationDate", "xmp:CreateDate"),
        (intent.condition or intent.description) if intent else "",
        _trims(document),
        _bleed_mm(document),
        tuple(sorted(_inks(document), key=lambda ink: ("CMYK".find(ink) % 5, ink))),
        tuple(_fonts(document))[:MOST],
        tuple(_pictures(document))[:MOST],
    )


def _trims(document: Document) -> tuple[tuple[float, float, int], ...]:
    sizes = Counter(size_mm(page.area) for page in document.pages)
    return tuple((wide, high, pages) for (wide, high), pages in sorted(sizes.items()))[:20]


def _bleed_mm(document: Document) -> float:
    """The least bleed of any page."""
    found = (min(beyond(page.bled, page.area)) / MM for page in document.pages)
    return round(min(found, default=0.0), 1) + 0.0


def _inks(document: Document) -> set[str]:
    """The plates that anything prints on, as far as its colour tells."""
    found: set[str] = set()
    for page in document.pages:
        for mark in page.inked():
            picture = mark.picture
            if picture is None or picture.stencil:
                found.update(mark.ink.plates)
            elif picture.space.family in ("cmyk", "grey"):
                found.update("CMYK" if picture.space.family == "cmyk" else "K")
            else:
                found.update(picture.space.colourants)
    return found - {"All", "None"}


def _fonts(document: Document) -> list[FontFact]:
    found = {
        FontFact(face.name, face.kind, face.embedded, face.subset) for _, face in faces(document)
    }
    return sorted(found, key=lambda font: (font.name, font.kind, font.embedded, font.subset))


def _pictures(document: Document) -> Iterator[PictureFact]:
    """Every picture once, at its coarsest placement; those not judged for size say 0 ppi."""
    least: dict[int, tuple[float, int, str]] = {}
    for page, mark, picture, ppi in judged(document):
        known = least.get(id(picture))
        if known is None or ppi < known[0]:
            least[id(picture)] = (ppi, page.number, mark.label)
    seen = set()
    for page, mark, picture in placements(document):
        if id(picture) in seen:
            continue
        seen.add(id(picture))
        ppi, number, label = least.get(id(picture), (0.0, page.number, mark.label))
        ink = round(document.plates.ink(picture))
        size = (picture.width, picture.height)
        yield PictureFact(number, label, *size, picture.space.title, round(ppi), ink)
