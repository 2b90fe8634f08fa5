"""上线与回滚: with a real rsync into folders of this machine, also when it is killed half way."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from plugins.web.server import deploy
from plugins.web.server.deploy import Answer, DeployError, Target, ask

needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="no rsync")
NAMES = [f"20201120-15300{number}-0000000{number}" for number in range(9)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "2020-03").mkdir(parents=True)
    for name in ("index.html", "404.html", "2020-03/关于.html"):
        (folder / name).write_text(f"<p>{name}</p>", encoding="utf-8")
    return folder


@pytest.fixture
def where(tmp_path: Path) -> Target:
    return Target("", str(tmp_path / "srv of ours"))


def seen(where: Target) -> str:
    """What readers get as the home page."""
    return (Path(where.folder) / "current" / "index.html").read_text(encoding="utf-8")


def releases(where: Target) -> list[str]:
    return sorted(path.name for path in (Path(where.folder) / "releases").iterdir())


def put(site: Path, where: Target, number: int) -> None:
    (site / "index.html").write_text(f"{number}", encoding="utf-8")
    deploy.deploy(site, where, NAMES[number], ask)


@needs_rsync
def test_the_first_deploy_is_in_place(site: Path, where: Target) -> None:
    made = deploy.deploy(site, where, NAMES[0], ask)
    assert made == deploy.Deployed(NAMES[0], "", 3)
    assert seen(where) == "<p>index.html</p>"
    folder = Path(where.folder)
    assert (folder / "current").readlink() == Path("releases") / NAMES[0]
    assert not (folder / "previous").exists()
    assert (folder / "current/2020-03/关于.html").is_file()
    assert (folder / "current").stat().st_mode & 0o777 == 0o755
    assert (folder / "current/index.html").stat().st_mode & 0o777 == 0o644


@needs_rsync
def test_what_did_not_change_is_neither_carried_nor_younger(site: Path, where: Target) -> None:
    put(site, where, 0)
    for file in site.rglob("*.html"):
        file.touch()
    (site / "index.html").write_text("new", encoding="utf-8")
    made = deploy.deploy(site, where, NAMES[1], ask)
    assert (made.before, made.carried) == (NAMES[0], 1)
    old, new = (Path(where.folder) / "releases" / name / "404.html" for name in NAMES[:2])
    assert old.stat().st_ino == new.stat().st_ino
    assert seen(where) == "new"
    assert (Path(where.folder) / "previous/index.html").read_text(encoding="utf-8") == "0"


@needs_rsync
def test_a_file_that_is_gone_from_the_site_is_gone_from_the_server(
    site: Path, where: Target
) -> None:
    put(site, where, 0)
    (site / "2020-03/关于.html").unlink()
    put(site, where, 1)
    assert not (Path(where.folder) / "current/2020-03/关于.html").exists()


@needs_rsync
def test_five_are_kept(site: Path, where: Target) -> None:
    for number in range(7):
        put(site, where, number)
    assert releases(where) == NAMES[2:7]


@needs_rsync
def test_roll_back_and_forward(site: Path, where: Target) -> None:
    for number in range(3):
        put(site, where, number)
    assert deploy.roll_back(where, ask) == (NAMES[2], NAMES[1])
    assert seen(where) == "1"
    assert (Path(where.folder) / "previous").readlink().name == NAMES[2]
    assert deploy.roll_back(where, ask) == (NAMES[1], NAMES[0])
    with pytest.raises(DeployError, match="再早的没有留"):
        deploy.roll_back(where, ask)
    assert seen(where) == "0"


@needs_rsync
def test_a_release_that_was_taken_back_is_never_gone_back_to(site: Path, where: Target) -> None:
    for number in range(3):
        put(site, where, number)
    deploy.roll_back(where, ask)
    put(site, where, 3)
    assert seen(where) == "3"
    deploy.roll_back(where, ask)
    assert seen(where) == "1"


@needs_rsync
def test_the_internal_edition_never_goes_where_the_public_looks(site: Path, where: Target) -> None:
    put(site, where, 0)
    (site / "index.html").write_text("internal", encoding="utf-8")
    with pytest.raises(DeployError, match="放公开版的地方，内部版不能放在这里"):
        deploy.deploy(site, where, NAMES[1], ask, "internal")
    assert (seen(where), releases(where)) == ("0", [NAMES[0]])


@needs_rsync
def test_the_internal_edition_has_a_place_of_its_own(site: Path, where: Target) -> None:
    deploy.deploy(site, where, NAMES[0], ask, "internal")
    deploy.deploy(site, where, NAMES[1], ask, "internal")
    with pytest.raises(DeployError, match="放内部版的地方，公开版不能放在这里"):
        deploy.deploy(site, where, NAMES[2], ask)


def test_nothing_to_go_back_to(where: Target) -> None:
    with pytest.raises(DeployError, match="还没有上线过"):
        deploy.roll_back(where, ask)


@needs_rsync
def test_killed_half_way_readers_see_what_they_saw(site: Path, where: Target) -> None:
    put(site, where, 0)
    (site / "big.pdf").write_bytes(b"0123456789" * 400_000)
    part = Path(where.folder) / "releases" / f".{NAMES[1]}.part"

    def killed(command: Sequence[str]) -> Answer:
        if command[0] != "rsync":
            return ask(command)
        slow = [command[0], "--bwlimit=100", *command[1:]]
        started = subprocess.Popen(slow, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(200):
            if part.exists() and any(part.iterdir()):
                break
            time.sleep(0.02)
        started.send_signal(signal.SIGKILL)
        out, err = started.communicate()
        return Answer(command, started.returncode, out, err)

    with pytest.raises(DeployError, match="没有传完"):
        deploy.deploy(site, where, NAMES[1], killed)
    assert seen(where) == "0"
    assert releases(where) == [NAMES[0]]


@needs_rsync
def test_interrupted_readers_see_what_they_saw(site: Path, where: Target) -> None:
    put(site, where, 0)

    def interrupted(command: Sequence[str]) -> Answer:
        said = ask(command)
        if command[0] == "rsync":
            raise KeyboardInterrupt
        return said

    with pytest.raises(KeyboardInterrupt):
        deploy.deploy(site, where, NAMES[1], interrupted)
    assert (seen(where), releases(where)) == ("0", [NAMES[0]])


@needs_rsync
def test_what_a_killed_deploy_left_is_swept_a_day_later(site: Path, where: Target) -> None:
    put(site, where, 0)
    left = Path(where.folder) / "releases" / f".{NAMES[1]}.part"
    young = left.with_name(f".{NAMES[2]}.part")
    for folder in (left, young):
        folder.mkdir()
    subprocess.run(["touch", "-d", "2 days ago", str(left)], check=True)
    put(site, where, 3)
    assert not left.exists()
    assert young.exists()


#: Answers to the name of ssh on this machine: drops the options and the host, runs the rest as sshd does.
SSH = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do
  case "$1" in -o|-l) shift;; --) shift; break;; esac
  shift
done
shift
exec sh -c "$*"
"""


