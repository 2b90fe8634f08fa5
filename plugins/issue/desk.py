"""The desk: looks into each issue's folder, reads what changed and takes the rest from the store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.article import manuscript
from plugins.issue import crew
from plugins.issue.copystore import CopyStore, Kept
from plugins.issue.folder import OTHER_ENDINGS, Basis, Copy, FolderRead, IssueFolder
from plugins.issue.noted import Noted, Sizes, again, digest, note, picture_again
from plugins.keeping.garbage import collect_young, collector_paused
from plugins.tagging.tagger import Suggestions

#: Kind of work, folders done, folders to do.
Progress = Callable[[str, int, int], None]
NOTHING: Suggestions = {}


def silent(_work: str, _done: int, _of: int) -> None:
    """Tells nobody."""


def teach_nobody(_suggestions: Suggestions) -> None:
    """Without other processes there is nothing to pass on."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """How folders are read. ``tagger``: a digest of what tags depend on besides the article.

    ``workers`` processes read when there is enough to read; what their taggers ``learned``, ours is to ``learn``.
    """

    store: CopyStore = field(default_factory=lambda: CopyStore(None, ""))
    tagger: str = ""
    workers: int = 1
    progress: Progress = silent
    learned: Callable[[], Suggestions] = lambda: NOTHING
    learn: Callable[[Suggestions], None] = teach_nobody


@dataclass(frozen=True, slots=True)
class _Look:
    """A folder as it stands now, beside what was kept of it.

    ``copies`` are those that need not be read again; ``pictures`` says what those were found to be that
    were kept. ``is_same``: nothing changed; ``is_noted``: and no mark of a file did.
    """

    names: tuple[str, ...]
    plan: Noted
    folios: Noted
    copies: Mapping[str, Copy]
    pictures: Mapping[str, Noted]
    is_same: bool
    is_noted: bool

    @property
    def to_read(self) -> int:
        """How many manuscripts there are to read, at the most."""
        return 0 if self.is_same else len(self.names) - len(self.copies)


class Round:
    """One round over the folders of a content folder; ``basis_key`` is a digest of what ``basis`` was made from."""

    def __init__(self, desk: Desk, basis: Basis, basis_key: str) -> None:
        self._desk = desk
        self._basis = basis
        self._key = basis_key
        self._since_ns = desk.store.begin()
        self._looks: dict[str, _Look] = {}

    def read(self, folders: Iterable[Path]) -> list[FolderRead]:
        """What is read of the folders, in their order."""
        with collector_paused():
            return self._read(list(folders))

    def _read(self, folders: list[Path]) -> list[FolderRead]:
        self._looks = {folder.name: self._look(folder) for folder in folders}
        waiting = [folder for folder in folders if not self._looks[folder.name].is_same]
        manuscripts = sum(look.to_read for look in self._looks.values())
        lasting = self._desk.store.is_lasting
        workers = crew.hands(self._desk.workers, len(waiting), manuscripts) if lasting else 1
        if workers > 1:
            self._spread(waiting, workers)
        else:
            self._in_turn(waiting)
        return [self._kept(folder).read for folder in folders]

    def _in_turn(self, folders: list[Path]) -> None:
        for done, folder in enumerate(folders, start=1):
            self._renew(folder)
            self._desk.progress("读稿", done, len(folders))

    def _spread(self, folders: list[Path], workers: int) -> None:
        """Read in other processes, which put what they read into the store."""
        learned = crew.spread(self._beside, folders, workers)
        for done, (folder, suggestions) in enumerate(zip(folders, learned, strict=True), start=1):
            self._desk.learn(suggestions)
            self._desk.store.forget(folder.name)
            self._desk.progress("读稿", done, len(folders))

    def _beside(self, folder: Path) -> Suggestions:
        self._renew(folder)
        return self._desk.learned()

    def _kept(self, folder: Path) -> Kept:
        """What is kept of a folder that was looked into; read again if another process took it away."""
        return self._desk.store.get(folder.name) or self._renew(folder)

    def _look(self, folder: Path) -> _Look:
        kept = self._desk.store.get(folder.name)
        names = _names(folder)
        if kept is None:
            plan, folios = (note(file, digest) for file in _tables(folder))
            return _Look(names, plan, folios, {}, {}, is_same=False, is_noted=False)
        look = _compared(kept, folder, names)
        fits = kept.basis == self._key and kept.tagger == self._desk.tagger
        if look.is_same and fits and not look.is_noted:
            read = replace(kept.read, copies=look.copies, pictures=look.pictures)
            noted = replace(
                kept, since_ns=self._since_ns, plan=look.plan, folios=look.folios, read=read
            )
            self._desk.store.put(folder.name, noted)
        return replace(look, is_same=look.is_same and fits)

    def _renew(self, folder: Path) -> Kept:
        """Read what changed in a folder, and keep it."""
        look, before = self._looks[folder.name], self._desk.store.get(folder.name)
        copies = dict(look.copies)
        if before is not None and before.tagger != self._desk.tagger:
            copies = {name: self._tagged(copy) for name, copy in copies.items()}
        sizes = Sizes(folder, dict(look.pictures))
        read = IssueFolder(folder, self._basis, sizes, copies).read()
        if before is not None:
            read = _same_issue(read, before.read)
        made = Kept(
            self._since_ns, self._key, self._desk.tagger, look.names, look.plan, look.folios, read
        )
        self._desk.store.put(folder.name, made)
        collect_young()  # the trees that bodies were parsed into
        return made

    def _tagged(self, copy: Copy) -> Copy:
        """A copy with the tags and terms that the vocabulary now gives it."""
        article = copy.article
        if article is None:
            return copy
        tags, terms = self._basis.tagger(
            *manuscript.seen_by_tagger(article, article.text), article.own_tags
        )
        if (tags, terms) == (article.tags, article.terms):
            return copy
        made = replace(article, tags=tags, terms=terms)
        version = manuscript.version(made, str(copy.noted.content))
        return replace(copy, article=replace(made, version=version))


def _names(folder: Path) -> tuple[str, ...]:
    """The names that reading looks at, in order."""
    found = os.listdir(folder)  # noqa: PTH208  # a Path for each of many thousand names takes long
    return tuple(
        sorted(
            name for name in found if name.endswith(".md") or name.lower().endswith(OTHER_ENDINGS)
        )
    )


def _tables(folder: Path) -> tuple[Path, Path]:
    return folder / "issue.toml", folder / "folios.toml"


def _compared(kept: Kept, folder: Path, names: tuple[str, ...]) -> _Look:
    """The folder as it is now beside what was kept of it."""
    before, since_ns = kept.read, kept.since_ns
    plan, folios = (
        again(noted, file, since_ns, digest)
        for noted, file in zip((kept.plan, kept.folios), _tables(folder), strict=True)
    )
    pictures = {
        src: picture_again(noted, folder, src, since_ns) for src, noted in before.pictures.items()
    }
    copies = dict(_usable(before.copies, folder, since_ns))
    changed = {
        src for src, noted in pictures.items() if noted.content != before.pictures[src].content
    }
    if changed:
        copies = {name: copy for name, copy in copies.items() if changed.isdisjoint(copy.pictures)}
    tables_same = (plan.content, folios.content) == (kept.plan.content, kept.folios.content)
    return _Look(
        names,
        plan,
        folios,
        copies,
        pictures,
        is_same=tables_same
        and not changed
        and names == kept.names
        and len(copies) == len(before.copies),
        is_noted=plan is kept.plan
        and folios is kept.folios
        and _same_objects(pictures, before.pictures)
        and _same_objects(copies, before.copies),
    )


def _usable(copies: Mapping[str, Copy], folder: Path, since_ns: int) -> Iterator[tuple[str, Copy]]:
    """The copies whose manuscripts are as they were, with their notes renewed."""
    for name, copy in copies.items():
        noted = again(copy.noted, f"{folder}/{name}", since_ns, digest)
        if noted is copy.noted:
            yield name, copy
        elif noted.content == copy.noted.content:
            yield name, replace(copy, noted=noted)


def _same_objects(now: Mapping[str, object], before: Mapping[str, object]) -> bool:
    return all(value is before.get(name) for name, value in now.items())


def _same_issue(read: FolderRead, before: FolderRead) -> FolderRead:
    """With the issue that was read before, if nothing in it is new: who holds it need not look again."""
    now, then = read.issue, before.issue
    if now is None or then is None or now.version != then.version:
        return read
    if all(one is other for one, other in zip(now.articles, then.articles, strict=True)):
        return replace(read, issue=then)
    return read
