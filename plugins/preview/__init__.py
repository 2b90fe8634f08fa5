"""预览: what editors look at while they write: web page and printed pages, made again at every save.

In: the content folder, the theme, and every save in them. Out: a site on this machine only, whose pages
renew themselves in the browser; beside it the printed pages with their folios; what is wrong, in Chinese.

One light parent serves, watches and tells; the work is done by residents (`resident.py`), processes that it
starts, asks by pipe, and replaces when they die, hang or grow. The one room above both web and press.
"""
