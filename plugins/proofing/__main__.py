"""``python -m plugins.proofing FILE…``: proofread single manuscripts, for pre-commit hooks and CI.

Exit status 1 when there is an error (or, with ``--改``, when something was changed, as pre-commit expects).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.article.decode import NotText
from plugins.proofing import telling
from plugins.proofing.desk import lists_beside, mend_file, proofread_file
from plugins.proofing.remark import Remark


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the manuscripts that are named, say what was found, and give the exit status."""
    asked = _parser().parse_args(arguments)
    lists = {folder: lists_beside(folder) for folder in {Path(name).parent for name in asked.files}}
    changed, found, sources = False, list[Remark](), dict[str, str]()
    for name in asked.files:
        file, known = Path(name), lists[Path(name).parent]
        try:
            patch = mend_file(file, name, known) if asked.fix else ""
            sources[name], remarks = proofread_file(file, name, known)
        except NotText:
            message = "这不是文本文件，请另存为 UTF-8 文本"
            patch, remarks = "", [Remark(name, 0, 0, "P004", "error", "", message)]
        sys.stderr.write(patch)
        changed, found = changed or bool(patch), found + remarks
    _say(found, sources, asked)
    return 1 if changed or any(each.level == "error" for each in found) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.proofing", description="校对稿件")
    parser.add_argument("files", nargs="+", metavar="稿件")
    parser.add_argument("--改", "--fix", dest="fix", action="store_true", help="改掉可以自动改的")
    parser.add_argument("--json", action="store_true", help="以 JSON 写出")
    parser.add_argument(
        "--批注", "--github", dest="github", action="store_true", help="以 CI 批注的写法写出"
    )
    return parser


def _say(found: list[Remark], sources: dict[str, str], asked: argparse.Namespace) -> None:
    if asked.json:
        sys.stdout.write(telling.to_json(found))
        return
    lines = telling.workflow_commands(found) if asked.github else telling.lines(found, sources)
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
