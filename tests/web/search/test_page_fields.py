"""What the index holds of an article stands on its page as the browser reads it: field by field, as one phrase each.

A hit is looked up in the page; words that the index has and the page has not, or has with others between, would be
found and then dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.hanzi.traditional import SIMPLIFIED, TRADITIONAL
from plugins.issue.editions import archive_for
from plugins.issue.record import Archive
from plugins.web.search.document import Document, documents
from plugins.web.search.stream import stream
from tests.web.browsing import MARKS
from tests.web.conftest import ISSUE_1, Built, Desk, read_site, write_sample

pytest.importorskip("playwright.sync_api")
pytestmark = MARKS

SCRIPTS = Path(__file__).resolve().parents[3] / "theme/web/static/js/search"
SOURCE = "\n".join((SCRIPTS / name).read_text("utf-8") for name in ("1-stream.js", "2-fields.js"))
READ = """([pages, table]) => {
  %s
  learnFold(table);
  const parser = new DOMParser();
  return pages.map((page) => fieldElements(parser.parseFromString(page, "text/html"))
    .map(([name, element]) => [name, streamOf(textOf(element).text).stream]));
}"""
#: Of `Document.fields`, as the page calls them; the names follow, all in the line of credits.
NAMES = ("headline", "kicker", "deck", "standfirst", "number", "body")
HARD = """---
标题: 难排的一篇 後面還有 PM2.5
引题: 引题一行——
副题: 副题一行
体裁: 通讯
作者: 李小满 欧阳清和
供稿: 甲市生态环境局 乙市生态环境局
摄影: 王莹
提要: 提要里有“引号”和SO2。
公开: 是
---

江上起了风[^1]又下了雨，[翀]{ruby=chōng}字[要紧]{.dots}的是PM2.5和μg/m3，**加粗**也*不*断。

## 一、小标题[^2]带注

![甲图，SO2。](photos/jiang.jpg)
![乙图。](photos/jiang.jpg)

![单独一张。](photos/jiang.jpg)

**表1　断面**

| 断面 | 数值 |
|---|---:|
| 一 | 1.0 |
| 二 | 2.5 |

!!! 链接 "大事记"
    **去年** 开工[^1]后停工。

    - 甲
        - 乙[见此](kainian.md)处
    - 丙

> 引一句话，
> 分两行写。

!!! 编者按
    按语一句。

1. 第一
2. 第二

末段 有空格，English words，𠮷野家，電視臺。

[^1]: 三级，见`代码`。
[^2]: 另一条注。
"""


def fields_read(browser: Any, pages: Iterable[str]) -> list[dict[str, str]]:
    """The streams of the fields of each page, made by the page's own scripts; no field stands twice."""
    context = browser.new_context()
    try:
        read = context.new_page().evaluate(READ % SOURCE, [list(pages), [TRADITIONAL, SIMPLIFIED]])
    finally:
        context.close()
    assert all(len(dict(fields)) == len(fields) for fields in read)
    return [dict(fields) for fields in read]


def lacking(document: Document, read: dict[str, str]) -> Iterator[str]:
    """The fields of a document that are not on its page, each as one phrase, with their first lost line."""
    names = (*NAMES, *["credit"] * len(document.fields))
    for name, words in zip(names, document.fields, strict=False):
        if stream(words) not in read.get(name, ""):
            lines = [each for each in words.split("\n") if stream(each) not in read.get(name, "")]
            yield f"{document.path}: {name}: {lines[0] if lines else words}"


def all_lacking(browser: Any, archive: Archive, root: Path) -> list[str]:
    public = archive_for(archive, "public")
    own = [document for issue in public.issues for document in documents(issue)]
    assert own
    pages = [(root / document.path).read_text("utf-8") for document in own]
    read = fields_read(browser, pages)
    return [lost for each, fields in zip(own, read, strict=True) for lost in lacking(each, fields)]


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The small bulletin with an article that has everything, in its older issue."""
    place = tmp_path_factory.mktemp("hard")
    content = write_sample(place / "content")
    (content / "2020-01/issue.toml").write_text(
        ISSUE_1.replace('["kainian"]', '["kainian", "nan"]'), "utf-8"
    )
    (content / "2020-01/nan.md").write_text(HARD, "utf-8")
    (content / "2020-01/photos").mkdir()
    picture = (content / "2020-02/photos/jiang.jpg").read_bytes()
    (content / "2020-01/photos/jiang.jpg").write_bytes(picture)
    desk = Desk(content, place / "output", place / "cache")
    desk.build()
    return desk


def test_every_field_of_an_article_with_everything_is_on_its_page(browser: Any, hard: Desk) -> None:
    assert all_lacking(browser, hard.archive(), hard.output) == []


def test_numbers_of_notes_and_readings_part_no_phrase(browser: Any, hard: Desk) -> None:
    (read,) = fields_read(browser, [(hard.output / "2020-01/nan.html").read_text("utf-8")])
    for phrase in ("起了风又下了雨", "翀字要紧的是pm2.5", "小标题带注", "开工后停工", "乙见此处"):
        assert phrase in read["body"], phrase
    assert "chōng" not in json.dumps(read, ensure_ascii=False)


def test_a_word_too_many_or_too_few_is_seen(browser: Any, hard: Desk) -> None:
    article = next(each for each in hard.archive().issues[1].articles if each.stem == "nan")
    changed = replace(article, text=article.text.replace("又下了", "又"), bylines=("无名氏",))
    page = (hard.output / "2020-01/nan.html").read_text("utf-8")
    (read,) = fields_read(browser, [page])
    own = Document(changed, hard.archive().issues[1], "特别关注")
    assert [each.split(": ")[1] for each in lacking(own, read)] == ["body", "credit"]


def test_nothing_of_a_page_is_read_but_its_article(browser: Any, hard: Desk) -> None:
    """Neither other articles' headlines nor buttons, tags and the citation."""
    built = read_site(hard.output).page("2020-01/kainian.html")
    (read,) = fields_read(browser, [str(built)])
    assert read == {"headline": "开年第一篇", "body": "新年好江水好"}


@pytest.mark.slow
def test_every_field_of_every_article_of_the_sample_is_on_its_page(
    browser: Any, sample: Built, sample_archive: Archive
) -> None:
    assert all_lacking(browser, sample_archive, sample.root) == []
