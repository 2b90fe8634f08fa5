"""The house stays what plugins/README.md says it is: rooms, doors, codes, handbook."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plugins.article.record import FIELDS

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
HANDBOOK = ROOT / "content" / "pages" / "编辑手册.md"
FILES = sorted(PLUGINS.rglob("*.py"))
ROOMS = sorted(path.parent for path in PLUGINS.glob("*/__init__.py"))
LETTERS = {"article": "A", "issue": "I", "proofing": "P", "press": "R", "web": "W"}
CODE = re.compile(r"[AIPRW]\d{3}")
VAGUE = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "base"}
FONTS = {"fontTools", "uharfbuzz"}
PDF = {"weasyprint", "pikepdf", "pydyf", *FONTS}
#: Reads of the clock, the environment and the working directory.
WORLD = (
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time"),
    *("time.localtime", "time.strftime", "os.environ", "os.getenv", "os.getcwd", "Path.cwd"),
    *("Path.home", "os.path.abspath", "os.chdir", "random.random"),
)


def shown(file: Path) -> str:
    return file.relative_to(PLUGINS).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def names_imported(file: Path) -> frozenset[str]:
    return frozenset(imported(tree(file)))


def imported(node: ast.AST) -> Iterator[str]:
    """The top names that are imported anywhere below a node."""
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name.split(".")[0] for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module:
            yield each.module.split(".")[0]


def at_once(file: Path) -> Iterator[str]:
    """The top names that are imported when a module is: not inside a function."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    for each in ast.walk(module):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            each.body = []
    yield from imported(module)


def importers(*names: str) -> set[str]:
    return {shown(file) for file in FILES if {*names} & names_imported(file)}


def codes(file: Path) -> Iterator[str]:
    """The finding codes that a file uses, as strings."""
    for each in ast.walk(tree(file)):
        if isinstance(each, ast.Constant) and CODE.fullmatch(str(each.value)):
            yield str(each.value)


@cache
def used() -> dict[str, set[str]]:
    """Finding code → the files of plugins that use it, and tasks.py."""
    found: dict[str, set[str]] = {}
    for file in [*FILES, ROOT / "tasks.py"]:
        for code in codes(file):
            found.setdefault(code, set()).add(file.relative_to(ROOT).as_posix())
    return found


def test_there_is_a_house() -> None:
    assert len(FILES) > 50
    assert {room.name for room in ROOMS} >= {
        "hanzi",
        "toc",
        "tagging",
        "article",
        "issue",
        "web",
        "press",
    }


def test_only_doors_import_pelican() -> None:
    assert {name for name in importers("pelican") if Path(name).name != "plugin.py"} == set()
    assert len(importers("pelican")) >= 4


def test_only_words_imports_jieba_and_lazily() -> None:
    assert importers("jieba") == {"hanzi/words.py"}
    assert "jieba" not in set(at_once(PLUGINS / "hanzi" / "words.py"))


def test_only_the_press_imports_pdf_libraries() -> None:
    """But for the cutter of fonts, which the site's own faces need too."""
    rooms = {name.split("/")[0] for name in importers(*(each for each in PDF if each not in FONTS))}
    assert rooms == {"press"}
    assert {name for name in importers(*FONTS) if not name.startswith("press/")} == {
        "web/faces/typeface.py"
    }


def test_markdown_becomes_html_in_one_place() -> None:
    assert importers("markdown") == {"article/body.py", "article/markup.py"}


def test_html_is_parsed_only_where_the_house_says() -> None:
    """BeautifulSoup: once per body, and the steps that work on that soup."""
    makers = {
        shown(file)
        for file in FILES
        for each in ast.walk(tree(file))
        if isinstance(each, ast.Call) and ast.unparse(each.func).endswith("BeautifulSoup")
    }
    assert makers == {"article/body.py", "intake/webpage.py", "intake/collation/copying.py"}


def test_no_vague_names() -> None:
    names = {file.stem for file in FILES} | {
        path.name for path in PLUGINS.rglob("*") if path.is_dir()
    }
    assert not names & VAGUE


