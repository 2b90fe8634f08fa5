"""标引: text + the editors' vocabulary → tags with reasons.

In: headline, text and the editor's own tags of one article; content/style/标签词表.toml. Out: `Tag`
records. The editor's tags win; otherwise jieba's words are mapped through the vocabulary. jieba is
loaded only when a text is new: suggestions are cached by content. Switched off by
``TAGGING = False`` in pelicanconf.py: then articles have only their editors' tags.
"""
