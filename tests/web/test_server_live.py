"""The shipped configurations in a real nginx and a real Caddy, over TLS on this machine."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest

from plugins.web.server import server
from plugins.web.server.finish import finish
from plugins.web.server.redirects import Redirects
from plugins.web.server.server import Server

THEME = Path(__file__).resolve().parents[2] / "theme" / "web"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX, CADDY = "nginx", "caddy"
PUBLIC = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
}
MAIN = """
daemon off;
{brotli}
user root;
worker_processes 1;
pid {place}/nginx.pid;
error_log {place}/error.log;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  {temp}
  include {place}/conf.d/*.conf;
}}
"""
TEMP = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
#: Neither an entry in the machine's store of certificates, nor ports 80 and 2019.
CADDY_ASIDE = "{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n"

pytestmark = pytest.mark.slow


@dataclass
class Live:
    """A running server and what it serves."""

    kind: str
    base: str
    port: int
    plain_port: int
    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "current"

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        context = ssl._create_unverified_context()
        connection = HTTPSConnection("localhost", self.port, context=context, timeout=5)
        return _answer(connection, self.base + path, headers)

    def get_plain(self, path: str) -> tuple[HTTPResponse, bytes]:
        return _answer(HTTPConnection("localhost", self.plain_port, timeout=5), path, {})

    def bytes_of(self, name: str) -> bytes:
        return (self.site / name).read_bytes()


def _answer(
    connection: HTTPConnection, path: str, headers: dict[str, str]
) -> tuple[HTTPResponse, bytes]:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers={"Accept-Encoding": "identity", **sent})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def _site(folder: Path) -> None:
    """A site of every kind of file, as a build leaves it."""
    words = "江水东流去，两岸有人家。" * 60
    page = f"<!doctype html>\n<html lang=zh-CN><head><title>页</title></head><body><p>{words}</p>"
    for name in ("", "2020-02/", "2020-02/yi-jiang.html", "pages/关于本刊.html", "404.html"):
        file = folder / (name if name.endswith("html") else f"{name}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{page}<p>{name}</p></body></html>", encoding="utf-8")
    for name, data in {
        "theme/site.1a2b3c4d.css": b"p { color: green }\n" * 100,
        "media/2020-02/tu.1a2b3c4d.jpg": b"\xff\xd8\xff",
        "2020-02/yi-jiang.pdf": b"%PDF-1.7\n",
        "feeds/all.atom.xml": f"<feed>{words}</feed>".encode(),
        "feeds/all.json": f'{{"title": "{words}"}}'.encode(),
        "sitemap.xml": f"<urlset>{words}</urlset>".encode(),
        "robots.txt": b"User-agent: *\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _deployed(folder: Path) -> None:
    """A deploy folder with a current release, and a previous one that had a sheet of its own."""
    now, before = folder / "releases" / "2", folder / "releases" / "1"
    _site(now)
    finish(now, is_lean=True, is_packed=True)
    (before / "theme").mkdir(parents=True)
    (before / "theme" / "site.old.css").write_text("p { color: red }")
    (folder / "current").symlink_to("releases/2")
    (folder / "previous").symlink_to("releases/1")


def _nginx(place: Path, texts: dict[str, str]) -> list[str]:
    """The command that runs nginx with these files in its ``http`` block, once it accepts them."""
    certificate = ["-keyout", f"{place}/key.pem", "-out", f"{place}/cert.pem", "-days", "2"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
         *certificate], check=True, capture_output=True,
    )  # fmt: skip
    (place / "conf.d").mkdir()
    for name, text in texts.items():
        text = re.sub(r"(ssl_certificate +)[^;]+;", rf"\1{place}/cert.pem;", text)
        text = re.sub(r"(ssl_certificate_key +)[^;]+;", rf"\1{place}/key.pem;", text)
        if not BROTLI.exists():
            text = text.replace("brotli_static on;", "")
        (place / "conf.d" / f"{name}.conf").write_text(text, encoding="utf-8")
    module = f"load_module {BROTLI};" if BROTLI.exists() else ""
    temp = "\n".join(f"{name}_temp_path {place}/{name};" for name in TEMP)
    main = place / "nginx.conf"
    main.write_text(MAIN.format(place=place, brotli=module, temp=temp))
    command = ["nginx", "-c", str(main), "-e", f"{place}/error.log"]
    subprocess.run([*command, "-t", "-q"], check=True)
    return command


def _listening(text: str, plain_port: int) -> str:
    """The same configuration on ports of this machine; IPv6 is not everywhere."""
    text = re.sub(r"listen \[::\].*?;", "", text)
    return text.replace("listen 80;", f"listen {plain_port};")


def _caddy(place: Path, text: str) -> list[str]:
    file = place / "Caddyfile"
    file.write_text(CADDY_ASIDE + text, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]


def _started(command: list[str], place: Path, port: int) -> subprocess.Popen[bytes]:
    home = {"XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place), "HOME": str(place)}
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **home}
    with (place / "said.log").open("wb") as log:
        started = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    for _ in range(200):
        if started.poll() is not None:
            break
        try:
            with socket.create_connection(("localhost", port), timeout=1) as plain:
                unverified = ssl._create_unverified_context()
                unverified.wrap_socket(plain, server_hostname="localhost").close()
            return started
        except OSError:
            time.sleep(0.05)
    raise AssertionError((place / "said.log").read_text())


@pytest.fixture(
    scope="module", params=[(NGINX, ""), (NGINX, "/kanwu"), (CADDY, ""), (CADDY, "/kanwu")]
)
def live(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Live]:
    kind, base = request.param
    if shutil.which(kind, path="/usr/sbin:/usr/bin") is None:
        pytest.skip(f"no {kind} here")
    place = tmp_path_factory.mktemp("server")
    found = Live(kind, base, _free_port(), _free_port(), place / "srv")
    _deployed(found.folder)
    told = Server(
        name="清江环境",
        address=f"https://localhost:{found.port}{base}",
        folder=str(found.folder),
        early_script="try{}catch{}",
        redirects=Redirects(
            {"2020-02/旧.html": "pages/关于本刊.html"}, frozenset({"2020-02/che.html"})
        ),
    )
    texts = server.configurations(told, THEME)
    command = (
        _nginx(place, {"site": _listening(texts["nginx.conf"], found.plain_port)})
        if kind == NGINX
        else _caddy(place, texts["Caddyfile"])
    )
    started = _started(command, place, found.port)
    yield found
    started.terminate()
    started.wait(10)


def test_a_page_and_its_headers(live: Live) -> None:
    answer, body = live.get("/2020-02/yi-jiang.html")
    assert answer.status == 200
    assert body == live.bytes_of("2020-02/yi-jiang.html")
    headers = {name.lower(): value for name, value in answer.getheaders()}
    assert headers.items() >= PUBLIC.items()
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "/" not in headers.get("server", "")


@pytest.mark.parametrize("path", ["/", "/2020-02/", "/pages/" + quote("关于本刊.html")])
def test_folders_and_chinese_addresses(live: Live, path: str) -> None:
    answer, body = live.get(path)
    assert answer.status == 200
    assert b"<!doctype html>" in body.lower()[:40]
    assert "content-security-policy" in {name.lower() for name, _ in answer.getheaders()}


def test_a_folder_without_its_slash(live: Live) -> None:
    answer, _ = live.get("/2020-02")
    assert answer.status in (301, 308)
    assert answer.headers["location"] in (f"{live.base}/2020-02/", "2020-02/")


@pytest.mark.parametrize(
    ("asked", "sent"),
    [("gzip, deflate, br", "br"), ("br", "br"), ("gzip", "gzip"), ("identity", None)],
)
def test_packed_copies(live: Live, asked: str, sent: str | None) -> None:
    if sent == "br" and live.kind == NGINX and not BROTLI.exists():
        pytest.skip("no libnginx-mod-http-brotli-static here")
    answer, body = live.get("/2020-02/yi-jiang.html", Accept_Encoding=asked)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[sent]
    assert answer.headers["content-encoding"] == sent
    assert unpack(body) == live.bytes_of("2020-02/yi-jiang.html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "accept-encoding" in (answer.headers["vary"] or "").lower()


def test_a_page_that_did_not_change_is_not_sent_again(live: Live) -> None:
    first, _ = live.get("/", Accept_Encoding="gzip")
    again, body = live.get("/", Accept_Encoding="gzip", If_None_Match=first.headers["etag"])
    assert (again.status, body) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"


def test_a_packed_copy_and_its_original_have_different_tags(live: Live) -> None:
    plain, _ = live.get("/")
    packed, _ = live.get("/", Accept_Encoding="gzip")
    assert plain.headers["etag"] != packed.headers["etag"]


@pytest.mark.parametrize("path", ["/no-such.html", "/2020-02/no-such/", "/theme/no-such.css"])
def test_what_is_not_there(live: Live, path: str) -> None:
    answer, body = live.get(path)
    assert answer.status == 404
    assert body == live.bytes_of("404.html")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers.get_all("content-security-policy")


def test_no_folder_is_listed(live: Live) -> None:
    answer, body = live.get("/media/")
    assert answer.status == 404
    assert body == live.bytes_of("404.html")


def test_assets_are_kept_for_a_year(live: Live) -> None:
    sheet = next((live.site / "theme").glob("site.*.css"))
    answer, body = live.get(f"/theme/{sheet.name}")
    assert (answer.status, body) == (200, sheet.read_bytes())
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    picture = next(file for file in (live.site / "media").rglob("*.jpg"))
    answer, _ = live.get(f"/{picture.relative_to(live.site).as_posix()}")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-security-policy"] is None


def test_the_sheet_of_the_release_before_is_still_there(live: Live) -> None:
    answer, body = live.get("/theme/site.old.css")
    assert (answer.status, body) == (200, b"p { color: red }")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_an_address_that_moved(live: Live) -> None:
    answer, _ = live.get("/2020-02/" + quote("旧.html"))
    assert answer.status == 301
    target = answer.headers["location"]
    assert target.endswith(f"{live.base}/pages/" + quote("关于本刊.html"))
    assert live.get(target.removeprefix(live.base))[0].status == 200


def test_an_address_that_was_withdrawn(live: Live) -> None:
    answer, body = live.get("/2020-02/che.html")
    assert answer.status == 410
    assert body == live.bytes_of("404.html")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feeds/all.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/feeds/all.json", "application/feed+json; charset=utf-8"),
        ("/sitemap.xml", "xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/2020-02/yi-jiang.pdf", "application/pdf"),
    ],
)
def test_kinds_of_files(live: Live, path: str, kind: str) -> None:
    answer, body = live.get(path, Accept_Encoding="gzip")
    assert answer.headers["content-type"].endswith(kind)
    assert (gzip.decompress(body) if answer.headers["content-encoding"] else body) == live.bytes_of(
        path[1:]
    )


def test_plain_http_is_sent_to_tls(live: Live) -> None:
    if live.kind == CADDY:
        pytest.skip("Caddy does this by itself on port 80")
    answer, _ = live.get_plain("/2020-02/?a=b")
    assert answer.status == 301
    assert answer.headers["location"] == f"https://localhost:{live.port}/2020-02/?a=b"


def test_the_base_without_its_slash(live: Live) -> None:
    if not live.base:
        pytest.skip("the site has no base")
    answer, _ = live.get("")
    assert answer.status == 301
    assert answer.headers["location"] == f"{live.base}/"


def _told(address: str, is_internal: bool = False) -> dict[str, str]:
    told = Server(
        name="清江环境",
        address=address,
        folder="/srv/kan",
        early_script="",
        redirects=Redirects({f"2020-02/{'长' * 80}.html": "2020-02/"}),
        is_internal=is_internal,
    )
    return server.configurations(told, THEME)


@pytest.mark.skipif(shutil.which(NGINX, path="/usr/sbin:/usr/bin") is None, reason="no nginx here")
def test_one_nginx_takes_several_sites(tmp_path: Path) -> None:
    """Public, internal and plain ones side by side, just as they are shipped but for the certificates."""
    sites = {
        "public": _told("https://www.qingjiang.example/kanwu"),
        "internal": _told("https://neibu.www.qingjiang.example", is_internal=True),
        "plain": _told("http://10.1.2.3:8080"),
    }
    for texts in sites.values():
        texts["nginx.conf"] = re.sub(r"listen \[::\].*?;", "", texts["nginx.conf"])
    command = _nginx(tmp_path, {name: texts["nginx.conf"] for name, texts in sites.items()})
    said = subprocess.run([*command, "-t"], capture_output=True, text=True, check=True)
    assert "[warn]" not in said.stderr


@pytest.mark.skipif(shutil.which(CADDY) is None, reason="no caddy here")
@pytest.mark.parametrize("address", ["https://www.qingjiang.example/kanwu", "http://10.1.2.3:8080"])
@pytest.mark.parametrize("is_internal", [False, True])
def test_caddy_takes_every_site(tmp_path: Path, address: str, is_internal: bool) -> None:
    file = tmp_path / "Caddyfile"
    file.write_text(_told(address, is_internal)["Caddyfile"], encoding="utf-8")
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "not formatted" not in said.stderr


@pytest.mark.skipif(shutil.which(NGINX, path="/usr/sbin:/usr/bin") is None, reason="no nginx here")
def test_a_plain_site_at_an_address_of_numbers(tmp_path: Path) -> None:
    """Inside an office: no name, no TLS. (nginx reads ``$127`` as a capture: once the policy came out wrong.)"""
    port = _free_port()
    told = Server(
        name="清江环境",
        address=f"http://127.0.0.1:{port}",
        folder=str(tmp_path / "srv"),
        early_script="",
        redirects=Redirects(),
        is_internal=True,
    )
    _deployed(tmp_path / "srv")
    text = server.configurations(told, THEME)["nginx.conf"]
    command = _nginx(tmp_path, {"site": _listening(text, port)})
    with subprocess.Popen(command) as started:
        try:
            answer = _plain(port, "/")
        finally:
            started.terminate()
    assert answer.status == 200
    assert answer.headers["content-security-policy"] == told.policy
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["strict-transport-security"] is None


def _plain(port: int, path: str) -> HTTPResponse:
    """The answer of a server that has just been started."""
    for _ in range(100):
        try:
            return _answer(HTTPConnection("127.0.0.1", port, timeout=5), path, {})[0]
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")
