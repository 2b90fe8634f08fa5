"""Files of a segment in one file, and out of it again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.web.search.bundle import Bundle, unpacked

bundles = st.builds(
    Bundle, st.integers(1, 4095), st.dictionaries(st.text("0123ab.", min_size=1), st.binary())
)


@settings(max_examples=30)
@given(bundles)
def test_a_bundle_is_what_it_was(bundle: Bundle) -> None:
    made = unpacked(bundle.packed())
    assert made == bundle
    assert list(made.files) == list(bundle.files)
    assert made.version == bundle.version


def test_the_version_tells_names_and_contents_apart() -> None:
    files = ({"a": b"1"}, {"a": b"2"}, {"b": b"1"}, {"a1": b""}, {"a": b"1", "b": b""})
    assert len({Bundle(1, each).version for each in files}) == len(files)
