from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.tagging.advice import Asked, advise, written
from plugins.tagging.candidates import Copy
from plugins.tagging.matching import Matcher
from plugins.tagging.vocabulary import build

VOCABULARY = build([{"name": "噪声", "slug": "a"}, {"name": "信访", "slug": "b"}])
ARTICLES = [
    Asked(Copy(f"2020-03/{key}", "治理噪声", "噪声。总磷，总磷。"), own)
    for key, own in (("a", ()), ("b", ("+信访",)))
]


class Cutter:
    """A cutter that knows one word."""

    FREQ: dict[str, int] = {}  # noqa: RUF012

    def cut(self, text: str) -> list[str]:
        return text.replace("总磷", "/总磷/").split("/")


@pytest.fixture
def cutter(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Cutter]:
    def made(*_: object) -> Cutter:
        return Cutter()

    monkeypatch.setattr("plugins.tagging.advice.words.cutter", made)
    return made


def test_articles_first_then_what_is_lacking(cutter: object, tmp_path: Path) -> None:
    lines = list(advise(ARTICLES, VOCABULARY, tmp_path))
    assert [line.split("　")[0] for line in lines if not line.startswith(" ")][:2] == [
        "2020-03/a",
        "2020-03/b",
    ]
    assert "  编辑所写（在建议上增减）：+信访" in lines
    assert any(line.startswith("“噪声”在 2 篇里有 2 篇提到") for line in lines)
    assert lines[-1].startswith("  总磷　2 篇 4 次")


@pytest.mark.parametrize(
    ("line", "own", "after"),
    [
        ("", (), "标签: 噪声\n"),
        ("标签: +信访\n", ("+信访",), "标签: 噪声, 信访\n"),
        ("标签: 土壤\n", ("土壤",), "标签: 土壤\n"),
        ("标签: -噪声\n", ("-噪声",), "标签: -噪声\n"),
    ],
)
def test_what_is_written(line: str, own: tuple[str, ...], after: str) -> None:
    asked = Asked(ARTICLES[0].copy, own)
    data = f"---\n标题: 治理噪声\n{line}---\n正文".encode()
    found = written(data, asked, Matcher(VOCABULARY)).decode()
    assert found == f"---\n标题: 治理噪声\n{after}---\n正文"
