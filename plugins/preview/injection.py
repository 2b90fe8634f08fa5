"""One line of script into every page that is served; the built files never have it. Pure."""

from __future__ import annotations

END = b"</body>"
#: Below this folder of the site everything is the preview's own.
OWN = "__preview/"


def injected(page: bytes, seen: str) -> bytes:
    """The page with the preview's script as the last thing of its body.

    ``seen``: the place in the events from which on the page may be out of date.

    >>> injected(b"<p>x</p></body></html>", "a.1")[:16]
    b'<p>x</p><script '
    """
    script = (
        f'<script src="/{OWN}findings.js" defer></script>'
        f'<script src="/{OWN}bar.js" data-seen="{seen}" defer></script>'
    ).encode()
    at = page.lower().rfind(END)
    return page + script if at < 0 else page[:at] + script + page[at:]
