"""编辑部的命令，按一期刊物的工作先后写在下面；每条中文、英文两个名字，`inv --list` 看全部。

怎样做，在 plugins/office 和它身后的各个房间里；命令只装载自己要用的。
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date, datetime
from pathlib import Path

from invoke import Context, task

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins.office.command import OfficeTask  # noqa: E402
from plugins.office.office import Office  # noqa: E402

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
OFFICE = Office(ROOT, CORES, time.monotonic, is_quiet=bool(os.environ.get("CI")))
ISSUE = "期次，如 2020-03；或“最新”"
#: What nobody used for so long goes out of the caches (days).
UNUSED_DAYS = 60.0


@task(klass=OfficeTask, aliases=["建期"], positional=["issue"], help={"issue": "期次，如 2020-04"})
def new(c: Context, issue: str) -> None:
    """建期：照上一期的样子建一个新期次的文件夹，期号、总期号自动接上。"""
    from plugins.issue import newissue
    from plugins.office import reading

    with OFFICE.manners():
        file = newissue.create(reading.archive(OFFICE), OFFICE.content, issue)
    OFFICE.say(f"已建好 {OFFICE.shown(file)}。请把稿件和图片放进这个文件夹，把文件名列进栏目。")


@task(
    klass=OfficeTask,
    aliases=["收稿"],
    positional=["files"],
    help={
        "files": "来稿（.docx、.txt、.html、.md），几个用逗号隔开；写文件夹，就是里面的全部来稿",
        "into": "收进哪一期，如 2020-03",
        "simplify": "繁体转简体（先查 content/style/繁简名称.toml）",
        "trial": "试收：只报告猜测，不写稿件",
        "report": "把报告（Markdown）写到这个文件；不写，就写进 dist/期次/收稿报告/",
    },
)
def receive(
    c: Context,
    files: str,
    into: str = "",
    simplify: bool = False,
    trial: bool = False,
    report: str = "",
) -> None:
    """收稿：把来稿变成这一期的新稿件和图片，从不覆盖，并报告每一处猜测。"""
    from plugins.office import receiving

    with OFFICE.manners():
        receiving.receive(OFFICE, files, into, simplify=simplify, is_trial=trial, report=report)


@task(
    klass=OfficeTask,
    aliases=["送审"],
    positional=["article"],
    help={
        "article": "期次/文件名，如 2020-03/gw-paiwu-xuke；只写期次，就是那一期的每一篇",
        "deadline": "请在哪一天前发回，如 2020-03-06；不写就不限",
    },
)
def send(c: Context, article: str, deadline: str = "") -> None:
    """送审：把稿件做成 Word 文件送供稿单位核对（已打开修订），写进 dist/期次/送审/；稿件不动。"""
    from plugins.office import reading, receiving

    with OFFICE.manners():
        name, stem = reading.parted(article)
        receiving.send(OFFICE, reading.chosen(OFFICE, name), stem, deadline, date.today())


@task(
    klass=OfficeTask,
    aliases=["回稿"],
    positional=["file"],
    help={
        "file": "供稿单位发回的 Word 文件",
        "article": "是哪一篇，如 2020-03/zx-01-fugong；一般不用写，文件自己知道",
        "fix": "把改动写进稿件；不写，就只出报告和补丁，稿件不动",
    },
)
def take_back(c: Context, file: str, article: str = "", fix: bool = False) -> None:
    """回稿：发回的 Word 文件与稿件逐段比对，列出改动、修订人、批注，写出报告和补丁（dist/期次/回稿/）。"""
    from plugins.office import reading, receiving

    with OFFICE.manners():
        path = reading.named(OFFICE, file, "inv 回稿 gw-paiwu-xuke.docx")
        receiving.take_back(OFFICE, path, article, fix=fix)


@task(
    klass=OfficeTask,
    aliases=["查稿"],
    positional=["issue"],
    help={"issue": "期次，如 2020-03；或“全部”"},
)
def review(c: Context, issue: str) -> None:
    """查稿：检查稿件、图片、链接、期次文件，逐条列出文件、行和改法；不改动任何东西。"""
    from plugins.issue import choosing
    from plugins.office import reading

    with OFFICE.manners():
        key = choosing.key_of(issue)
        archive = reading.archive(OFFICE, key, every=True)
        reading.printable(OFFICE, [choosing.issue(archive, key)] if key else archive.issues)
    OFFICE.say("查完，没有错误。")


@task(
    klass=OfficeTask,
    aliases=["校对"],
    positional=["issue"],
    help={
        "issue": f"{ISSUE}；只校一篇写期次/文件名，如 2020-03/zx-01-fugong，备稿也行",
        "fix": "把可以自动改的改掉，列出改了什么",
        "proofs": "写出校样（网页和 PDF），放进 dist/期次/",
        "json": "以 JSON 写出，供程序读取",
        "github": "以 CI 批注的写法写出",
    },
)
def proofread(
    c: Context,
    issue: str,
    fix: bool = False,
    proofs: bool = False,
    json: bool = False,
    github: bool = False,
) -> None:
    """校对：按国家标准和编辑部的词表逐条查一期稿件，列出行、字、错在哪里、怎么改、依据。"""
    from plugins.office import proofreading, reading

    with OFFICE.manners():
        name, stem = reading.parted(issue)
        if fix:
            proofreading.mend(OFFICE, reading.chosen(OFFICE, name, quiet=True), stem)
        read = proofreading.proofread(OFFICE, reading.chosen(OFFICE, name, quiet=True), stem)
        proofreading.tell(OFFICE, read, json=json, github=github)
        if proofs:
            proofreading.write_proofs(OFFICE, read, stem)
    if read.errors:
        sys.exit(1)


@task(
    klass=OfficeTask,
    aliases=["差异"],
    positional=["issue"],
    help={
        "issue": ISSUE,
        "since": "和哪一校比：日期 2020-03-05、标签（一校）、提交号或文件夹",
        "until": "比到哪一校；不写就是现在的稿子",
    },
)
def difference(c: Context, issue: str, since: str = "", until: str = "") -> None:
    """差异：两校之间改了什么，逐段逐字列成网页，写进 dist/期次/改动对照.html。"""
    from plugins.office import proofreading, reading

    with OFFICE.manners():
        chosen = reading.chosen(OFFICE, issue, quiet=True)
        proofreading.difference(OFFICE, chosen, since, until)


@task(klass=OfficeTask, aliases=["预览"], help={"port": "网址的端口号"})
def preview(c: Context, port: int = 8000) -> None:
    """预览：在本机看整期（含未公开稿件）的网页和印刷版面，存盘后自动换新；按 Ctrl-C 结束。"""
    from plugins.office import previewing

    previewing.preview(OFFICE, port, datetime.now)


@task(
    klass=OfficeTask,
    aliases=["荐标"],
    positional=["issue"],
    help={"issue": ISSUE, "write": "把建议写进首部没有标签的稿件；不写，就只说不改"},
)
def suggest_tags(c: Context, issue: str, write: bool = False) -> None:
    """荐标：逐篇说出建议的标签和理由，再列出词表里没有、这一期反复出现的词。"""
    from plugins.office import reading, tagging

    with OFFICE.manners():
        tagging.suggest(OFFICE, reading.chosen(OFFICE, issue), write=write)


@task(klass=OfficeTask, aliases=["清样"], positional=["issue"], help={"issue": ISSUE})
def final_proof(c: Context, issue: str) -> None:
    """清样：只排出供审读的全刊 PDF，写进 dist/期次/，并写出印刷页码（folios.toml）。"""
    from plugins.office import reading

    with OFFICE.manners():
        chosen = reading.chosen(OFFICE, issue)
        from plugins.office import pressing

        pressing.final_proof(OFFICE, chosen)


@task(
    klass=OfficeTask,
    aliases=["付印"],
    positional=["issue"],
    help={
        "issue": ISSUE,
        "x1a": "这一次按 PDF/X-1a 出印刷文件（老设备），不管 [printing] 里怎么写",
        "anyway": "照付：校对、印前检查有错误也交付，印刷工单上注明",
    },
)
def press(c: Context, issue: str, x1a: bool = False, anyway: bool = False) -> None:
    """付印：校对、排出一期，写出交印厂的文件夹（内页、封面、工单、检查报告……）、屏读版和单篇 PDF。"""
    from plugins.office import reading

    with OFFICE.manners():
        chosen = reading.chosen(OFFICE, issue)
        from plugins.office import pressing

        pressing.press(OFFICE, chosen, x1a=x1a, anyway=anyway)


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
    from plugins.office import inspecting, reading

    path = reading.named(OFFICE, file, "inv 印前检查 dist/2020-03/付印/2020-03-内页.pdf")
    inspecting.preflight(OFFICE, path, x1a=x1a, report=report)


@task(klass=OfficeTask, aliases=["核对"], positional=["issue"], help={"issue": ISSUE})
def proof(c: Context, issue: str) -> None:
    """核对：读出印好的 PDF，逐字与稿件比对，再量行尾、标点、行格；不改动任何东西。"""
    from plugins.office import inspecting

    with OFFICE.manners():
        inspecting.proof(OFFICE, issue)


@task(klass=OfficeTask, aliases=["版面"], positional=["issue"], help={"issue": ISSUE})
def plan(c: Context, issue: str) -> None:
    """版面：画出版面计划（缩略图、栏目、各页空白、离装订差几页），写进 dist/期次/。"""
    from plugins.office import inspecting

    with OFFICE.manners():
        inspecting.plan(OFFICE, issue)


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
    from plugins.office import pressing, reading

    with OFFICE.manners():
        name, stem = reading.parted(which)
        issue = reading.chosen(OFFICE, name)
        texts = choosing.policy_texts(issue, stem)
        pressing.official(OFFICE, issue, texts, is_sealed=not unsealed)


@task(
    klass=OfficeTask,
    aliases=["发布"],
    help={
        "internal": "内部版：含未公开稿件，写进 dist/内部网站/",
        "anyway": "照付：校对有错误也发布",
    },
)
def publish(c: Context, internal: bool = False, anyway: bool = False) -> None:
    """发布：校对最新一期，生成放到服务器上的网站。默认公开版（只含“公开: 是”），写进 output/。"""
    from plugins.office import publishing

    with OFFICE.manners():
        publishing.publish(OFFICE, "internal" if internal else "public", anyway)


@task(
    klass=OfficeTask,
    aliases=["上线"],
    help={
        "to": "送到哪里：用户@主机:/文件夹，或本机的 /文件夹",
        "internal": "内部版",
        "anyway": "照付：校对有错误也上线",
    },
)
def deploy(c: Context, to: str = "", internal: bool = False, anyway: bool = False) -> None:
    """上线：生成网站，送到服务器，一步换上；失败时服务器上原样不动。"""
    from plugins.office import publishing

    with OFFICE.manners():
        publishing.deploy(OFFICE, to, "internal" if internal else "public", anyway, datetime.now)


@task(klass=OfficeTask, aliases=["回滚"], help={"to": "哪一处，写法同上线", "internal": "内部版"})
def roll_back(c: Context, to: str = "", internal: bool = False) -> None:
    """回滚：服务器上换回上一版；再来一次，换回再上一版。"""
    from plugins.office import publishing

    with OFFICE.manners():
        publishing.roll_back(OFFICE, to, "internal" if internal else "public")


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
    from plugins.office import remaking

    with OFFICE.manners():
        remaking.remake(OFFICE, issue, what, hands, cluster, handover=handover, local=local)


@task(klass=OfficeTask, aliases=["清缓存"])
def sweep(c: Context) -> None:
    """清缓存：两个月没有用过的排版、图片、字体和卡片从 .cache 里去掉；整个 .cache 删掉也不要紧，只是下次慢。"""
    from plugins.office import remaking

    remaking.sweep(OFFICE, UNUSED_DAYS, time.time())


@task(klass=OfficeTask, aliases=["出刊"], default=True)
def build(c: Context) -> None:
    """出刊：付印最新一期，再生成公开网站，双击首页就能看（make 就是它）。"""
    from plugins.office import building

    with OFFICE.manners():
        building.build(OFFICE)


@task(klass=OfficeTask, aliases=["自检"], help={"all": "连同印刷、浏览器等较慢的测试"})
def check(c: Context, all: bool = False) -> None:
    """自检：给程序员用，跑格式、类型、房间边界和测试。"""
    tools = Path(sys.executable).parent
    marks = "" if all else "-m 'not slow and not browser'"
    for command in (
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "lint-imports",
        f"pytest {marks}",
    ):
        c.run(f"{tools}/{command}", pty=sys.stdout.isatty())
