"""Cards and covers: drawn from the record, kept by content, small."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from plugins.article.record import Article, Picture
from plugins.issue.record import Cover, Issue, Publication
from plugins.web.cards import cards, cards_article, cards_draw, cards_issue
from plugins.web.cards.cards import CardStore, Drawn
from plugins.web.cards.cards_article import ArticleFacts
from plugins.web.cards.cards_draw import Palette

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme/web"
PALETTE = Palette((ROOT / "theme/shared/tokens.css").read_text("utf-8"))
ARTICLE = Article(
    issue_key="2020-02", stem="yi-jiang", path="2020-02/yi-jiang.md", body="", text="",
    headline="一江清水 两岸人家", kicker="治了十年——", document_number="清环发〔2020〕1号",
)  # fmt: skip
PHOTO = Picture("photos/a.jpg", "", width=1500, height=1000)
ISSUE = Issue(
    key="2020-02", number=2, whole_number=12, published=date(2020, 2, 20),
    publication=Publication(name="清江环境", english_name="QINGJIANG"), cover=Cover("photos/c.jpg", ("一江清水",)),
)  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    photos = tmp_path / "content/2020-02/photos"
    photos.mkdir(parents=True)
    Image.new("RGB", (1500, 1000), "teal").save(photos / "a.jpg")
    Image.new("RGB", (840, 1140), "navy").save(photos / "c.jpg")
    Image.new("RGB", (900, 600), "white").save(photos / "d.png")
    return tmp_path / "content"


def _marked(headline: str) -> str:
    return headline.replace(" ", "\u3000")


@pytest.fixture
def store(content: Path, tmp_path: Path) -> CardStore:
    return CardStore(content, THEME, tmp_path / "cache", _marked)


def _article(
    store: CardStore, article: Article = ARTICLE, section: str = "特别关注", tone: int = 2
) -> Drawn:
    drawn = store.article(article, ISSUE, section, tone)
    assert drawn is not None
    return drawn


def _image(store: CardStore, drawn: Drawn | None) -> Image.Image:
    assert drawn is not None
    image = Image.open(store.files[drawn.path])
    assert image.size == (drawn.width, drawn.height)
    assert image.get_format_mimetype() == drawn.media_type
    return image.convert("RGB")


def test_a_card_of_type_is_a_small_png(store: CardStore) -> None:
    drawn = _article(store)
    assert drawn.media_type == "image/png"
    assert (drawn.width, drawn.height) == (1200, 630)
    assert store.files[drawn.path].stat().st_size <= 40_000
    image = _image(store, drawn)
    assert image.getpixel((5, 5)) == PALETTE["tone-2"]
    assert image.getpixel((300, 600)) == PALETTE["paper"]


def test_a_photograph_stands_around_the_sheet(store: CardStore) -> None:
    drawn = _article(store, replace(ARTICLE, pictures=(PHOTO,)))
    assert drawn.media_type == "image/jpeg"
    red, green, blue = _image(store, drawn).getpixel((20, 600))  # type: ignore[misc]
    assert red < 20
    assert abs(green - 128) + abs(blue - 128) < 20


@pytest.mark.parametrize(
    "picture",
    [
        Picture("photos/d.png", "", width=900, height=600),
        Picture("photos/a.jpg", "", width=300, height=200),
    ],
)
def test_drawings_with_words_and_small_pictures_are_not_taken(
    store: CardStore, picture: Picture
) -> None:
    assert _article(store, replace(ARTICLE, pictures=(picture,))).path.endswith(".png")


def test_all_type_stands_in_the_square_that_networks_cut_out() -> None:
    facts = ArticleFacts(
        "清江环境", "特别关注", 1, "岚江省生态环境厅\u200b关于做好\u200b排污许可\u3000清理整顿\u200b和发证登记\u200b工作的通知",
        "2020年第3期", "治了十年——", "清环发〔2020〕1号",
    )  # fmt: skip
    image = cards_article.draw_type(facts, PALETTE).convert("RGB")
    blank = Image.new("RGB", image.size, PALETTE["paper"])
    for box in ((212, 0, 285, 630), (915, 0, 988, 630)):
        assert ImageChops.difference(image.crop(box), blank.crop(box)).getbbox() is None
    middle = (285, 0, 915, 630)
    assert ImageChops.difference(image.crop(middle), blank.crop(middle)).getbbox() is not None


@pytest.fixture
def unflattened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Cards of type keep all their colours."""
    cards_article._empty.cache_clear()
    monkeypatch.setattr(cards_draw, "flat", lambda image, ramps: image)
    yield
    cards_article._empty.cache_clear()


