"""An issue on the proofreader's desk: made of a small content folder."""

from __future__ import annotations

from plugins.proofing.desk import Proofread, proofread
from tests.desk import Desk

#: What a bulletin with a 准印证 must say of itself.
LICENSED = (
    'licence = "岚江省内资〔省直〕018号"\nsponsor = "测试厅"\ndistribution = "本系统"\nprinter = "测试印务"\n'
    "printed_on = 2020-03-18\nprint_run = 300\n"
)
#: A stretch of text that is long enough to be compared.
LONG = (
    "清早六点半，垃圾船从码头解缆，沿着岸线往东走。船上两个人，一个掌舵，一个拿网兜，网兜的竹竿磨得发亮。"
    "潮水退到一半，滩上露出泡沫、渔网和塑料瓶，他们靠过去，一件一件捞上来，装满一舱再回头。"
    "村里人起初站在堤上看，后来也有人提着袋子下来帮忙，捡得多的，记在村口的黑板上。\n"
)


def read(desk: Desk, *only: str) -> Proofread:
    """What is said of the one issue on the desk."""
    return proofread(desk.archive().issues[0], desk.content, only)


def told(desk: Desk, *only: str) -> list[tuple[str, str, int]]:
    """The same in short: path, words, line."""
    return [(each.path, each.words, each.line) for each in read(desk, *only).remarks]
