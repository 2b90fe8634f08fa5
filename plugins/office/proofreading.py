"""校对、差异: an issue against the rules, a proof against the one before."""

from __future__ import annotations

import sys

from plugins.issue.record import Issue
from plugins.keeping import aside
from plugins.office.office import Office
from plugins.proofing import comparing, desk, sheet, telling, versions
from plugins.proofing.desk import Proofread
from plugins.proofing.thumbnails import thumbnails


def proofread(office: Office, issue: Issue, stem: str = "") -> Proofread:
    """All that the rules find in an issue and its held copy; in one manuscript of it, if ``stem`` is given."""
    with office.busy("校对"):
        if stem:
            return desk.proofread_one(issue, office.content, stem)
        return desk.proofread(issue, office.content, with_held=True)


def tell(office: Office, read: Proofread, *, json: bool = False, github: bool = False) -> None:
    """What was found, for people, as JSON, or as annotations of CI."""
    if json:  # no colours, no wrapping
        sys.stdout.write(telling.to_json(read.all_remarks, read.bundle.issue.key))
    elif github:
        lines = telling.workflow_commands(read.all_remarks)
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    else:
        office.say_all(telling.lines(read.remarks, read.sources))
        if not read.remarks:
            office.say("校对完，没有发现问题。")
        if read.held_remarks:
            office.say(f"\n备稿 {len(read.held)} 篇（没有排进 issue.toml，不影响付印）：")
            office.say_all(telling.lines(read.held_remarks, read.sources))


def mend(office: Office, issue: Issue, stem: str = "") -> None:
    """Write what can safely be mended into the manuscripts, and say what was changed."""
    for file, data, patch in desk.mends(proofread(office, issue, stem), office.content):
        aside.write(file, data)
        office.say_all(patch.splitlines())


def write_proofs(office: Office, read: Proofread, stem: str = "") -> None:
    """The proof sheet as a page and as a PDF: of an issue, or of one article of it."""
    from plugins.press.proofsheet import write_pdf

    if not read.bundle.articles:
        office.stop("备稿没有校样：先排进 issue.toml，再来。")
    name = f"校样-{stem}.html" if stem else "校样.html"
    file = office.dist / read.bundle.issue.key / name
    with office.busy("缩小图片"):
        small = thumbnails(read.bundle.articles, office.content)
    html = sheet.to_html(read.bundle, read.remarks, office.theme, small)
    aside.write(file, html.encode())
    with office.busy("排校样"):
        write_pdf(html, office.theme, file.with_suffix(".pdf"))
    office.say(f"  {office.shown(file)}　{office.shown(file.with_suffix('.pdf'))}")


def cleared(office: Office, issue: Issue, anyway: bool) -> str:
    """What proofing found, for the job ticket; errors end the command unless ``anyway``."""
    with office.busy("校对"):
        read = desk.proofread(issue, office.content)
    grave = [each for each in read.remarks if each.level != "hint"]
    office.say_all(telling.lines(read.errors or grave, read.sources))
    if read.errors and not anyway:
        ways = f"先看校样：inv 校对 {issue.key} --校样；急着出，加 --照付"
        office.stop(f"校对有错误，没有继续。改好再来，或{ways}。")
    return telling.for_ticket(read.remarks)


def difference(office: Office, issue: Issue, since: str, until: str = "") -> None:
    """What changed between two proofs, word by word, as a page. ``until`` "": the copy as it stands."""
    if not since:
        ways = "日期、标签、提交号、文件夹都行"
        office.stop(f"请写明和哪一校比：inv 差异 {issue.key} --自 一校（{ways}）。")
    folder = office.content / issue.key
    new = versions.at(folder, until) if until else versions.now(folder)
    stems = [each.stem for each in issue.articles]
    changes = comparing.in_order(comparing.compare(versions.at(folder, since), new), stems)
    title = f"{issue.publication.name}　{issue.name}"
    html = comparing.to_html(changes, office.theme, title, since, until or "现在的稿子")
    file = office.dist / issue.key / "改动对照.html"
    aside.write(file, html.encode())
    office.say(f"{len(changes)} 个文件有改动：{office.shown(file)}")
