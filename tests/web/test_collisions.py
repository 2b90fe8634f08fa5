"""W101: names that would share one address."""

from __future__ import annotations

from plugins.tagging.record import Tag
from plugins.web.indexes.collisions import collisions
from tests.web.archives import archive, article, issue


def found(*articles: object) -> list[str]:
    return [str(each) for each in collisions(archive(issue(0, *articles)), "content")]  # type: ignore[arg-type]


def test_nothing_to_find() -> None:
    one = article(0, "a", bylines=("王莹",), contributors=("甲市生态环境局",))
    two = article(0, "b", bylines=("王莹",), photographers=("王莹",), contributors=("王莹",))
    assert found(one, two) == []


def test_two_spellings_of_a_unit() -> None:
    one = article(0, "a", contributors=("《环境》编辑部",))
    two = article(0, "b", contributors=("“环境”编辑部",))
    (finding,) = found(one, two, two)
    assert finding.startswith(
        "content/2000-01/b.md  W101  供稿单位“《环境》编辑部”和““环境”编辑部”"
    )


def test_persons_whatever_their_part_and_capitals() -> None:
    one = article(0, "a", bylines=("Li Ming",))
    two = article(0, "b", photographers=("li ming",))
    (finding,) = found(one, two)
    assert "作者“Li Ming”和“li ming”" in finding
    assert "统一写法" in finding


def test_tags_with_one_slug() -> None:
    one = article(0, "a", tags=(Tag("权力", "quanli", ""), Tag("权利", "quanli", "")))
    (finding,) = found(one)
    assert finding.startswith("content/style/标签词表.toml  W101  标签“权力”和“权利”")


def test_the_levels_stop_a_build() -> None:
    one = article(0, "a", bylines=("王·莹", "王-莹"))
    (finding,) = collisions(archive(issue(0, one)), "content")
    assert finding.level == "error"
