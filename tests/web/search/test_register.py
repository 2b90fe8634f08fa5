"""Numbers are given as things first appear, and stay."""

from __future__ import annotations

from plugins.article.kinds import Kind
from plugins.web.search.document import Document, documents
from plugins.web.search.register import KINDS, Register
from tests.web.archives import article, issue, tag


def filed(register: Register, number: int, *names: str) -> list[Document]:
    """Enter an issue whose articles have one tag each."""
    told = (article(number, f"a{n}", tags=(tag(name),)) for n, name in enumerate(names))
    made = issue(number, *told)
    found = list(documents(made))
    register.add(made, found)
    return found


def test_the_first_to_appear_has_the_first_number() -> None:
    register = Register()
    filed(register, 0, "水", "气")
    filed(register, 1, "土", "水", "土", "土")
    assert register.numbers["tag"] == {"水": 0, "气": 1, "土": 2}
    assert register.issues == [("2000-01", 0, "2000年第1期"), ("2000-02", 2, "2000年第2期")]
    assert register.most_used("tag") == [("土", 3, 2), ("水", 2, 0), ("气", 1, 1)]
    assert register.count == 6


def test_what_is_used_alike_is_in_order_of_names() -> None:
    register = Register()
    filed(register, 0, "b", "c", "a")
    assert [name for name, _, _ in register.most_used("tag")] == ["a", "b", "c"]


def test_kinds_have_numbers_from_the_start() -> None:
    assert list(Register().numbers["kind"]) == list(KINDS) == [kind.value for kind in Kind]


def test_a_copy_leaves_the_first_as_it_was() -> None:
    register = Register()
    filed(register, 0, "水")
    mark = register.mark
    filed(copied := register.copy(), 1, "气")
    assert register.mark == mark != copied.mark
    assert register.most_used("tag") == [("水", 1, 0)]


def test_a_version_changes_with_everything_the_index_has() -> None:
    plain: dict[str, object] = {"headline": "标题", "text": "正文"}
    variants: list[dict[str, object]] = [
        {"headline": "改"}, {"text": "改"}, {"kicker": "改"}, {"deck": "改"}, {"standfirst": "改"},
        {"document_number": "改"}, {"bylines": ("改",)}, {"contributors": ("改",)}, {"tags": (tag("改"),)},
        {"kind": Kind.PROFILE}, {"version": "改"}, {},
    ]  # fmt: skip
    told = [article(0, "a", **{**plain, **each}) for each in variants]
    found = [document for each in told for document in documents(issue(0, each))]
    assert len({each.version for each in found}) == len(variants)
