"""重制、清缓存: work on the whole archive."""

from __future__ import annotations

from plugins.office.office import Office


def remake(
    office: Office, issues: str, what: str, hands: int, cluster: str, *, handover: bool, local: str
) -> None:
    """PDFs and pictures of old issues, by several processes or machines; status 1 when something is missing."""
    from plugins.remake import hands as executors
    from plugins.remake import ordering, running, telling
    from plugins.remake.job import Folders

    content, theme, dist, cache = (
        path.relative_to(office.root).as_posix()
        for path in (office.content, office.theme, office.dist, office.cache)
    )
    folders = Folders(content=content, theme=theme, dist=dist, cache=cache, local=local)
    jobs = ordering.jobs(issues, what, folders, handover)
    office.say(telling.of_jobs(jobs))
    with office.bar() as step:
        made = running.run(jobs, executors.hands(cluster, hands or office.cores), step)
    office.say_all(telling.of_summary(made))
    if not made.is_whole:
        office.stop()


def sweep(office: Office, unused_days: float, now: float) -> None:
    """Throw away what nobody used for so many days. ``now``: seconds since 1970."""
    from plugins.press.standingpress import sweep as sweep_press
    from plugins.web.sweeping import sweep as sweep_web

    gone = sweep_press(office.cache, unused_days, now) + sweep_web(office.cache, unused_days, now)
    office.say(f"去掉 {gone} 个文件。")
