"""Headlines as the site sets them: the browser may break them at the editor's spaces only."""

from __future__ import annotations

from html import escape

from markupsafe import Markup


def parts(headline: str) -> Markup:
    """A headline in parts that are not broken when there is room for one on a line."""
    return Markup(
        " ".join(f'<span class="part">{escape(part)}</span>' for part in headline.split())
    )


def words(text: str) -> str:
    """A kicker or deck as it is: the browser breaks it where it likes."""
    return text
