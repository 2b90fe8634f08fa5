"""Publishing leaves configurations for the server, and a ledger that names nothing that is not public."""

from __future__ import annotations

from pathlib import Path

from plugins.web.server import ledger, publishing
from tests.web.conftest import SECRETS, Desk

THEME = Path(__file__).resolve().parents[2] / "theme" / "web"


def left(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))


def test_the_public_edition(own_desk: Desk, tmp_path: Path) -> None:
    moved = '"2020-02/a" = "2020-02/mi-gao"\n"2020-02/b" = "2020-02/yi-jiang"\n'
    (own_desk.content / "redirects.toml").write_text(moved, encoding="utf-8")
    publishing.leave(own_desk.archive(), own_desk.content, THEME, tmp_path / "服务器")
    text = left(tmp_path / "服务器") + (own_desk.content / ledger.FILE).read_text(encoding="utf-8")
    assert [secret for secret in SECRETS if secret in text] == []
    assert '"/2020-02/b.html"' in text
    assert "/2020-02/a.html" not in text
    assert "/srv/huanjing.qingjiang.example/current" in text
    assert "2020-02/yi-jiang\n" in text
    assert "pages/关于本刊\n" in text


def test_the_internal_edition_enters_nothing(own_desk: Desk, tmp_path: Path) -> None:
    publishing.leave(
        own_desk.archive(),
        own_desk.content,
        THEME,
        tmp_path / "内部",
        edition="internal",
        deploy_to="web@10.1.2.3:/srv/neibu",
    )
    text = left(tmp_path / "内部")
    assert "server_name neibu.huanjing.qingjiang.example;" in text
    assert "/srv/neibu/current" in text
    assert not (own_desk.content / ledger.FILE).exists()


def test_an_internal_address_of_its_own(own_desk: Desk, tmp_path: Path) -> None:
    publishing.leave(
        own_desk.archive(),
        own_desk.content,
        THEME,
        tmp_path / "内部",
        edition="internal",
        internal_address="http://10.1.2.3",
    )
    assert "ssl_certificate" not in left(tmp_path / "内部")
