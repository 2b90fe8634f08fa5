"""One issue out of the content folder, without the others: what a job needs, and nothing else."""

from __future__ import annotations

from pathlib import Path

from plugins.article.finding import ManuscriptError, errors
from plugins.issue import choosing
from plugins.issue.folder import Basis, IssueFolder
from plugins.issue.noted import Sizes
from plugins.issue.publication import read_publication, read_sections
from plugins.issue.record import Archive, Issue
from plugins.issue.toml import TomlFile
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline


def read(content: Path, key: str) -> Issue:
    """The issue ``key``. Raises `ManuscriptError` for what is wrong in it or in what all issues share.

    Tags are left out: neither print nor a picture shows them, and finding them takes a dictionary. Whether the
    series has gaps and links reach their articles is a matter of the whole archive (inv 查稿).
    """
    top, folder = content.name, content / key
    bulletin = TomlFile(content / "publication.toml", f"{top}/publication.toml")
    register = TomlFile(content / "sections.toml", f"{top}/sections.toml")
    basis = Basis(top, read_publication(bulletin), read_sections(register), outline, _untagged)
    made = IssueFolder(folder, basis, Sizes(folder)).read()
    found = [*bulletin.findings, *register.findings, *made.findings]
    if made.issue is None or errors(found):
        raise ManuscriptError(errors(found) or found)
    return choosing.issue(Archive(basis.publication, basis.sections, (made.issue,)), key)


def _untagged(headline: str, text: str, own: tuple[str, ...]) -> Tagged:
    return Tagged()
