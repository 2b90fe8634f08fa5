"""Words: the only file that imports jieba, and only when a text must be cut.

jieba's dictionary costs 0.7 s and 100 MB, so nothing here runs at import time. Its own cache file
is kept in the folder the caller names: the default lies in a temporary folder that others can
write to, and is read with marshal.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

_JIEBA: ModuleType | None = None
_CUTTERS: dict[tuple[str, ...], Any] = {}


def load(cache: Path | None = None) -> ModuleType:
    """Import jieba once, silently, with its cache in ``cache``."""
    global _JIEBA
    if _JIEBA is None:
        with warnings.catch_warnings():  # its own old regular expressions warn when compiled
            warnings.simplefilter("ignore")
            import jieba

        jieba.setLogLevel(logging.ERROR)
        _JIEBA = jieba
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        _JIEBA.dt.tmp_dir = str(cache)
    return _JIEBA


def loaded() -> bool:
    """Whether jieba's dictionary has been loaded in this process."""
    return bool(_CUTTERS) or (_JIEBA is not None and bool(_JIEBA.dt.initialized))


def cutter(extra: Iterable[str] = (), cache: Path | None = None) -> Any:
    """A jieba tokenizer that also knows the words ``extra``; kept for the process."""
    words = tuple(sorted(set(extra)))
    if words not in _CUTTERS:
        jieba = load(cache)
        tokenizer = jieba.Tokenizer()
        if cache is not None:
            tokenizer.tmp_dir = str(cache)
        tokenizer.initialize()
        for word in words:
            tokenizer.add_word(word)
        _CUTTERS[words] = tokenizer
    return _CUTTERS[words]


def cut(
    text: str, extra: Iterable[str] = (), cache: Path | None = None, guess: bool = True
) -> list[str]:
    """Cut a text into words. ``guess``: make words of characters that the dictionary does not join."""
    return [str(word) for word in cutter(extra, cache).cut(text, HMM=guess)]