@pytest.fixture
def drawings(unflattened: None, monkeypatch: pytest.MonkeyPatch) -> tuple[Image.Image, Image.Image]:
    """A card of type with all its colours, and as it is kept."""
    facts = ArticleFacts(
        "清江环境", "特别关注", 5, "一江清水\u3000两岸人家", "2020年第2期", "治了十年——", "清环发〔2020〕1号",
    )  # fmt: skip
    whole = cards_article.draw_type(facts, PALETTE)
    monkeypatch.undo()
    cards_article._empty.cache_clear()
    return whole, cards_article.draw_type(facts, PALETTE).convert("RGB")


def test_the_palette_of_a_card_changes_no_colour_much(
    drawings: tuple[Image.Image, Image.Image],
) -> None:
    worst = max(high for _, high in ImageChops.difference(*drawings).getextrema())  # type: ignore[misc]
    assert 0 < worst <= 16


def test_one_card_leaves_nothing_on_the_next() -> None:
    long, short = (
        ArticleFacts("清江环境", "特别关注", 5, headline, "2020年第2期", kicker)
        for headline, kicker in (("一江清水\u3000两岸人家\u3000四时风物", "治了十年"), ("水", ""))
    )
    cards_article._empty.cache_clear()
    first = cards_article.draw_type(short, PALETTE)
    cards_article.draw_type(long, PALETTE)
    assert cards_article.draw_type(short, PALETTE).tobytes() == first.tobytes()


def test_the_cover_is_drawn_once_for_itself_and_its_card(
    store: CardStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = []
    draw = cards_issue.draw_cover

    def counted(*given: Any) -> Image.Image:
        times.append(given)
        return draw(*given)

    monkeypatch.setattr(cards_issue, "draw_cover", counted)
    store.issue(ISSUE)
    store.cover(ISSUE)
    store.cover(replace(ISSUE, number=3))
    assert len(times) == 2


def test_sweeping_takes_what_is_old_and_not_spared(store: CardStore, tmp_path: Path) -> None:
    old = _article(store)
    used = _article(store, replace(ARTICLE, headline="另一个"))
    os.utime(old.kept, (0, 0))
    now = used.kept.stat().st_mtime
    assert cards.sweep(tmp_path / "cache", 30, now, [old.kept]) == 0
    assert cards.sweep(tmp_path / "cache", 30, now) == 1
    assert (old.kept.exists(), used.kept.exists()) == (False, True)


def test_another_picture_of_the_same_name_is_another_card(
    store: CardStore, content: Path, tmp_path: Path
) -> None:
    article = replace(ARTICLE, pictures=(PHOTO,))
    before = _article(store, article)
    Image.new("RGB", (1500, 1001), "navy").save(content / "2020-02/photos/a.jpg")
    again = CardStore(content, THEME, tmp_path / "cache", _marked)
    assert _article(again, article).path != before.path


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "另一个标题"},
        {"kicker": "另一个引题"},
        {"document_number": ""},
        {"pictures": (PHOTO,)},
    ],
)
def test_whatever_is_on_the_card_changes_its_address(
    store: CardStore, change: dict[str, Any]
) -> None:
    assert _article(store).path != _article(store, replace(ARTICLE, **change)).path


def test_section_and_tone_change_its_address(store: CardStore) -> None:
    assert (
        len(
            {
                _article(store).path,
                _article(store, section="视点").path,
                _article(store, tone=3).path,
            }
        )
        == 3
    )


def test_another_photograph_changes_its_address(store: CardStore, content: Path) -> None:
    article = replace(ARTICLE, pictures=(PHOTO,))
    before = _article(store, article).path
    Image.new("RGB", (1500, 1000), "red").save(content / "2020-02/photos/a.jpg")
    assert _article(store, article).path != before


