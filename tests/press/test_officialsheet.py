"""The finished A4 PDF of a policy text, measured against GB/T 9704-2012."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest

from plugins.article.kinds import Kind
from plugins.article.record import Article
from plugins.issue.record import Issue, Publication
from plugins.press.official.officialpress import press_official
from plugins.press.official.officialsheet import Extras, Manner, OfficialSheet, mark, official_sheet
from tests.press.conftest import SAMPLE, THEME, load

INSTALLED = subprocess.run(["fc-list", "FandolFang", "family"], capture_output=True, text=True)
with_fang = pytest.mark.skipif(not INSTALLED.stdout, reason="FandolFang is not installed")
MM = 72 / 25.4
EM, PITCH = 156 * MM / 28, 225 * MM / 22
TOP, FOOT = 37 * MM, (37 + 225) * MM
HAN = "一二三四五六七八九十百千万年月日时分秒天地人和中国大小山水"
ISSUE = Issue(
    key="2020-03",
    number=3,
    whole_number=294,
    published=date(2020, 3, 20),
    publication=Publication(name="样刊"),
)


def article(*blocks: str, **more: Any) -> Article:
    fields: dict[str, Any] = {
        "headline": "某省生态环境厅关于做好春季森林防火 和秸秆禁烧工作的通知",
        "kind": Kind.OFFICIAL,
        "issuing_body": "某省生态环境厅",
        "document_number": "某环发〔2020〕7号",
        "addressee": "各市生态环境局",
        "signed_on": date(2020, 3, 6),
        **more,
    }
    body = "\n".join(blocks or (f"<p>{HAN * 30}</p>",))
    return Article(issue_key="2020-03", stem="a", path="2020-03/a.md", body=body, text="", **fields)


@dataclass(frozen=True)
class Line:
    """Characters on one baseline (pt from the top), in order."""

    baseline: float
    chars: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        return "".join(char["text"] for char in self.chars).strip()

    @property
    def x0(self) -> float:
        return float(self.chars[0]["x0"])

    @property
    def x1(self) -> float:
        return float(self.chars[-1]["x1"])

    @property
    def fonts(self) -> set[str]:
        return {char["fontname"].split("+")[-1] for char in self.chars}

    @property
    def sizes(self) -> set[float]:
        return {round(char["size"], 1) for char in self.chars}


@dataclass(frozen=True)
class Page:
    number: int
    lines: tuple[Line, ...]
    rects: tuple[dict[str, Any], ...]

    @property
    def left(self) -> float:
        return (28 if self.number % 2 else 26) * MM

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if TOP < line.baseline < FOOT]

    @property
    def folio(self) -> Line | None:
        return next((line for line in self.lines if line.baseline > FOOT), None)

    def line(self, text: str) -> Line:
        return next(line for line in self.lines if text in line.text)


def read(file: Path) -> list[Page]:
    with pdfplumber.open(file) as pdf:
        assert {(round(page.width), round(page.height)) for page in pdf.pages} == {(595, 842)}
        return [_page(number, page) for number, page in enumerate(pdf.pages, start=1)]


def _page(number: int, page: Any) -> Page:
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        rows[round(float(page.height) - char["matrix"][5], 1)].append(char)
    lines = tuple(
        Line(baseline, tuple(sorted(row, key=lambda char: char["x0"])))
        for baseline, row in sorted(rows.items())
    )
    return Page(number, lines, tuple(page.rects))


Press = Callable[..., list[Page]]


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """Press an article; its pages."""

    def pressed(it: Article, extras: Extras | None = None, **manner: Any) -> list[Page]:
        target = tmp_path / "a.pdf"
        press_official(it, ISSUE, tmp_path, THEME, target, extras, Manner(**manner))
        assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
        return read(target)

    return pressed


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """A document of plain Han text over several pages."""
    folder = tmp_path_factory.mktemp("official")
    return read(press_official(article(), ISSUE, folder, THEME, folder / "a.pdf"))


def close(found: float, wanted: float, by: float = 0.5) -> bool:
    return abs(found - wanted) <= by


@pytest.mark.press
def test_a_full_line_holds_28_characters_across_156_mm(plain: list[Page]) -> None:
    full = [line for page in plain[:3] for line in page.body if len(line.text) == 28]
    assert len(full) > 20
    assert all(close(line.x1 - line.x0, 156 * MM, 0.5 * MM) for line in full)
    assert all(line.sizes == {15.8} for line in full)


@pytest.mark.press
def test_a_full_page_holds_22_lines_on_one_pitch(plain: list[Page]) -> None:
    baselines = [line.baseline for line in plain[1].body]
    assert len(baselines) == 22
    assert all(close(b - a, PITCH, 0.15) for a, b in pairwise(baselines))
    assert close(baselines[-1] - baselines[0], 21 * PITCH, 0.5 * MM)


@pytest.mark.press
def test_the_type_area_stands_37_mm_from_the_top_and_28_mm_from_the_binding(
    plain: list[Page],
) -> None:
    recto, verso = plain[2].body[1], plain[1].body[1]
    assert close(recto.x0, 28 * MM)
    assert close(verso.x1, (210 - 28) * MM)
    # The em box of a Han character begins .88 em above its baseline, half a leading below the top.
    assert close(plain[1].body[0].baseline - 0.88 * EM, TOP + (PITCH - EM) / 2, 1)


@pytest.mark.press
def test_text_of_the_first_page_is_on_the_grid_of_the_others(plain: list[Page]) -> None:
    offset = plain[1].body[0].baseline - TOP
    for line in plain[0].body:
        if line.sizes == {15.8}:
            rest = (line.baseline - TOP - offset) % PITCH
            assert min(rest, PITCH - rest) < 0.3


@pytest.mark.press
def test_every_paragraph_begins_two_characters_in(press: Press) -> None:
    page = press(article(*["<p>某地某处有某事要办</p>"] * 3))[0]
    begun = [line for line in page.body if line.text.startswith("某地")]
    assert len(begun) == 3
    assert all(close(line.x0, 28 * MM + 2 * EM, 0.1) for line in begun)


@pytest.mark.press
def test_the_title_is_22_pt_centred_two_lines_below_the_red_line(plain: list[Page]) -> None:
    title = [line for line in plain[0].body if line.sizes == {22.0}]
    assert [line.text for line in title] == [
        "某省生态环境厅关于做好春季森林防火",
        "和秸秆禁烧工作的通知",
    ]
    middle = (28 + 78) * MM
    assert all(close((line.x0 + line.x1) / 2, middle) for line in title)
    (rule,) = (rect for rect in plain[0].rects if close(rect["width"], 156 * MM, 1))
    blank = title[0].baseline - 0.86 * 22 - rule["bottom"]
    assert close(blank, 2 * PITCH, 3)
    assert rule["non_stroking_color"][0] > 0.8
    assert rule["non_stroking_color"][1] < 0.1


@pytest.mark.press
def test_the_number_stands_4_mm_above_the_red_line(plain: list[Page]) -> None:
    number = plain[0].line("某环发〔2020〕7号")
    (rule,) = (rect for rect in plain[0].rects if close(rect["width"], 156 * MM, 1))
    foot = number.baseline + 0.12 * EM  # the em box of a Han character ends below its baseline
    assert close(rule["top"] - foot, 4 * MM, 0.5 * MM)
    assert close((number.x0 + number.x1) / 2, 106 * MM)


@pytest.mark.press
def test_the_mark_is_red_centred_and_35_mm_below_the_type_areas_top(plain: list[Page]) -> None:
    found = plain[0].line("某省生态环境厅文件")
    assert found.baseline - 0.85 * 45 == pytest.approx(TOP + 35 * MM, abs=1.5)
    assert close((found.x0 + found.x1) / 2, 106 * MM, 1)
    assert {char["non_stroking_color"] for char in found.chars} == {
        plain[0].rects[0]["non_stroking_color"]
    }


@pytest.mark.press
def test_a_long_mark_stays_within_the_type_area(press: Press) -> None:
    page = press(article(issuing_body="某某壮族自治区生态环境保护综合行政执法监督总队办公室"))[0]
    found = page.line("执法监督总队办公室文件")
    assert found.x1 - found.x0 <= 156 * MM
    assert close((found.x0 + found.x1) / 2, 106 * MM, 1)


@pytest.mark.press
def test_the_addressee_stands_flush_left_one_line_below_the_title(plain: list[Page]) -> None:
    lines = plain[0].body
    place = next(i for i, line in enumerate(lines) if line.text == "各市生态环境局：")
    assert close(lines[place].x0, 28 * MM)
    assert close(lines[place].baseline - lines[place - 1].baseline, 2 * PITCH, 3)


@pytest.mark.press
def test_folios_have_dashes_and_stand_outside_with_one_character_blank(plain: list[Page]) -> None:
    for page in plain:
        assert page.folio is not None
        assert page.folio.text == f"— {page.number} —"
        assert page.folio.sizes == {14.0}
        if page.number % 2:
            assert close(page.folio.x1, page.left + 156 * MM - 14)
        else:
            assert close(page.folio.x0, page.left + 14)
        # The upper edge of this face's dash stands .3 em above the baseline.
        assert close(page.folio.baseline - 0.3 * 14 - FOOT, 7 * MM, 1)


@pytest.mark.press
@with_fang
def test_levels_have_their_faces(press: Press) -> None:
    (page, *_) = press(
        article(
            '<h2 class="level-1" id="a-1">一、总体要求</h2>',
            '<h3 class="level-2" id="a-2">（一）基本原则</h3>',
            '<p class="item item-2"><b class="head level-2">（二）主要目标。</b>各地抓落实</p>',
            '<p class="item item-3">1.水环境质量</p>',
            '<p class="item item-4">（1）一口一档</p>',
            "<p>某<sup>3</sup>某<sub>2</sub><strong>某</strong><em>某</em>末</p>",
            "<p>再说某事</p>",
            signed_on=None,
            addressee="",
            headline="关于工作的通知",
        )
    )
    assert page.line("一、总体要求").fonts == {"Noto-Sans-CJK-SC"}
    assert page.line("（一）基本原则").fonts == {"LXGW-WenKai"}
    mixed = page.line("（二）主要目标")
    assert [char["fontname"].split("+")[-1] for char in mixed.chars][:8] == ["LXGW-WenKai"] * 8
    assert mixed.chars[-1]["fontname"].endswith("FandolFang")
    assert page.line("1.水环境").fonts == page.line("（1）一口").fonts == {"FandolFang"}
    levels = [line.baseline for line in page.body if line.chars[-1]["text"] in "求则实量档末事"]
    assert len(levels) == 7
    assert all(close(b - a, PITCH, 0.2) for a, b in pairwise(levels))


@pytest.mark.press
@with_fang
def test_a_character_the_face_lacks_comes_from_the_kai(press: Press) -> None:
    page = press(article("<p>流经𬇙水镇的干流</p>"))[0]
    line = page.line("水镇的干流")
    assert "FandolFang" in line.fonts
    assert "LXGW-WenKai" in line.fonts
    assert close(line.baseline - page.line("各市").baseline, PITCH, 0.2)


@pytest.mark.press
@pytest.mark.parametrize("body", ["某省厅", "某省生态环境厅办公室"])
def test_with_a_seal_the_signature_is_centred_over_a_day_four_characters_in(
    press: Press, body: str
) -> None:
    page = press(article("<p>某地某事</p>", issuing_body=body))[0]
    day = page.line("2020年3月6日")
    signature = next(line for line in page.body if line.text == body)
    assert close(day.x1, page.left + 156 * MM - 4 * EM)
    assert close((signature.x0 + signature.x1) / 2, (day.x0 + day.x1) / 2)
    assert close(day.baseline - signature.baseline, PITCH, 0.2)
    assert close(signature.baseline - page.line("某地某事").baseline, 3 * PITCH, 0.3)


@pytest.mark.press
def test_a_signature_too_long_for_that_stays_within_the_type_area(press: Press) -> None:
    body = "某某壮族自治区生态环境保护综合行政执法监督总队"
    page = press(article("<p>某地某事</p>", issuing_body=body))[0]
    day = page.line("2020年3月6日")
    signature = next(line for line in page.body if line.text == body and line.sizes == {15.8})
    assert close(signature.x1, page.left + 156 * MM)
    assert close((signature.x0 + signature.x1) / 2, (day.x0 + day.x1) / 2)


@pytest.mark.press
def test_without_a_seal_the_day_begins_two_characters_after_the_signature(press: Press) -> None:
    page = press(article("<p>某地某事</p>", issuing_body="某省生态环境厅办公室"), sealed=False)[0]
    signature = next(line for line in page.body if line.text == "某省生态环境厅办公室")
    day = page.line("2020年3月6日")
    assert close(signature.x1, page.left + 156 * MM - 2 * EM)
    assert close(day.x0, signature.x0 + 2 * EM)
    assert close(signature.baseline - page.line("某地某事").baseline, 2 * PITCH, 0.3)


@pytest.mark.press
def test_without_a_seal_a_day_longer_than_the_signature_gives_the_edge(press: Press) -> None:
    page = press(article("<p>某地某事</p>", issuing_body="某省厅"), sealed=False)[0]
    signature = next(line for line in page.body if line.text == "某省厅")
    day = page.line("2020年3月6日")
    assert close(day.x1, page.left + 156 * MM - 2 * EM)
    assert close(day.x0, signature.x0 + 2 * EM)


@pytest.mark.press
def test_the_remark_stands_below_the_day_in_brackets_two_characters_in(press: Press) -> None:
    page = press(article("<p>某地某事</p>", disclosure="主动公开"))[0]
    remark = page.line("（此件主动公开）")
    assert close(remark.baseline - page.line("2020年3月6日").baseline, PITCH, 0.2)
    assert close(remark.x0, page.left + 2 * EM, EM / 2)


@pytest.mark.press
def test_attachments_hang_under_the_first_character_of_their_name(press: Press) -> None:
    name = "甲乙丙丁" * 7
    page = press(
        article(
            "<p>某地某事</p>",
            f'<p class="attachments">附件：1.{name}<br/>2.戊己庚辛；</p>',
            issuing_body="",
        )
    )[0]
    first, turned, second = page.line("附件："), page.body[-3], page.line("戊己庚辛")
    assert close(first.x0, page.left + 2 * EM, 0.1)
    begins = first.chars[first.text.index("甲")]["x0"]
    assert close(turned.x0, begins, 0.6)
    assert close(second.chars[second.text.index("戊")]["x0"], begins, 0.6)
    assert "；" not in second.text
    assert close(first.baseline - page.line("某地某事").baseline, 2 * PITCH, 0.3)


@pytest.mark.press
def test_an_attachments_pages_begin_with_its_word_and_its_title_on_the_third_line(
    press: Press,
) -> None:
    pages = press(article("<p>某地某事</p>", "<p>附件1</p>", "<p>名单</p>", "<p>张某某。</p>"))
    assert len(pages) == 2
    label, title, text = pages[1].body
    assert (label.text, title.text, text.text) == ("附件1", "名单", "张某某。")
    assert label.fonts == {"Noto-Sans-CJK-SC"}
    assert close(label.x0, pages[1].left)
    assert close(label.baseline, TOP + PITCH * 0.7, 4)
    assert close(title.baseline - label.baseline, 2 * PITCH, 3)
    assert title.sizes == {22.0}


IMPRINT = Extras(
    copied_to="某某部，省委办公厅，省人大常委会办公厅，省政协办公厅，省纪委监委机关，各有关单位",
    printed_by="某省生态环境厅办公室",
    printed_on=date(2020, 3, 9),
)


@pytest.mark.press
def test_the_imprint_stands_at_the_foot_of_the_last_even_page(press: Press) -> None:
    pages = press(article(f"<p>{HAN * 13}</p>"), IMPRINT)
    assert len(pages) == 2
    rules = [r for r in pages[1].rects if close(r["width"], 156 * MM, 1)]
    assert close(max(rule["bottom"] for rule in rules), FOOT, 0.5 * MM)
    assert pages[1].folio is not None
    printed = pages[1].line("2020年3月9日印发")
    assert printed.text.startswith("某省生态环境厅办公室")
    assert close(printed.x0, pages[1].left + 14, 1)
    assert close(printed.x1, pages[1].left + 156 * MM - 14, 1)
    turned = next(line for line in pages[1].body if line.baseline > pages[1].line("抄送").baseline)
    assert close(turned.x0, pages[1].left + 4 * 14, 1)


@pytest.mark.press
@pytest.mark.parametrize(
    ("length", "numbered"),
    [
        (2, [True, False]),
        (25, [True, True, False, False]),
        (33, [True, True, True, False]),
    ],
)
def test_an_imprint_apart_is_on_an_even_page_and_neither_it_nor_a_blank_has_a_folio(
    press: Press, length: int, numbered: list[bool]
) -> None:
    pages = press(article(f"<p>{HAN * length}</p>"), IMPRINT)
    assert [page.folio is not None for page in pages] == numbered
    assert pages[-1].line("抄送：").sizes == {14.0}


@pytest.mark.press
def test_page_labels_are_the_folios(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    press_official(article(f"<p>{HAN * 25}</p>"), ISSUE, tmp_path, THEME, target, IMPRINT)
    with pikepdf.open(target) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "空白页", "版记"]
        assert str(pdf.docinfo["/CreationDate"]) == "D:20200306000000Z"
        assert str(pdf.docinfo["/Title"]).endswith("禁烧工作的通知")


@pytest.mark.press
def test_some_text_always_stands_with_the_signature(press: Press) -> None:
    for length in range(28 * 4, 28 * 9, 28):
        pages = press(article(f"<p>{(HAN * 20)[:length]}</p>"))
        page = next(page for page in pages if any("2020年3月6日" in x.text for x in page.lines))
        day = page.line("2020年3月6日").baseline
        assert any(set(line.text) <= set(HAN) for line in page.body if line.baseline < day - PITCH)
        first, second = (line.baseline for line in pages[0].body[-2:])
        assert close(second - first, PITCH, 0.2)


@pytest.mark.press
def test_a_long_list_of_addressees_goes_to_the_foot(press: Press) -> None:
    pages = press(article("<p>某地某事</p>", addressee="某某市生态环境局，" * 60))
    assert any("某地某事" in line.text for line in pages[0].body)
    assert any(line.text.startswith("主送：") for line in pages[-1].body)


@pytest.mark.press
def test_a_letter_has_double_rules_and_no_folio_on_its_first_page(press: Press) -> None:
    pages = press(article(document_number="某环函〔2020〕7号"))
    assert pages[0].folio is None
    assert pages[1].folio is not None
    assert pages[0].line("某省生态环境厅").baseline - 0.85 * 45 == pytest.approx(30 * MM, abs=1.5)
    rules = sorted(r["bottom"] for r in pages[0].rects if close(r["width"], 170 * MM, 1))
    assert close(rules[-1], 277 * MM, 1.5)
    assert close(pages[0].line("某环函").x1, 184 * MM)


@pytest.mark.press
def test_same_input_same_bytes(tmp_path: Path) -> None:
    files = [
        press_official(article(), ISSUE, tmp_path, THEME, tmp_path / f"{n}.pdf") for n in (1, 2)
    ]
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.press
@pytest.mark.slow
def test_the_sample_has_no_page_without_text(tmp_path: Path) -> None:
    issue = load(SAMPLE).issue("2020-03")
    assert issue is not None
    official = [each for each in issue.articles if each.kind is Kind.OFFICIAL]
    assert len(official) == 3
    for each in official:
        target = tmp_path / f"{each.stem}.pdf"
        pages = read(press_official(each, issue, SAMPLE, THEME, target))
        assert all(any(x.sizes == {15.8} for x in page.body) for page in pages)
        assert all(
            line.baseline < FOOT or line is page.folio for page in pages for line in page.lines
        )


# --- described, not yet laid out ---


def sheet(**more: Any) -> OfficialSheet:
    return official_sheet(article("<p>某事</p>", **more))


@pytest.mark.parametrize(
    ("number", "body", "form"),
    [
        ("某环发〔2020〕7号", "某厅", "document"),
        ("某环办函〔2020〕7号", "某厅", "letter"),
        ("", "某厅", "bare"),
        ("某环发〔2020〕7号", "", "bare"),
    ],
)
def test_the_form_follows_number_and_body(number: str, body: str, form: str) -> None:
    assert sheet(document_number=number, issuing_body=body).form == form


@pytest.mark.parametrize(
    ("headline", "signer"),
    [("关于工作的报告", "张某某"), ("关于经费的请示", "张某某"), ("关于工作的通知", "")],
)
def test_only_what_goes_up_names_who_signed_it(headline: str, signer: str) -> None:
    assert sheet(headline=headline, signed_by="张某某").signer == signer


def test_a_name_is_spaced_out_to_a_third_or_narrowed_and_then_made_smaller() -> None:
    assert mark("某局", called_document=True).spacing == 0.34
    assert mark("某某省生态环境厅", called_document=False).stretch == 1
    narrow = mark("某某省生态环境厅办公室", called_document=True)
    assert (narrow.stretch, narrow.rise) == (pytest.approx(9.4 / 13, abs=1e-3), 1)
    long = mark("某某" * 10, called_document=False)
    assert long.stretch / long.rise == pytest.approx(0.6, abs=2e-3)


def test_the_addressee_ends_with_one_full_width_colon() -> None:
    assert sheet(addressee="各市:").addressee == "各市："


def test_letters_print_no_imprint_but_copies() -> None:
    it = article("<p>某事</p>", document_number="某环函〔2020〕7号")
    assert not official_sheet(it, Extras(printed_by="某办")).has_imprint
    assert official_sheet(it, Extras(copied_to="某部")).has_imprint
    assert official_sheet(article("<p>某事</p>"), Extras(printed_by="某办")).has_imprint
