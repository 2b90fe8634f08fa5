"""The face of headlines: small, complete, the same for the same characters."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from plugins.article.record import Article
from plugins.web.faces import faces, typeface
from plugins.web.faces.faces import FaceStore, characters
from plugins.web.faces.faces_text import display_text
from plugins.web.views import Frame, PageView

HEADLINE = "退出来的岸线 看得见的大江：“十四五”2020年"
ARTICLE = Article(
    issue_key="pages", stem="a", path="pages/a.md", body="", text="", headline="一江水"
)
FRAME = cast("Frame", SimpleNamespace(publication=SimpleNamespace(name="清江环境")))


@pytest.fixture
def store(tmp_path: Path) -> FaceStore:
    return FaceStore(tmp_path)


def _opened(store: FaceStore, text: str) -> TTFont:
    face = store.display(text)
    assert face is not None
    return TTFont(io.BytesIO(store.files[face.file].read_bytes()))


def test_a_face_has_the_characters_asked_for_and_no_others(store: FaceStore) -> None:
    assert set(_opened(store, HEADLINE).getBestCmap()) == set(map(ord, HEADLINE))


def test_han_characters_keep_their_em(store: FaceStore) -> None:
    font = _opened(store, HEADLINE)
    em, cmap = font["head"].unitsPerEm, font.getBestCmap()
    assert {font["hmtx"][cmap[ord(char)]][0] for char in "退出看线大江：“”"} == {em}


def test_nothing_that_moves_letters_stays_but_the_half_width_marks(store: FaceStore) -> None:
    font = _opened(store, HEADLINE)
    features = {each.FeatureTag for each in font["GPOS"].table.FeatureList.FeatureRecord}
    assert features == {"halt"}
    assert not {"GSUB", "vmtx", "vhea", "BASE", "kern"} & set(font.keys())


def test_a_headline_is_light(store: FaceStore) -> None:
    """35 characters: at most 12 KB (the brief, weight)."""
    text = "岚江环境退出来的岸线看得见大江让每个固定污染源都有一张身份证治了十年水落石出"
    face = store.display(text)
    assert face is not None
    assert len(set(text)) >= 33
    assert store.files[face.file].stat().st_size <= 12_000


def test_the_same_characters_share_a_file(store: FaceStore) -> None:
    assert store.display("山水人家") == store.display("人家山水 山水")
    assert len(store.files) == 2


def test_a_face_says_where_its_files_are(store: FaceStore) -> None:
    face = store.display("山水")
    assert face is not None
    assert dict(face.kept) == store.files
    assert set(store.files) == {face.stylesheet, face.file}


def test_of_many_cuts_the_last_is_as_the_first() -> None:
    """The first come from the whole face, later ones from a part of it."""
    installed = typeface.installed(*faces.SOURCE)
    assert installed is not None
    source = typeface.Typeface(installed.file, installed.index)
    texts = (HEADLINE, "1—2月PM2.5平均浓度同比下降17.8% 达到Ⅲ类以上", "山䴙水", "")
    first = [source.cut(text) for text in texts]
    for _ in range(typeface.FEW):
        source.cut("山")
    assert [source.cut(text) for text in texts] == first


def test_sweeping_takes_what_is_old_and_not_spared(store: FaceStore, tmp_path: Path) -> None:
    old, spared, used = (store.display(text) for text in ("山", "水", "人"))
    assert old
    assert spared
    assert used
    for _, file in old.kept + spared.kept:
        os.utime(file, (0, 0))
    now = used.kept[0][1].stat().st_mtime
    assert faces.sweep(tmp_path, 30, now, [file for _, file in spared.kept]) == 2
    assert [file.exists() for _, file in old.kept] == [False, False]
    assert all(file.exists() for _, file in spared.kept + used.kept)


def test_asking_dates_a_face_anew(store: FaceStore, tmp_path: Path) -> None:
    face = store.display("山")
    assert face
    for _, file in face.kept:
        os.utime(file, (0, 0))
    FaceStore(tmp_path).display("山")
    assert faces.sweep(tmp_path, 30, face.kept[0][1].stat().st_mtime) == 0


def test_other_characters_have_another_file(store: FaceStore) -> None:
    assert store.display("山水") != store.display("山火")
    assert len(store.files) == 4


def test_a_kept_file_is_not_cut_again(store: FaceStore, tmp_path: Path, monkeypatch: Any) -> None:
    before = store.display(HEADLINE)

    def refuse(self: object, chars: str) -> bytes:
        raise AssertionError("cut again")

    monkeypatch.setattr(typeface.Typeface, "cut", refuse)
    assert FaceStore(tmp_path).display(HEADLINE) == before


def test_the_same_bytes_wherever_it_is_cut(tmp_path: Path) -> None:
    one, other = FaceStore(tmp_path / "a"), FaceStore(tmp_path / "b")
    assert one.display(HEADLINE) == other.display(HEADLINE)
    assert [file.read_bytes() for file in one.files.values()] == [
        file.read_bytes() for file in other.files.values()
    ]


def test_figures_and_marks_come_at_once_or_not_at_all(store: FaceStore) -> None:
    """Otherwise they would move what stands beside them when the face comes late."""
    face = store.display("2020年")
    assert face is not None
    rules = store.files[face.stylesheet].read_text("utf-8").split("@font-face")[1:]
    display = {"U+20-2E7F" in rule: "font-display:optional" in rule for rule in rules}
    assert display == {True: True, False: False}
    assert all(f"url({Path(face.file).name})" in rule for rule in rules)


def test_without_the_typeface_there_is_no_face_but_a_word_of_it(tmp_path: Path) -> None:
    store = FaceStore(tmp_path, ("没有这种字体", 80))
    assert store.display(HEADLINE) is None
    assert store.files == {}
    assert [(each.code, each.level) for each in store.findings("content")] == [("W105", "hint")]


def test_with_the_typeface_there_is_nothing_to_tell(store: FaceStore) -> None:
    assert store.findings("content") == []


def test_fontconfig_missing_is_a_missing_typeface(monkeypatch: Any) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    typeface.installed.cache_clear()
    assert typeface.installed("Noto Serif CJK SC", 80) is None
    typeface.installed.cache_clear()


@given(st.text(alphabet="山水人家 \n\u200b2020", max_size=12))
def test_characters_are_each_once_in_order_with_a_space(text: str) -> None:
    found = characters(text)
    assert list(found) == sorted(set(found))
    assert set(found) == {" "} | (set(text) - {"\n", "\u200b"})


def test_a_page_sets_its_headline_and_the_nameplate_large() -> None:
    view = PageView(
        path="pages/a.html", title="", article=ARTICLE, body=cast("Any", ""), outline=()
    )
    assert set(display_text(view, FRAME)) == set("清江环境一江水")
    changed = replace(view, article=replace(ARTICLE, headline="山"))
    assert "山" in display_text(changed, FRAME)


def test_files_are_named_by_what_is_in_them(store: FaceStore) -> None:
    face = store.display("山")
    assert face is not None
    assert face.file.startswith(faces.FOLDER)
    source = typeface.installed(*faces.SOURCE)
    assert source is not None
    assert store.files[face.file].read_bytes() == source.cut(" 山")
