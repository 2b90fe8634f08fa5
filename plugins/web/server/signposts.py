"""Signposts: what stands at an address that has moved, for hosts that cannot be told to redirect."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from plugins.issue.record import Issue
from plugins.web.addresses import NEWEST, Addresses
from plugins.web.addresses import issue as issue_path
from plugins.web.assets import Asset
from plugins.web.server.redirects import Redirects

#: CSP forbids an inline style, so the page borrows the site's sheet; a refresh of 0 s is no barrier (WCAG 2.2, H76).
PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}_{name}</title>
{policy}<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="stylesheet" href="{sheet}">
</head>
<body>
<main class="wrap">
<h1>{title}</h1>
<p>如果没有自动转到，请点这里：<a href="{link}">{shown}</a></p>
</main>
</body>
</html>
"""
POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">\n'


def signposts(
    redirects: Redirects, where: Addresses, *, name: str, sheet: str, policy: str = ""
) -> Iterator[Asset]:
    """A page for each old address. Withdrawn ones get none: hosts then answer 404, our servers 410.

    ``name``: of the bulletin; ``sheet``: the path of the style sheet; ``policy``: the content policy, "" for none.
    """
    for old, new in sorted(redirects.moved.items()):
        words = {"title": "这一页换了网址", "name": name, "shown": new}
        yield _post(old, new, where, sheet, policy, words)


def newest_post(issue: Issue, where: Addresses, *, sheet: str, policy: str = "") -> Asset:
    """The page that leads to the newest issue: its own address never changes, so that no page need."""
    words = {"title": "本期", "name": issue.publication.name, "shown": issue.name}
    return _post(NEWEST, issue_path(issue.key), where, sheet, policy, words)


def _post(
    old: str, new: str, where: Addresses, sheet: str, policy: str, words: dict[str, str]
) -> Asset:
    """The page at ``old`` that leads to ``new``."""
    links = {
        "canonical": where.absolute(new) if where.site_address else where.link(new, old),
        "link": where.link(new, old),
        "sheet": where.link(sheet, old),
    }
    carried = POLICY.format(escape(policy, quote=False)) if policy else ""
    told = {key: escape(word) for key, word in (words | links).items()}
    return Asset(old, PAGE.format(policy=carried, **told).encode())
