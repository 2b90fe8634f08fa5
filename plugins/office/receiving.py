"""收稿、送审、回稿: copy that comes in, goes out to be checked, and comes back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from plugins.article import pictures
from plugins.article.decode import decode
from plugins.article.reading import day
from plugins.article.record import Article
from plugins.hanzi.conversion import converter, names_table
from plugins.intake import drawing, filing, gathering, intake, nameslist, renewing
from plugins.intake import telling as intake_telling
from plugins.intake.returning import reading as returned_files
from plugins.intake.returning import telling as returned_telling
from plugins.intake.returning.comparing import compare, share_of
from plugins.intake.returning.patching import patch, rewritten
from plugins.intake.sending import manner
from plugins.intake.sending.cover import Note
from plugins.intake.sending.sending import word_file
from plugins.issue import choosing
from plugins.issue.record import Issue
from plugins.keeping import aside
from plugins.office import reading
from plugins.office.office import Office

#: A file with less of an article's text is not this article.
OTHER = 0.3


def receive(
    office: Office, names: str, into: str, *, simplify: bool, is_trial: bool, report: str
) -> None:
    """New manuscripts of the files that came, and a report of every guess; refused files end it with status 1.

    A file that was sent out to be checked is no new manuscript: it is compared with its article.
    """
    files = gathering.files(gathering.named(names))
    returned = [each for each in files if returned_files.article_of(each)]
    for each in returned:
        take_back(office, each, "", fix=False)
    files = [each for each in files if each not in returned]
    if not files:
        return
    folder = gathering.issue_folder(office.content, into)
    convert = _simplifier(office) if simplify else None
    if left := gathering.left_over(gathering.named(names)):
        listed = "、".join(each.name for each in left)
        office.say(
            f"文件夹里还有 {len(left)} 个文件不是稿件，没有收：{listed}。图片请放进 {office.shown(folder / 'photos')}，再在稿件里引用。"
        )
    taken, faults = intake.take_in(files, folder, drawing.draw, convert, renewing.renew)
    if not is_trial:
        intake.write(taken, folder)
    office.say_all(intake_telling.lines(taken, faults, is_trial))
    told = intake_telling.markdown(taken, faults, is_trial)
    if report:
        reading.written(office, Path(report), told)
    else:
        page = gathering.report_file(office.dist / folder.name / "收稿报告", taken)
        aside.write(page, told.encode())
        office.say(f"报告：{office.shown(page)}")
    if faults:
        sys.exit(1)


def send(office: Office, issue: Issue, stem: str, deadline: str, today: date) -> None:
    """An article (``stem`` "": each of the issue) as a Word file for its unit to check."""
    facts = issue.publication
    try:
        until = day(deadline) if deadline else None
    except ValueError as wrong:
        office.stop(f"--限期：{wrong}")
    note = Note(
        sender=facts.editor or f"《{facts.name}》编辑部",
        issue=f"《{facts.name}》{issue.name}（总第{issue.whole_number}期）",
        address=facts.email,
        day=today,
        deadline=until,
    )
    for article in _articles(office, issue, stem):
        file = office.dist / issue.key / "送审" / f"{article.stem}.docx"
        aside.write(file, _word_file(office, article, note))
        office.say(f"  {article.title}：{office.shown(file)}")


def take_back(office: Office, file: Path, name: str, *, fix: bool) -> None:
    """Compare a Word file that came back with its article: report and patch; written into it if ``fix``."""
    returned = returned_files.read(filing.data_of(file), file.name)
    key, stem = reading.parted(name or returned.article)
    if not stem:
        told = f"“{file.name}”没有写明是哪一篇，请写"
        office.stop(f"{told}：inv 回稿 {file.name} --稿件 2020-03/文件名")
    [article] = _articles(office, reading.chosen(office, key), stem)
    share = share_of(returned, article)
    if reading.parted(returned.article) != (key, stem) and share < OTHER:
        told = f"“{file.name}”里只有 {key}/{stem} {share:.0%} 的文字，像是另一篇"
        office.stop(f"{told}；没有比对，请核对 --稿件 写的是不是这一篇。")
    manuscript = office.content / article.path
    data = manuscript.read_bytes()
    found = compare(returned, article, decode(data))
    office.say_all(returned_telling.lines(found, fix))
    folder = office.dist / key / "回稿"
    report = returned_telling.report(found, file.name, fix)
    aside.write(folder / f"{stem}.md", report.encode())
    changes = patch(found.before, found.after, f"content/{article.path}")
    aside.write(folder / f"{stem}.patch", changes.encode())
    office.say(f"报告和补丁：{office.shown(folder)}")
    if fix and found.after != found.before:
        aside.write(manuscript, rewritten(data, found.after))
        office.say(f"已写进 {office.shown(manuscript)}，请用 git diff 过目。")


def _articles(office: Office, issue: Issue, stem: str) -> list[Article]:
    """The article of this name, or all of the issue (""); held copy ends the command, told as what it is."""
    listed = {each.stem for each in issue.articles}
    if stem and stem not in listed and (office.content / issue.key / f"{stem}.md").is_file():
        office.stop(f"“{stem}”是备稿，请先列进 {issue.key}/issue.toml 的栏目，再来。")
    return choosing.articles(issue, stem)


def _word_file(office: Office, article: Article, note: Note) -> bytes:
    manuscript = office.content / article.path

    def picture(src: str) -> bytes:
        return pictures.locate(manuscript.parent, src).read_bytes()

    source = decode(manuscript.read_bytes())
    return word_file(article, source, note, manner.read(office.theme, article.kind), picture)


def _simplifier(office: Office) -> Callable[[str], str]:
    return converter("t2s", names_table(*nameslist.read(office.content)))
