"""汉字: facts of Chinese writing.

In: strings. Out: what a typesetter or reader of Chinese knows about them: which characters are
Han, how a line joins the next one, where a headline may be broken, how names are written.
Imports nothing of ours; only ``words`` loads jieba, and only when a text must be cut.
"""
