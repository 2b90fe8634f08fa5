"""编辑部的命令，按一期刊物的工作先后写在下面；每条中文、英文两个名字，`inv --list` 看全部。"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from invoke import Argument, Context, Task, task

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:  # a command loads only what it needs, `inv --list` nothing at all
    from rich.console import Console

    from plugins.article.record import Article
    from plugins.issue.record import Archive, Edition, Issue
    from plugins.press.pressfault import PressFault

CONTENT, THEME = ROOT / "content", ROOT / "theme"
OUTPUT, DIST, CACHE = ROOT / "output", ROOT / "dist", ROOT / ".cache"
PREVIEW = CACHE / "preview"
SETTINGS = {"PATH": str(CONTENT), "CACHE_PATH": str(CACHE)}
#: What may be written instead of an English option.
CHINESE = {
    "internal": "内部",
    "to": "送到",
    "anyway": "照付",
    "report": "报告",
    "unsealed": "不盖章",
    "port": "端口",
    "all": "全部",
    "what": "什么",
    "hands": "几个",
    "cluster": "机群",
    "handover": "付印",
    "local": "本机缓存",
    "write": "写入",
}
#: What nobody used for so long goes out of the caches (days).
UNUSED_DAYS = 60.0


@cache
def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


class OfficeTask(Task):  # type: ignore[misc]  # invoke has no types
    """A command whose options have a Chinese name beside the English one."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """The options, as `Task` makes them, each with its names."""
        made: list[Argument] = super().get_arguments(ignore_unknown_help)
        for each in made:
            each.names = (*each.names, *(CHINESE[name] for name in each.names if name in CHINESE))
        return made


@task(klass=OfficeTask, aliases=["建期"], positional=["issue"], help={"issue": "期次，如 2020-04"})
def new(c: Context, issue: str) -> None:
    """建期：照上一期的样子建一个新期次的文件夹，期号、总期号自动接上。"""
    from plugins.issue import newissue

    with _manners():
        file = newissue.create(_archive(""), CONTENT, issue)
    _console().print(f"已建好 {_shown(file)}。请把稿件和图片放进这个文件夹，把文件名列进栏目。")


@task(
    klass=OfficeTask,
    aliases=["查稿"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“全部”"},
)
def review(c: Context, issue: str) -> None:
    """查稿：检查稿件、图片、链接、期次文件，逐条列出文件、行和改法；不改动任何东西。"""
    from plugins.issue import choosing

    with _manners():
        key = choosing.key_of(issue)
        archive = _archive(key, every=True)
        _printable([choosing.issue(archive, key)] if key else archive.issues)
    _console().print("查完，没有错误。")


@task(klass=OfficeTask, aliases=["预览"], help={"port": "网址的端口号"})
def preview(c: Context, port: int = 8000) -> None:
    """预览：在本机看整期（含未公开稿件）的网页和印刷版面，存盘后自动换新；按 Ctrl-C 结束。"""
    import errno
    from datetime import datetime

    from plugins.preview import preview as room
    from plugins.preview.sitework import Place
    from plugins.preview.watching import Watched

    settings = ROOT / "pelicanconf.py"
    place = Place(CONTENT, THEME, PREVIEW, CACHE, settings, DIST)
    watched = Watched(CONTENT, THEME, ROOT / "plugins", settings)
    try:
        room.run(place, watched, port, datetime.now, lambda line: _say([line]), _opened)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        _console().print(f"端口 {port} 正被别的程序占用，请换一个：inv 预览 --port {port + 1}")
        sys.exit(1)


@task(
    klass=OfficeTask,
    aliases=["荐标"],
    positional=["issue"],
    help={
        "issue": "期次，如 2020-03；或“最新”",
        "write": "把建议写进首部没有标签的稿件；不写，就只说不改",
    },
)
def suggest_tags(c: Context, issue: str, write: bool = False) -> None:
    """荐标：逐篇说出建议的标签和理由，再列出词表里没有、这一期反复出现的词。"""
    with _manners():
        _suggest_tags(_chosen(issue), write)


def _opened(address: str) -> None:
    _console().print(f"请在浏览器打开 {address} 。第一次要等几秒；以后存盘，网页自己换新。")


@task(
    klass=OfficeTask,
    aliases=["清样"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“最新”"},
)
def final_proof(c: Context, issue: str) -> None:
    """清样：只排出供审读的全刊 PDF，写进 dist/期次/，并写出印刷页码（folios.toml）。"""
    with _manners():
        _final_proof(_chosen(issue))


@task(
    klass=OfficeTask,
    aliases=["付印"],
    positional=["issue"],
    help={
        "issue": "期次，如 2020-03；或“最新”",
        "x1a": "这一次按 PDF/X-1a 出印刷文件（老设备），不管 [printing] 里怎么写",
        "anyway": "照付：印前检查有错误也交付，印刷工单上注明",
    },
)
def press(c: Context, issue: str, x1a: bool = False, anyway: bool = False) -> None:
    """付印：排出一期，写出交印厂的文件夹（内页、封面、工单、检查报告……）、屏读版和单篇 PDF。"""
    with _manners():
        _press(_chosen(issue), x1a, anyway)


@task(
    klass=OfficeTask,
    aliases=["印前检查"],
    positional=["file"],
    help={
        "file": "任何一个 PDF 文件",
        "x1a": "按 PDF/X-1a 检查",
        "report": "把报告（网页）写到这个文件",
    },
)
def preflight(c: Context, file: str, x1a: bool = False, report: str = "") -> None:
    """印前检查：逐条检查一个 PDF 能不能上机印刷，自己的、别处来的都行；不改动它。"""
    from plugins.press.preflight import report as words
    from plugins.press.preflight.preflight import inspect
    from plugins.press.preflight.record import Expected

    path = _given(file, "inv 印前检查")
    with _busy("印前检查"):
        found = inspect(path, Expected(standard="X-1a") if x1a else None)
    _say(words.lines(found))
    if report:
        _written(Path(report), words.to_html([found], THEME))
    if not found.passed:
        sys.exit(1)


@task(
    klass=OfficeTask,
    aliases=["核对"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“最新”"},
)
def proof(c: Context, issue: str) -> None:
    """核对：读出印好的 PDF，逐字与稿件比对，再量行尾、标点、行格；不改动任何东西。"""
    from plugins.press import telling
    from plugins.press.press import proof as prove

    with _manners():
        chosen, file = _pressed(issue)
        with _busy("核对"):
            measures = prove(chosen, file, chosen.folios, CACHE)
    _console().print("每篇稿件一字不漏、一字不重，依次印出。")
    _say(telling.of_measures(measures))


@task(
    klass=OfficeTask,
    aliases=["版面"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“最新”"},
)
def plan(c: Context, issue: str) -> None:
    """版面：画出版面计划（缩略图、栏目、各页空白、离装订差几页），写进 dist/期次/。"""
    from plugins.press.plan.plansheet import draw

    with _manners():
        chosen, file = _pressed(issue)
        _console().print("画版面计划……")
        with _busy("画版面"):
            made = draw(chosen, file, THEME, file.parent)
    _console().print(f"  {made.verdict}")
    _console().print(
        f"  {_shown(file.parent / '版面计划.html')}　{_shown(file.parent / '版面计划.pdf')}"
    )


@task(
    klass=OfficeTask,
    aliases=["公文"],
    positional=["which"],
    help={
        "which": "期次/文件名，如 2020-03/gw-paiwu-xuke；只写期次或“最新”，就是那一期的全部公文",
        "unsealed": "不加盖印章：落款按不加盖印章的位置排",
    },
)
def official(c: Context, which: str, unsealed: bool = False) -> None:
    """公文：把政策文件排成 GB/T 9704-2012 的 A4 公文，写进 dist/期次/公文/。"""
    from plugins.issue import choosing

    with _manners():
        name, _, stem = which.removeprefix("content/").strip("/").partition("/")
        issue = _chosen(name)
        texts = choosing.policy_texts(issue, stem.removesuffix(".md"))
        _official(issue, texts, sealed=not unsealed)


@task(
    klass=OfficeTask,
    aliases=["发布"],
    help={"internal": "内部版：含未公开稿件，写进 dist/内部网站/"},
)
def publish(c: Context, internal: bool = False) -> None:
    """发布：生成放到服务器上的网站。默认公开版（只含“公开: 是”），写进 output/。"""
    with _manners():
        archive = _archive("")
        if internal:
            _site(archive, "internal", DIST / "内部网站")
        else:
            _site(archive, "public", OUTPUT, "publishconf.py")
        _leave(archive, "internal" if internal else "public")


@task(
    klass=OfficeTask,
    aliases=["上线"],
    help={"to": "送到哪里：用户@主机:/文件夹，或本机的 /文件夹", "internal": "内部版"},
)
def deploy(c: Context, to: str = "", internal: bool = False) -> None:
    """上线：生成网站，送到服务器，一步换上；失败时服务器上原样不动。"""
    from datetime import datetime

    from plugins.web.server import deploy as room

    with _manners():
        where = room.target(to or _deploy_to(internal))
    publish(c, internal)
    site = DIST / "内部网站" if internal else OUTPUT
    _console().print(f"送到 {where.shown} ……", markup=False)
    with _manners():
        name = room.release_name(datetime.now(), site)
        made = room.deploy(site, where, name, room.ask, "internal" if internal else "public")
    _console().print(
        f"已上线 {made.release}，新传 {made.carried} 个文件：{where.shown}", markup=False
    )


@task(klass=OfficeTask, aliases=["回滚"], help={"to": "哪一处，写法同上线", "internal": "内部版"})
def roll_back(c: Context, to: str = "", internal: bool = False) -> None:
    """回滚：服务器上换回上一版；再来一次，换回再上一版。"""
    from plugins.web.server import deploy as room

    with _manners():
        was, now = room.roll_back(room.target(to or _deploy_to(internal)), room.ask)
    _console().print(f"已从 {was} 换回 {now}")


@task(
    klass=OfficeTask,
    aliases=["重制"],
    positional=["issue"],
    help={
        "issue": "期次、年份或“全部”，可以写几个，如 2018,2019-03",
        "what": "pdf、图片，或“pdf,图片”",
        "hands": "同时做几期；不写就是几个核做几期",
        "cluster": "Dask 机群，如 tcp://10.0.0.5:8786",
        "handover": "连同交印厂的文件夹",
        "local": "排版的缓存放在各台机器自己的这个文件夹",
    },
)
def remake(
    c: Context,
    issue: str,
    what: str = "pdf,图片",
    hands: int = 0,
    cluster: str = "",
    handover: bool = False,
    local: str = "",
) -> None:
    """重制：旧刊的 PDF 和图片重新做一遍，几个进程或几台机器一起做；随时可停，再来接着做。"""
    from plugins.remake import hands as executors
    from plugins.remake import ordering, running, telling
    from plugins.remake.job import Folders

    with _manners():
        content, theme, dist, cache = (
            path.relative_to(ROOT).as_posix() for path in (CONTENT, THEME, DIST, CACHE)
        )
        folders = Folders(content=content, theme=theme, dist=dist, cache=cache, local=local)
        jobs = ordering.jobs(issue, what, folders, handover)
        _console().print(telling.of_jobs(jobs))
        with _bar() as step:
            made = running.run(jobs, executors.hands(cluster, hands or _cores()), step)
        _say(telling.of_summary(made))
        if not made.is_whole:
            sys.exit(1)


@task(klass=OfficeTask, aliases=["清缓存"])
def sweep(c: Context) -> None:
    """清缓存：两个月没有用过的排版、图片、字体和卡片从 .cache 里去掉；整个 .cache 删掉也不要紧，只是下次慢。"""
    import time

    from plugins.press.standingpress import sweep as sweep_press
    from plugins.web.sweeping import sweep as sweep_web

    now = time.time()
    gone = sweep_press(CACHE, UNUSED_DAYS, now) + sweep_web(CACHE, UNUSED_DAYS, now)
    _console().print(f"去掉 {gone} 个文件。")


@task(klass=OfficeTask, aliases=["出刊"], default=True)
def build(c: Context) -> None:
    """出刊：付印最新一期，再生成公开网站，双击首页就能看（make 就是它）。"""
    from plugins.issue import choosing
    from plugins.press.pressfault import PressFault

    with _manners():
        try:
            _press(_chosen(choosing.NEWEST))
        except PressFault as failed:
            _held_back(failed)
        _site(_archive("", quiet=True), "public", OUTPUT)


@task(klass=OfficeTask, aliases=["自检"], help={"all": "连同印刷、浏览器等较慢的测试"})
def check(c: Context, all: bool = False) -> None:
    """自检：给程序员用，跑格式、类型、房间边界和测试。"""
    bin_ = Path(sys.executable).parent
    marks = "" if all else "-m 'not slow and not browser'"
    for command in (
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "lint-imports",
        f"pytest {marks}",
    ):
        c.run(f"{bin_}/{command}", pty=sys.stdout.isatty())


@contextmanager
def _manners() -> Iterator[None]:
    """What people wrote wrong is told in Chinese, without a traceback; exit status 1."""
    from plugins.article.finding import ManuscriptError
    from plugins.issue import report
    from plugins.press.pressfault import PressFault

    try:
        yield
    except ManuscriptError as error:
        _say(report.lines(error.findings))
        _console().print("有错误，没有继续；上一次的成果没有改动。")
        sys.exit(1)
    except _told() as failed:
        _console().print(str(failed), markup=False)
        sys.exit(1)
    except PressFault as failed:
        _held_back(failed)
        sys.exit(1)


def _told() -> tuple[type[Exception], ...]:
    """Faults that tell themselves, in Chinese. (Their rooms are loaded already when one was raised.)"""
    from plugins.press.faces import MissingFaces
    from plugins.press.proof.gap import IncompleteError
    from plugins.remake.job import RemakeFault
    from plugins.web.server.deploy import DeployError

    return MissingFaces, IncompleteError, DeployError, RemakeFault


def _archive(issue: str, every: bool = False, quiet: bool = False) -> Archive:
    """The archive; raises when there are errors that concern ``issue`` ("": any issue)."""
    from plugins.article.finding import ManuscriptError, errors
    from plugins.issue import plugin as issues
    from plugins.issue import report

    with _bar(by_itself=False) as step:  # a thread beside would forbid more processes
        settings = {**SETTINGS, "WORKERS": _cores(), "PROGRESS": step}
        archive, findings = issues.load(CONTENT, settings)
    if issue:
        findings = report.concerning(findings, issue)
    if errors(findings):
        raise ManuscriptError(findings)
    shown = findings if every else [each for each in findings if each.level != "hint"]
    _say(() if quiet else report.lines(shown))
    return archive


def _chosen(name: str) -> Issue:
    """The issue that ``name`` means, once nothing that concerns it is wrong."""
    from plugins.issue import choosing

    key = choosing.key_of(name)
    return choosing.issue(_archive(key), key)


def _pressed(name: str) -> tuple[Issue, Path]:
    """An issue and its PDF; raises when it was not pressed."""
    from plugins.issue import choosing

    issue = _chosen(name)
    file = _target(issue)
    if not file.exists():
        raise choosing.not_pressed(_shown(file), issue)
    return issue, file


def _target(issue: Issue) -> Path:
    return DIST / issue.key / f"{issue.key}.pdf"


def _printable(chosen: Sequence[Issue]) -> None:
    """Raises when an issue has a character that no installed face has, or settings no printer can follow."""
    from plugins.article.finding import ManuscriptError
    from plugins.press import faces, printable

    found = []
    with _bar() as step:
        for done, issue in enumerate(chosen):
            step("查字", done, len(chosen))
            found += [*faces.check(issue, CONTENT), *printable.check(issue, CONTENT)]
    if found:
        raise ManuscriptError(found)


def _given(name: str, command: str) -> Path:
    """A file that was named on the command line; a missing one ends the task in Chinese."""
    path = Path(name)
    if not path.is_file():
        _console().print(
            f"没有这个文件：{name}。写法：{command} dist/2020-03/付印/2020-03-内页.pdf"
        )
        sys.exit(1)
    return path


def _written(file: Path, text: str) -> None:
    """Write a file that was named on the command line; a place that cannot be written is told in Chinese."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError:
        _console().print(f"报告写不到 {file}，请换一个能写的文件夹。", markup=False)
        sys.exit(1)
    _console().print(f"报告：{file}", markup=False)


