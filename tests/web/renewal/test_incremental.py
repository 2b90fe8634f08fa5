"""After any edits, the renewed folder is what a build from nothing gives: byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plugins.article.finding import ManuscriptError, errors
from plugins.issue import plugin as desk
from plugins.issue.record import Archive, Edition
from plugins.web import addresses
from plugins.web.plugin import Builder
from plugins.web.renewal import renewal
from tests.web.conftest import CONF, PUBLISH, write_sample
from tests.web.renewal.edits import EDITS, add_words

#: Shrinking would build hundreds of sites.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FEW = settings(
    phases=PHASES,
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@dataclass
class Office:
    """One content folder, and three ways to build it: resident in place, anew each time, from nothing."""

    place: Path
    conf: Path = CONF
    edition: Edition = "public"

    def __post_init__(self) -> None:
        self.content, self.cache = self.place / "content", self.place / "cache"
        self.settings: dict[str, Any] = {"PATH": str(self.content), "CACHE_PATH": str(self.cache)}
        self.resident = self.builder("resident", in_place=True)

    def builder(self, name: str, *, in_place: bool = False, workers: int = 1) -> Builder:
        return Builder(
            self.content,
            self.place / name,
            edition=self.edition,
            settings_file=self.conf,
            cache=self.cache,
            in_place=in_place,
            workers=workers,
        )

    def archive(self) -> Archive:
        loaded, findings = desk.load(self.content, self.settings)
        if errors(findings):
            raise ManuscriptError(errors(findings))
        return loaded

    def build_all(self) -> None:
        archive = self.archive()
        self.resident.build(archive)
        self.builder("anew").build(archive)
        shutil.rmtree(self.place / "nothing", ignore_errors=True)
        self.builder("nothing").build(archive)

    def ensure_equal(self) -> None:
        wanted = tree(self.place / "nothing")
        for name in ("resident", "anew"):
            found = tree(self.place / name)
            assert sorted(found.keys() ^ wanted.keys()) == []
            assert [path for path in wanted if found[path] != wanted[path]] == []


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose pictures are made."""
    place = tmp_path_factory.mktemp("office")
    write_sample(place / "content")
    Office(place).build_all()
    return place


@pytest.mark.slow
@pytest.mark.parametrize(("conf", "edition"), [(CONF, "internal"), (PUBLISH, "public")])
@FEW
@given(edits=st.lists(st.sampled_from(EDITS), min_size=3, max_size=6), seed=st.integers(0, 999))
def test_after_any_edits_a_renewed_site_is_a_new_one(
    prepared: Path, conf: Path, edition: Edition, edits: list[Any], seed: int
) -> None:
    random = Random(seed)
    with TemporaryDirectory() as name:
        place = Path(name) / "office"
        shutil.copytree(prepared / "content", place / "content")
        shutil.copytree(prepared / "cache", place / "cache", ignore=shutil.ignore_patterns("sites"))
        office = Office(place, conf, edition)
        office.build_all()
        for edit in edits:
            edit(office.content, random)
            try:
                office.build_all()
            except ManuscriptError:
                continue  # a link that leads nowhere: the last site stays, the next edit goes on from here
            office.ensure_equal()


def test_nothing_changed_writes_nothing(prepared: Path) -> None:
    office = Office(prepared)
    built = office.builder("anew").build(office.archive())
    assert (built.written, built.removed) == (frozenset(), frozenset())


def test_one_edit_writes_one_page(prepared: Path) -> None:
    office = Office(prepared)
    article = office.content / "2020-01" / "kainian.md"
    article.write_text(article.read_text("utf-8") + "\n又一段，够长，不在摘要里。\n", "utf-8")
    written = office.builder("anew").build(office.archive()).written
    index = {path for path in written if path.startswith(addresses.SEARCH_INDEX)}
    assert written - index == {"2020-01/kainian.html"}
    assert addresses.SEARCH_INDEX + "about.json" in index  # tells the new digest of the segment
    assert not any(
        path.endswith(".json") for path in index - {f"{addresses.SEARCH_INDEX}about.json"}
    )


def test_a_damaged_or_missing_file_is_written_anew(prepared: Path) -> None:
    office = Office(prepared)
    office.builder("anew").build(office.archive())
    before = tree(prepared / "anew")
    (prepared / "anew" / "index.html").write_text("anders")
    picture = next((prepared / "anew").rglob("media/2020-02/*.jpg"))
    picture.unlink()
    built = office.builder("anew").build(office.archive())
    assert {"index.html", picture.relative_to(prepared / "anew").as_posix()} <= built.written
    assert tree(prepared / "anew") == before


def test_what_another_process_did_meanwhile_is_noticed(prepared: Path) -> None:
    office = Office(prepared)
    page = office.content / "pages" / "关于本刊.md"
    one, other = office.builder("shared"), office.builder("shared")
    one.build(office.archive())
    for builder, words in ((other, "第一次改。"), (one, "第二次改。")):
        page.write_text(f"{page.read_text('utf-8')}\n{words}\n", "utf-8")
        builder.build(office.archive())
    (prepared / "shared" / "404.html").unlink()
    other.build(office.archive())
    office.builder("by-itself").build(office.archive())
    assert tree(prepared / "shared") == tree(prepared / "by-itself")


def test_a_build_waits_for_another_of_the_same_folder(
    prepared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(prepared)
    archive = office.archive()
    order = []

    @contextmanager
    def noted(file: Path) -> Iterator[None]:
        order.append(file.name)
        yield

    monkeypatch.setattr(renewal, "in_turn", noted)
    office.builder("anew").build(archive)
    office.builder("anew").build(archive)
    office.builder("other").build(archive)
    assert order[0] == order[1] != order[2]


def test_several_processes_write_the_same(prepared: Path) -> None:
    office = Office(prepared)
    archive = office.archive()
    office.builder("several", workers=2).build(archive)
    office.builder("single").build(archive)
    assert tree(prepared / "several") == tree(prepared / "single")


def test_edits_are_edits(tmp_path: Path) -> None:
    content = write_sample(tmp_path / "content")
    for edit in EDITS:
        before = tree(content)
        for seed in range(20):
            edit(content, Random(seed))
        assert tree(content) != before, edit.__name__
    assert add_words in EDITS
