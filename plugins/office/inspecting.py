"""核对、版面、印前检查: PDFs that are there are looked at."""

from __future__ import annotations

from pathlib import Path

from plugins.office import reading
from plugins.office.office import Office
from plugins.press import telling
from plugins.press.plan.plansheet import draw
from plugins.press.preflight import report as words
from plugins.press.preflight.preflight import inspect
from plugins.press.preflight.record import Expected
from plugins.press.press import proof as prove


def proof(office: Office, name: str) -> None:
    """The PDF of an issue against its manuscripts, word by word; then its lines are measured."""
    chosen, file = reading.pressed(office, name)
    with office.busy("核对"):
        measures = prove(chosen, file, chosen.folios, office.cache)
    office.say("每篇稿件一字不漏、一字不重，依次印出。")
    office.say_all(telling.of_measures(measures))


def plan(office: Office, name: str) -> None:
    """The sheet of thumbnails of an issue."""
    chosen, file = reading.pressed(office, name)
    office.say("画版面计划……")
    folder = file.parent
    with office.busy("画版面"):
        made = draw(chosen, file, office.theme, folder)
    office.say(f"  {made.verdict}")
    shown = (office.shown(folder / f"版面计划.{suffix}") for suffix in ("html", "pdf"))
    office.say("  " + "　".join(shown))


def preflight(office: Office, file: Path, *, x1a: bool, report: str) -> None:
    """Any PDF, rule by rule; status 1 when it is not fit for the printer. ``report``: "" for none."""
    with office.busy("印前检查"):
        found = inspect(file, Expected(standard="X-1a") if x1a else None)
    office.say_all(words.lines(found))
    if report:
        reading.written(office, Path(report), words.to_html([found], office.theme))
    if not found.passed:
        office.stop()
