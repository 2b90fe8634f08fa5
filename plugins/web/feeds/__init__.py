"""Feeds and the map for search engines.

In: the catalogue, all views. Out: Atom and JSON feeds, sitemap.xml, robots.txt as text.
"""
