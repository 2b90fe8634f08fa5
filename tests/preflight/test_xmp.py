"""Dates and packets."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.press.preflight.xmp import pdf_date, read, xmp_date

MOMENT = datetime(2020, 3, 1, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "D:20200301000000Z",
        "D:20200301000000Z00'00'",
        "D:20200301080000+08'00'",
        "D:20200301",
        "D:202003010000-00'00",
    ],
)
def test_dates_of_info(text: str) -> None:
    assert pdf_date(text) == MOMENT


@pytest.mark.parametrize(
    "text", ["", "20200301", "D:2020030", "D:20201301", "D:20200301x", "D:20200301+99'99'"]
)
def test_no_dates_of_info(text: str) -> None:
    assert pdf_date(text) is None


@pytest.mark.parametrize(
    "text", ["2020-03-01T00:00:00Z", "2020-03-01T08:00+08:00", "2020-03-01T00:00:00.25"]
)
def test_dates_of_xmp(text: str) -> None:
    assert xmp_date(text) == MOMENT


@pytest.mark.parametrize("text", ["", "2020-03-01 00:00", "2020-02-30T00:00:00Z"])
def test_no_dates_of_xmp(text: str) -> None:
    assert xmp_date(text) is None


def test_properties_as_attributes_elements_and_lists() -> None:
    packet = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:o="http://other/">
      <rdf:Description dc:format="application/pdf"><o:x> 1 </o:x><!-- a -->
      <dc:title><rdf:Alt><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Alt></dc:title>
      </rdf:Description></rdf:RDF>"""
    assert read(packet) == {"dc:format": "application/pdf", "http://other/:x": "1", "dc:title": "A"}
