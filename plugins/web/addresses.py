"""Where every page of the site lives, and how one page links to another.

A path is written from the root of the site without a leading slash; a path that is empty or ends
with ``/`` is a folder and its page is the folder's ``index.html``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

HOME = ""
ISSUES = "issues/"
SECTIONS = "section/"
TAGS = "tag/"
NOT_FOUND = "404.html"
FEED = "feeds/all.atom.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MEDIA = "media/"
THEME = "theme/"
#: The folder of content/pages, in links (``article:pages/stem``) and addresses alike.
PAGES = "pages"

UNSAFE = re.compile(r"[^\w-]+")


def issue(key: str) -> str:
    """The page of an issue."""
    return f"{key}/"


def text(folder: str, stem: str) -> str:
    """The page of an article (folder: the issue's key) or of a text of content/pages."""
    return f"{folder}/{stem}.html"


def enclosure(folder: str, stem: str) -> str:
    """The PDF of an article, beside its page."""
    return f"{folder}/{stem}.pdf"


def section(slug: str) -> str:
    """The page of a section."""
    return f"{SECTIONS}{segment(slug)}/"


def tag(slug: str) -> str:
    """The page of a tag."""
    return f"{TAGS}{segment(slug)}/"


def year(number: int) -> str:
    """The archive of a year."""
    return f"{number}/"


def segment(slug: str) -> str:
    """A slug as one segment of an address: letters, digits, Han, ``-`` and ``_`` only.

    >>> segment("PM2.5/O3")
    'PM2-5-O3'
    """
    return UNSAFE.sub("-", slug).strip("-") or "-"


def file_of(path: str) -> str:
    """The file behind a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Addresses:
    """How links are written.

    ``relative``: from page to page, naming files, so that the site opens from a folder without a
    server. Otherwise from the root of the host: no link names the host, so the same files serve the
    public address, a preview and a mirror.
    """

    site_address: str = ""
    relative: bool = True

    def link(self, path: str, page: str) -> str:
        """What stands in ``href`` on ``page`` to lead to ``path``."""
        if not self.relative:
            return f"{urlsplit(self.site_address).path.rstrip('/')}/{path}"
        return "../" * file_of(page).count("/") + file_of(path)

    def absolute(self, path: str) -> str:
        """The permanent address, with the host, in ASCII: for feeds, sitemap, canonical links."""
        return f"{self.site_address.rstrip('/')}/{quote(path)}"
