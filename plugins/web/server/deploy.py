"""上线与回滚: a built site carried to a server whole, put in place in one step, and taken back in one.

On the target a folder holds ``releases/<name>/`` for the last few sites, ``current``, a link to the one that readers
see, ``previous``, a link to the one they saw before, and ``edition``, a file that says which edition is at home there.
Needs rsync on both sides and, for another machine, ssh.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from plugins.issue.record import Edition

Answer = subprocess.CompletedProcess[str]
#: Runs a command and returns what it said; FileNotFoundError when there is no such program.
Run = Callable[[Sequence[str]], Answer]

KEPT = 5
EDITIONS = {"public": "公开版", "internal": "内部版"}
#: A deploy that was killed leaves a hidden folder; the next one a day later takes it away.
STALE_MINUTES = 24 * 60
RELEASE = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
SSH_OPTIONS = ("-o", "ConnectTimeout=15")
CARRIED = re.compile(r"Number of regular files transferred: ([\d,]+)")
REFUSED = "登录不上：{host} 不认这个用户或密钥"
#: What rsync, ssh and the shell say → what an editor should do, most telling first.
ADVICE = (
    *(
        (f"Permission denied ({way}", REFUSED)
        for way in ("publickey", "password", "keyboard", "gssapi")
    ),
    ("Host key verification failed", "{host} 的主机密钥没有登记过或变了，请先用 ssh 登录一次核对"),
    ("Could not resolve hostname", "找不到主机 {host}，请核对名字"),
    ("Connection refused", "{host} 没有开 ssh，或端口不对"),
    ("Connection timed out", "连不上 {host}，请看网络"),
    ("No space left", "{folder} 所在的磁盘满了"),
    ("Permission denied", "没有写 {folder} 的权限，请让管理员把它交给登录用户"),
    ("Read-only file system", "{folder} 所在的磁盘是只读的"),
    ("rsync: command not found", "{host} 上没有装 rsync"),
    ("rsync: not found", "{host} 上没有装 rsync"),
)
UNREACHED = 255


class DeployError(Exception):
    """Nothing was put in place or taken back; says why in Chinese. Readers see what they saw before."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a site goes: ``folder``, absolute, on ``host`` as ssh knows it (``user@host``), "" for this machine."""

    host: str
    folder: str

    def on(self, script: str) -> list[str]:
        """The command that runs a shell script there, in the folder's own words."""
        if self.host:
            return ["ssh", *SSH_OPTIONS, "--", self.host, script]
        return ["sh", "-c", script]

    @property
    def shown(self) -> str:
        """As it is written on the command line."""
        return f"{self.host}:{self.folder}" if self.host else self.folder


@dataclass(frozen=True, slots=True)
class State:
    """What stands on a target: the finished releases in order, those taken back, the one readers see ("" for none),

    the edition that is at home there ("" before the first deploy).
    """

    releases: tuple[str, ...] = ()
    taken_back: frozenset[str] = frozenset()
    current: str = ""
    edition: Edition | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Deployed:
    """A site that is in place: its release, the one before ("" for none), how many files had to be carried."""

    release: str
    before: str
    carried: int


def target(written: str) -> Target:
    """``user@host:/folder`` or ``/folder``. Raises `DeployError` for anything else."""
    match = re.fullmatch(r"(?:(?P<host>[\w.@][\w.@-]*):)?(?P<folder>/[^\n]*[^/\n])/?", written)
    if match is None:
        words = "要写成 用户@主机:/文件夹，或本机的 /文件夹"
        raise DeployError(f"看不懂“{written}”这个地方：{words}")
    return Target(match["host"] or "", match["folder"])


def release_name(when: datetime, site: Path) -> str:
    """A name that sorts by time and tells the content: ``20201120-153000-1a2b3c4d``."""
    return f"{when:%Y%m%d-%H%M%S}-{_digest(site)[:8]}"


def deploy(
    site: Path, where: Target, release: str, run: Run, edition: Edition = "public"
) -> Deployed:
    """Carry a site to its target and put it in place. ``release``: see `release_name`.

    A target takes the ``edition`` of its first deploy and no other: the internal one must never come to stand where
    the public looks. Raises `DeployError`; readers then still see the site of before, and what was half carried is taken away.
    """
    missing = [name for name in ("index.html", "404.html") if not (site / name).is_file()]
    if missing or RELEASE.fullmatch(release) is None:
        raise DeployError(f"{site} 里没有做好的网站（缺 {'、'.join(missing)}），请先发布")
    before = _state(where, run)
    if before.edition and before.edition != edition:
        raise DeployError(
            f"{where.shown} 是放{EDITIONS[before.edition]}的地方，{EDITIONS[edition]}不能放在这里"
        )
    if before.releases and release <= before.releases[-1]:
        raise DeployError(f"服务器上已有更晚的一版 {before.releases[-1]}，请核对本机的时间")
    try:
        said = _asked(where, carrying(site, where, release, before.current), run)
        _asked(where, where.on(placing(where.folder, release, before.current, edition)), run)
    except BaseException:
        _tidied(where, release, run)
        raise
    old = outdated([*before.releases, release], before.taken_back, {release, before.current})
    run(where.on(removing(where.folder, old)))  # should this fail, the next deploy does it
    found = CARRIED.search(said.stdout)
    return Deployed(release, before.current, int(found[1].replace(",", "")) if found else 0)


