"""Small faults that tests of the whole found: nothing is dropped without a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup

from plugins.article import official
from plugins.article.record import Article
from plugins.issue import archive
from plugins.issue.editions import issue_for
from plugins.issue.folder import read_folios
from plugins.issue.record import Issue, Plate, Publication, Section, SectionName
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline


def load(content: Path) -> list[tuple[str, str]]:
    _, findings = archive.load(content, outline, lambda *_: Tagged())
    return [(found.path, found.code) for found in findings if found.level != "hint"]


def write(content: Path, key: str, number: int, stems: list[str], bodies: dict[str, str]) -> None:
    folder = content / key
    folder.mkdir(parents=True)
    listed = ", ".join(f'"{stem}"' for stem in stems)
    (folder / "issue.toml").write_text(
        f"number = {number}\nwhole_number = {number}\npublished = {key}-20\n"
        f'[[sections]]\nname = "甲"\nslug = "jia"\narticles = [{listed}]\n',
        encoding="utf-8",
    )
    for name, body in bodies.items():
        (folder / name).write_text(f"---\n标题: 题\n公开: 是\n---\n{body}\n", encoding="utf-8")


def content_folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    (content / "publication.toml").write_text('name = "样刊"\n', encoding="utf-8")
    return content


def test_a_manuscript_with_another_ending_is_named(tmp_path: Path) -> None:
    content = content_folder(tmp_path)
    write(
        content, "2020-03", 3, ["a"], {"a.md": "正文。", "b.MD": "正文。", "c.markdown": "正文。"}
    )
    assert load(content) == [
        ("content/2020-03/b.MD", "I222"),
        ("content/2020-03/c.markdown", "I222"),
    ]


def test_links_into_an_issue_that_cannot_be_read_are_not_reported_as_well(tmp_path: Path) -> None:
    content = content_folder(tmp_path)
    write(content, "2020-02", 2, ["x"], {"x.md": "正文。"})
    write(content, "2020-03", 3, ["a"], {"a.md": "见[旧文](../2020-02/x.md)。"})
    assert load(content) == []
    (content / "2020-02" / "issue.toml").write_text("number = = 2\n", encoding="utf-8")
    assert load(content) == [("content/2020-02/issue.toml", "I201")]


def test_an_empty_folder_is_no_issue(tmp_path: Path) -> None:
    content = content_folder(tmp_path)
    (content / "2020-04").mkdir()
    assert load(content) == []


def test_damaged_folios_are_as_if_the_issue_was_never_pressed(tmp_path: Path) -> None:
    (tmp_path / "folios.toml").write_text('[pages]\n"a" = = 3\n', encoding="utf-8")
    assert read_folios(tmp_path) == {}
    (tmp_path / "folios.toml").write_text('[pages]\n"a" = 3\n"b" = "x"\n', encoding="utf-8")
    assert read_folios(tmp_path) == {"a": 3}


def test_the_public_edition_drops_the_picture_behind_a_section_it_drops() -> None:
    def section(name: str, public: bool) -> Section:
        article = Article(
            headline=name, public=public, issue_key="2020-03", stem=name, path="", body="", text=""
        )
        return Section(SectionName(name, name), "page", (article,))

    issue = Issue(
        key="2020-03",
        number=3,
        whole_number=3,
        published=date(2020, 3, 20),
        publication=Publication(name="样刊"),
        sections=(section("甲", True), section("乙", False)),
        plates=(Plate("after:甲", "a.jpg"), Plate("after:乙", "b.jpg"), Plate("back", "c.jpg")),
    )
    assert [plate.image for plate in issue_for(issue, "public").plates] == ["a.jpg", "c.jpg"]
    assert issue_for(replace(issue), "internal").plates == issue.plates


def test_a_remark_may_follow_the_signature() -> None:
    html = "<p>通知如下。</p><p>某省生态环境厅</p><p>2020年3月1日</p><p>（此件公开发布）</p>"
    soup = BeautifulSoup(html, "lxml")
    assert official.structure(soup, "").signature
    classes = [str(paragraph.get("class") or "") for paragraph in soup.find_all("p")]
    assert classes == ["", "signature", "signed-on", ""]


def test_a_sentence_that_leads_on_is_no_addressee() -> None:
    for text, expected in (
        ("各市生态环境局：", True),
        ("为做好春汛期准备，现将有关事项通知如下：", False),
        ("各地要抓紧。具体要求是：", False),
    ):
        soup = BeautifulSoup(f"<p>{text}</p><p>正文。</p>", "lxml")
        assert official.structure(soup, "").addressee is expected, text
