"""What a command is about: the archive, one issue, a file that was named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.article.finding import ManuscriptError, errors
from plugins.issue import choosing, report
from plugins.issue import plugin as issues
from plugins.issue.record import Archive, Issue
from plugins.office.office import Office


def archive(
    office: Office, issue: str = "", *, every: bool = False, quiet: bool = False
) -> Archive:
    """The archive; raises `ManuscriptError` when there are errors that concern ``issue`` ("": any issue).

    What is wrong with it is said: hints only if ``every``, nothing if ``quiet``.
    """
    with office.bar(by_itself=False) as step:  # a thread beside would forbid more processes
        settings = {**office.settings, "WORKERS": office.cores, "PROGRESS": step}
        made, findings = issues.load(office.content, settings)
    if issue:
        findings = report.concerning(findings, issue)
    if errors(findings):
        raise ManuscriptError(findings)
    shown = findings if every else [each for each in findings if each.level != "hint"]
    office.say(*(() if quiet else report.lines(shown)))
    return made


def chosen(office: Office, name: str, *, quiet: bool = False) -> Issue:
    """The issue that ``name`` means, once nothing that concerns it is wrong. Raises `ManuscriptError`."""
    key = choosing.key_of(name)
    return choosing.issue(archive(office, key, quiet=quiet), key)


def parted(name: str) -> tuple[str, str]:
    """The issue and the manuscript that a name on the command line means.

    >>> parted("content/2020-03/zx-01-fugong.md"), parted("2020-03")
    (('2020-03', 'zx-01-fugong'), ('2020-03', ''))
    """
    issue, _, stem = name.removeprefix("content/").strip("/").partition("/")
    return issue, stem.removesuffix(".md")


def pressed(office: Office, name: str) -> tuple[Issue, Path]:
    """An issue and its PDF. Raises `ManuscriptError` when it was not pressed."""
    issue = chosen(office, name)
    file = target(office, issue)
    if not file.exists():
        raise choosing.not_pressed(office.shown(file), issue)
    return issue, file


def target(office: Office, issue: Issue) -> Path:
    """Where the PDF of an issue stands."""
    return office.dist / issue.key / f"{issue.key}.pdf"


def printable(office: Office, some: Sequence[Issue]) -> None:
    """Raises `ManuscriptError` when a character is in no installed face, or settings no printer can follow."""
    from plugins.press import faces
    from plugins.press import printable as room

    found = []
    with office.bar() as step:
        for done, issue in enumerate(some):
            step("查字", done, len(some))
            found += [*faces.check(issue, office.content), *room.check(issue, office.content)]
    if found:
        raise ManuscriptError(found)


def named(office: Office, name: str, example: str) -> Path:
    """A file that was named on the command line; a missing one ends the command. ``example``: of the whole line."""
    path = Path(name)
    if not path.is_file():
        office.stop(f"没有这个文件：{name}。写法：{example}")
    return path


def written(office: Office, file: Path, text: str) -> None:
    """Write a file that was named on the command line; a place that cannot be written ends the command."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError:
        office.stop(f"报告写不到 {file}，请换一个能写的文件夹。")
    office.say(f"报告：{file}")
