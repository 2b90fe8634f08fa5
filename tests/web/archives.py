"""Made-up archives of any length, without pictures or files: for what must stay light."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Archive, Cover, Issue, Publication, Section, SectionName
from plugins.tagging.record import Tag
from plugins.web.addresses import Addresses
from plugins.web.catalogue import Catalogue
from plugins.web.pictures.pictures import PictureStore

SECTIONS = (
    SectionName("特别关注", "tebie-guanzhu", "Special Focus", description="大事要事。"),
    SectionName("政策文件", "zhengce-wenjian", "Policy Documents", tone=2),
    SectionName("环境资讯", "huanjing-zixun", "News in Brief", tone=3),
)
FAMILIES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
GIVEN = "明远志平一鸣小满清和书言若溪长风海澜青原"


def article(number: int, stem: str, **fields: object) -> Article:
    """One article of the issue ``number`` (counted from 0, from January 2000)."""
    key = issue_key(number)
    given = {
        "headline": f"{key}的{stem}",
        "body": "<p>正文。</p>",
        "text": "正文。",
        "public": True,
    }
    return Article(issue_key=key, stem=stem, path=f"{key}/{stem}.md", **{**given, **fields})  # type: ignore[arg-type]


def issue_key(number: int) -> str:
    return f"{2000 + number // 12}-{number % 12 + 1:02}"


def issue(number: int, *articles: Article, section: SectionName = SECTIONS[0]) -> Issue:
    """An issue with all its articles in one section."""
    return compose(number, [(section, articles)])


def compose(number: int, sections: list[tuple[SectionName, tuple[Article, ...]]]) -> Issue:
    year, month = 2000 + number // 12, number % 12 + 1
    articles = [each for _, some in sections for each in some]
    return Issue(
        key=issue_key(number),
        number=month,
        whole_number=number + 1,
        published=date(year, month, 20),
        publication=Publication(name="清江环境"),
        cover=Cover(lines=tuple(each.headline for each in articles[:3])),
        sections=tuple(Section(name, "run-on", some) for name, some in sections if some),
        folios={each.stem: 2 * n + 1 for n, each in enumerate(articles)},
    )


def archive(*issues: Issue) -> Archive:
    """An archive of issues given oldest first."""
    return Archive(Publication(name="清江环境"), SECTIONS, tuple(reversed(issues)))


def catalogue(*issues: Issue) -> Catalogue:
    """The catalogue of issues given oldest first."""
    store = PictureStore(Path("nowhere"), Path("nowhere"))
    return Catalogue(archive(*issues), (), store, Addresses())


def tag(name: str) -> Tag:
    return Tag(name, name, "typed")


def busy_issue(number: int, articles: int = 45) -> Issue:
    """A full issue: two documents, some reports, many briefs; names, units and tags repeat."""
    reports = tuple(_article(number, n, Kind.NEWS) for n in range(articles // 4))
    texts = tuple(_document(number, n) for n in range(2))
    rest = range(articles // 4, articles - 2)
    briefs = tuple(_article(number, n, Kind.SHORT_NEWS) for n in rest)
    return compose(number, list(zip(SECTIONS, (reports, texts, briefs), strict=True)))


def _article(number: int, n: int, kind: Kind) -> Article:
    seed = number * 7 + n * 13
    name = FAMILIES[seed % 20] + GIVEN[seed * 3 % 20] + GIVEN[seed * 7 % 19]
    tags = tuple(tag(f"标签{each}") for each in sorted({seed % 5, seed % 37, seed % 211}))
    return article(
        number, f"gao-{n:02}", kind=kind, bylines=(name,), tags=tags,
        contributors=(f"{'甲乙丙丁戊己庚辛'[seed % 8]}市生态环境局",),
    )  # fmt: skip


def _document(number: int, n: int) -> Article:
    year = 2000 + number // 12
    return article(
        number, f"gongwen-{n}", kind=Kind.OFFICIAL, issuing_body="清江省生态环境厅",
        document_number=f"清环发〔{year}〕{number % 12 * 2 + n + 1}号",
        signed_on=date(year, number % 12 + 1, 3),
    )  # fmt: skip
