"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from plugins.web.feeds.feeds import Feed, Item
from plugins.web.times import instant

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"
LANGUAGE = "zh-CN"


def json_feed(feed: Feed) -> str:
    """The whole document. The summary is each article's text: a reader follows the link for more."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": LANGUAGE,
        "authors": _authors((feed.author,)),
        "items": [_item(each) for each in feed.items],
    }
    known = {key: value for key, value in document.items() if value or key == "items"}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, Any]:
    written = {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "content_text": item.summary or item.title,
        "image": item.image,
        "date_published": instant(item.day),
        "authors": _authors(item.authors),
        "tags": list(item.tags),
    }
    return {key: value for key, value in written.items() if value}


def _authors(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name} for name in names]
