"""校对、差异: an issue against the rules, a proof against the one before."""

from __future__ import annotations

import sys

from plugins.issue.record import Issue
from plugins.keeping import aside
from plugins.office.office import Office
from plugins.proofing import comparing, sheet, telling, versions
from plugins.proofing.desk import Proofread, mends
from plugins.proofing.desk import proofread as read_issue


def proofread(office: Office, issue: Issue) -> Proofread:
    """All that the rules find in an issue."""
    with office.busy("校对"):
        return read_issue(issue, office.content)


def tell(office: Office, read: Proofread, *, json: bool = False, github: bool = False) -> None:
    """What was found, for people, as JSON, or as annotations of CI."""
    if json:  # no colours, no wrapping
        sys.stdout.write(telling.to_json(read.remarks, read.bundle.issue.key))
    elif github:
        sys.stdout.write("".join(f"{line}\n" for line in telling.workflow_commands(read.remarks)))
    else:
        office.say_all(telling.lines(read.remarks, read.sources))
        if not read.remarks:
            office.say("校对完，没有发现问题。")


def mend(office: Office, issue: Issue) -> None:
    """Write what can safely be mended into the manuscripts, and say what was changed."""
    for file, data, patch in mends(proofread(office, issue), office.content):
        aside.write(file, data)
        office.say_all(patch.splitlines())


def write_proofs(office: Office, issue: Issue, read: Proofread) -> None:
    """The proof sheet as a page and as a PDF."""
    from plugins.press.proofsheet import write_pdf

    file = office.dist / issue.key / "校样.html"
    html = sheet.to_html(read.bundle, read.remarks, office.theme)
    aside.write(file, html.encode())
    with office.busy("排校样"):
        write_pdf(html, office.theme, file.with_suffix(".pdf"))
    office.say(f"  {office.shown(file)}　{office.shown(file.with_suffix('.pdf'))}")


def cleared(office: Office, issue: Issue, anyway: bool) -> str:
    """What proofing found, for the job ticket; errors end the command unless ``anyway``."""
    read = proofread(office, issue)
    grave = [each for each in read.remarks if each.level != "hint"]
    office.say_all(telling.lines(read.errors or grave, read.sources))
    if read.errors and not anyway:
        ways = f"先看校样：inv 校对 {issue.key} --校样；急着出，加 --照付"
        office.stop(f"校对有错误，没有继续。改好再来，或{ways}。")
    return telling.for_ticket(read.remarks)


def difference(office: Office, issue: Issue, since: str, until: str = "") -> None:
    """What changed between two proofs, word by word, as a page. ``until`` "": the copy as it stands."""
    folder = office.content / issue.key
    new = versions.at(folder, until) if until else versions.now(folder)
    stems = [each.stem for each in issue.articles]
    changes = comparing.in_order(comparing.compare(versions.at(folder, since), new), stems)
    title = f"{issue.publication.name}　{issue.name}"
    html = comparing.to_html(changes, office.theme, title, since, until or "现在的稿子")
    file = office.dist / issue.key / "改动对照.html"
    aside.write(file, html.encode())
    office.say(f"{len(changes)} 个文件有改动：{office.shown(file)}")
