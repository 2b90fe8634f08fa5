"""Our settings for the made-up archive: the peers' pages and no others, with the peers' theme.

It is copied beside the theme into the working folder; the repository is on sys.path.
"""

from pathlib import Path

from pelicanconf import *  # noqa: F403

THEME = str(Path(__file__).resolve().parent / "theme" / "web")
THEME_TEMPLATES_OVERRIDES: list[str] = []
RELATIVE_URLS = False
#: Whatever a stock set-up does not have: codes, cards, faces, feeds, related articles, years of a list …
EXTRAS: tuple[str, ...] = ()
