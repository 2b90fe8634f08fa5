"""What publishing leaves beside the site: the configurations of its server, and the register of its addresses."""

from __future__ import annotations

from pathlib import Path

from plugins.issue.editions import archive_for
from plugins.issue.record import Archive, Edition
from plugins.web import assets
from plugins.web.server import ledger, redirects, server
from plugins.web.server.server import Server

#: An internal edition of a bulletin without an address.
NO_ADDRESS = "http://localhost"


def leave(
    archive: Archive,
    content: Path,
    theme: Path,
    folder: Path,
    *,
    edition: Edition = "public",
    deploy_to: str = "",
    internal_address: str = "",
) -> None:
    """Write the server's configurations into ``folder``; enter what the public edition publishes in the ledger.

    ``archive``: whole, not cut to the edition; ``theme``: theme/web; ``deploy_to``: where the site is carried
    (``user@host:/folder``; "": the usual place); ``internal_address``: of the internal edition, "": ``neibu.`` before
    the public host. Raises `deploy.DeployError` when ``deploy_to`` is not understood.
    """
    is_internal = edition == "internal"
    living = redirects.permanent(archive_for(archive, edition), content)
    told, _ = redirects.told(archive, content)
    public = archive.publication.site_address or NO_ADDRESS
    inside = internal_address or server.internal_address(public)
    address = inside if is_internal else public
    made = Server(
        name=archive.publication.name,
        address=address,
        folder=server.folder_on_server(deploy_to, address),
        early_script=assets.early_script(theme),
        redirects=told.within(living),
        is_internal=is_internal,
    )
    server.write(made, theme, folder)
    if not is_internal:
        ledger.write(content, living)
