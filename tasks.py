"""编辑部的命令，按一期刊物的工作先后写在下面；每条中文、英文两个名字，`inv --list` 看全部。"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from invoke import Argument, Context, Task, task
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins.article.finding import ManuscriptError, errors  # noqa: E402
from plugins.article.record import Article  # noqa: E402
from plugins.issue import choosing, newissue, report  # noqa: E402
from plugins.issue import plugin as issues  # noqa: E402
from plugins.issue.record import Archive, Edition, Issue  # noqa: E402
from plugins.press.faces import MissingFaces  # noqa: E402
from plugins.press.pressfault import PressFault  # noqa: E402
from plugins.press.proof.gap import IncompleteError  # noqa: E402
from plugins.web.server.deploy import DeployError  # noqa: E402

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
}
console = Console(highlight=False, soft_wrap=True)


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
    with _manners():
        file = newissue.create(_archive(""), CONTENT, issue)
    console.print(f"已建好 {_shown(file)}。请把稿件和图片放进这个文件夹，把文件名列进栏目。")


@task(
    klass=OfficeTask,
    aliases=["查稿"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“全部”"},
)
def review(c: Context, issue: str) -> None:
    """查稿：检查稿件、图片、链接、期次文件，逐条列出文件、行和改法；不改动任何东西。"""
    with _manners():
        key = choosing.key_of(issue)
        archive = _archive(key, every=True)
        _printable([choosing.issue(archive, key)] if key else archive.issues)
    console.print("查完，没有错误。")


@task(klass=OfficeTask, aliases=["预览"], help={"port": "网址的端口号"})
def preview(c: Context, port: int = 8000) -> None:
    """预览：在本机看整期（含未公开稿件）的网站，存盘后自动重做；按 Ctrl-C 结束。"""
    from plugins.web import preview as room

    address = _address(room.serve, port)
    console.print(f"请在浏览器打开 {address} 。第一次要等几秒；存盘后刷新即可看到改动。")
    room.rebuild_on_save((CONTENT, THEME), _site_apart)


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
        measures = prove(chosen, file, chosen.folios)
    console.print("每篇稿件一字不漏、一字不重，依次印出。")
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
        console.print("画版面计划……")
        made = draw(chosen, file, THEME, file.parent)
    console.print(f"  {made.verdict}")
    console.print(
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
    from plugins.web.server import deploy as room

    with _manners():
        where = room.target(to or _deploy_to(internal))
    publish(c, internal)
    site = DIST / "内部网站" if internal else OUTPUT
    with _manners():
        name = room.release_name(datetime.now(), site)
        made = room.deploy(site, where, name, room.ask, "internal" if internal else "public")
    console.print(f"已上线 {made.release}，新传 {made.carried} 个文件：{where.shown}", markup=False)


@task(klass=OfficeTask, aliases=["回滚"], help={"to": "哪一处，写法同上线", "internal": "内部版"})
def roll_back(c: Context, to: str = "", internal: bool = False) -> None:
    """回滚：服务器上换回上一版；再来一次，换回再上一版。"""
    from plugins.web.server import deploy as room

    with _manners():
        was, now = room.roll_back(room.target(to or _deploy_to(internal)), room.ask)
    console.print(f"已从 {was} 换回 {now}")


@task(klass=OfficeTask, aliases=["出刊"], default=True)
def build(c: Context) -> None:
    """出刊：付印最新一期，再生成公开网站，双击首页就能看（make 就是它）。"""
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
    try:
        yield
    except ManuscriptError as error:
        _say(report.lines(error.findings))
        console.print("有错误，没有继续；上一次的成果没有改动。")
        sys.exit(1)
    except (MissingFaces, IncompleteError, DeployError) as failed:
        console.print(str(failed), markup=False)
        sys.exit(1)
    except PressFault as failed:
        _held_back(failed)
        sys.exit(1)


def _archive(issue: str, every: bool = False, quiet: bool = False) -> Archive:
    """The archive; raises when there are errors that concern ``issue`` ("": any issue)."""
    archive, findings = issues.load(CONTENT, dict(SETTINGS))
    if issue:
        findings = report.concerning(findings, issue)
    if errors(findings):
        raise ManuscriptError(findings)
    shown = findings if every else [each for each in findings if each.level != "hint"]
    _say(() if quiet else report.lines(shown))
    return archive


def _chosen(name: str) -> Issue:
    """The issue that ``name`` means, once nothing that concerns it is wrong."""
    key = choosing.key_of(name)
    return choosing.issue(_archive(key), key)


def _pressed(name: str) -> tuple[Issue, Path]:
    """An issue and its PDF; raises when it was not pressed."""
    issue = _chosen(name)
    file = _target(issue)
    if not file.exists():
        raise choosing.not_pressed(_shown(file), issue)
    return issue, file


def _target(issue: Issue) -> Path:
    return DIST / issue.key / f"{issue.key}.pdf"


def _printable(chosen: Iterable[Issue]) -> None:
    """Raises when an issue has a character that no installed face has, or settings no printer can follow."""
    from plugins.press import faces, printable

    found = []
    for issue in chosen:
        found += [*faces.check(issue, CONTENT), *printable.check(issue, CONTENT)]
    if found:
        raise ManuscriptError(found)


def _given(name: str, command: str) -> Path:
    """A file that was named on the command line; a missing one ends the task in Chinese."""
    path = Path(name)
    if not path.is_file():
        console.print(f"没有这个文件：{name}。写法：{command} dist/2020-03/付印/2020-03-内页.pdf")
        sys.exit(1)
    return path


def _written(file: Path, text: str) -> None:
    """Write a file that was named on the command line; a place that cannot be written is told in Chinese."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError:
        console.print(f"报告写不到 {file}，请换一个能写的文件夹。", markup=False)
        sys.exit(1)
    console.print(f"报告：{file}", markup=False)


