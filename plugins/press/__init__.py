"""印刷: pages, typesetting, PDF.

In: one frozen `Issue`, the content and theme folders. Out: the printed issue as one PDF, and the
folio of every article. Bodies and page furniture never meet in one document: every article (or
run of short news) is laid out as a piece of its own without page numbers, and running heads and
folios are painted on top. All paper sizes live in theme/press/styles.
"""

from plugins.press import deferral

deferral.install()
