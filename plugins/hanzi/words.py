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

#: A line of jieba's dictionary has a word, how often it was found, what kind it is. No word is longer.
FIELDS, LONGEST = 3, 20
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


def narrow(texts: Iterable[str], extra: Iterable[str] = ()) -> Any:
    """A tokenizer for these texts only, which it cuts as `cutter` does (without guessing), made in a third of the time.

    Of the dictionary it knows the words that stand in the texts, and how many there are of all.
    """
    words = sorted(set(extra))
    within = {
        text[start:end]
        for text in (*texts, *words)
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + LONGEST) + 1)
    }
    tokenizer = load().Tokenizer()
    with tokenizer.get_dict_file() as file:
        entries = file.read().decode("utf-8").split()
    counts = list(map(int, entries[1::FIELDS]))
    tokenizer.FREQ = {
        word: count for word, count in zip(entries[::FIELDS], counts, strict=True) if word in within
    }
    for word in list(tokenizer.FREQ):
        for end in range(1, len(word)):  # jieba looks for a word letter by letter
            tokenizer.FREQ.setdefault(word[:end], 0)
    tokenizer.total = sum(counts)
    tokenizer.initialized = True
    for word in words:
        tokenizer.add_word(word)
    return tokenizer


def cut(
    text: str, extra: Iterable[str] = (), cache: Path | None = None, guess: bool = True
) -> list[str]:
    """Cut a text into words. ``guess``: make words of characters that the dictionary does not join."""
    return [str(word) for word in cutter(extra, cache).cut(text, HMM=guess)]
