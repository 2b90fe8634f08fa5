"""清样、付印、公文: one issue to paper."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.article.record import Article
from plugins.issue.record import Issue
from plugins.office import proofreading
from plugins.office.office import Office
from plugins.office.reading import target
from plugins.press import telling
from plugins.press.delivery import HeldBack, Order, deliver
from plugins.press.official.officialpress import press_official
from plugins.press.official.officialsheet import Manner
from plugins.press.press import press as press_issue


def final_proof(office: Office, issue: Issue) -> None:
    """The screen PDF of an issue, and its printed folios."""
    office.say(f"清样 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
    file = target(office, issue)
    with office.bar() as step:
        made = press_issue(
            issue, office.content, office.theme, file, step, office.cache, workers=None
        )
    office.say_all(telling.of_pressed(made, office.shown))


def press(office: Office, issue: Issue, *, x1a: bool = False, anyway: bool = False) -> None:
    """Everything that leaves the house. What proofing found stops it unless ``anyway``, and stands in the ticket."""
    said = proofreading.cleared(office, issue, anyway)
    office.say(f"付印 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
    order = Order("X-1a" if x1a else None, anyway, said)
    file = target(office, issue)
    try:
        with office.bar() as step:
            made = deliver(issue, office.content, office.theme, file, step, office.cache, order)
    except HeldBack as held:
        office.say_all(telling.of_pressed(held.pressed, office.shown))
        raise
    office.say_all(telling.of_pressed(made.pressed, office.shown))
    office.say_all(telling.of_delivery(made, office.shown))


def official(office: Office, issue: Issue, texts: Sequence[Article], *, is_sealed: bool) -> None:
    """Policy texts as A4 sheets, a PDF each."""
    office.say(f"排 A4 公文 {len(texts)} 篇……")
    lines = []
    with office.bar() as step:
        for done, article in enumerate(texts):
            step("排公文", done, len(texts))
            file = office.dist / issue.key / "公文" / f"{article.stem}.pdf"
            manner = Manner(sealed=is_sealed)
            press_official(
                article,
                issue,
                office.content,
                office.theme,
                file,
                manner=manner,
                cache=office.cache,
            )
            lines.append(f"  {article.document_number or article.headline}：{office.shown(file)}")
    office.say_all(lines)