def _suggest_tags(issue: Issue, write: bool) -> None:
    from plugins.article.manuscript import seen_by_tagger
    from plugins.keeping import aside
    from plugins.tagging import plugin as tagging
    from plugins.tagging.advice import Asked, advise, written
    from plugins.tagging.candidates import Copy
    from plugins.tagging.matching import Matcher

    vocabulary = tagging.read_vocabulary(CONTENT / tagging.VOCABULARY)
    asked = {
        each.path: Asked(Copy(each.path, *seen_by_tagger(each, each.text)), each.own_tags)
        for each in issue.articles
    }
    _say(advise(asked.values(), vocabulary, CACHE / "tagging"))
    for path, article in asked.items() if write else ():
        file = CONTENT / path
        before = file.read_bytes()
        after = written(before, article, Matcher(vocabulary))
        if after != before:
            aside.write(file, after)
            _console().print(f"已写入标签：{_shown(file)}", markup=False)


def _final_proof(issue: Issue) -> None:
    from plugins.press import telling
    from plugins.press.press import press as press_issue

    _console().print(f"清样 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
    with _bar() as step:
        made = press_issue(issue, CONTENT, THEME, _target(issue), step, CACHE, workers=None)
    _say(telling.of_pressed(made, _shown))


def _press(issue: Issue, x1a: bool = False, anyway: bool = False) -> None:
    from plugins.press import telling
    from plugins.press.delivery import HeldBack, Order, deliver

    _console().print(f"付印 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
    order = Order("X-1a" if x1a else None, anyway)
    try:
        with _bar() as step:
            made = deliver(issue, CONTENT, THEME, _target(issue), step, CACHE, order)
    except HeldBack as held:
        _say(telling.of_pressed(held.pressed, _shown))
        raise
    _say(telling.of_pressed(made.pressed, _shown))
    _say(telling.of_delivery(made, _shown))


def _held_back(failed: PressFault) -> None:
    from plugins.press import telling

    _say(telling.of_held_back(failed))


def _official(issue: Issue, texts: list[Article], sealed: bool) -> None:
    from plugins.press.official.officialpress import press_official
    from plugins.press.official.officialsheet import Manner

    _console().print(f"排 A4 公文 {len(texts)} 篇……")
    lines = []
    with _bar() as step:
        for done, article in enumerate(texts):
            step("排公文", done, len(texts))
            target = DIST / issue.key / "公文" / f"{article.stem}.pdf"
            manner = Manner(sealed=sealed)
            press_official(article, issue, CONTENT, THEME, target, manner=manner, cache=CACHE)
            lines.append(f"  {article.document_number or article.headline}：{_shown(target)}")
    _say(lines)


def _site(
    archive: Archive, edition: Edition, output: Path, settings: str = "pelicanconf.py"
) -> None:
    """Build a site. With pelicanconf.py it opens from the folder, with publishconf.py on a server."""
    from plugins.issue import report
    from plugins.web.plugin import build as build_site

    _console().print(f"生成{'公开' if edition == 'public' else '内部'}网站……")
    with _bar(by_itself=False) as step:
        found = build_site(
            archive,
            CONTENT,
            output,
            edition=edition,
            settings_file=ROOT / settings,
            cache=CACHE,
            enclosures=DIST,
            quiet=True,
            workers=_cores(),
            progress=step,
        )
    _say(report.lines(found))
    _console().print(f"  首页：{_shown(output / 'index.html')}")


def _leave(archive: Archive, edition: Edition) -> None:
    """What a published site leaves beside itself: server configurations; the register of addresses."""
    from plugins.web.server import publishing

    folder = DIST / "服务器" / ("内部" if edition == "internal" else "")
    publishing.leave(
        archive,
        CONTENT,
        THEME / "web",
        folder,
        edition=edition,
        deploy_to=_deploy_to(edition == "internal"),
        internal_address=_published("INTERNAL_ADDRESS"),
    )
    _console().print(f"  服务器的配置：{_shown(folder)}")


def _deploy_to(internal: bool) -> str:
    return _published("DEPLOY_INTERNAL_TO" if internal else "DEPLOY_TO")


def _published(name: str) -> str:
    import runpy

    return str(runpy.run_path(str(ROOT / "publishconf.py"))[name])


@contextmanager
def _bar(by_itself: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for what takes longer than two seconds; nothing in CI or into a file.

    ``by_itself``: a thread draws it, also while nothing is told; else each step that is told draws it.
    """
    import time

    from plugins.waiting import waiting

    quiet = bool(os.environ.get("CI")) or not _console().is_terminal
    with waiting(_console(), time.monotonic, is_quiet=quiet, is_drawn_by_itself=by_itself) as step:
        yield step


@contextmanager
def _busy(name: str) -> Iterator[None]:
    """A bar for work that cannot tell how far it is."""
    with _bar() as step:
        step(name, 0, 1)
        yield


def _cores() -> int:
    """How many processes may work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        _console().print(line, markup=False)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
