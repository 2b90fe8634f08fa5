"""地名: the editors' list of places (content/style/地名.toml), and where a text names one of them.

A name that only begins the name of a unit (磐塘市生态环境局) names the unit and not the place, but for what
stands for the place itself: its government, its people's congress. Of two names at one spot the longer counts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: What units of the trade are called between the place and their kind.
SUBJECTS = (
    *("生态", "环境", "保护", "监测", "科学", "宣传", "教育", "固体废物", "废物", "与", "和", "化学品", "管理"),
    *("综合", "行政", "执法", "督察", "信访", "辐射", "污染", "防治", "机动车", "自然", "资源", "规划", "水利"),
    *("水务", "农业", "农村", "林业", "园林", "草原", "海洋", "渔业", "气象", "水文", "应急", "市场", "监督"),
    *("公安", "财政", "司法", "审计", "统计", "税务", "民政", "体育", "文化", "旅游", "商务", "交通"),
    *("运输", "住房", "城乡", "建设", "城市", "工业", "信息化", "发展", "改革", "卫生", "健康", "审批", "服务"),
    *("水", "大气", "土壤", "固体", "核", "安全", "法规", "财务", "人事", "科技", "宣教"),
    *("人民", "传染病", "第一", "第二", "第三", "中", "技术", "研究", "评估", "工程", "节能", "环保"),
)  # fmt: skip
#: What a unit is: 局, 厅, 中心; not 局面, 中心城区. 生态环境局长 names the bureau too.
KINDS = (
    "局(?![势部面限域促])", "厅", "委员会", "委(?![员托派任])", "中心(?![城区位思任])", "研究院", "科学院",
    "研究所", "监测站", "站(?![位点])", "支队", "大队", "总队", "医院", "法院", "检察院", "管委会",
)  # fmt: skip
#: A county has no bureau of its own but a branch of the city's (省以下垂直管理, since 2016).
BRANCH, BUREAU = "分局", "生态环境局"
#: What stands for the place: then both are named.
MEANT = ("人民政府", "政府", "人大常委会", "人大", "政协", "委")
#: 省 alone means the province of the bulletin, unless another word has it: 全省, 外省.
BARE = "(?<![全各外本跨两邻我该])省"
#: A name without what says its rank: in 生态环境局平沙分局 stands 平沙, but 石化新区.
RANK = re.compile(r"(?<=..)(?<!新)[市县区]\Z")


class GazetteerError(ValueError):
    """The list of places cannot be read as one; the message says what, in Chinese."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A place: ``level`` is the editors' word (省, 市, 县, 水体 …), ``parent`` the name of what it belongs to.

    ``other_names`` name it too, in ``not_when`` its names do not count.
    """

    name: str
    level: str = ""
    parent: str = ""
    other_names: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Places and units that a text names, each once, in their order."""

    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Gazetteer:
    """All places by name, in the order of the file; ``digest`` changes with any of them."""

    def __init__(self, localities: Mapping[str, Locality] | None = None) -> None:
        self.localities = dict(localities or {})
        self.digest = hashlib.sha256(repr(list(self.localities.items())).encode()).hexdigest()
        self._names = _names(self.localities)
        self._province = next((e.name for e in self.localities.values() if e.level == "省"), "")
        self._pattern = _pattern(self.localities, bool(self._province))

    def named(self, text: str) -> Named:
        """The places and units that a text names.

        A unit of the province is written without the province's name, as its own people write it: 省生态环境厅.
        """
        if not self.localities:
            return Named()
        places: dict[str, None] = {}
        units: dict[str, None] = {}
        for found in self._pattern.finditer(text):
            name, tail = self._names.get(found[1], ""), found[2]
            if tail and (name or found[1] == "省"):
                units[self._unit(name, tail)] = None
            if name and (not tail or tail in MEANT):
                places[name] = None
        return Named(tuple(places), tuple(units))

    def _unit(self, name: str, tail: str) -> str:
        """The whole name of a unit: 平沙县分局 is 长滦市生态环境局平沙分局, as only this trade's bureaus branch so."""
        if tail == BRANCH and name in self.localities and self.localities[name].parent:
            return f"{self.localities[name].parent}{BUREAU}{RANK.sub('', name)}{BRANCH}"
        return f"{'省' if name in ('', self._province) else name}{tail}"


def places(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places that a text names, by the names of the list, each once, in their order."""
    return gazetteer.named(text).places


def units(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The units that a text names with their place, each once, in their order."""
    return gazetteer.named(text).units


def build(rows: Any) -> Gazetteer:
    """Rows of the TOML file (``[[places]]``) → `Gazetteer`.

    Raises `GazetteerError` when they are no tables, a row has no name, a name means two places, or a parent
    is not in the list.
    """
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise GazetteerError("地名要写成一段或多段 [[places]]")
    found: dict[str, Locality] = {}
    meant: dict[str, str] = {}
    for row in rows:
        place = _locality(row)
        if place.name in found:
            raise GazetteerError(f"“{place.name}”写了两次，请留一处")
        found[place.name] = place
        for word in (place.name, *place.other_names):
            if meant.setdefault(word, place.name) != place.name:
                raise GazetteerError(f"“{word}”同指“{meant[word]}”和“{place.name}”，请留一处")
    lost = next((e for e in found.values() if e.parent and e.parent not in found), None)
    if lost:
        raise GazetteerError(f"“{lost.name}”的 parent“{lost.parent}”不在表里")
    return Gazetteer(found)


def _locality(row: Mapping[str, Any]) -> Locality:
    name = str(row.get("name", "")).strip()
    if not name:
        raise GazetteerError("有一个地名没有 name")
    return Locality(
        name=name,
        level=str(row.get("level", "")),
        parent=str(row.get("parent", "")),
        other_names=_words(row, "other_names"),
        not_when=_words(row, "not_when"),
    )


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of words; one word may stand without its brackets."""
    value = row.get(key, [])
    return tuple(str(word) for word in (value if isinstance(value, list) else [value]) if word)


def _names(localities: Mapping[str, Locality]) -> dict[str, str]:
    """Every name → the place; what only looks like one → ""."""
    found = {word: "" for each in localities.values() for word in each.not_when}
    for each in localities.values():
        found.update(dict.fromkeys((each.name, *each.other_names), each.name))
    return found


def _pattern(localities: Mapping[str, Locality], has_province: bool) -> re.Pattern[str]:
    """A name, the longest first, and the rest of a unit's name behind it."""
    names = sorted(_names(localities), key=lambda word: (-len(word), word))
    heads = [*map(re.escape, names), *([BARE] if has_province else [])]
    return re.compile(f"({'|'.join(heads)})({'|'.join(_tails(localities))})?")


def _tails(localities: Mapping[str, Locality]) -> Iterator[str]:
    """What stands behind a place in the names of its units."""
    stems = sorted({RANK.sub("", each) for each in localities}, key=lambda word: (-len(word), word))
    subjects = "|".join(sorted(dict.fromkeys(SUBJECTS), key=lambda word: (-len(word), word)))
    branches = "|".join(map(re.escape, stems))
    yield rf"(?:{subjects})+?(?:{'|'.join(KINDS)})(?:(?:{branches}){BRANCH}|(?:{subjects})+处|办公室)?"
    yield BRANCH
    yield "(?:人民政府|政府|人大常委会|人大|政协)(?:办公[厅室])?"
    yield "委(?![员托派任会])"
