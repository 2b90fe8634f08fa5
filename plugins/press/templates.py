"""The press templates: what each kind of document is told, and the words it needs."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from plugins.hanzi import words
from plugins.hanzi.headlines import TERMS, mark_words
from plugins.hanzi.names import spread_name
from plugins.issue.record import Issue
from plugins.keeping import programme
from plugins.press.bodies import printed, signed
from plugins.press.pieces import Piece
from plugins.press.shading import shaded


class Templates:
    """Renders pieces of one issue to HTML."""

    def __init__(self, theme: Path, issue: Issue, cache: Path | None = None) -> None:
        """``cache``: where the dictionary of words is kept between runs; None: not kept."""
        #: Headlines that were marked before, with `terms` as their names: no dictionary is asked for them.
        self.marked: MutableMapping[str, str] = {}
        loader = FileSystemLoader([theme / "press" / "templates", theme / "shared"])
        self._environment = Environment(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_compiled(cache) if cache else None,
        )
        self._environment.filters["printed"] = printed
        self._environment.filters["signed"] = signed
        self._environment.filters["shaded"] = shaded
        self._environment.filters["parts"] = self._environment.filters["words"] = self._marked
        self._environment.filters["credited"] = credited
        self._environment.filters["spread"] = spread_name
        self._environment.filters["day"] = chinese_day
        self._issue, self._cache = issue, cache
        self.terms = tuple(sorted({*TERMS, *_names(issue)}))

    def _marked(self, headline: str) -> str:
        """A headline with the places where it may be broken."""
        if headline not in self.marked:
            self.marked[headline] = mark_words(headline, self._cut)
        return self.marked[headline]

    def _cut(self, text: str) -> list[str]:
        if text in self._headlines:
            return [str(word) for word in self._cutter.cut(text, HMM=False)]
        return words.cut(text, self.terms, self._cache, guess=False)

    @cached_property
    def _cutter(self) -> Any:
        """Cuts the issue's headlines: the whole dictionary would take three times as long."""
        return words.narrow(self._headlines.split("\n"), self.terms)

    @cached_property
    def _headlines(self) -> str:
        """All that is printed of the issue as headlines, a line each."""
        articles = self._issue.articles
        return "\n".join(
            line for each in articles for line in (each.headline, each.kicker, f"——{each.deck}")
        )

    def html(self, piece: Piece, **more: Any) -> str:
        """The HTML document of a piece."""
        return self.render(piece.template, piece=piece, **more)

    def render(self, template: str, **more: Any) -> str:
        """A template of the press with the issue at hand."""
        return self._environment.get_template(template).render(
            issue=self._issue, publication=self._issue.publication, day=chinese_day, **more
        )


def _compiled(cache: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept."""
    # They know which filters want the context: they hold for one state of the programme.
    folder = cache / "templates" / f"press-{programme.state(('press',), ('Jinja2',))}"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _names(issue: Issue) -> set[str]:
    """Names that no dictionary knows and no line may part: persons, units, the bulletin's own."""
    names = {issue.publication.name, issue.publication.sponsor}
    for article in issue.articles:
        names.update(article.bylines, article.photographers, article.contributors)
    return {name for name in names if name and " " not in name}


def chinese_day(day: date) -> str:
    """A date as running text and signatures have it (GB/T 9704-2012, 7.3.5.4): 2020年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"


def credited(names: Sequence[str], role: str) -> str:
    """Names of a credit line as print gives them: plain, whatever their role."""
    return " ".join(names)
