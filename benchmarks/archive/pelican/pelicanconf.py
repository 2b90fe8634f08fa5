"""Stock Pelican as a careful editor of a magazine would set it up: no plugins, every article ordered, feeds off."""

SITENAME = "岚江环境"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"
STATIC_PATHS = ["images"]
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
RELATIVE_URLS = False
SLUGIFY_USE_UNICODE = True
DEFAULT_PAGINATION = False
ARTICLE_ORDER_BY = "order"
#: Every article has one language; without this Pelican compares all of them with one another.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None

ARTICLE_URL = ARTICLE_SAVE_AS = "{issue}/{slug}.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "section/{slug}/", "section/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tag/{slug}/", "tag/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "author/{slug}/", "author/{slug}/index.html"
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/", "{date:%Y}/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "{date:%Y}-{date:%m}/", "{date:%Y}-{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "issues", "archives", "categories", "tags", "authors"]
ISSUES_SAVE_AS = "issues/index.html"
ARCHIVES_SAVE_AS = "contents/index.html"
CATEGORIES_SAVE_AS = "section/index.html"
TAGS_SAVE_AS = "tag/index.html"
AUTHORS_SAVE_AS = "author/index.html"

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
