"""A broken issue beside sound ones: the last good one takes its place, so that the others go on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plugins.article.finding import Finding, errors
from plugins.issue.record import Archive, Issue
from plugins.preview.places import issue_of


def mended(
    archive: Archive, findings: Iterable[Finding], good: Mapping[str, Issue]
) -> Archive | None:
    """The archive with each issue that has an error as it was last without; None when that cannot be done.

    ``good``: by their keys. What all issues share has no last good state beside the new one.
    """
    broken = set()
    for finding in errors(findings):
        key = issue_of(finding.path)
        if key not in good:
            return None
        broken.add(key)
    if not broken:
        return archive
    sound = {issue.key: issue for issue in archive.issues if issue.key not in broken}
    sound |= {key: good[key] for key in broken}
    return replace(archive, issues=tuple(sound[key] for key in sorted(sound, reverse=True)))
