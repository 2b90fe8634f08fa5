"""Rules about headings, numbers of parts and sequences."""

from __future__ import annotations

import pytest

from plugins.proofing.lists import Lists
from plugins.proofing.proofing import mended, proof_manuscript
from plugins.proofing.remark import Remark
from plugins.proofing.rules.numbering import value_of


def said(code: str, *blocks: str, kind: str = "消息") -> list[Remark]:
    text = "---\n标题: 河长巡河\n体裁: " + kind + "\n---\n\n" + "\n\n".join(blocks)
    return proof_manuscript("a.md", text, Lists(), only=(code,))


def words(code: str, *blocks: str, kind: str = "消息") -> list[str]:
    return [each.words for each in said(code, *blocks, kind=kind)]


def test_one_style_of_number_stands_at_one_level() -> None:
    blocks = ("## 一、查", "查。", "### 二、封", "封。", "## 三、管", "管。")
    assert words("P301", *blocks) == ["二、封"]
    assert words("P301", "## 一、查", "### （一）口", "## 二、封", "### （一）口") == []
    assert words("P301", "## 查", "### 封") == []


def test_a_lower_number_stands_below_a_higher_one() -> None:
    assert words("P301", "## 一、查", "查。", "## （一）口", "口。") == ["（一）口"]


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (("## 一、查", "## 二、封", "## 三、管"), []),
        (("## 一、查", "## 三、管"), ["三、"]),
        (("## 一、查", "## 一、封"), []),
        (("## 一、查", "## 二、封", "## 二、管"), ["二、"]),
        (("## 一、查", "（一）口", "（二）岸", "## 二、封", "（一）口"), []),
        (("## 一、查", "（一）口", "（二）岸", "## 二、封", "（三）口"), []),
        (("## 一、查", "（一）口", "（二）岸", "## 二、封", "（四）口"), ["（四）"]),
        (("二、三号机停运。",), []),
        (("1.5亿元到账。",), []),
        (("附件：1.清单", "2.2020年任务", "3.样表"), []),
        (("附件：1.清单", "3.样表"), ["3."]),
    ],
)
def test_numbers_follow_one_another(blocks: tuple[str, ...], found: list[str]) -> None:
    assert words("P302", *blocks, kind="公文") == found


@pytest.mark.parametrize(
    ("number", "value"),
    [("一、", 1), ("十、", 10), ("十九、", 19), ("（三十二）", 32), ("12.", 12)],
)
def test_value_of_a_number(number: str, value: int) -> None:
    assert value_of(number) == value


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("第一、查清底数。", "第一，查清底数。"),
        ("要求：首先、查清底数。", "要求：首先，查清底数。"),
        ("（一）、查清底数。", "（一）查清底数。"),
        ("①、查清底数。", "①查清底数。"),
        ("一．查清底数。", "一、查清底数。"),
        ("第一、第二产业。", "第一、第二产业。"),
        ("第一、二季度。", "第一、二季度。"),
        ("按（一）、（二）项办。", "按（一）、（二）项办。"),
        ("（一）、（二）项同办。", "（一）、（二）项同办。"),
        ("1、查清底数。", "1、查清底数。"),
    ],
)
def test_marks_behind_ordinals_are_mended(wrong: str, right: str) -> None:
    once = mended(wrong, proof_manuscript("a.md", wrong, Lists(), only=("P303",)))
    assert once == right
    assert mended(once, proof_manuscript("a.md", once, Lists(), only=("P303",))) == right


def test_an_arabic_number_with_a_comma_is_a_warning() -> None:
    (remark,) = said("P303", "1、查清底数。")
    assert (remark.level, remark.mend, remark.is_safe) == ("warning", ".", False)


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (("一是查；二是封；三是管。",), []),
        (("一是查；三是管。",), ["三是"]),
        (("二是封。",), ["二是"]),
        (("一是查。", "二是封。", "三是管。", "一是水，二是气。"), []),
        (("一要查；二要封；三是管。",), []),
        (("一要查清；二有效封堵；三要管住。",), ["二"]),
        (("第一，查。第二，封。第四，管。",), ["第四，"]),
        (("这是第一要务，“四要素”齐备，统一是好事。",), []),
        (("九是修；十是补；十一是管。",), ["九是"]),
    ],
)
def test_sequences_go_on(blocks: tuple[str, ...], found: list[str]) -> None:
    assert words("P304", *blocks) == found


def test_a_member_that_lost_its_word_gets_it_back() -> None:
    (remark,) = said("P304", "一要查清；二有效封堵；三要管住。")
    assert remark.mend == "二要"
    assert not remark.is_safe


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (("提出三点要求：一是查；二是封；三是管。",), []),
        (("提出3点要求。第一，查。第二，封。",), ["3点要求"]),
        (("提出两点要求：一是查；二是封；三是管。",), ["两点要求"]),
        (("提出三点要求：一是查。", "二是封。", "三是管。"), []),
        (("下午三点。河水退了，一是查；二是封。",), []),
        (("提出12点要求：一要查；二要封。",), ["12点要求"]),
    ],
)
def test_counts_agree_with_what_follows(blocks: tuple[str, ...], found: list[str]) -> None:
    assert words("P305", *blocks) == found


@pytest.mark.parametrize(
    ("heading", "kind", "found"),
    [
        ("## 查清底数。", "消息", ["。"]),
        ("## 查清底数。", "公文", []),
        ("## 查清底数；", "公文", ["；"]),
        ("## 水从哪里来？", "消息", []),
        ("## 问：水位涨了，涨了多少。", "问答", []),
    ],
)
def test_headings_end_without_a_mark(heading: str, kind: str, found: list[str]) -> None:
    assert words("P307", heading, "底数。", kind=kind) == found
