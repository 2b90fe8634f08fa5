"""标引: text + the editors' vocabulary → tags with reasons.

In: all that stands over an article and under it (`record.heading`, `record.copy`), the editor's own
words, content/style/标签词表.toml. Out: `Tag` records, and the terms that a text speaks of (terms.py), tags
or not, for related articles. The editor's plain words win; ``+词`` and ``-词``
change the suggestions (own.py); otherwise the vocabulary's words are found (matching.py) and weighed
(suggestion.py). Suggestions are cached by content and vocabulary; no article's tags depend on another's.
jieba is loaded only by ``inv 荐标``, which tells the reasons and what the vocabulary lacks (advice.py).
Switched off by ``TAGGING = False`` in pelicanconf.py: then articles have only their editors' tags.
"""
