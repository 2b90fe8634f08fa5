"""收稿, the whole road: files → new manuscripts and pictures in an issue's folder, and what was guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.article import manuscript as article_reader
from plugins.article import pictures
from plugins.article.finding import Finding
from plugins.intake import (
    dividing,
    filing,
    imagefiles,
    joining,
    layouts,
    letter,
    markdownfile,
    navigation,
    recogniser,
    renewing,
    stems,
    textfile,
    webpage,
    writing,
)
from plugins.intake.docx import reader as docx
from plugins.intake.draft import Draft, Picture, converted
from plugins.intake.intakefault import IntakeFault
from plugins.intake.manuscript import Guess, Manuscript
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline

#: Bytes of a text as it came: it holds no pictures.
MOST_TEXT = 5 * 2**20
WORD, PAGE = frozenset({".docx", ".docm"}), frozenset({".html", ".htm", ".xhtml"})
TEXT, MARKDOWN = frozenset({".txt", ".text"}), frozenset({".md", ".markdown"})
Convert = Callable[[str], str]
Renew = Callable[[bytes, str], bytes | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """One manuscript: where it came from, its file's stem, text and pictures (name → bytes).

    ``findings`` are those of the reader of manuscripts; ``twin``: the stem of a manuscript that has the
    same text already ("": none), in which case nothing is to be written.
    """

    source: str
    stem: str
    text: str
    pictures: dict[str, bytes]
    guesses: tuple[Guess, ...]
    remarks: tuple[str, ...]
    unit: str
    findings: tuple[Finding, ...] = ()
    twin: str = ""


def take_in(
    files: Iterable[Path],
    folder: Path,
    draw: imagefiles.Draw,
    convert: Convert | None = None,
    renew: Renew | None = None,
) -> tuple[list[Taken], list[IntakeFault]]:
    """Read files for the issue in ``folder``; nothing is written. Faults are those of files that were refused.

    ``convert``: Traditional → Simplified, when that was asked for. ``renew``: (data, suffix) of an old file → .docx,
    None when it cannot be had.
    """
    taken: list[Taken] = []
    faults: list[IntakeFault] = []
    for file in files:
        try:
            drafts = _drafts(file, convert, renew)
        except IntakeFault as fault:
            faults.append(fault)
            continue
        for made, cuts in drafts:
            taken.append(
                _taken(file, made, cuts, folder, draw, {each.stem.casefold() for each in taken})
            )
    return taken, faults


def write(taken: Iterable[Taken], folder: Path) -> list[Path]:
    """Write what was taken in; pictures first, so that no manuscript stands without them. Out: the new files."""
    made: list[Path] = []
    for each in taken:
        if each.twin:
            continue
        for name, data in each.pictures.items():
            filing.write_new(folder / name, data)
            made.append(folder / name)
        filing.write_new(folder / f"{each.stem}.md", each.text.encode())
        made.append(folder / f"{each.stem}.md")
    return made


def read(data: bytes, suffix: str, shown: str, load: Callable[[str], bytes | None]) -> Draft:
    """Any file → `Draft`; raises `IntakeFault` for one that cannot be read."""
    if suffix in renewing.OLD | WORD | {".pdf"} or data[:4] in (
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
        b"%PDF",
    ):
        draft = docx.read(data, shown)  # lines pasted from a PDF are paragraphs there
        return replace(draft, is_wrapped=textfile.is_wrapped(list(draft.paragraphs)))
    if suffix in PAGE:
        return webpage.read(data, shown, load)
    if suffix in MARKDOWN or (suffix in TEXT and markdownfile.is_markdown(data, shown)):
        return markdownfile.read(data, shown, load)
    if suffix in TEXT:
        return textfile.read(data, shown)
    raise IntakeFault(f"“{shown}”不认识，只收 .docx、.txt、.html、.md；请另存为其中一种")


def manuscripts(
    draft: Draft, convert: Convert | None = None
) -> list[tuple[Manuscript, tuple[Guess, ...]]]:
    """The articles of a draft, each with what was guessed about the file as a whole."""
    draft = layouts.opened(converted(draft, convert) if convert else draft)
    draft, gone = navigation.without(draft)
    if gone:
        words = "、".join(f"“{each[:16]}”" for each in gone)
        draft = replace(
            draft, remarks=(*draft.remarks, f"网页上正文以外的 {len(gone)} 行没有收：{words}")
        )
    draft, letter_lines = letter.without(draft)
    if letter_lines:
        words = "、".join(f"“{each[:16]}”" for each in letter_lines)
        draft = replace(draft, remarks=(*draft.remarks, f"来信的信头、问候没有收：{words}"))
    whole, joints = joining.joined(draft)
    drafts, cuts = dividing.divided(whole)
    made = [recogniser.recognised(each, whole.is_wrapped) for each in drafts]
    own = (
        [(), *((cut,) for cut in cuts)] if len(made) == len(cuts) + 1 else [cuts, *[()] * len(made)]
    )
    return [(each, (*own[at], *_of(each, joints, made))) for at, each in enumerate(made)]


def _of(one: Manuscript, joints: Sequence[Guess], every: Sequence[Manuscript]) -> tuple[Guess, ...]:
    """The joints that lie in this article; those of the whole file belong to every one."""
    if len(every) == 1:
        return tuple(joints)
    places = [block.place for block in one.blocks]
    first, last = min(places, default=0), max(places, default=0)
    return tuple(each for each in joints if not each.place or first <= each.place <= last + 1)


def _drafts(
    file: Path, convert: Convert | None, renew: Renew | None
) -> list[tuple[Manuscript, tuple[Guess, ...]]]:
    suffix = file.suffix.lower()
    data = filing.data_of(file, filing.MOST_DOCX if suffix in WORD | renewing.OLD else MOST_TEXT)
    newer = renew(data, suffix) if renew and suffix in renewing.OLD else None
    draft = read(
        newer or data,
        ".docx" if newer else suffix,
        file.name,
        filing.loader(file.parent, filing.MOST_DOCX),
    )
    if newer:
        told = f"原文件是 {suffix}，已用 LibreOffice 转成 .docx 再收，请对照原文件核对"
        draft = replace(draft, remarks=(told, *draft.remarks))
    if not draft.blocks:
        raise IntakeFault(f"“{file.name}”里没有文字，请核对是不是发错了文件")
    return manuscripts(draft, convert)


def _taken(
    file: Path,
    made: Manuscript,
    whole: tuple[Guess, ...],
    folder: Path,
    draw: imagefiles.Draw,
    stems_: set[str],
) -> Taken:
    base = stems.stem(made.fields["标题"])
    twin = _twin(made, folder, base, draw)
    stem = twin or filing.free(folder, base, stems_)
    text, images, remarks = _written(made, stem, draw)
    guesses = (*whole, *made.guesses)
    findings = () if twin else _checked(text, images, folder, stem)
    return Taken(
        file.name, stem, text, images, guesses, (*made.remarks, *remarks), made.unit, findings, twin
    )


def _written(
    made: Manuscript, stem: str, draw: imagefiles.Draw
) -> tuple[str, dict[str, bytes], list[str]]:
    """The text, its pictures by path, and what is to be said about them."""
    images: dict[str, bytes] = {}
    names: dict[int, str] = {}
    remarks: list[str] = []
    by_data: dict[bytes, str] = {}
    for at, block in enumerate(made.blocks):
        if not isinstance(block, Picture):
            continue
        if block.data not in by_data:
            picture = imagefiles.made(block.data, block.suffix, draw)
            name = f"photos/{stem}-{len(images) + 1}{picture.suffix}"
            images[name], by_data[block.data] = picture.data, name
            remarks += [f"{name}：{picture.remark}"] if picture.remark else []
        names[at] = by_data[block.data]
    return writing.written(made, names), images, remarks


def _twin(made: Manuscript, folder: Path, base: str, draw: imagefiles.Draw) -> str:
    """The stem of a manuscript in the folder that this one would be again, letter by letter."""
    for file in sorted(folder.glob(f"{base}*.md")) if folder.is_dir() else ():
        if file.read_bytes() == _written(made, file.stem, draw)[0].encode():
            return file.stem
    return ""


def _checked(text: str, images: dict[str, bytes], folder: Path, stem: str) -> tuple[Finding, ...]:
    """What the reader of manuscripts finds, before anything is written."""

    def measure(of: Path, src: str) -> pictures.Size:
        return pictures.Size(1, 1) if src in images else pictures.measure(of, src)

    shown = f"{folder.name}/{stem}.md"
    file = folder / f"{stem}.md"
    _, findings = article_reader.read_data(
        text.encode(), file, shown, outline, lambda *_: Tagged(), measure
    )
    return tuple(findings)
