"""Preview: serves the newest files, and builds again for what an editor saves."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from watchfiles import Change

from plugins.web import preview


def test_serves_a_folder_that_browsers_must_not_keep(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("一", encoding="utf-8")
    server = preview.serve(tmp_path, 0)
    try:
        with urlopen(f"http://127.0.0.1:{server.server_port}/") as answer:
            assert answer.read().decode() == "一"
            assert answer.headers["Cache-Control"] == "no-store"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("a.md", True),
        ("issue.toml", True),
        ("cover.jpg", True),
        ("folios.toml", False),
        (".a.md.swp", False),
        ("a.md~", False),
        ("a.md.tmp", False),
    ],
)
def test_only_what_an_editor_saves_matters(name: str, matters: bool) -> None:
    assert preview._matters(Change.modified, f"/content/2020-03/{name}") is matters


@pytest.mark.slow
def test_builds_first_and_again_after_a_save_during_the_first_build(tmp_path: Path) -> None:
    built, again, stop = Event(), Event(), Event()
    file = tmp_path / "a.md"

    def rebuild() -> None:
        if built.is_set():
            again.set()
        else:
            built.set()
            file.write_text("存盘", encoding="utf-8")

    thread = Thread(target=preview.rebuild_on_save, args=([tmp_path], rebuild, stop))
    thread.start()
    try:
        assert built.wait(10)
        assert again.wait(10)
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()