def test_what_is_not_on_the_card_does_not(store: CardStore) -> None:
    assert _article(store) == _article(store, replace(ARTICLE, body="<p>改了</p>"))


def test_a_kept_card_is_not_drawn_again(store: CardStore, content: Path, tmp_path: Path) -> None:
    before = _article(store)

    def refuse(headline: str) -> str:
        raise AssertionError("drawn again")

    again = CardStore(content, THEME, tmp_path / "cache", refuse)
    assert _article(again) == before
    assert again.files == store.files


def test_the_same_bytes_wherever_it_is_drawn(
    store: CardStore, content: Path, tmp_path: Path
) -> None:
    other = CardStore(content, THEME, tmp_path / "elsewhere", _marked)
    for made in (store, other):
        made.issue(ISSUE)
        _article(made, replace(ARTICLE, pictures=(PHOTO,)))
    assert [file.read_bytes() for file in store.files.values()] == [
        file.read_bytes() for file in other.files.values()
    ]


def test_a_cover_is_its_picture_with_type(store: CardStore) -> None:
    drawn = store.cover(ISSUE)
    image = _image(store, drawn)
    assert image.size == (900, 1221)
    red, green, blue = image.getpixel((850, 600))  # type: ignore[misc]
    assert blue > 100 > green + red
    assert image.crop((60, 60, 800, 210)).convert("L").getextrema()[1] > 240


def test_a_cover_without_a_picture_is_of_type(store: CardStore) -> None:
    plain = replace(ISSUE, cover=Cover(lines=("一江清水",) * 9))
    image = _image(store, store.cover(plain))
    red, green, blue = image.getpixel((20, 1200))  # type: ignore[misc]
    assert (red, green, blue) == pytest.approx(PALETTE["green"], abs=4)


def test_the_card_of_an_issue_has_its_cover_in_the_square(store: CardStore) -> None:
    image = _image(store, store.issue(ISSUE))
    assert image.size == (1200, 630)
    red, green, blue = image.getpixel((600, 330))  # type: ignore[misc]
    assert blue > green + red
    assert image.getpixel((300, 300))[1] > image.getpixel((300, 300))[2]  # type: ignore[index]


def test_cover_and_card_of_an_issue_are_two_files(store: CardStore) -> None:
    drawn = {store.issue(ISSUE), store.cover(ISSUE), _article(store)}
    assert {each.path for each in drawn if each} == set(store.files)
    assert len(drawn) == 3


def test_without_the_faces_there_are_no_cards(
    content: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(cards_draw, "ROLES", {"song": ("没有这种字体", 80)})
    store = CardStore(content, THEME, tmp_path / "cache", _marked)
    assert [store.issue(ISSUE), store.cover(ISSUE), store.article(ARTICLE, ISSUE, "栏", 1)] == [
        None
    ] * 3
    assert store.files == {}


def test_a_mark_at_the_end_of_a_line_does_not_push_it_aside() -> None:
    def left_of(text: str) -> int:
        image = Image.new("RGB", (400, 100), "black")
        line = cards_draw.Line(200, 50, text, "song", 40, cards_draw.WHITE, "mm")
        cards_draw.draw_line(image, line)
        box = image.getbbox()
        assert box
        return box[0] - (400 - box[2])

    assert abs(left_of("《山水》")) <= 4
    assert abs(left_of("《山水")) <= 14


@pytest.mark.parametrize(
    ("share", "expected"), [(0, (0, 0, 0)), (0.5, (50, 100, 10)), (1, (100, 200, 20))]
)
def test_mixed(share: float, expected: tuple[int, int, int]) -> None:
    assert cards_draw.mixed((0, 0, 0), (100, 200, 20), share) == expected


def test_the_middle_of_a_photograph_stands_where_it_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "stripes.png"
    stripes = Image.new("RGB", (1200, 1200), "blue")
    stripes.paste("red", (0, 580, 1200, 620))
    stripes.save(file)
    cut = cards_draw.cut_to(file, (1200, 630), 150)
    assert cut.getpixel((600, 150)) == (255, 0, 0)
    assert cut.getpixel((600, 315)) == (0, 0, 255)
    assert cards_draw.cut_to(file, (1200, 630)).getpixel((600, 315)) == (255, 0, 0)
