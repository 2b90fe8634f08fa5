"""What only the web minds: addresses that would be shared, an address that is missing, half an identity."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plugins.article.finding import Finding
from plugins.issue.record import Archive
from plugins.web.byissue import ByIssue
from plugins.web.indexes.collisions import collisions, names
from plugins.web.labels import identity
from plugins.web.server import ledger, redirects
from plugins.web.server.redirects import Redirects


class Checker:
    """Checks one edition again and again. ``content``: the content folder."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._names = ByIssue(names)
        self._identity = ByIssue(partial(identity.of_issue, content=content))
        self._every = ByIssue(redirects.issue_addresses)
        self._public = ByIssue(redirects.public_addresses)

    def check(
        self, archive: Archive, cut: Archive, is_relative: bool
    ) -> tuple[list[Finding], Redirects]:
        """Findings, and the redirects of the content folder.

        ``archive``: whole; ``cut``: as the edition has it; ``is_relative``: the site opens from a folder.
        """
        pages = redirects.page_addresses(self._content)
        public = pages.union(*self._public.of(archive.issues))
        every = pages.union(*self._every.of(archive.issues))
        told, wrong = redirects.read(self._content, every, public)
        findings = [
            *collisions(cut, self._content.name, self._names.of(cut.issues)),
            *identity.check(cut, self._content, self._identity.of(cut.issues)),
            *wrong,
            *ledger.lost(self._content, public, told),
        ]
        if not is_relative and not cut.publication.site_address:
            message = '发布网站要有网址，请写一行：site_address = "https://……"'
            path = f"{self._content.name}/publication.toml"
            findings.append(Finding(path, 1, 1, "W102", "error", message))
        return findings, told
