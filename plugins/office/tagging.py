"""荐标: suggested tags with their reasons."""

from __future__ import annotations

from plugins.article.manuscript import seen_by_tagger
from plugins.issue.record import Issue
from plugins.keeping import aside
from plugins.office.office import Office
from plugins.tagging import plugin as tagging
from plugins.tagging.advice import Asked, advise, written
from plugins.tagging.candidates import Copy
from plugins.tagging.matching import Matcher


def suggest(office: Office, issue: Issue, *, write: bool) -> None:
    """Say what is suggested and why; write it into manuscripts that have no tags if ``write``."""
    vocabulary = tagging.read_vocabulary(office.content / tagging.VOCABULARY)
    asked = {
        each.path: Asked(Copy(each.path, *seen_by_tagger(each, each.text)), each.own_tags)
        for each in issue.articles
    }
    office.say_all(advise(asked.values(), vocabulary, office.cache / "tagging"))
    matcher = Matcher(vocabulary)
    for path, article in asked.items() if write else ():
        file = office.content / path
        before = file.read_bytes()
        after = written(before, article, matcher)
        if after != before:
            aside.write(file, after)
            office.say(f"已写入标签：{office.shown(file)}")
