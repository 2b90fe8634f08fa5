"""Files that did not change are not read again."""

from __future__ import annotations

import json
import os
from pathlib import Path

from plugins.keeping import digests
from plugins.keeping.digests import Digests


def test_an_original_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    original, file = tmp_path / "a.jpg", tmp_path / "originals.json"
    original.write_bytes(b"one")
    first = Digests(file)
    digest = first.of(original)
    first.save()
    later = file.stat().st_mtime_ns + 10 * digests.STEP_NS
    os.utime(file, ns=(later, later))
    known = json.loads(file.read_text("utf-8"))
    known[str(original)][-1] = "known"
    file.write_text(json.dumps(known), "utf-8")
    os.utime(file, ns=(later, later))
    assert Digests(file).of(original) == "known"
    original.write_bytes(b"two")
    assert Digests(file).of(original) not in ("known", digest)


def test_an_original_changed_just_before_it_was_noted_is_read_again(tmp_path: Path) -> None:
    original, file = tmp_path / "a.jpg", tmp_path / "originals.json"
    original.write_bytes(b"one")
    first = Digests(file)
    digest = first.of(original)
    first.save()
    known = json.loads(file.read_text("utf-8"))
    known[str(original)][-1] = "stale"
    file.write_text(json.dumps(known), "utf-8")
    assert Digests(file).of(original) == digest