def walked(*kinds: type[ast.AST]) -> Iterator[tuple[str, Any]]:
    """(file, node) for every node of some kinds in plugins."""
    for file in FILES:
        yield from ((shown(file), each) for each in ast.walk(tree(file)) if isinstance(each, kinds))


def test_no_world() -> None:
    """Clock, environment and working directory are read only at the doors and in tasks.py."""
    reads = {
        (file, ast.unparse(each))
        for file, each in walked(ast.Attribute)
        if not file.endswith("plugin.py") and ast.unparse(each).endswith(WORLD)
    }
    assert reads == set()


def test_no_broad_except() -> None:
    """Nothing swallows a programmer's mistake; who tidies up on every fault raises it again."""
    for file, each in walked(ast.ExceptHandler):
        caught = ast.unparse(each.type) if each.type else "BaseException"
        again = isinstance(each.body[-1], ast.Raise) and each.body[-1].exc is None
        assert again or caught not in ("Exception", "BaseException"), file


def test_no_long_file() -> None:
    lengths = {shown(file): file.read_text(encoding="utf-8").count("\n") for file in FILES}
    assert {file: length for file, length in lengths.items() if length > 300} == {}


def test_no_long_function() -> None:
    lengths = {
        f"{file} {each.name}": each.end_lineno - each.lineno + 1
        for file, each in walked(ast.FunctionDef, ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_what_comes_in_and_what_goes_out(room: Path) -> None:
    words = ast.get_docstring(tree(room / "__init__.py")) or ""
    assert "In:" in words
    assert "ut:" in words


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_register_in_a_rooms_init(room: Path) -> None:
    assert "register" not in {
        each.name
        for each in ast.walk(tree(room / "__init__.py"))
        if isinstance(each, ast.FunctionDef)
    }


def test_doors_connect_named_functions() -> None:
    """Pelican holds signal receivers weakly: lambdas and inner functions are never called."""
    for file in PLUGINS.rglob("plugin.py"):
        module = tree(file)
        top = {each.name for each in module.body if isinstance(each, ast.FunctionDef)}
        assert "register" in top
        for each in ast.walk(module):
            if isinstance(each, ast.Call) and ast.unparse(each.func).startswith("signals."):
                assert ast.unparse(each.args[0]) in top


def test_chinese_never_in_identifiers() -> None:
    for file in FILES:
        names = {each.id for each in ast.walk(tree(file)) if isinstance(each, ast.Name)}
        assert all(name.isascii() for name in names), shown(file)


@pytest.mark.parametrize("code", sorted(used()))
def test_a_code_belongs_to_its_room(code: str) -> None:
    rooms = {file.split("/")[1] if "/" in file else file for file in used()[code]}
    rooms.discard("tasks.py")
    assert {LETTERS.get(room) for room in rooms} <= {code[0]}


def handbook_meanings() -> dict[str, list[str]]:
    """Finding code → what the handbook's tables say it means."""
    text = HANDBOOK.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for code, meaning in re.findall(r"^\| *([AIPRW]\d{3}) *\|([^|]+)\|", text, re.MULTILINE):
        found.setdefault(code, []).append(meaning.strip())
    return found


needs_handbook = pytest.mark.skipif(
    not HANDBOOK.exists(), reason="the handbook page is being written by another hand"
)


@needs_handbook
def test_every_code_has_one_meaning_in_the_handbook() -> None:
    meanings = handbook_meanings()
    assert set(used()) - set(meanings) == set(), "codes that the handbook does not explain"
    assert set(meanings) - set(used()) == set(), "codes that nothing uses any more"
    assert {code: words for code, words in meanings.items() if len(words) > 1} == {}


@needs_handbook
@pytest.mark.parametrize("key", FIELDS)
def test_every_key_stands_in_the_handbook(key: str) -> None:
    assert re.search(rf"`{key}`|^{key}[:：]", HANDBOOK.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.slow
def test_contracts_between_the_rooms_are_kept() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"[3-9] kept, 0 broken", run.stdout)