def roll_back(where: Target, run: Run) -> tuple[str, str]:
    """Put the release before the current one in place. Out: (what readers saw, what they see now).

    A release that was taken back is passed over from now on. Raises `DeployError` when there is none before.
    """
    state = _state(where, run)
    if not state.current:
        raise DeployError(f"{where.shown} 还没有上线过，没有可回滚的")
    earlier = [
        name for name in state.releases if name < state.current and name not in state.taken_back
    ]
    if not earlier:
        raise DeployError(f"{where.shown} 只有 {state.current} 这一版，再早的没有留，不能回滚")
    script = returning(where.folder, state.current, earlier[-1])
    _asked(where, where.on(script), run)
    return state.current, earlier[-1]


def carrying(site: Path, where: Target, release: str, current: str) -> list[str]:
    """The rsync command: into a hidden folder, unchanged files as hard links to those of the current release.

    Files are compared by checksum and bear the time they were first carried, so that a file that did not change keeps
    its ETag and Last-Modified over any number of releases.
    """
    remote = ["--protect-args", "--compress", f"--rsh={shlex.join(['ssh', *SSH_OPTIONS])}"]
    return [
        "rsync",
        "--recursive",
        "--checksum",
        "--perms",
        "--chmod=D755,F644",
        "--stats",
        *(remote if where.host else []),
        *([f"--link-dest=../{current}"] if current else []),
        "--",
        f"{site}/",
        f"{where.host}:{_part(where, release)}/" if where.host else f"{_part(where, release)}/",
    ]


def placing(folder: str, release: str, before: str, edition: Edition = "public") -> str:
    """The script that names a carried release and puts it in place; rename(2) swaps a link in one step."""
    part = shlex.quote(f"releases/.{release}.part")
    named = [f"echo {edition} > edition", f"mv -T {part} releases/{release}"]
    kept = [_linked("previous", before)] if before else []
    return _inside(folder, [*named, *kept, _linked("current", release)])


def returning(folder: str, current: str, earlier: str) -> str:
    """The script that puts an earlier release in place and marks the current one as taken back."""
    steps = [_linked("previous", current), _linked("current", earlier)]
    return _inside(folder, [*steps, f": > releases/.{current}.back"])


def removing(folder: str, releases: Iterable[str]) -> str:
    """The script that removes old releases, their marks, and what killed deploys left a day ago or more."""
    names = [f"releases/{name} releases/.{name}.back" for name in releases]
    stale = f"find releases -maxdepth 1 -name '.*.part' -mmin +{STALE_MINUTES}"
    steps = [f"rm -rf -- {' '.join(names)}"] if names else []
    return _inside(folder, [*steps, f"{stale} -exec rm -rf -- {{}} +"])


def outdated(
    releases: Sequence[str], taken_back: frozenset[str], standing: set[str], keep: int = KEPT
) -> list[str]:
    """The releases to remove: all but the last ``keep`` that were not taken back, and those that stand."""
    good = [name for name in sorted(releases) if name not in taken_back]
    kept = {*good[-keep:], *standing}
    return [name for name in sorted(releases) if name not in kept]


def ask(command: Sequence[str]) -> Answer:
    """The runner of everyday: the terminal stays free for ssh to ask for a password."""
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _state(where: Target, run: Run) -> State:
    folder = shlex.quote(where.folder)
    make, show = f"mkdir -p {folder}/releases && cd {folder}", "ls -1A releases"
    stands = 'echo "$(readlink current)" && echo "$(cat edition 2>/dev/null)"'
    said = _asked(where, where.on(f"{make} && {show} && {stands}"), run).stdout
    *lines, current, edition = said.removesuffix("\n").split("\n")
    names = sorted(line for line in lines if RELEASE.fullmatch(line))
    back = frozenset(
        line[1:-5] for line in lines if line.startswith(".") and line.endswith(".back")
    )
    return State(tuple(names), back, current.rpartition("/")[2], cast("Edition", edition))


def _tidied(where: Target, release: str, run: Run) -> None:
    """Take away what was half carried; a target that cannot be reached keeps it, hidden, for a day."""
    run(where.on(f"rm -rf -- {shlex.quote(_part(where, release))}"))


def _asked(where: Target, command: Sequence[str], run: Run) -> Answer:
    """Run a command; anything but success is a `DeployError`."""
    try:
        said = run(command)
    except FileNotFoundError:
        raise DeployError(f"这台机器上没有装 {command[0]}，请先安装") from None
    if said.returncode:
        raise DeployError(_why(where, command[0], said))
    return said


def _why(where: Target, program: str, said: Answer) -> str:
    host = where.host.rpartition("@")[2] or "本机"
    for words, advice in ADVICE:
        if words in said.stderr:
            return advice.format(host=host, folder=where.folder)
    last = "；".join(said.stderr.strip().splitlines()[-3:])
    if said.returncode == UNREACHED:
        return f"连不上 {host}：{last}"
    return f"没有传完（{program} 代号 {said.returncode}）：{last}"


def _inside(folder: str, steps: Iterable[str]) -> str:
    return " && ".join([f"cd {shlex.quote(folder)}", *steps])


def _linked(link: str, release: str) -> str:
    return f"ln -sfn releases/{release} .{link}.new && mv -T .{link}.new {link}"


def _part(where: Target, release: str) -> str:
    return f"{where.folder}/releases/.{release}.part"


def _digest(site: Path) -> str:
    """SHA-256 of every file's path and content."""
    whole = hashlib.sha256()
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        whole.update(f"{file.relative_to(site).as_posix()}\0".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
