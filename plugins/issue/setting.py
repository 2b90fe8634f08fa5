"""Where a setting of an issue is written: in its issue.toml, which overrides, or in publication.toml."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.article.decode import decode
from plugins.article.finding import locate

Place = tuple[str, int, int]


def where_set(content: Path, issue_key: str, words: str) -> Place:
    """File as findings name it, line and column (from 1) where ``words`` stand outside of comments.

    A key is asked for as it begins its line: ``caliper_um``; a value as it is quoted: ``"photos/a.jpg"``.
    Line and column are 0 when they stand nowhere; the file is then publication.toml.
    """
    shown = [f"{issue_key}/issue.toml", "publication.toml"]
    for name in shown:
        file = content / name
        text = decode(file.read_bytes()) if file.exists() else ""
        bare = re.sub(r"(?m)^[ \t]*#.*$", lambda match: " " * len(match[0]), text)
        if words in bare:
            return (f"{content.name}/{name}", *locate(bare, words))
    return f"{content.name}/{shown[-1]}", 0, 0
