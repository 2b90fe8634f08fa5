"""Standing type: what is joined from kept pages is the file that one layout would give, byte for byte."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image

from plugins.article.finding import ManuscriptError
from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.press.standing.joining import JoinedPage
from plugins.press.standingpress import StandingPress, sweep
from plugins.press.typesetter import Typesetter
from plugins.press.workshop import FOLDER, Workshop
from tests.press import oneshot
from tests.press.conftest import SAMPLE, THEME, copied, illustrated_content, load, small_content

FILLERS = "".join(
    f'\n[[fillers]]\ntitle = "补白{n}"\ntext = "{"节约用水，人人有责。" * n}"\n' for n in (4, 9, 30)
)
TOO_HIGH = f"|甲|乙|\n|---|---|\n|{'高' * 9000}|矮|\n"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = illustrated_content(tmp_path_factory.mktemp("standing"))
    with (made / "publication.toml").open("a", encoding="utf-8") as file:
        file.write(FILLERS)
    return made


@pytest.fixture(scope="module")
def issue(content: Path) -> Issue:
    return load(content).issues[0]


@pytest.fixture(scope="module")
def once(content: Path, issue: Issue, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return one_shot(issue, content, tmp_path_factory.mktemp("once"))


def one_shot(issue: Issue, content: Path, folder: Path) -> bytes:
    oneshot.write(issue, content, THEME, folder / "once.pdf")
    return (folder / "once.pdf").read_bytes()


def joined(issue: Issue, content: Path, cache: Path, workers: int = 1) -> bytes:
    raw = cache.with_suffix(".raw")
    Workshop(issue, content, THEME, cache, workers).bound(lambda *_: None).write(raw)
    return raw.read_bytes()


def test_set_anew_kept_and_by_two_processes(
    content: Path, issue: Issue, once: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert joined(issue, content, tmp_path / "two", 2) == once
    assert joined(issue, content, tmp_path / "one") == once

    def nothing(*_: object) -> None:
        raise AssertionError("something was laid out")

    monkeypatch.setattr(Typesetter, "lay_out", nothing)
    assert joined(issue, content, tmp_path / "one") == once
    assert joined(issue, content, tmp_path / "two") == once


def test_a_filler_stands_at_a_foot(content: Path, issue: Issue, tmp_path: Path) -> None:
    shop = Workshop(issue, content, THEME, tmp_path)
    shop.bound(lambda *_: None)
    assert shop.allotted


def longer(article: Article, words: str) -> Article:
    return replace(article, body=article.body.replace("</p>", f"{words}</p>", 1))


def shorter(article: Article, words: str) -> Article:
    first, _, rest = article.body.partition("</p>")
    return replace(article, body=f"{first[:60]}{words}</p>{rest}")


def retitled(article: Article, words: str) -> Article:
    return replace(article, headline=f"{article.headline}{words}")


EDITS: tuple[Callable[[Article, str], Article], ...] = (longer, shorter, retitled)
WORDS = ("新增一句。", "鑫淼焱，ABC 与 3.5%。", "河长" * 300)


def edited(issue: Issue, dice: random.Random) -> Issue:
    """One article of an issue changed."""
    number = dice.randrange(len(issue.sections))
    section = issue.sections[number]
    articles = list(section.articles)
    place = dice.randrange(len(articles))
    articles[place] = dice.choice(EDITS)(articles[place], dice.choice(WORDS))
    sections = list(issue.sections)
    sections[number] = replace(section, articles=tuple(articles))
    return replace(issue, sections=tuple(sections))


@pytest.mark.parametrize("seed", range(4))
def test_after_edits_it_is_what_one_layout_gives(
    seed: int, content: Path, issue: Issue, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    press = StandingPress(content, THEME, tmp_path / "cache", 1)
    press.bound(issue, lambda *_: None)
    for _ in range(3):
        issue = edited(issue, dice)
        press.bound(issue, lambda *_: None).write(tmp_path / "joined.raw")
    assert (tmp_path / "joined.raw").read_bytes() == one_shot(issue, content, tmp_path)


def test_another_picture_under_the_same_name(tmp_path: Path) -> None:
    content = illustrated_content(tmp_path / "content")
    issue = load(content).issues[0]
    press = StandingPress(content, THEME, tmp_path / "cache", 1)
    press.bound(issue, lambda *_: None).write(tmp_path / "before.raw")
    name = next(each.src for article in issue.articles for each in article.pictures)
    picture = content / issue.key / name
    Image.new("RGB", (600, 400), "navy").save(picture)
    press.bound(issue, lambda *_: None).write(tmp_path / "after.raw")
    assert (tmp_path / "after.raw").read_bytes() == one_shot(issue, content, tmp_path)
    assert (tmp_path / "after.raw").read_bytes() != (tmp_path / "before.raw").read_bytes()


def test_a_picture_swept_away_is_made_again(
    content: Path, issue: Issue, once: bytes, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    joined(issue, content, cache)
    files = [each for each in (cache / FOLDER).glob("??/*") if each.is_file()]
    for each in random.Random(1).sample(sorted(files), len(files) // 2):
        each.unlink()
    assert joined(issue, content, cache) == once


def test_type_that_is_not_used_is_swept(content: Path, issue: Issue, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    joined(issue, content, cache)
    now = max(each.stat().st_mtime for each in (cache / FOLDER).glob("??/*"))
    assert sweep(cache, 30, now + 60) == 0
    assert sweep(cache, 30, now + 31 * 86400) > 0
    assert not list((cache / FOLDER).glob("??/*"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("after", [0.05, 0.2, 0.4, 0.8])
def test_killed_while_it_keeps_type(
    after: float, content: Path, issue: Issue, once: bytes, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    child = os.fork()
    if not child:
        try:
            joined(issue, content, cache)
        finally:
            os._exit(0)
    time.sleep(after)  # wherever it is then
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert joined(issue, content, cache) == once


def test_a_fault_found_in_another_process(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    with (content / "2020-03" / "two.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{TOO_HIGH}")
    shop = Workshop(load(content).issues[0], content, THEME, tmp_path / "cache", 2)
    with pytest.raises(ManuscriptError, match="R302"):
        shop.bound(lambda *_: None)


def test_a_draft_is_trimmed_and_labelled(content: Path, issue: Issue, tmp_path: Path) -> None:
    made = StandingPress(content, THEME, tmp_path / "cache", 1).draft(
        issue, tmp_path / "draft.pdf", lambda *_: None
    )
    with Pdf.open(made.file) as pdf:
        assert len(pdf.pages) == len(made.folios)
        assert [page.label for page in pdf.pages] == [
            *("封面", "封二"),
            *(str(folio) for folio in made.folios if folio),
            *("封三", "封底"),
        ]
        assert all(list(page.mediabox) == list(page.trimbox) for page in pdf.pages)
    assert set(made.places) == {article.stem for article in issue.articles}
    assert all(made.folios[place] for own in made.places.values() for place in own)


def test_a_page_says_what_weasyprint_asks(content: Path, issue: Issue, tmp_path: Path) -> None:
    bound = Workshop(issue, content, THEME, tmp_path).bound(lambda *_: None)
    assert all(isinstance(page, JoinedPage) for page in bound.pages)
    assert bound.trim_mm == (210, 285)
    assert bound.bleed_mm == 3


@pytest.mark.press
@pytest.mark.slow
def test_the_sample_is_what_one_layout_gives(tmp_path: Path) -> None:
    content = copied(SAMPLE, tmp_path / "content")
    issue = load(content).issues[0]
    assert joined(issue, content, tmp_path / "cache", 2) == one_shot(issue, content, tmp_path)
