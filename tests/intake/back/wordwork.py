"""A unit at work on a Word file that was sent to it: edits as Word writes them, tracked and not."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from lxml import etree
from PIL import Image

from plugins.article import manuscript
from plugins.article.decode import decode
from plugins.article.record import Article
from plugins.intake.returning.comparing import compare
from plugins.intake.returning.comparison import Comparison
from plugins.intake.returning.reading import read
from plugins.intake.sending import manner
from plugins.intake.sending.cover import Note
from plugins.intake.sending.sending import word_file
from plugins.toc.outline import outline
from tests.desk import no_tags

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "content"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = Note(
    sender="《岚江环境》编辑部",
    issue="2020年第3期",
    address="bianjibu@lanjiang.example",
    day=date(2020, 3, 1),
    deadline=date(2020, 3, 6),
)
BY = {f"{W}author": "何其山", f"{W}date": "2020-03-04T09:00:00Z", f"{W}id": "77"}
#: Everything a manuscript can have.
WHOLE = """\
---
标题: 一条河的账本
副题: 织河支汊治理记
作者: 郁青禾 何满田
供稿: 望津市生态环境局
提要: 三年，一条河，一本账。
公开: 是
---

织河在**渡口区**拐了*三个*弯，[水清岸绿]{.dots}说来容易。[磐]{ruby=pán}溪口的PM2.5为35μg/m3[^1]，
见[省厅网站](https://example.invalid/a)和[通知](gw-x.md)，阀门写作`V-3`。

　　又一段：一百元\\*三；甲&amp;乙，<u>画线</u>与<del>删去</del>。再看注[^b]，又看前注[^1]。

## 一本旧账

> **1月20日，晴。** 到站，与老范交接。

!!! 编者按
    河长换了三任。

    账本还是那一本。

!!! 链接 "三年大事"
    **2018年** 截污。

    - 拆坝
    - 清淤

1. 查清底数
2. 定下时限

    时限写在墙上。

- 东岸
- 西岸

| 年份 | 总磷（mg/L） | 说明 |
|:--|--:|:-:|
| 2018 | 0.24 | 劣**Ⅴ**类 |
| 2019 | 0.11 | Ⅳ类 |
| 2020 |  | 待测 |

![河口的PM2.5监测站。（周渚摄）](photos/a.png)

![东侧](photos/a.png)
![西侧](photos/b.png)

末了两行，  
分行写。

[^1]: 小时均值，**未经**审核。
[^b]: 见第二章。

    另见附录。
"""


class Bench:
    """An article on a desk: its manuscript, and the Word file that is sent of it."""

    def __init__(self, file: Path, shown: str) -> None:
        self.file = file
        self.source = decode(file.read_bytes())
        article, self.findings = manuscript.read(file, shown, outline, no_tags)
        assert article is not None
        self.article: Article = article

    def sent(self) -> bytes:
        """The Word file."""
        look = manner.read(ROOT / "theme", self.article.kind)
        return word_file(
            self.article, self.source, NOTE, look, lambda src: (self.file.parent / src).read_bytes()
        )

    def back(self, data: bytes) -> Comparison:
        """What comes of a file that came back."""
        return compare(read(data, "回稿.docx"), self.article, self.source)

    def corrected(self, change: Callable[[etree._Element], None]) -> Comparison:
        """What comes of the file after ``change`` worked on its document."""
        return self.back(edited(self.sent(), change))


def bench(folder: Path, source: str = WHOLE, kind: str = "") -> Bench:
    """A bench with a manuscript of one's own."""
    (folder / "2020-03" / "photos").mkdir(parents=True, exist_ok=True)
    for name, colour in (("a", "teal"), ("b", "olive")):
        Image.new("RGB", (90, 60), colour).save(folder / "2020-03" / "photos" / f"{name}.png")
    file = folder / "2020-03" / "zhihe.md"
    if not source.startswith("---"):
        source = f"---\n标题: 织河\n{f'体裁: {kind}' if kind else ''}\n---\n\n{source}"
    file.write_bytes(source.encode())
    return Bench(file, "2020-03/zhihe.md")


@cache
def sample(path: str) -> Bench:
    """A bench with an article of the sample."""
    return Bench(SAMPLE / path, path)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def edited(
    data: bytes, change: Callable[[etree._Element], None], part: str = "word/document.xml"
) -> bytes:
    members = parts(data)
    root = etree.fromstring(members[part])
    change(root)
    members[part] = etree.tostring(root)
    return packed(members)


def paragraph(root: etree._Element, words: str) -> etree._Element:
    """The paragraph that has these words, the cover left out."""
    found = [each for each in root.iter(f"{W}p") if words in text_of(each)]
    return found[-1]


def text_of(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def run_with(root: etree._Element, words: str) -> etree._Element:
    return next(each for each in paragraph(root, words).iter(f"{W}r") if words in text_of(each))


def like(run: etree._Element, words: str) -> etree._Element:
    """A run of the same look with other words."""
    made = copy.deepcopy(run)
    for each in made.findall(f"{W}t")[1:]:
        made.remove(each)
    text = made.find(f"{W}t")
    assert text is not None
    text.text = words
    return made


def gone(run: etree._Element) -> etree._Element:
    """A run as it stands in a tracked deletion."""
    made = etree.Element(f"{W}del", BY)
    made.append(run)
    for each in run.findall(f"{W}t"):
        each.tag = f"{W}delText"
    return made


def come(run: etree._Element) -> etree._Element:
    """A run as it stands in a tracked insertion."""
    made = etree.Element(f"{W}ins", BY)
    made.append(run)
    return made


def replaced(root: etree._Element, before: str, after: str, is_tracked: bool = True) -> None:
    """Write ``after`` for ``before``, which stands in one run."""
    run = run_with(root, before)
    head, _, tail = text_of(run).partition(before)
    made = [like(run, head)] if head else []
    if is_tracked:
        made += [gone(like(run, before))] if before else []
        made += [come(like(run, after))] if after else []
    else:
        made += [like(run, after)] if after else []
    made += [like(run, tail)] if tail else []
    parent = run.getparent()
    assert parent is not None
    place = parent.index(run)
    parent[place : place + 1] = made


def typed(root: etree._Element, behind: str, words: str, style: str = "BulletinParagraph") -> None:
    """A new paragraph behind the one that has the words ``behind``, tracked."""
    made = etree.fromstring(
        f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:pStyle w:val="{style}"/><w:rPr><w:ins w:id="78"'
        ' w:author="何其山" w:date="2020-03-04T09:00:00Z"/></w:rPr></w:pPr></w:p>'
    )
    run = etree.fromstring(
        f'<w:r xmlns:w="{W[1:-1]}"><w:t xml:space="preserve">{words}</w:t></w:r>'
    )
    made.append(come(run))
    paragraph(root, behind).addnext(made)


def struck(root: etree._Element, words: str) -> None:
    """Take a whole paragraph away, tracked, its end as well."""
    found = paragraph(root, words)
    properties = found.find(f"{W}pPr")
    assert properties is not None
    look = etree.SubElement(properties, f"{W}rPr")
    etree.SubElement(look, f"{W}del", BY)
    for run in found.findall(f"{W}r"):
        place = found.index(run)
        found.insert(place, gone(run))
