"""Pelican's settings for previews and for reading from a folder. `publishconf.py` is for the web.

What belongs to the bulletin (its name, address, sections) stands in content/publication.toml and
content/sections.toml, not here.
"""

import logging
import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
CACHE_PATH = str(ROOT / ".cache")
THEME = str(ROOT / "theme" / "web")
THEME_TEMPLATES_OVERRIDES = [str(ROOT / "theme" / "shared")]
THEME_STATIC_PATHS: list[str] = []
STATIC_PATHS: list[str] = []

PLUGINS = [
    "plugins.tagging.plugin",
    "plugins.toc.plugin",
    "plugins.article.plugin",
    "plugins.issue.plugin",
    "plugins.web.plugin",
]
TAGGING = True
TOC = True
EDITION = "public"
RELATIVE_URLS = True

# 地址与顺序都由我们的插件决定，Pelican 自带的页面、订阅源和拼音网址全部关闭。
READERS = {"rst": None, "html": None, "htm": None, "markdown": None, "mkd": None, "mdown": None}
ARTICLE_ORDER_BY = "place"
PAGE_ORDER_BY = "place"
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
DIRECT_TEMPLATES: list[str] = []
PAGINATED_TEMPLATES: dict[str, int] = {}
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = ""
SLUGIFY_USE_UNICODE = True
INTRASITE_LINK_REGEX = "(?P<what>(?!))"
FORMATTED_FIELDS: list[str] = []

LOCALE = ["C.UTF-8", ""]
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
# 没有图说的图片由我们自己的检查（A117）说明。
LOG_FILTER = [(logging.WARNING, "Empty alt attribute for image %s in %s")]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
