"""P404: what the cover and the colophon of an internal publication must say (内部资料性出版物管理办法, art. 14)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.issue.record import Publication
from plugins.proofing.places import in_issue_file
from plugins.proofing.record import IssueFault, IssueProof, IssueRule

NOTICE = "内部资料，免费交流"
#: Key → what the rules call it, and how to write it.
WANTED = {
    "distribution": ("发送对象", 'distribution = "……"'),
    "printer": ("印刷单位", 'printer = "……"'),
    "printed_on": ("印刷日期", "printed_on = 2020-03-18"),
    "print_run": ("印数", "print_run = 4000"),
}


def find(bundle: IssueProof) -> Iterator[IssueFault]:
    """Only for a bulletin that has a 准印证; one with a CN number is under other rules."""
    publication = bundle.issue.publication
    if not publication.licence:
        return
    for words, how in _missing(publication):
        yield in_issue_file(
            bundle,
            "",
            f"版权页没有{words}",
            f"请在 publication.toml 或这一期的 issue.toml 里写上：{how}",
            words,
        )
    if NOTICE not in publication.notice.replace(" ", ""):
        message = f"封面要完整印出“{NOTICE}”，现在是“{publication.notice}”"
        yield in_issue_file(bundle, publication.notice, message, f'请改为 notice = "{NOTICE}"')
    if publication.printed_on and publication.printed_on > bundle.issue.published:
        message = f"印刷日期 {publication.printed_on} 晚于出版日期 {bundle.issue.published}"
        yield in_issue_file(bundle, "printed_on", message, "请核对这两个日期")
    if bundle.issue.number < 1:
        yield in_issue_file(bundle, "number", "没有期号", "请写上：number = 3")


def _missing(publication: Publication) -> Iterator[tuple[str, str]]:
    if not (publication.editor or publication.sponsor):
        yield "编印单位", 'editor = "……"'
    for key, told in WANTED.items():
        if not getattr(publication, key):
            yield told


RULE = IssueRule(
    code="P404",
    name="版权页缺项",
    level="error",
    source="内部资料性出版物管理办法（2015）第十四条",
    find=find,
)
