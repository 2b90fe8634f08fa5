"""An office in a temporary folder: a project tree with its own content, run like an editor runs it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from invoke import Context

from tests.desk import Desk

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Answer:
    """What an editor sees: exit status and words."""

    status: int
    words: str


class Office:
    """A copy of the project with a content folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
            shutil.copyfile(ROOT / name, root / name)
        for name in ("plugins", "theme"):
            (root / name).symlink_to(ROOT / name)
        self.desk = Desk(root / "content")

    def invoke(self, *words: str) -> Answer:
        """``inv …`` in a process of its own, as editors call it."""
        command = [sys.executable, "-m", "invoke", "-r", str(self.root), *words]
        environment = {**os.environ, "CI": "1", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        return Answer(done.returncode, done.stdout + done.stderr)

    def call(self, capsys: pytest.CaptureFixture[str], task: str, **words: Any) -> Answer:
        """The same task in this process: cheap."""
        status = 0
        capsys.readouterr()
        try:
            getattr(self._tasks(), task)(Context(), **words)
        except SystemExit as end:
            status = int(str(end.code))
        return Answer(status, capsys.readouterr().out)

    def last_good_output(self) -> dict[str, str]:
        """Leave something where the site and the PDF stand; out: what must stay."""
        for path in ("output/index.html", "dist/2020-03/2020-03.pdf"):
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("上一次的成果", encoding="utf-8")
        return self.files("output", "dist", "content")

    def files(self, *folders: str) -> dict[str, str]:
        """Every file below some folders with the digest of its bytes."""
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in folders
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }

    def _tasks(self) -> ModuleType:
        spec = importlib.util.spec_from_file_location("tasks_in_an_office", self.root / "tasks.py")
        assert spec is not None
        assert spec.loader is not None
        before = list(sys.path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.path[:] = before
        return module
