"""Whether the site says who it is, as the site of a government office must; and what its labels lack.

After 政府网站发展指引 (国办发〔2017〕47号): the foot of every page names 主办单位, 联系方式, 网站标识码,
ICP备案编号 and 公安机关备案标识, and government offices show the mark of 党政机关. A bulletin that has
registered nothing (an example, a test) is left alone; one that has registered something is asked for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from plugins.article import pictures
from plugins.article.decode import decode
from plugins.article.finding import Finding, locate
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Archive, Issue, Publication, SectionName
from plugins.issue.toml import TomlFile

REGISTERED = ("site_code", "icp", "police_record", "government_mark")
#: What must stand there with them: keys of which one is enough → what it is called.
EXPECTED = {
    ("sponsor",): "主办单位（sponsor）",
    ("address",): "地址（address）",
    ("phone", "email"): "电话或邮箱（phone、email）",
    ("site_code",): "网站标识码（site_code）",
    ("icp",): "ICP备案号（icp）",
    ("police_record",): "公安备案号（police_record）",
}
#: 网站标识码: ten digits, or two letters and eight digits (bm07000001).
#: 备案号: 非经营性互联网信息服务备案管理办法 gives number and site; 公安备案 has up to fourteen digits.
SHAPES = {
    "site_code": (r"(?:[A-Za-z]{2}|\d{2})\d{8}", "网站标识码是10位数字，或2个字母加8位数字"),
    "icp": (r"[\u4e00-\u9fff]ICP备\d{5,10}号(?:-\d{1,4})?", "应像“岚ICP备00000018号-1”"),
    "police_record": (
        r"[\u4e00-\u9fff]公网安备\s?\d{11,14}号",
        "应像“岚公网安备00000000000018号”",
    ),
}


def check(
    archive: Archive, content: Path, found: Iterable[Iterable[Finding]] | None = None
) -> list[Finding]:
    """What is missing or of the wrong shape in publication.toml, sections.toml and the public articles.

    ``found``: what `of_issue` says of each issue, None: to be asked now.
    """
    if found is None:
        found = (of_issue(issue, content) for issue in archive.issues)
    file = TomlFile(content / "publication.toml", f"{content.name}/publication.toml")
    publication = archive.publication
    _registration(file, publication)
    _shapes(file, publication)
    _address(file, publication)
    _mark(file, publication, content)
    if not publication.site_description:
        message = '没有网站简介，搜索结果和网页标签里没有话说，请写一行：site_description = "……"'
        file.add_key("W116", message, "name", "warning")
    return [*file.findings, *_sections(archive, content), *chain.from_iterable(found)]


def _registration(file: TomlFile, publication: Publication) -> None:
    """W110: some of what must stand at the foot is there, some is not."""
    known = [key for key in REGISTERED if getattr(publication, key)]
    missing = [
        name
        for keys, name in EXPECTED.items()
        if not any(getattr(publication, key) for key in keys)
    ]
    if known and missing:
        message = f"政府网站页脚要写全，还缺：{'、'.join(missing)}"
        file.add_key("W110", message, known[0], "warning")


def _shapes(file: TomlFile, publication: Publication) -> None:
    """W111: a registration does not look like one."""
    for key, (pattern, advice) in SHAPES.items():
        value = getattr(publication, key)
        if value and not re.fullmatch(pattern, value):
            file.add_key("W111", f"“{value}”不像{_called(key)}，{advice}，请核对", key, "warning")


def _called(key: str) -> str:
    return EXPECTED[(key,)].partition("（")[0]


def _address(file: TomlFile, publication: Publication) -> None:
    """W112: addresses of pages are made from the site's and are permanent, so it must be one."""
    address = publication.site_address
    if not address:
        return
    parts = urlsplit(address)
    whole = parts.scheme in ("http", "https") and parts.hostname
    if not whole or parts.query or parts.fragment or re.search(r"[\s　]|\.html?$", address):
        message = f"“{address}”不能作网站地址，只写到域名（或站点所在的文件夹），如 https://huanjing.example.gov.cn"
        file.add_key("W112", message, "site_address")
    elif parts.scheme == "http":
        message = "网站地址应以 https:// 开头；内网没有证书的，可以不管这一条"
        file.add_key("W112", message, "site_address", "warning")


def _mark(file: TomlFile, publication: Publication, content: Path) -> None:
    """W113: the mark of 党政机关 is a picture that leads to the page of the office that gave it out."""
    mark, link = publication.government_mark, publication.government_mark_link
    if mark and not link:
        message = "有党政机关标志，没有它的链接，请把发证单位给的网址写在 government_mark_link"
        file.add_key("W113", message, "government_mark", "warning")
    if link and not mark:
        message = "有党政机关标志的链接，没有标志图片，请把图片放进内容文件夹，写在 government_mark"
        file.add_key("W113", message, "government_mark_link", "warning")
    if link and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", link):
        message = f"“{link}”不是网址，请照发证单位给的写，以 https:// 或 http:// 开头"
        file.add_key("W113", message, "government_mark_link")
    if mark:
        try:
            pictures.measure(content, mark)
        except pictures.PictureFault as fault:
            file.add_key("W113", f"党政机关标志：{fault}", "government_mark")


def _sections(archive: Archive, content: Path) -> Iterator[Finding]:
    """W115: ColumnDescription is asked for; without one a sentence is made from the name."""
    file = TomlFile(content / "sections.toml", f"{content.name}/sections.toml")
    for section in archive.sections:
        if not section.description:
            yield _bare(section, file)


def _bare(section: SectionName, file: TomlFile) -> Finding:
    message = (
        f"栏目“{section.name}”没有说明，网页标签里只有栏名；请在 sections.toml 里写一句 description"
    )
    known = f'"{section.name}"' in file.text
    line, column = locate(file.text, f'"{section.name}"') if known else (0, 0)
    return Finding(file.shown, line, column, "W115", "hint", message)


def of_issue(issue: Issue, content: Path) -> list[Finding]:
    """W114, W117: what the labels and the table of a public article want to say and cannot."""
    shown = (article for article in issue.articles if article.public and article.headline)
    return [finding for article in shown for finding in _article(article, content)]


def _article(article: Article, content: Path) -> Iterator[Finding]:
    named = article.source or article.contributors or article.bylines or article.issuing_body
    if not named:
        message = "没有写来源、供稿或作者，网页标签里的来源（ContentSource，必填）将写刊名"
        yield _hint(article, content, "标题", "W114", message)
    missing = _missing(article) if article.kind is Kind.OFFICIAL else []
    if missing:
        message = f"公文没有写{'、'.join(missing)}，网页上的公文表格里就没有"
        yield _hint(article, content, "体裁", "W117", message)


def _missing(article: Article) -> list[str]:
    wanted = (
        ("发文机关", article.issuing_body),
        ("发文字号", article.document_number),
        ("成文日期", article.signed_on),
    )
    return [name for name, value in wanted if not value]


def _hint(article: Article, content: Path, key: str, code: str, message: str) -> Finding:
    """A hint at the line of ``key`` in the manuscript."""
    text = decode((content / article.path).read_bytes())
    line, column = locate(text, key)
    return Finding(f"{content.name}/{article.path}", line, column, code, "hint", message)
