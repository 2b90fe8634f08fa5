"""Which issue, which policy texts a command means. What is not there is told with what is."""

from __future__ import annotations

import difflib

from plugins.article.finding import Finding, ManuscriptError
from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Archive, Issue

NEWEST, EVERY = "最新", "全部"


def key_of(name: str) -> str:
    """The key that a name on the command line means; "" for the newest and for all issues."""
    return "" if name in (NEWEST, EVERY) else name


def issue(archive: Archive, key: str) -> Issue:
    """The issue with this key; "": the newest one that has articles. Raises `ManuscriptError`."""
    found = archive.issue(key) if key else next((i for i in archive.issues if i.articles), None)
    if found is not None and found.articles:
        return found
    known = "、".join(each.key for each in archive.issues) or "一期也没有"
    words = f"没有“{key}”这一期" if key and found is None else "这一期还没有排进稿件"
    raise _missing(f"content/{key}", "I220", f"{words}，现有：{known}")


def articles(chosen: Issue, stem: str) -> list[Article]:
    """The article with this file name, or all of the issue (""). Raises `ManuscriptError`."""
    found = [each for each in chosen.articles if stem in ("", each.stem)]
    if found:
        return found
    near = difflib.get_close_matches(stem, [each.stem for each in chosen.articles], 3, 0.4)
    guess = f"，是不是 {'、'.join(near)}" if near else ""
    raise _missing(f"content/{chosen.key}", "I227", f"本期没有“{stem}”这一篇{guess}")


def policy_texts(chosen: Issue, stem: str) -> list[Article]:
    """The policy text with this file name, or all of the issue (""). Raises `ManuscriptError`."""
    texts = [each for each in chosen.articles if each.kind is Kind.OFFICIAL]
    wanted = [each for each in texts if stem in ("", each.stem)]
    if wanted:
        return wanted
    known = f"没有公文“{stem}”，现有：{'、'.join(each.stem for each in texts)}"
    words = known if texts else "没有体裁是公文的稿件"
    raise _missing(f"content/{chosen.key}", "I223", f"本期{words}")


def not_pressed(file: str, chosen: Issue) -> ManuscriptError:
    """What is raised when the PDF ``file`` of an issue is wanted and was not made."""
    return _missing(file, "I224", f"还没有这一期的 PDF，请先运行：inv 清样 {chosen.key}")


def _missing(path: str, code: str, words: str) -> ManuscriptError:
    return ManuscriptError([Finding(path, 0, 0, code, "error", words)])
