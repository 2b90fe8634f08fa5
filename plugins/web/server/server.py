"""What a web server is told about the site: configurations of nginx and Caddy, ready to be put in place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.web import addresses
from plugins.web.server import deploy, policy
from plugins.web.server.redirects import Redirects

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, kw_only=True)
class Server:
    """One edition on one host.

    ``address``: where readers find it, ``https://host/base``; ``folder``: absolute path on the server of the folder
    that holds ``current`` (plugins/web/server/deploy.py); ``early_script``: the inline script of the pages.
    """

    name: str
    address: str
    folder: str
    early_script: str
    redirects: Redirects
    is_internal: bool = False

    #: The search index, whose files are asked for with a digest of their content.
    index: ClassVar = addresses.SEARCH_INDEX
    #: Folders whose files are named by their content.
    forever: ClassVar = (addresses.THEME.rstrip("/"), addresses.MEDIA.rstrip("/"))

    @property
    def is_secure(self) -> bool:
        """Whether the site speaks TLS."""
        return urlsplit(self.address).scheme == "https"

    @cached_property
    def host(self) -> str:
        """The name of the host, in ASCII (RFC 5891) as servers compare it."""
        return (urlsplit(self.address).hostname or "localhost").encode("idna").decode()

    @property
    def port(self) -> int:
        """The port of the site."""
        parts = urlsplit(self.address)
        return parts.port or PORTS[parts.scheme]

    @property
    def origin(self) -> str:
        """Scheme, host and, where it is not the usual one, port."""
        scheme = urlsplit(self.address).scheme
        usual = self.port == PORTS[scheme]
        return f"{scheme}://{self.host}" + ("" if usual else f":{self.port}")

    @property
    def base(self) -> str:
        """The path of the site on its host, without a slash at its end: "" or ``/kanwu``."""
        return urlsplit(self.address).path.rstrip("/")

    @property
    def pattern(self) -> str:
        """The base as a regular expression."""
        return re.escape(self.base)

    @property
    def word(self) -> str:
        """The beginning of a variable's name, so that two sites may share one nginx: ``$10`` would be a capture."""
        return re.sub(r"\W", "_", f"at_{self.host}_{self.port}")

    @property
    def policy(self) -> str:
        """The content policy of pages."""
        return policy.header_policy(self.early_script)

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of every answer."""
        robots = {"X-Robots-Tag": "noindex, nofollow"} if self.is_internal else {}
        return {**policy.headers(self.is_secure), **robots}

    @property
    def moved(self) -> list[tuple[str, str]]:
        """Old path, decoded as servers compare it, and new path, encoded as answers carry it."""
        rows = sorted(self.redirects.moved.items())
        return [(f"{self.base}/{old}", f"{self.base}/{quote(new)}") for old, new in rows]

    @property
    def gone(self) -> list[str]:
        """Paths whose page is withdrawn, decoded."""
        return [f"{self.base}/{old}" for old in sorted(self.redirects.gone)]


def folder_on_server(deploy_to: str, address: str) -> str:
    """The folder of a deploy target (``user@host:/folder``); without one, ``/srv/`` and the host's name."""
    return deploy.target(deploy_to).folder if deploy_to else f"/srv/{urlsplit(address).hostname}"


def internal_address(address: str) -> str:
    """Where the internal edition is found unless a setting says otherwise: ``neibu.`` before the public host."""
    parts = urlsplit(address)
    return f"{parts.scheme}://neibu.{parts.hostname}"


def configurations(server: Server, theme: Path) -> dict[str, str]:
    """File name → text, for every template in ``server`` of the theme (theme/web)."""
    folder = theme / "server"
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=False,  # no page: nginx and Caddy quote in their own way
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["quoted"] = quoted
    return {
        name: environment.get_template(name).render(server=server)
        for name in sorted(each.name for each in folder.iterdir())
    }


def quoted(word: str) -> str:
    """A word as nginx and Caddy read it, whatever stands in it.

    >>> quoted('a "b"')
    '"a \\\\"b\\\\""'
    """
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(server: Server, theme: Path, folder: Path) -> None:
    """Write them into ``folder``, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in configurations(server, theme).items():
        (folder / name).write_text(text, encoding="utf-8")
