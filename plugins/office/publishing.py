"""发布、上线: an archive to a site, a site to its server."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plugins.issue import report
from plugins.issue.record import Archive, Edition
from plugins.office import proofreading, reading
from plugins.office.office import Office
from plugins.web.plugin import build
from plugins.web.server import deploy as servers
from plugins.web.server import publishing


def publish(office: Office, edition: Edition, anyway: bool) -> None:
    """A site for a server. Errors in the newest issue stop it unless ``anyway``: older ones passed to be printed."""
    archive = reading.archive(office)
    newest = next((each for each in archive.issues if each.articles), None)
    if newest:
        proofreading.cleared(office, newest, anyway)
    if edition == "internal":
        site(office, archive, edition)
    else:
        site(office, archive, edition, "publishconf.py")
    leave(office, archive, edition)


def deploy(
    office: Office, to: str, edition: Edition, anyway: bool, now: Callable[[], datetime]
) -> None:
    """Publish, carry it to the server, switch at once. ``to`` "": where publishconf.py says. Raises `DeployError`."""
    where = servers.target(to or deploy_to(office, edition))
    publish(office, edition, anyway)
    made_site = folder(office, edition)
    office.say(f"送到 {where.shown} ……")
    name = servers.release_name(now(), made_site)
    made = servers.deploy(made_site, where, name, servers.ask, edition)
    office.say(f"已上线 {made.release}，新传 {made.carried} 个文件：{where.shown}")


def roll_back(office: Office, to: str, edition: Edition) -> None:
    """The release before the one that is up. Raises `DeployError`."""
    was, now = servers.roll_back(servers.target(to or deploy_to(office, edition)), servers.ask)
    office.say(f"已从 {was} 换回 {now}")


def folder(office: Office, edition: Edition) -> Path:
    """Where the site of an edition stands."""
    return office.output if edition == "public" else office.dist / "内部网站"


def site(
    office: Office, archive: Archive, edition: Edition, settings: str = "pelicanconf.py"
) -> None:
    """Build a site. With pelicanconf.py it opens from the folder, with publishconf.py on a server."""
    output = folder(office, edition)
    office.say(f"生成{'公开' if edition == 'public' else '内部'}网站……")
    with office.bar(by_itself=False) as step:
        found = build(
            archive,
            office.content,
            output,
            edition=edition,
            settings_file=office.root / settings,
            cache=office.cache,
            enclosures=office.dist,
            quiet=True,
            workers=office.cores,
            progress=step,
        )
    office.say(*report.lines(found))
    office.say(f"  首页：{office.shown(output / 'index.html')}")


def leave(office: Office, archive: Archive, edition: Edition) -> None:
    """What a published site leaves beside itself: server configurations; the register of addresses."""
    place = office.dist / "服务器" / ("内部" if edition == "internal" else "")
    publishing.leave(
        archive,
        office.content,
        office.theme / "web",
        place,
        edition=edition,
        deploy_to=deploy_to(office, edition),
        internal_address=_published(office, "INTERNAL_ADDRESS"),
    )
    office.say(f"  服务器的配置：{office.shown(place)}")


def deploy_to(office: Office, edition: Edition) -> str:
    """Where publishconf.py sends an edition; "" for nowhere."""
    return _published(office, "DEPLOY_INTERNAL_TO" if edition == "internal" else "DEPLOY_TO")


def _published(office: Office, name: str) -> str:
    return str(runpy.run_path(str(office.root / "publishconf.py"))[name])
