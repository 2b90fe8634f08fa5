"""A small bulletin: two issues, every kind of thing a page can show, one article nobody may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from plugins.issue import plugin as desk
from plugins.issue.record import Archive, Edition
from plugins.web.plugin import build
from tests.web.browsing import chromium, served

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
CONF = ROOT / "pelicanconf.py"
PUBLISH = ROOT / "publishconf.py"
#: Words of the internal article that must not be anywhere in the public site.
SECRETS = (
    "潮汐密令",
    "仅限内部",
    "讳莫如深",
    "mimi-zhaopian",
    "mi-gao",
    "暗访组",
    "密级标签",
    "内部参考",
)

PUBLICATION = """
name = "清江环境"
english_name = "QINGJIANG ENVIRONMENT"
sponsor = "清江省生态环境厅"
site_address = "https://huanjing.qingjiang.example"
site_description = "清江省生态环境厅主办的月刊。"
phone = "0000-0000000"
[[board]]
role = "主编"
names = ["王莹", "欧阳清和"]
"""
SECTIONS = """
[[sections]]
name = "特别关注"
slug = "tebie-guanzhu"
english = "Special Focus"
description = "大事要事。"
[[sections]]
name = "权力清单"
slug = "quanli-qingdan"
[[sections]]
name = "环境资讯"
slug = "huanjing-zixun"
[[sections]]
name = "内部参考"
slug = "neibu-cankao"
"""
VOCABULARY = """
[[terms]]
name = "权力"
slug = "quanli-power"
[[terms]]
name = "权利"
slug = "quanli-right"
[[terms]]
name = "水污染防治"
slug = "shui"
synonyms = ["治水"]
"""
ISSUE_2 = """
number = 2
whole_number = 12
published = 2020-02-20
print_run = 500
[cover]
image = "photos/cover.jpg"
lines = ["一江清水", "潮汐密令"]
[[pages]]
place = "inside-front"
image = "photos/cover.jpg"
caption = "春江水暖"
listed = true
[[sections]]
name = "特别关注"
editors_note = "这一组稿件写水。"
articles = ["yi-jiang", "mi-gao", "shuju"]
[[sections]]
name = "权力清单"
articles = ["gongwen"]
[[sections]]
name = "环境资讯"
flow = "run-on"
articles = ["duanxun-1", "duanxun-2"]
[[sections]]
name = "内部参考"
articles = ["mi-gao-2"]
"""
ISSUE_1 = """
number = 1
whole_number = 11
published = 2020-01-20
[cover]
lines = ["开年第一篇"]
[[sections]]
name = "特别关注"
articles = ["kainian"]
"""
ARTICLES = {
    "2020-02/yi-jiang.md": """---
标题: 一江清水 两岸人家
引题: 治了十年——
副题: 清江治理纪实
体裁: 通讯
作者: 李小满 赵一鸣
摄影: 王莹
提要: 十年治理，一江清水。
标签: 权力, 治水
公开: 是
---

江上起了风[^1]，[翀]{ruby=chōng}字怎么念？[要紧]{.dots}的是PM2.5。

## 上游

![江边。](photos/jiang.jpg)

