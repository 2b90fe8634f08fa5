"""The worker that reads the content folder and makes the internal site of it, again and again."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from plugins.article.finding import Finding, ManuscriptError, errors
from plugins.issue import plugin as issues
from plugins.issue.record import Issue
from plugins.preview import places
from plugins.preview.mending import mended
from plugins.preview.resident import Progress
from plugins.web.faults import BuildError
from plugins.web.plugin import Builder


@dataclass(frozen=True, slots=True)
class Place:
    """Where everything stands; absolute paths."""

    content: Path
    theme: Path
    #: The site, and what the residents keep.
    output: Path
    cache: Path
    settings_file: Path
    #: What the press has made before (PDFs of articles), if anything.
    enclosures: Path


@dataclass(frozen=True, slots=True)
class Build:
    """Make the site. ``is_shared``: a file that all issues share was saved."""

    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """Hand over an issue as it was last built: its pickle, or None."""

    key: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a `Build`: whether the site was made, if only of what is sound; what changed in it.

    Files are told from the root of the site.
    """

    is_built: bool
    findings: tuple[Finding, ...] = ()
    written: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    #: What is wrong with a template, a style, a file; "" for nothing.
    fault: str = ""


class SiteWorker:
    """Reads, builds, remembers the last good state of every issue."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._settings = self._new_settings()
        self._builder = Builder(
            place.content,
            place.output,
            edition="internal",
            settings_file=place.settings_file,
            cache=place.cache,
            enclosures=place.enclosures,
            in_place=True,
        )
        self._good: dict[str, Issue] = {}
        self._texts: dict[str, str] = {}

    def __call__(self, what: Build | Hand, progress: Progress) -> Made | bytes | None:
        """Do what is asked."""
        if isinstance(what, Hand):
            return self._handed(what.key)
        if what.is_shared:
            self._settings = self._new_settings()
        try:
            return self._build(progress)
        except ManuscriptError as error:
            return Made(False, error.findings)
        except (TemplateError, BuildError, OSError) as error:
            return Made(False, fault=words(error))

    def _handed(self, key: str) -> bytes | None:
        """An issue as it was last built; a resident that is new reads it."""
        if not self._good:
            archive, findings = issues.load(self._place.content, self._settings)
            sound = mended(archive, findings, {})
            self._good = {issue.key: issue for issue in sound.issues} if sound else {}
        found = self._good.get(key)
        # A mapping proxy cannot be pickled.
        return pickle.dumps(replace(found, folios=dict(found.folios))) if found else None

    def _build(self, progress: Progress) -> Made:
        progress("读稿", 0, 1)
        archive, findings = issues.load(self._place.content, self._settings)
        sound = mended(archive, findings, self._good)
        if sound is None:
            return Made(False, tuple(findings))
        try:
            built = self._builder.build(sound, progress)
        except (BuildError, OSError):
            if not errors(findings):
                raise
            # A last good issue may need a file that is gone; what people wrote wrong is the cause.
            return Made(False, tuple(findings))
        texts = places.texts(sound)
        moved = places.moved(self._texts, texts)
        self._good = {issue.key: issue for issue in sound.issues}
        self._texts = texts
        told = tuple(dict.fromkeys([*findings, *built.findings]))
        return Made(True, told, built.written, built.removed, moved)

    def _new_settings(self) -> dict[str, Any]:
        return {"PATH": str(self._place.content), "CACHE_PATH": str(self._place.cache)}


def words(error: Exception) -> str:
    """What is wrong with a file that is no manuscript, in one line.

    >>> words(PermissionError(13, "x", "a.md"))
    '读不了 a.md：没有权限'
    """
    if isinstance(error, TemplateSyntaxError):
        return f"模板 {error.name} 第 {error.lineno} 行：{error.message}"
    if isinstance(error, PermissionError):
        return f"读不了 {error.filename}：没有权限"
    if isinstance(error, OSError):
        return f"读写 {error.filename} 时出错：{error.strerror}"
    return f"{type(error).__name__}：{error}"
