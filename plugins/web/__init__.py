"""网站: from the archive to the files of the site, and from there to the server.

In: an `Archive` (plugins/issue), the pages of content/pages, the originals of the pictures, PDFs that the press
has made. Out: a folder of static files of one edition. `plugin.build` is the way in: it builds aside and swaps,
so a failed build leaves the last good site in place.

addresses → catalogue (who stands where) → one view a page (views) → a template of theme/web. A page is a pure
function of its template, its view and the frame of the site. The rooms inside are listed in plugins/README.md.
"""
