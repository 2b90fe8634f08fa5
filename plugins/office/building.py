"""出刊: the newest issue to paper, the archive to a site that opens from its folder."""

from __future__ import annotations

from plugins.issue import choosing
from plugins.office import pressing, publishing, reading
from plugins.office.office import Office
from plugins.press import telling
from plugins.press.pressfault import PressFault


def build(office: Office) -> None:
    """What ``make`` does. An issue that is held back from the printer is told; the site is built all the same."""
    try:
        pressing.press(office, reading.chosen(office, choosing.NEWEST))
    except PressFault as failed:
        office.say(*telling.of_held_back(failed))
    publishing.site(office, reading.archive(office, quiet=True), "public")
