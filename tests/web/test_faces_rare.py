"""Rare characters are sent along, and only they."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from plugins.article.record import Article
from plugins.issue.record import Archive, Issue, Publication, Section, SectionName
from plugins.web.faces import rare
from plugins.web.faces.rare import rare as rare_in
from plugins.web.faces.rare import rare_faces, span
from plugins.web.facts import Facts

#: No font has a private character; here it stands for one nobody has drawn.
UNKNOWN = "\U0003347a"


@pytest.mark.parametrize("char", ["䴙", "䴘", "䲟", "㛃", "𬭚", "𠮷", "鿫"])
def test_what_system_faces_may_lack_is_rare(char: str) -> None:
    assert rare_in(f"水{char}水") == {char}


@pytest.mark.parametrize("char", ["水", "〇", "镕", "喆", "堃", "a", "，", "①", "㎡", "郎"])
def test_what_every_system_face_has_is_not(char: str) -> None:
    assert rare_in(char) == set()


def test_no_rare_character_no_face(tmp_path: Path) -> None:
    made = rare_faces(["一江清水", "两岸人家"], tmp_path)
    assert (made.css, made.files, made.missing) == ("", {}, ())
    assert list(tmp_path.iterdir()) == []


def test_a_hei_and_a_song_limited_to_what_is_rare(tmp_path: Path) -> None:
    made = rare_faces(["小䴙䴘", "飞来了䴙"], tmp_path)
    assert made.css.count("@font-face") == 2
    assert made.css.count("unicode-range:U+4D18-4D19}") == 2
    for path, file in made.files.items():
        assert f"url({path.removeprefix('theme/')})" in made.css
        cmap = TTFont(io.BytesIO(file.read_bytes())).getBestCmap()
        assert set(cmap) == {0x4D18, 0x4D19}
    assert len(made.files) == 2


def test_many_rare_characters_come_in_shares(tmp_path: Path) -> None:
    chars = "".join(map(chr, range(0x3400, 0x3400 + rare.SHARE + 2)))
    made = rare_faces([chars], tmp_path)
    assert made.missing == ()
    assert made.css.count('"Rare Hei"') == 2
    assert f"unicode-range:U+{0x3400 + rare.SHARE:X}-{0x3400 + rare.SHARE + 1:X}}}" in made.css


def test_the_same_texts_in_another_order_give_the_same(tmp_path: Path) -> None:
    assert rare_faces(["䴙", "䴘"], tmp_path) == rare_faces(["䴘", "䴙"], tmp_path)


def test_what_no_face_has_is_told(tmp_path: Path) -> None:
    assert rare_faces([f"䴙{UNKNOWN}"], tmp_path).missing == (UNKNOWN,)


def test_it_is_told_with_file_and_line(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text("没有\n", "utf-8")
    (content / "b.md").write_text(f"一\n二{UNKNOWN}\n", "utf-8")
    files = [content / "gone.md", content / "a.md", content / "b.md"]
    found = rare.findings([UNKNOWN], files, content)
    assert [(each.path, each.line, each.column, each.code) for each in found] == [
        ("content/b.md", 2, 2, "W106")
    ]
    assert "U+3347A" in found[0].message


def test_nothing_missing_no_file_is_read(tmp_path: Path) -> None:
    assert rare.findings([], [tmp_path], tmp_path) == []


@pytest.mark.parametrize(
    ("chars", "expected"),
    [("", ""), ("䴙", "U+4D19"), ("䴙䴘", "U+4D18-4D19"), ("䴙㐀", "U+3400,U+4D19")],
)
def test_span(chars: str, expected: str) -> None:
    assert span(chars) == expected


def test_every_place_where_words_stand_is_read() -> None:
    article = Article(
        issue_key="2020-01", stem="a", path="2020-01/a.md", body="<p>䴙</p>", text="", kicker="䴘",
        bylines=("李䲟",),
    )  # fmt: skip
    section = Section(SectionName("栏", "lan", description="㛃"), "page", (article,), "编者按㐀")
    publication = Publication(name="刊", motto="㐁")
    issue = Issue(
        key="2020-01", number=1, whole_number=1, published=date(2020, 1, 1),
        publication=publication, sections=(section,),
    )  # fmt: skip
    archive = Archive(publication, (section.title,), (issue,))
    page = Article(issue_key="pages", stem="p", path="pages/p.md", body="㐂", text="")
    found = set().union(*map(rare_in, rare.texts(archive, (page,))))
    assert found == set("䴙䴘䲟㛃㐀㐁㐂")
    named = [file.as_posix() for file in rare.sources(archive, (page,), Path("c"))]
    assert named[:2] == ["c/2020-01/a.md", "c/pages/p.md"]


def test_what_is_remembered_of_an_article_is_all_that_is_read(tmp_path: Path) -> None:
    article = Article(
        issue_key="pages", stem="a", path="pages/a.md", body="<p>䴙水</p>", text="", kicker="䴘", version="1",
    )  # fmt: skip
    archive, facts = Archive(Publication(name="刊")), Facts(tmp_path / "rare.json", rare.VERSION)
    assert next(rare.texts(archive, (article,), facts)) == "䴘䴙"
    facts.save()
    again = Facts(tmp_path / "rare.json", rare.VERSION)
    changed = replace(article, body="", kicker="")
    assert next(rare.texts(archive, (changed,), again)) == "䴘䴙"
    assert next(rare.texts(archive, (replace(changed, version="2"),), again)) == ""