def _final_proof(issue: Issue) -> None:
    from plugins.press import telling
    from plugins.press.press import press as press_issue

    console.print(f"清样 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
    with _bar() as step:
        made = press_issue(issue, CONTENT, THEME, _target(issue), step, CACHE)
    _say(telling.of_pressed(made, _shown))


def _press(issue: Issue, x1a: bool = False, anyway: bool = False) -> None:
    from plugins.press import telling
    from plugins.press.delivery import HeldBack, Order, deliver

    console.print(f"付印 {issue.publication.name} {issue.name}（总第{issue.whole_number}期）……")
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

    console.print(f"排 A4 公文 {len(texts)} 篇……")
    for article in texts:
        target = DIST / issue.key / "公文" / f"{article.stem}.pdf"
        manner = Manner(sealed=sealed)
        press_official(article, issue, CONTENT, THEME, target, manner=manner, cache=CACHE)
        console.print(f"  {article.document_number or article.headline}：{_shown(target)}")


def _site(
    archive: Archive, edition: Edition, output: Path, settings: str = "pelicanconf.py"
) -> None:
    """Build a site. With pelicanconf.py it opens from the folder, with publishconf.py on a server."""
    from plugins.web.plugin import build as build_site

    console.print(f"生成{'公开' if edition == 'public' else '内部'}网站……")
    found = build_site(
        archive,
        CONTENT,
        output,
        edition=edition,
        settings_file=ROOT / settings,
        cache=CACHE,
        enclosures=DIST,
        quiet=True,
    )
    _say(report.lines(found))
    console.print(f"  首页：{_shown(output / 'index.html')}")


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
    console.print(f"  服务器的配置：{_shown(folder)}")


def _deploy_to(internal: bool) -> str:
    return _published("DEPLOY_INTERNAL_TO" if internal else "DEPLOY_TO")


def _published(name: str) -> str:
    return str(runpy.run_path(str(ROOT / "publishconf.py"))[name])


def _address(serve: Callable[[Path, int], Any], port: int) -> str:
    """Start serving the preview; its address. A busy port ends the task in Chinese."""
    try:
        server = serve(PREVIEW, port)
    except OSError:
        console.print(f"端口 {port} 正被别的程序占用，请换一个：inv 预览 --port {port + 1}")
        sys.exit(1)
    return f"http://127.0.0.1:{server.server_port}/"


def _site_apart() -> None:
    """Build the preview in a process of its own: Pelican keeps memory it does not give back."""
    code = "import tasks; tasks.build_preview()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)


def build_preview() -> None:
    """The site that the preview serves: the whole issue, also what is not public."""
    with _manners():
        _site(_archive(""), "internal", PREVIEW)


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal; nothing in CI or into a file."""
    quiet = bool(os.environ.get("CI")) or not console.is_terminal
    columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:
        bar = progress.add_task("排版", total=None)
        yield lambda name, done, total: progress.update(
            bar, description=name, completed=done, total=total
        )


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        console.print(line, markup=False)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