见[开年那一篇](../2020-01/kainian.md)，又见[那份密稿](mi-gao.md)，参看[外站](https://example.org/a?b=1&c=2)。

## 中游

![甲。](photos/jiang.jpg)
![乙。](photos/tu.png)

| 断面 | 数值 |
|---|---:|
| 一 | 1.0 |

## 下游

!!! 链接 "大事记"
    **去年** 开工。

江水东流去，两岸有人家，年年岁岁花相似。

[^1]: 三级。
""",
    "2020-02/mi-gao.md": """---
标题: 潮汐密令
副题: 讳莫如深
体裁: 通讯
作者: 暗访组
标签: 密级标签
公开: 否
---

仅限内部传阅的一段话，说的是还没有定下来的事情。

![仅限内部。](photos/mimi-zhaopian.jpg)
""",
    "2020-02/mi-gao-2.md": "---\n标题: 潮汐密令之二\n---\n\n仅限内部。\n",
    "2020-02/shuju.md": """---
标题: 前两月数据
体裁: 消息
标签: 权利
公开: 是
---

![图。](photos/tu.png)

全省水质优良比例继续上升，各市都有进步，群众看得见。
""",
    "2020-02/gongwen.md": """---
标题: 关于印发清江省权力清单的通知
体裁: 公文
发文机关: 清江省生态环境厅
发文字号: 清环发〔2020〕1号
主送: 各市生态环境局
成文日期: 2020年2月3日
公开属性: 主动公开
公开: 是
---

现将清单印发给你们。

一、总体要求

（一）摸清底数。逐户检查，不留死角，把底数摸清楚。

（二）依法公开。清单向社会公开，接受监督，方便群众。

二、保障措施

各市要加强领导。
""",
    "2020-02/duanxun-1.md": "---\n标题: 甲市清理河道\n体裁: 资讯\n供稿: 甲市生态环境局\n标签: 权力, 权利, 治水\n公开: 是\n---\n\n甲市清理河道三十公里，打捞垃圾二十吨，沿河群众都说好。\n",
    "2020-02/duanxun-2.md": "---\n标题: 乙市植树\n体裁: 资讯\n供稿: 乙市生态环境局\n标签: 权力, 治水\n公开: 是\n---\n\n乙市组织干部群众春季植树三千株，成活率比去年高出一成。\n",
    "2020-02/beigao.md": "---\n标题: 备稿一篇\n公开: 是\n---\n\n讳莫如深的备稿。\n",
    "2020-01/kainian.md": "---\n标题: 开年第一篇\n日期: 2020-01-22\n标签: 权利\n公开: 是\n---\n\n新年好，江水好。\n",
    "pages/关于本刊.md": "---\n标题: 关于《清江环境》\n---\n\n每月20日出版，参看[投稿须知](投稿须知.md)。\n",
    "pages/投稿须知.md": "---\n标题: 投稿须知\n---\n\n欢迎来稿，参看[范文](../2020-02/yi-jiang.md)。\n",
}


def write_sample(content: Path) -> Path:
    """Write the whole bulletin below ``content``."""
    files = {
        "publication.toml": PUBLICATION,
        "sections.toml": SECTIONS,
        "style/标签词表.toml": VOCABULARY,
        "2020-02/issue.toml": ISSUE_2,
        "2020-01/issue.toml": ISSUE_1,
        **ARTICLES,
    }
    for name, text in files.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    photos = content / "2020-02" / "photos"
    photos.mkdir()
    for name, size, colour in (
        ("cover.jpg", (840, 1140), "teal"),
        ("jiang.jpg", (1800, 1200), "green"),
        ("mimi-zhaopian.jpg", (300, 200), "red"),
        ("tu.png", (500, 300), "white"),
    ):
        Image.new("RGB", size, colour).save(photos / name)
    return content


@dataclass
class Desk:
    """A content folder and where its site goes."""

    content: Path
    output: Path
    cache: Path

    def archive(self) -> Archive:
        settings = {"PATH": str(self.content), "CACHE_PATH": str(self.cache)}
        loaded, findings = desk.load(self.content, settings)
        assert not [found for found in findings if found.level == "error"]
        return loaded

    def build(self, edition: Edition = "public", conf: Path = CONF) -> Path:
        build(
            self.archive(), self.content, self.output,
            edition=edition, settings_file=conf, cache=self.cache, quiet=True,
        )  # fmt: skip
        return self.output


@dataclass
class Built:
    """A built site, each page parsed once; signposts are no pages."""

    root: Path
    pages: dict[str, BeautifulSoup]

    def page(self, path: str) -> BeautifulSoup:
        return self.pages[path]


def read_site(root: Path) -> Built:
    files = sorted(root.rglob("*.html"))
    pages = {
        file.relative_to(root).as_posix(): BeautifulSoup(file.read_text("utf-8"), "lxml")
        for file in files
    }
    signposts = [path for path, page in pages.items() if page.select("meta[http-equiv=refresh]")]
    return Built(root, {path: page for path, page in pages.items() if path not in signposts})


@pytest.fixture
def own_desk(tmp_path: Path) -> Desk:
    """A bulletin of its own for a test that changes something."""
    content = write_sample(tmp_path / "content")
    return Desk(content, tmp_path / "output", tmp_path / "cache")


@pytest.fixture(scope="session")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place = tmp_path_factory.mktemp("bulletin")
    return Desk(write_sample(place / "content"), place / "output", place / "cache")


@pytest.fixture(scope="session")
def site(shared_desk: Desk) -> Built:
    """The public edition with relative links."""
    return read_site(shared_desk.build())


@pytest.fixture(scope="session")
def published(shared_desk: Desk) -> Built:
    """The public edition for the web."""
    place = Desk(shared_desk.content, shared_desk.output.with_name("www"), shared_desk.cache)
    return read_site(place.build(conf=PUBLISH))


@pytest.fixture(scope="session")
def internal(shared_desk: Desk) -> Built:
    """The internal edition."""
    place = Desk(shared_desk.content, shared_desk.output.with_name("internal"), shared_desk.cache)
    return read_site(place.build("internal"))


@pytest.fixture(scope="session")
def sample_archive() -> Archive:
    """The bulletin of content/, whole."""
    settings = {"PATH": str(CONTENT), "CACHE_PATH": str(ROOT / ".cache")}
    return desk.load(CONTENT, settings)[0]


@pytest.fixture(scope="session")
def sample(sample_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The public edition of content/ for the web; with what was printed, if it was."""
    output = tmp_path_factory.mktemp("sample") / "site"
    dist = ROOT / "dist"
    build(
        sample_archive, CONTENT, output, edition="public", settings_file=PUBLISH,
        cache=ROOT / ".cache", enclosures=dist if dist.is_dir() else None, quiet=True,
    )  # fmt: skip
    return read_site(output)


@pytest.fixture(scope="session")
def address(published: Built) -> Iterator[str]:
    """The published site, served on this machine."""
    with served(published.root) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests: playwright runs once in a process."""
    with chromium() as started:
        yield started
