"""What stands round the text on a web page (navigation, tools, foot of the page), as lines to leave out.

Pages come saved, and as often as text that someone copied with everything on it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.hanzi.lines import drop_indent
from plugins.intake.draft import Block, Draft, Paragraph

#: The path to the page: 当前位置：首页 > 政务公开.
PATH = re.compile(
    r"(?:[当當]前|您(?:现|現)?在?的|您的|你的)位置.*|首[页頁]\s*[>＞»›].*|(?:.{1,12}\s*[>＞»›]\s*){2,}.{0,20}"
)
TOOLS = re.compile(
    r"分享(?:到|至)?[:：]?.*|[\[［【(（]?\s*(?:打印|列印|关闭|關閉|收藏|返回)(?:本[页頁]|窗口|[顶頂]部)?\s*[\]］】)）]?(?:.{0,24}(?:字[号號體体].*)?)"
    r"|.{0,8}字[号號體体]\s*[:：]?\s*[\[［【]?\s*[大小中].*|(?:浏览|瀏覽|阅读|閱讀|点击|點擊)(?:次数|次數|量|数|數)\s*[:：]?\s*\d*\s*次?"
    r"|(?:微信)?扫一扫.*|(?:点击|点)(?:上方|下方|右下角|阅读)?.{0,12}(?:关注|订阅|在看).*|长按.{0,8}(?:二维码|识别).*|阅读原文|[—\s-]*END[—\s-]*"
    r"|掃一掃.*|.*微信公众号.{0,6}|上一[篇条條][:：].*|下一[篇条條][:：].*|相[关關](?:链接|鏈接|文章|新[闻聞]|阅读)[:：]?"
)
FOOT = re.compile(
    r"版[权權]所有.*|.{0,12}ICP[备備].*|.*公[网網]安[备備].*|(?:网|網)站(?:标识码|標識碼|地图|地圖|声明).*"
    r"|(?:主办|主辦|承办|承辦|协办|技术支持|技術支持|运维单位)(?:单位|單位)?\s*[:：].*|(?:联系我们|聯繫我們|关于我们|無障礙|无障碍).{0,10}"
    r"|(?:手机|手機|电脑|電腦|移动|PC)版|Copyright.*|©.*",
    re.IGNORECASE,
)
LABEL_LENGTH = 15
#: So many such lines make a text file a copied web page.
ENOUGH = 2


def without(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The draft without what stands round the text, and the lines left out. Other files stay as they are."""
    blocks = draft.blocks
    outer = [_is_outer(each) for each in blocks]
    if not draft.is_webpage and sum(outer) < ENOUGH:
        return draft, ()
    first = next((n for n, each in enumerate(blocks) if _is_path(each)), -1)
    for n in range(first):
        outer[n] = outer[n] or _is_label(blocks[n])
    foot = _foot(blocks)
    for n in range(foot, len(blocks)):
        outer[n] = outer[n] or _is_label(blocks[n])
    _twice(blocks, outer)
    kept = tuple(each for each, out in zip(blocks, outer, strict=True) if not out)
    gone = tuple(
        each.text
        for each, out in zip(blocks, outer, strict=True)
        if out and isinstance(each, Paragraph)
    )
    return replace(draft, blocks=kept, is_webpage=True), gone


def _is_outer(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > 80:
        return False
    text = drop_indent(block.text)
    return any(each.fullmatch(text) for each in (PATH, TOOLS, FOOT))


def _is_path(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(PATH.fullmatch(block.text))


def _is_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= LABEL_LENGTH


def _foot(blocks: tuple[Block, ...]) -> int:
    """Where the foot of the page begins: its first line, when only short lines follow."""
    for n, each in enumerate(blocks):
        if isinstance(each, Paragraph) and FOOT.fullmatch(each.text) and n > len(blocks) / 2:
            return n
    return len(blocks)


def _twice(blocks: tuple[Block, ...], outer: list[bool]) -> None:
    """A line with day and source, or a headline, that the page shows a second time right away goes."""
    last = ""
    for n, each in enumerate(blocks[:12]):
        if outer[n] or not isinstance(each, Paragraph):
            continue
        if each.text == last:
            outer[n] = True
        last = each.text