@needs_rsync
def test_over_ssh_it_is_the_same(site: Path, tmp_path: Path) -> None:
    shell = tmp_path / "bin" / "ssh"
    shell.parent.mkdir()
    shell.write_text(SSH)
    shell.chmod(0o755)
    path = f"{shell.parent}:/usr/bin:/bin"

    def over(command: Sequence[str]) -> Answer:
        return subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PATH": path}
        )

    there = Target("web@www", str(tmp_path / "srv of 刊"))
    deploy.deploy(site, there, NAMES[0], over)
    (site / "index.html").write_text("1", encoding="utf-8")
    made = deploy.deploy(site, there, NAMES[1], over)
    assert (made.before, made.carried) == (NAMES[0], 1)
    assert seen(there) == "1"
    deploy.roll_back(there, over)
    assert seen(there) == "<p>index.html</p>"


def test_a_folder_that_is_no_site(tmp_path: Path, where: Target) -> None:
    with pytest.raises(DeployError, match=r"index\.html"):
        deploy.deploy(tmp_path, where, NAMES[0], ask)
    assert not Path(where.folder).exists()


@needs_rsync
def test_a_clock_that_goes_wrong(site: Path, where: Target) -> None:
    put(site, where, 5)
    with pytest.raises(DeployError, match="核对本机的时间"):
        put(site, where, 4)
    assert seen(where) == "5"


