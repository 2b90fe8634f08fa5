"""Where every page of the site lives, and how one page links to another.

A path is written from the root of the site without a leading slash; a path that is empty or ends
with ``/`` is a folder and its page is the folder's ``index.html``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote, urlsplit

HOME = ""
#: Leads to the newest issue: so the menu of older pages need not change with each.
NEWEST = "latest.html"
ISSUES = "issues/"
SECTIONS = "section/"
TAGS = "tag/"
UNITS = "unit/"
AUTHORS = "author/"
PLACES = "place/"
CITED = "cited/"
CONTENTS = "contents/"
DOCUMENTS = "documents/"
SEARCH = "search/"
SEARCH_INDEX = f"{SEARCH}index/"
SITE_MAP = "sitemap/"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
FAVICON = "favicon.ico"
MEDIA = "media/"
THEME = "theme/"
#: The folder of content/pages, in links (``article:pages/stem``) and addresses alike.
PAGES = "pages"

UNSAFE = re.compile(r"[^\w-]+")
#: Characters of the longest name that is an address as it is: file systems take 255 octets, of which a Han character has three.
LONGEST = 60


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


def unit(name: str) -> str:
    """The page of a contributing unit (供稿)."""
    return f"{UNITS}{segment(name)}/"


def author(name: str) -> str:
    """The page of a person: what they wrote and photographed."""
    return f"{AUTHORS}{segment(name)}/"


def place(name: str) -> str:
    """The page of a place that articles name."""
    return f"{PLACES}{segment(name)}/"


def document(name: str) -> str:
    """The page of a document that articles cite, by its number or its title; a long title is cut.

    >>> document("岚环函〔2020〕16号")
    'cited/岚环函-2020-16号/'
    """
    whole = segment(name)
    if len(whole) > LONGEST:
        whole = f"{whole[:LONGEST]}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
    return f"{CITED}{whole}/"


def year(number: int) -> str:
    """The archive of a year."""
    return f"{number}/"


def year_sections(number: int) -> str:
    """The contents of a year by section (分类总目次)."""
    return f"{year(number)}sections/"


def listing_year(path: str, number: int) -> str:
    """What the list at ``path`` (a section, tag, unit, person) has of one year."""
    return f"{path}{number}/"


def letter(path: str, initial: str) -> str:
    """What the index of names at ``path`` has under one letter; ``#`` is written ``other``."""
    return f"{path}pinyin/{initial.lower() if initial.isalpha() else 'other'}/"


@cache
def segment(slug: str) -> str:
    """A slug as one segment of an address: letters, digits, Han, ``-`` and ``_`` only.

    >>> segment("PM2.5/O3")
    'PM2-5-O3'
    """
    return UNSAFE.sub("-", slug).strip("-") or "-"


def file_of(path: str) -> str:
    """The file behind a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


@cache
def _root(site_address: str) -> str:
    """The path of the site on its host, without a slash at its end."""
    return urlsplit(site_address).path.rstrip("/")


@dataclass(frozen=True, slots=True)
class Addresses:
    """How links are written.

    ``relative``: from page to page, naming files, so that the site opens from a folder without a
    server. Otherwise from the root of the host: no link names the host, so the same files serve the
    public address, a preview and a mirror.
    """

    site_address: str = ""
    relative: bool = True
    #: Every path to which a link was written: what a page shows is among them.
    linked: set[str] = field(default_factory=set, compare=False, repr=False)

    def link(self, path: str, page: str) -> str:
        """What stands in ``href`` on ``page`` to lead to ``path``."""
        self.linked.add(path)
        if not self.relative:
            return f"{_root(self.site_address)}/{path}"
        return "../" * file_of(page).count("/") + file_of(path)

    def absolute(self, path: str) -> str:
        """The permanent address, with the host, in ASCII: for feeds, sitemap, canonical links."""
        self.linked.add(path)
        return f"{self.site_address.rstrip('/')}/{quote(path)}"
