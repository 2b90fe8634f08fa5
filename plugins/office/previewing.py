"""预览: the resident site beside its printed pages."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime

from plugins.office.office import Office
from plugins.preview import preview as room
from plugins.preview.sitework import Place
from plugins.preview.watching import Watched


def preview(office: Office, port: int, now: Callable[[], datetime]) -> None:
    """Serve until Ctrl-C; a port that is taken ends it with status 1."""
    settings = office.root / "pelicanconf.py"
    cache = office.cache
    place = Place(office.content, office.theme, cache / "preview", cache, settings, office.dist)
    watched = Watched(office.content, office.theme, office.root / "plugins", settings)

    def opened(address: str) -> None:
        office.say(f"请在浏览器打开 {address} 。第一次要等几秒；以后存盘，网页自己换新。")

    try:
        room.run(place, watched, port, now, office.say, opened)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        office.stop(f"端口 {port} 正被别的程序占用，请换一个：inv 预览 --port {port + 1}")
