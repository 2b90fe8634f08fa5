"""Documents that a text cites: their numbers in every spelling, their titles and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hanzi.documents import document_numbers, document_titles, is_document, numbers, titles

#: What prose and citations are made of, and what may break a finder.
PIECES = st.sampled_from(
    ["《", "》", "〔", "〕", "（", "）", "(", "[", "2020", "１９", "16", "号", "岚环函", "按照", "条例", "\n", " ", "a", "的"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("岚环函〔2020〕16号", ("岚环函〔2020〕16号",)),
        ("（国办发〔2020〕16号）", ("国办发〔2020〕16号",)),
        ("国发［2013］第037号", ("国发〔2013〕37号",)),
        ("岚环函[2020]16号", ("岚环函〔2020〕16号",)),
        ("岚环函【2020】 16 号", ("岚环函〔2020〕16号",)),
        ("环办水体函（２０２０）９号", ("环办水体函〔2020〕9号",)),
        ("按照岚环发〔2020〕11号要求", ("岚环发〔2020〕11号",)),
        ("转发国办函〔2020〕8号和岚政办〔2020〕3号", ("国办函〔2020〕8号", "岚政办〔2020〕3号")),
        ("岚环函〔2020〕16号，岚环函[2020]16号", ("岚环函〔2020〕16号",)),
        ("岚环罚〔2020〕5号", ("岚环罚〔2020〕5号",)),
    ],
)
def test_numbers_in_one_spelling(text: str, found: tuple[str, ...]) -> None:
    assert document_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "〔2020〕16号",
        "公司（2020）3号楼",
        "产品（2020）3号",
        "岚环函〔0020〕16号",
        "岚环函〔2020〕号",
        "岚环函〔2020〕",
        "（2020年）16号文件",
        "本文〔2020〕16号",
        "的〔2020〕16号",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert document_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《岚江保护条例》", ("岚江保护条例",)),
        ("《环境保护法》和《森林法》", ("环境保护法", "森林法")),
        ("《黑臭水体管护办法（试行）》", ("黑臭水体管护办法（试行）",)),
        ("《三年行动方案（2020—2022年）》", ("三年行动方案（2020—2022年）",)),
        ("《关于印发《管护办法》的通知》", ("关于印发〈管护办法〉的通知",)),
        ("《关于印发〈管护办法〉的通知》", ("关于印发〈管护办法〉的通知",)),
        ("《打好攻坚战 实施方案》", ("打好攻坚战实施方案",)),
        ("《蓝天二十条》（岚政发〔2018〕7号）", ("蓝天二十条",)),
        ("《地表水环境质量标准》《地表水环境质量标准》", ("地表水环境质量标准",)),
    ],
)
def test_titles_of_documents(text: str, found: tuple[str, ...]) -> None:
    assert document_titles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "《岚江环境》",
        "《一张清单走过的四季》",
        "《条例》",
        "《实施意见》",
        "《我的工作方法》",
        "《岚江环境》，据岚环函〔2020〕16号",
        "《没有写完的条例",
        "没有开头的条例》",
        "",
    ],
)
def test_what_is_no_document(text: str) -> None:
    assert document_titles(text) == ()


def test_a_title_knows_the_number_beside_it() -> None:
    first, second = titles("《甲乙办法》（岚环发〔2020〕1号）、《丙丁管理办法》")
    assert (first.title, first.number) == ("甲乙办法", "岚环发〔2020〕1号")
    assert (second.title, second.number) == ("丙丁管理办法", "")


def test_places_are_those_of_the_whole_citation() -> None:
    text = "按照《水污染管理办法》与岚环发〔2020〕 1号办"
    (title,), (number,) = titles(text), numbers(text)
    assert text[title.start : title.end] == "《水污染管理办法》"
    assert text[number.start : number.end] == "岚环发〔2020〕 1号"


def test_an_abbreviation_is_too_short_to_name_a_document() -> None:
    assert is_document("水污染防治法")
    assert not is_document("办法")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_numbers_stay_what_they_are(text: str) -> None:
    for number in document_numbers(text):
        assert document_numbers(number) == (number,)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_citations_stand_where_they_say_in_order(text: str) -> None:
    for found in (list(numbers(text)), list(titles(text))):
        ends = [0, *(each.end for each in found)]
        for each, before in zip(found, ends, strict=False):
            assert before <= each.start < each.end <= len(text)
