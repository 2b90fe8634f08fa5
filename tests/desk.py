"""A desk to lay manuscripts on: small content folders, bodies and findings for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bs4 import BeautifulSoup
from PIL import Image

from plugins.article import body
from plugins.article.finding import Finding
from plugins.article.kinds import Kind
from plugins.issue import archive
from plugins.issue.record import Archive
from plugins.tagging.record import Tagged
from plugins.toc.outline import outline

PUBLICATION = 'name = "测试环境"\nsite_address = "https://example.invalid"\n'
REGISTER = """\
[[sections]]
name = "特别关注"
slug = "tebie-guanzhu"
english = "Focus"

[[sections]]
name = "政策文件"
slug = "zhengce-wenjian"
running_head = "文件"

[[sections]]
name = "环境资讯"
slug = "huanjing-zixun"
"""


def parse(source: str, kind: Kind = Kind.NEWS, key: str = "k", issue: str = "2020-03") -> body.Body:
    """A body, parsed as the article ``key`` of ``issue``."""
    return body.parse(source, key, issue, kind, outline)


def html(source: str, kind: Kind = Kind.NEWS) -> str:
    return parse(source, kind).html


def soup(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "lxml")


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def no_tags(headline: str, text: str, own: tuple[str, ...]) -> Tagged:
    return Tagged()


class Desk:
    """A content folder under construction."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.write("publication.toml", PUBLICATION)
        self.write("sections.toml", REGISTER)

    def write(self, path: str, data: str | bytes) -> Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return file

    def picture(self, path: str, size: tuple[int, int] = (60, 40)) -> Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, "teal").save(file)
        return file

    def article(self, path: str, text: str = "正文一段。\n", **fields: str) -> Path:
        """A manuscript at ``path`` («2020-03/a»); ``fields`` are front matter, 公开 by default."""
        front = {"标题": f"标题{path[-1]}", "公开": "是"} | fields
        head = "".join(f"{key}: {value}\n" for key, value in front.items())
        return self.write(f"{path}.md", f"---\n{head}---\n\n{text}")

    def issue(
        self,
        key: str,
        sections: Mapping[str, Iterable[str]],
        number: int | None = None,
        whole: int | None = None,
        extra: str = "",
    ) -> Path:
        """issue.toml of ``key``; the whole number follows from the year and month."""
        year, month = int(key[:4]), int(key[5:7])
        number = number or month
        whole = whole or (year - 2000) * 12 + month
        head = f"number = {number}\nwhole_number = {whole}\npublished = {key}-20\n{extra}"
        rows = (
            f'\n[[sections]]\nname = "{name}"\narticles = [{", ".join(map(quoted, stems))}]\n'
            for name, stems in sections.items()
        )
        return self.write(f"{key}/issue.toml", head + "".join(rows))

    def small(self, text: str = "正文一段。\n", extra: str = "", **fields: str) -> None:
        """One issue, 2020-03, with one article, ``a``."""
        self.article("2020-03/a", text, **fields)
        self.issue("2020-03", {"特别关注": ["a"]}, extra=extra)

    def load(self) -> tuple[Archive, list[Finding]]:
        return archive.load(self.content, outline, no_tags)

    def archive(self) -> Archive:
        """The archive of a folder in which nothing is wrong."""
        made, findings = self.load()
        wrong = [str(each) for each in findings if each.level != "hint"]
        assert wrong == []
        return made

    def findings(self, code: str) -> list[Finding]:
        return [each for each in self.load()[1] if each.code == code]

    def only(self, code: str) -> Finding:
        """The one error or warning; everything else must be sound."""
        found = [each for each in self.load()[1] if each.level != "hint"]
        assert [each.code for each in found] == [code], [str(each) for each in found]
        return found[0]


def quoted(text: str) -> str:
    return f'"{text}"'
