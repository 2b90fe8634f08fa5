"""What a web server is told: what stands in the files, whatever server reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.web.server import server
from plugins.web.server.redirects import Redirects
from plugins.web.server.server import Server

THEME = Path(__file__).resolve().parents[2] / "theme" / "web"
MOVED = Redirects({"2020-03/旧.html": "2020-03/新.html"}, frozenset({"2020-03/che.html"}))


def one(address: str = "https://www.example", **changed: object) -> Server:
    words = {
        "name": "清江环境",
        "address": address,
        "folder": "/srv/kan",
        "early_script": "try{}catch{}",
        "redirects": MOVED,
        **changed,
    }
    return Server(**words)  # type: ignore[arg-type]


def files(**changed: object) -> dict[str, str]:
    return server.configurations(one(**changed), THEME)  # type: ignore[arg-type]


def test_the_three_files() -> None:
    assert list(files()) == ["Caddyfile", "nginx.conf", "说明.txt"]


@pytest.mark.parametrize(
    ("address", "host", "port", "origin", "base"),
    [
        ("https://www.example", "www.example", 443, "https://www.example", ""),
        ("https://www.example/", "www.example", 443, "https://www.example", ""),
        ("https://www.example/kan/wu/", "www.example", 443, "https://www.example", "/kan/wu"),
        ("http://10.1.2.3:8080", "10.1.2.3", 8080, "http://10.1.2.3:8080", ""),
        ("http://中国.example", "xn--fiqs8s.example", 80, "http://xn--fiqs8s.example", ""),
    ],
)
def test_an_address_taken_apart(address: str, host: str, port: int, origin: str, base: str) -> None:
    found = one(address)
    assert (found.host, found.port, found.origin, found.base) == (host, port, origin, base)
    assert found.is_secure == address.startswith("https")


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_moved_and_withdrawn_addresses(name: str) -> None:
    text = files(address="https://www.example/kan")[name]
    assert '"/kan/2020-03/旧.html"' in text
    assert "/kan/2020-03/%E6%96%B0.html" in text
    assert '"/kan/2020-03/che.html"' in text
    assert "410" in text


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_without_redirects_there_is_no_word_of_them(name: str) -> None:
    text = files(redirects=Redirects())[name]
    assert "redirects.toml" not in text
    assert "return 410" not in text


def test_without_tls_there_is_no_hsts_and_no_certificate() -> None:
    for text in files(address="http://10.1.2.3:8080").values():
        assert "Strict-Transport-Security" not in text
        assert "ssl" not in text
        assert "https://" not in text


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_the_internal_edition_is_for_some_only(name: str) -> None:
    inside = files(is_internal=True)[name]
    assert "noindex" in inside
    assert "192.168.0.0/16" in inside
    public = files()[name]
    assert "noindex" not in public
    assert "192.168" not in public


def test_two_sites_share_one_nginx() -> None:
    first, second = (files(address=f"https://{host}.example")["nginx.conf"] for host in "ab")
    assert "$at_a_example_443_cache" in first
    assert "$at_a_example_443_cache" not in second


def test_no_variable_begins_like_a_capture() -> None:
    text = files(address="http://10.1.2.3:8080")["nginx.conf"]
    assert "$at_10_1_2_3_8080_policy" in text
    assert "$1" not in text


def test_quoted() -> None:
    assert server.quoted("a b") == '"a b"'
    assert server.quoted('a"b\\') == '"a\\"b\\\\"'


def test_written(tmp_path: Path) -> None:
    folder = tmp_path / "dist" / "服务器"
    server.write(one(), THEME, folder)
    assert sorted(file.name for file in folder.iterdir()) == list(files())
    assert "/srv/kan" in (folder / "说明.txt").read_text(encoding="utf-8")


def test_where_the_folder_is() -> None:
    assert server.folder_on_server("web@www:/var/kan/", "https://www.example") == "/var/kan"
    assert server.folder_on_server("", "https://www.example/kan") == "/srv/www.example"


def test_the_internal_edition_has_a_host_of_its_own() -> None:
    assert server.internal_address("https://www.example/kan") == "https://neibu.www.example"