@pytest.mark.parametrize(
    ("written", "host", "folder"),
    [
        ("/srv/kan", "", "/srv/kan"),
        ("/srv/kan/", "", "/srv/kan"),
        ("web@www.example:/srv/刊", "web@www.example", "/srv/刊"),
        ("www:/srv/kan", "www", "/srv/kan"),
    ],
)
def test_targets(written: str, host: str, folder: str) -> None:
    found = deploy.target(written)
    assert (found.host, found.folder) == (host, folder)
    assert found.shown == written.rstrip("/")


@pytest.mark.parametrize(
    "written", ["", "srv", "www:srv", "-oProxyCommand=x:/srv", "/", "a b:/srv", "www:"]
)
def test_what_is_no_target(written: str) -> None:
    with pytest.raises(DeployError, match="看不懂"):
        deploy.target(written)


def test_the_name_of_a_release(site: Path) -> None:
    when = datetime(2020, 11, 20, 15, 30, 0)
    name = deploy.release_name(when, site)
    assert name.startswith("20201120-153000-")
    assert deploy.RELEASE.fullmatch(name)
    assert deploy.release_name(when, site) == name
    (site / "index.html").rename(site / "home.html")
    assert deploy.release_name(when, site) != name


def test_commands_for_another_machine(site: Path) -> None:
    there = Target("web@www", "/srv/it's")
    command = deploy.carrying(site, there, NAMES[1], NAMES[0])
    assert command[0] == "rsync"
    assert command[-2:] == [f"{site}/", f"web@www:/srv/it's/releases/.{NAMES[1]}.part/"]
    assert f"--link-dest=../{NAMES[0]}" in command
    assert "--protect-args" in command
    script = deploy.placing(there.folder, NAMES[1], NAMES[0])
    assert script.startswith("cd '/srv/it'\"'\"'s' && ")
    assert there.on(script) == ["ssh", *deploy.SSH_OPTIONS, "--", "web@www", script]


@pytest.mark.parametrize(
    ("code", "stderr", "words"),
    [
        (255, "web@www: Permission denied (publickey).", "不认这个用户或密钥"),
        (255, "ssh: Could not resolve hostname www: Name or service not known", "找不到主机 www"),
        (255, "kex_exchange_identification: read: reset", "连不上 www：kex"),
        (127, "bash: line 1: rsync: command not found", "没有装 rsync"),
        (11, "rsync: mkdir failed: Permission denied (13)", "没有写 /srv/kan 的权限"),
        (
            1,
            "mkdir: cannot create directory ‘/srv/kan’: Permission denied",
            "没有写 /srv/kan 的权限",
        ),
        (11, "write failed: No space left on device (28)", "磁盘满了"),
        (23, "rsync error: some files", "代号 23"),
        (23, "", "代号 23"),
    ],
)
def test_faults_are_told_in_chinese(site: Path, code: int, stderr: str, words: str) -> None:
    def failing(command: Sequence[str]) -> Answer:
        return Answer(command, code, "", stderr)

    with pytest.raises(DeployError, match=words):
        deploy.deploy(site, Target("web@www", "/srv/kan"), NAMES[0], failing)


def test_a_program_that_is_not_there(site: Path, tmp_path: Path) -> None:
    def without(command: Sequence[str]) -> Answer:
        if command[0] == "rsync":
            raise FileNotFoundError(command[0])
        return ask(command)

    with pytest.raises(DeployError, match="没有装 rsync"):
        deploy.deploy(site, Target("", str(tmp_path / "srv")), NAMES[0], without)


def test_outdated() -> None:
    assert deploy.outdated(NAMES[:3], frozenset(), set()) == []
    assert deploy.outdated(NAMES[:7], frozenset(), set()) == NAMES[:2]
    assert deploy.outdated(NAMES[:7], frozenset(), {NAMES[0]}) == [NAMES[1]]
    assert deploy.outdated(NAMES[:6], frozenset({NAMES[5]}), set()) == [NAMES[5]]
    assert deploy.outdated(NAMES[:6], frozenset({NAMES[5]}), {NAMES[5]}) == []
