"""The made-up archive of benchmarks/archive.py: the same again, varied, and good for every engine."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import pytest

from benchmarks.archive import agreement, edits, flavours, manuscripts, sentences
from plugins.issue import plugin as issues

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def known() -> sentences.Words:
    return sentences.words(CONTENT)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, known: sentences.Words) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    assert flavours.write_archive(folder, 2, known) == 90
    return folder


def article(known: sentences.Words, number: int = 7) -> manuscripts.Manuscript:
    return manuscripts.manuscript(manuscripts.months(1)[0], number, known)


def test_an_article_is_the_same_whenever_asked_for(known: sentences.Words) -> None:
    assert article(known) == article(known)


def test_articles_differ(known: sentences.Words) -> None:
    month = manuscripts.months(1)[0]
    bodies = {each.body for each in flavours.issue(month, known)}
    assert len(bodies) == manuscripts.PER_ISSUE


def test_the_newest_month_is_the_last() -> None:
    assert [manuscripts.key_of(each) for each in manuscripts.months(3)] == [
        "2020-01", "2020-02", "2020-03",
    ]  # fmt: skip


@pytest.mark.parametrize("issues", [0, manuscripts.MOST + 1])
def test_an_archive_has_its_bounds(issues: int) -> None:
    with pytest.raises(ValueError, match="issues"):
        manuscripts.months(issues)


def test_order_is_newest_issue_first_then_as_printed(known: sentences.Words) -> None:
    older, newer = manuscripts.months(2)
    made = [manuscripts.manuscript(month, n, known) for month in (newer, older) for n in (1, 45)]
    assert sorted(made, key=lambda each: each.order) == made


def test_sentences_hold_no_markdown(known: sentences.Words) -> None:
    assert len(known.sentences) > 1000
    assert not [each for each in known.sentences if sentences.MARKUP.search(each)]


def test_numbers_keep_their_length_and_years_stay() -> None:
    words = sentences.Words((), (), (), re.compile("甲甲"), re.compile("乙乙"))
    told = sentences.varied("2020年，PM2.5下降12%，共345家。", words, random.Random(4), "丙", "丁")
    assert "2020年" in told
    assert "PM2.5" in told
    assert "345家" not in told
    assert sum(map(str.isdigit, told)) == sum(map(str.isdigit, "2020年，PM2.5下降12%，共345家。"))


def test_ours_reads_it_without_a_fault(archive: Path, tmp_path: Path) -> None:
    content = archive / "ours" / "content"
    loaded, findings = issues.load(content, {"PATH": str(content), "CACHE_PATH": str(tmp_path)})
    assert not [each for each in findings if each.level == "error"]
    assert [issue.key for issue in loaded.issues] == ["2020-03", "2020-02"]
    assert all(len(issue.articles) == manuscripts.PER_ISSUE for issue in loaded.issues)


def test_every_engine_has_the_same_bodies(archive: Path) -> None:
    def bodies(flavour: str) -> list[str]:
        files = sorted((archive / flavour / "content").glob("2020-*/*.md"))
        texts = [file.read_text("utf-8") for file in files]
        parts = [text.split("---", 2)[2] if text[0] == "-" else text for text in texts]
        return [part.split("\n\n", 1)[1] for part in parts]

    photo = flavours.WRITERS
    ours, *others = (
        [body.replace(photo[flavour][1], "@photo").strip() for body in bodies(flavour)]
        for flavour in flavours.FLAVOURS
    )
    assert len(ours) == 90
    assert all(other == ours for other in others)


def test_the_ten_edits_can_be_undone(archive: Path, known: sentences.Words) -> None:
    def snapshot() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in archive.rglob("*") if file.is_file()}

    before = snapshot()
    made = list(edits.edits(manuscripts.months(2), known))
    for edit in made:
        for flavour in flavours.FLAVOURS:
            edits.apply(edit, flavour, archive / flavour)
    changed = {file for file, data in snapshot().items() if before.get(file) != data}
    for edit in made:
        edits.undo(edit, archive, known)
    assert len(made) == 10
    assert {each.kind for each in made} == {"body", "headline", "tag", "new"}
    touched = {(each.made.key, each.made.stem) for each in made}
    assert len(changed) == 3 * len(touched) + 1  # and the issue.toml of the new one
    assert snapshot() == before


def test_a_new_article_stands_in_its_issue(archive: Path, known: sentences.Words) -> None:
    edit = next(e for e in edits.edits(manuscripts.months(2), known) if e.kind == "new")
    content = archive / "ours" / "content"
    edits.apply(edit, flavours.OURS, archive / "ours")
    plan = tomllib.loads((content / edit.made.key / "issue.toml").read_text("utf-8"))
    edits.undo(edit, archive, known)
    assert plan["sections"][-1]["articles"][-1] == edit.made.stem


def page(folder: Path, body: str) -> Path:
    folder.mkdir()
    (folder / "a.html").write_text(f"<html><body><main>{body}</main></body></html>", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<p>字 句</p>", "<div><p>字句</p>\n</div>", True),
        ("<p>字</p>", "<p>句</p>", False),
        ('<img alt="图">', '<figure><img alt="图"><figcaption>图</figcaption></figure>', True),
    ],
)
def test_agreement_is_of_words(tmp_path: Path, one: str, other: str, same: bool) -> None:
    found = list(agreement.differences(page(tmp_path / "1", one), page(tmp_path / "2", other)))
    assert (not found) is same


def test_agreement_is_of_pages(tmp_path: Path) -> None:
    one, other = page(tmp_path / "1", ""), page(tmp_path / "2", "")
    (other / "b.html").write_text("<main></main>", "utf-8")
    assert list(agreement.differences(one, other)) == [f"only in {other}: b.html"]
