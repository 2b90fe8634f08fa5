"""content/style/繁简名称.toml: what goes before the machine when Traditional becomes Simplified."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from plugins.article.decode import NotText, decode
from plugins.intake.intakefault import IntakeFault

NAME = "style/繁简名称.toml"


def read(content: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Names that stay as they are, and pairs (Simplified, Traditional). Both empty without the file.

    Raises `IntakeFault` when the file is not as its own head says.
    """
    file = content / NAME
    if not file.is_file():
        return [], []
    try:
        told = tomllib.loads(decode(file.read_bytes()))
    except (NotText, tomllib.TOMLDecodeError) as error:
        raise IntakeFault(f"content/{NAME} 读不了（{error}），请照文件开头的说明改好") from error
    kept = _words(told.get("keep", []))
    pairs = [_pair(each) for each in told.get("names", [])]
    return kept, pairs


def _words(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise IntakeFault(f'content/{NAME} 的 keep 要写成 ["名称", "名称"]')
    return value


def _pair(value: Any) -> tuple[str, str]:
    told = value if isinstance(value, dict) else {}
    simplified, traditional = told.get("simplified"), told.get("traditional")
    if not (
        isinstance(simplified, str) and isinstance(traditional, str) and simplified and traditional
    ):
        raise IntakeFault(f"content/{NAME} 的每段 [[names]] 都要有 simplified 和 traditional")
    return simplified, traditional
