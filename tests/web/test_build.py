"""Building: aside and swapped, the same bytes each time, loud when something is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.article.finding import ManuscriptError
from plugins.keeping.exchange import built_aside
from plugins.web import site
from plugins.web.faults import BuildError
from plugins.web.renewal import plugin
from tests.web.conftest import CONF, PUBLISH, ROOT, Desk


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("conf", [CONF, PUBLISH])
def test_two_builds_are_byte_identical(own_desk: Desk, conf: Path) -> None:
    first = contents(own_desk.build(conf=conf))
    other = Desk(own_desk.content, own_desk.output.with_name("again"), own_desk.cache / "new")
    assert contents(other.build(conf=conf)) == first


def test_a_page_that_fails_leaves_the_last_site(
    own_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(own_desk.build())

    def broken(*args: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(site, "feeds", broken)
    with pytest.raises(ZeroDivisionError):
        own_desk.build()
    assert contents(own_desk.output) == before
    assert sorted(path.name for path in own_desk.output.parent.iterdir()) == [
        "cache", "content", "output",
    ]  # fmt: skip


def test_an_article_pelican_would_drop_fails_the_build(
    own_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plugins.article.plugin import ManuscriptReader

    own_desk.build()

    def broken(self: object, path: str) -> None:
        raise KeyError(path)

    monkeypatch.setattr(ManuscriptReader, "read", broken)
    article = own_desk.content / "2020-02" / "yi-jiang.md"
    article.write_text(article.read_text("utf-8") + "\n又一段。\n", "utf-8")
    with pytest.raises(BuildError, match="Could not process"):
        own_desk.build()
    assert (own_desk.output / "2020-02/yi-jiang.html").exists()


def test_a_missing_page_fails_the_build(own_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin.SiteGenerator, "generate_output", lambda self, writer: None)
    with pytest.raises(BuildError, match="pages not written"):
        own_desk.build()
    assert not own_desk.output.exists()


def test_a_page_link_that_leads_nowhere_stops_the_build(own_desk: Desk) -> None:
    page = own_desk.content / "pages" / "关于本刊.md"
    page.write_text("---\n标题: 关于\n---\n\n见[它](没有.md)。\n", "utf-8")
    with pytest.raises(ManuscriptError, match=r"pages/关于本刊.md:5:5  W103"):
        own_desk.build()


def test_tags_that_would_share_an_address_stop_the_build(own_desk: Desk) -> None:
    article = own_desk.content / "2020-01" / "kainian.md"
    article.write_text(article.read_text("utf-8").replace("权利", "quanli-power"), "utf-8")
    with pytest.raises(ManuscriptError, match=r"W101.*权力.*quanli-power"):
        own_desk.build()


def test_publishing_needs_an_address(own_desk: Desk) -> None:
    file = own_desk.content / "publication.toml"
    file.write_text(file.read_text("utf-8").replace("site_address", "website"), "utf-8")
    with pytest.raises(ManuscriptError, match="W102"):
        own_desk.build(conf=PUBLISH)


def test_an_empty_archive_still_builds(own_desk: Desk) -> None:
    for folder in ("2020-01", "2020-02"):
        for file in (own_desk.content / folder).glob("*.md"):
            file.write_text(file.read_text("utf-8").replace("公开: 是", "公开: 否"), "utf-8")
    page = own_desk.content / "pages" / "投稿须知.md"
    assert "一江清水" not in (own_desk.build() / "index.html").read_text("utf-8")
    assert page.exists()


def test_what_a_crash_left_is_put_in_order(tmp_path: Path) -> None:
    output = tmp_path / "output"
    (tmp_path / "output.old").mkdir()
    (tmp_path / "output.old" / "good").touch()
    (tmp_path / "output.new").mkdir()
    (tmp_path / "output.new" / "half").touch()
    with built_aside(output) as aside:
        assert not list(aside.iterdir())
        (aside / "new").touch()
        assert [path.name for path in output.iterdir()] == ["good"]
    assert [path.name for path in output.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.slow
def test_plain_pelican_works_and_stops_on_errors(own_desk: Desk) -> None:
    command = [
        sys.executable, "-m", "pelican", str(own_desk.content), "-o", str(own_desk.output),
        "-s", str(CONF), "--cache-path", str(own_desk.cache), "--fatal", "errors",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (own_desk.output / "2020-02/yi-jiang.html").exists()
    article = own_desk.content / "2020-02" / "shuju.md"
    article.write_text(article.read_text("utf-8").replace("体裁", "题材"), "utf-8")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "2020-02/shuju.md:3:1  A102" in done.stderr
