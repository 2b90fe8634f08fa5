"""The PDFs of single articles on the site: linked where there is one, of this edition only, never a stale one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from plugins.issue.enclosures import FOLDER, Enclosure, write_index
from plugins.issue.record import Edition
from plugins.web.plugin import build
from tests.web.conftest import CONF, PUBLISH, SECRETS, Built, Desk, read_site

MANUSCRIPT = "2020-02/yi-jiang.md"
PAGE = "2020-02/yi-jiang.html"
FOLIOS = {"yi-jiang": (12, 13, 14), "mi-gao": (15,), "duanxun-1": (20, 22)}
PDF = b"%PDF-1.7 "


def press(desk: Desk) -> Path:
    """What the press would have left: PDFs of three articles, one of them not public."""
    issue = desk.archive().issue("2020-02")
    assert issue is not None
    pressed = desk.output.with_name("dist")
    folder = pressed / "2020-02" / FOLDER
    folder.mkdir(parents=True)
    for stem in FOLIOS:
        (folder / f"{stem}.pdf").write_bytes(PDF + stem.encode() + bytes(327_000))
    made = [Enclosure(stem, folder / f"{stem}.pdf", folios) for stem, folios in FOLIOS.items()]
    write_index(folder, issue, made)
    return pressed


def published(desk: Desk, pressed: Path, edition: Edition = "public", conf: Path = CONF) -> Built:
    build(
        desk.archive(), desk.content, desk.output, edition=edition, settings_file=conf,
        cache=desk.cache, enclosures=pressed, quiet=True,
    )  # fmt: skip
    return read_site(desk.output)


def test_an_article_with_a_pdf_links_to_it(own_desk: Desk) -> None:
    built = published(own_desk, press(own_desk))
    page = built.page(PAGE)
    link = page.select_one(".download a")
    assert link["href"] == "../2020-02/yi-jiang.pdf"
    assert link.get_text() == "下载本文 PDF（第12—14页，319 KB）"
    other = page.select_one("link[rel=alternate][type='application/pdf']")
    assert other["href"] == "../2020-02/yi-jiang.pdf"
    assert (built.root / "2020-02" / "yi-jiang.pdf").read_bytes().startswith(PDF + b"yi-jiang")


def test_pages_that_do_not_run_on_are_all_told(own_desk: Desk) -> None:
    link = (
        published(own_desk, press(own_desk))
        .page("2020-02/duanxun-1.html")
        .select_one(".download a")
    )
    assert "第20、22页" in link.get_text()


def test_the_citation_has_all_pages(own_desk: Desk) -> None:
    page = published(own_desk, press(own_desk)).page(PAGE)
    assert page.select_one(".citation span").get_text().endswith("清江环境, 2020(2): 12-14.")


def test_an_article_without_a_pdf_has_no_link(own_desk: Desk) -> None:
    page = published(own_desk, press(own_desk)).page("2020-02/shuju.html")
    assert not page.select(".download, [type='application/pdf']")


def test_without_a_press_there_is_no_link(site: Built) -> None:
    assert not [path for path, page in site.pages.items() if page.select(".download")]
    assert not list(site.root.rglob("*.pdf"))


@pytest.mark.parametrize("conf", [CONF, PUBLISH])
def test_the_public_site_never_carries_the_pdf_of_what_is_not_public(
    own_desk: Desk, conf: Path
) -> None:
    root = published(own_desk, press(own_desk), conf=conf).root
    assert {file.stem for file in root.rglob("*.pdf")} == {"yi-jiang", "duanxun-1"}
    for file in root.rglob("*.*"):
        assert not [word for word in SECRETS if word.encode() in file.read_bytes()], file


def test_the_internal_site_does(own_desk: Desk) -> None:
    built = published(own_desk, press(own_desk), edition="internal")
    assert (
        built.page("2020-02/mi-gao.html").select_one(".download a")["href"]
        == "../2020-02/mi-gao.pdf"
    )
    assert (built.root / "2020-02" / "mi-gao.pdf").is_file()


def test_a_pdf_older_than_its_text_is_not_linked(own_desk: Desk) -> None:
    pressed = press(own_desk)
    file = own_desk.content / MANUSCRIPT
    file.write_text(file.read_text("utf-8").replace("两岸有人家", "两岸无人家"), "utf-8")
    built = published(own_desk, pressed)
    assert not built.page(PAGE).select(".download")
    assert {file.stem for file in built.root.rglob("*.pdf")} == {"duanxun-1"}


def test_an_article_that_becomes_public_gets_its_link(own_desk: Desk) -> None:
    """What no reader of the PDF sees may change: tags, whether it is public."""
    pressed = press(own_desk)
    file = own_desk.content / "2020-02" / "mi-gao.md"
    text = file.read_text("utf-8").replace("公开: 否", "公开: 是").replace("密级标签", "权力")
    file.write_text(text, "utf-8")
    assert published(own_desk, pressed).page("2020-02/mi-gao.html").select(".download")


def test_the_links_as_they_were_agreed(own_desk: Desk, snapshot: SnapshotAssertion) -> None:
    built = published(own_desk, press(own_desk), conf=CONF)
    html = (built.root / PAGE).read_text("utf-8")
    lines = [line.strip() for line in html.splitlines() if "pdf" in line]
    assert re.sub(r"\.[0-9a-f]{8}\.", ".DIGEST.", "\n".join(lines)) == snapshot
