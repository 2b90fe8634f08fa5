"""The server: pages with the script, its own pages, and nothing for anybody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from plugins.preview.board import Board
from plugins.preview.server import Counter, PreviewServer, inside

THEME = Path(__file__).resolve().parents[2] / "theme"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    site = tmp_path / "site"
    (site / "2020-03").mkdir(parents=True)
    (site / "index.html").write_text("<body>首页</body>", encoding="utf-8")
    (site / "2020-03" / "index.html").write_text("<body>目录</body>", encoding="utf-8")
    (site / "2020-03" / "a.html").write_text("<body>甲</body>", encoding="utf-8")
    (site / "a.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("讳莫如深", encoding="utf-8")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    counter = Counter(Board("r"), site, THEME, "content", lambda *_: None, lambda: None)
    made = PreviewServer(counter, 0)
    made.start()
    yield made
    made.close()


def asked(
    server: PreviewServer, path: str, method: str = "GET", host: str = ""
) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


def test_a_page_has_the_script_and_browsers_keep_nothing(server: PreviewServer) -> None:
    answer, body = asked(server, "/2020-03/a.html")
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert body.startswith("<body>甲<script")
    assert 'data-seen="r.0"' in body


def test_a_file_is_served_as_it_is(server: PreviewServer) -> None:
    answer, body = asked(server, "/a.css")
    assert (body, answer.headers["Content-Type"]) == ("p{}", "text/css; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "to"), [("/2020-03", "/2020-03/"), ("/2020-03/old.html", "/2020-03/a.html")]
)
def test_folders_and_moved_pages_turn(server: PreviewServer, path: str, to: str) -> None:
    server.counter.board.site_made(frozenset(), {"2020-03/old.html": "2020-03/a.html"})
    answer, _ = asked(server, path)
    assert (answer.status, answer.headers["Location"]) == (302, to)


def test_a_page_that_is_gone_says_so_and_shows_ways_on(server: PreviewServer) -> None:
    answer, body = asked(server, "/2020-03/%3Cscript%3E.html")
    assert answer.status == 404
    assert "这一页现在没有" in body
    assert 'href="/2020-03/"' in body
    assert "bar.js" in body
    assert "/2020-03/&lt;script&gt;.html" in body


def test_before_the_first_site_a_page_waits(server: PreviewServer) -> None:
    (server.counter.site / "index.html").unlink()
    _, body = asked(server, "/")
    assert "做好了这里会自动换上" in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1"])
def test_answers_to_its_own_name_alone(server: PreviewServer, host: str) -> None:
    answer, body = asked(server, "/", host=host)
    assert (answer.status, body) == (403, "")


def test_answers_to_localhost(server: PreviewServer) -> None:
    answer, _ = asked(server, "/", host=f"localhost:{server.server_port}")
    assert answer.status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_reads_only(server: PreviewServer, method: str) -> None:
    answer, _ = asked(server, "/", method)
    assert answer.status == 501


def test_head_is_get_without_the_page(server: PreviewServer) -> None:
    whole, body = asked(server, "/")
    head, nothing = asked(server, "/", "HEAD")
    assert nothing == ""
    assert (
        head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(body.encode()))
    )


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/2020-03/..%2f..%2fsecret.txt", "/link.txt", "/a.css%00.html",
        "/..%5csecret.txt", "//etc/passwd", "/" + "x" * 300, "/__preview/../secret.txt", "/__preview/leaf/a/b-0-110.webp",
        "/__preview/leaf/2020-03/v-999999-1.webp", "/__preview/draft/2020-03.pdf", "/__preview/draft/..%2f..%2fx.pdf",
    ],
)  # fmt: skip
def test_nothing_outside_its_folders(server: PreviewServer, path: str) -> None:
    answer, body = asked(server, path)
    assert answer.status == 404
    assert "讳莫如深" not in body


def test_inside_a_folder(tmp_path: Path) -> None:
    assert inside(tmp_path, "a/../b") == tmp_path.resolve() / "b"
    assert inside(tmp_path, "../b") is None


def test_its_own_pages(server: PreviewServer) -> None:
    for name in ("bar.js", "bar.css", "findings.js", "desk", "desk.css", "desk.js", "tokens.css"):
        answer, body = asked(server, f"/__preview/{name}")
        assert answer.status == 200
        assert body == (THEME / ("shared" if name == "tokens.css" else "preview") / name.replace("desk", "desk.html" if name == "desk" else "desk")).read_text("utf-8")  # fmt: skip


def test_events_come_one_after_another_and_the_desk_is_seen(server: PreviewServer) -> None:
    board = server.counter.board
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/__preview/events?desk=1&page=/2020-03/a.html&seen=r.0")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"

    def event() -> dict[str, object]:
        lines = iter(answer.readline, b"\n")
        data = next(line for line in lines if line.startswith(b"data: "))
        assert answer.readline() == b"\n"
        told: dict[str, object] = json.loads(data[6:])
        return told

    assert event()["isStale"] is False
    assert board.looked_at == {"2020-03"}
    board.site_made(frozenset({"2020-03/a.html"}), {}, state="fine", at="14:03:07")
    told = event()
    assert (told["isStale"], told["words"], told["mark"]) == (True, "已更新 14:03:07", "r.1")
    board.press("2020-03", words="排版 1/3")
    told = event()
    assert told["isStale"] is False
    assert told["press"]["words"] == "正在排版 排版 1/3……"  # type: ignore[index]
    connection.close()
