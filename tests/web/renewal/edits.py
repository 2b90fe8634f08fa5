"""What editors do to a content folder between two builds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from PIL import Image

Edit = Callable[[Path, Random], None]
WORDS = ("江水又涨了三寸。", "䴙䴘回来了。", "检查组到了县里。", "## 又一节\n\n春风又绿江南岸。")
HEADLINES = ("春到清江", "守望一江碧水", "权力清单再瘦身", "𬭚字怎么写")
CITING = (
    "依照清环发〔2020〕1号，甲市先办。",
    "《清江岸线保护条例》（清政发〔2019〕7号）说得明白，乙市后办。",
    "清政发[2019]第7号说过，甲市生态环境局在场。",
)
TAGS = ("权力", "权利", "治水", "新标签", "空气质量")


def manuscripts(content: Path) -> list[Path]:
    return sorted(content.glob("20??-??/*.md"))


def _change(file: Path, pattern: str, words: str) -> None:
    text = file.read_text("utf-8")
    file.write_text(re.sub(pattern, lambda _: words, text, count=1, flags=re.M), "utf-8")


def add_words(content: Path, random: Random) -> None:
    file = random.choice(manuscripts(content))
    file.write_text(file.read_text("utf-8") + f"\n{random.choice(WORDS)}\n", "utf-8")


def cite(content: Path, random: Random) -> None:
    """Name a document, a place, a unit."""
    file = random.choice(manuscripts(content))
    file.write_text(file.read_text("utf-8") + f"\n{random.choice(CITING)}\n", "utf-8")


def speak(content: Path, random: Random) -> None:
    """Speak of a term, often enough for one and seldom enough for no tag."""
    file = random.choice(manuscripts(content))
    words = "权力是谁的，权力归谁。" if random.random() < 0.5 else "治水难，治水更要紧。"
    file.write_text(file.read_text("utf-8") + f"\n{'闲话少说，' * 300}{words}\n", "utf-8")


def know_words(content: Path, random: Random) -> None:
    """Another vocabulary."""
    names = random.sample(["权力", "水污染防治", "江水", "检查组"], random.randint(1, 4))
    rows = (f'[[terms]]\nname = "{name}"\nslug = "term-{name}"\n' for name in names)
    (content / "style" / "标签词表.toml").write_text("".join(rows), "utf-8")


def copy_text(content: Path, random: Random) -> None:
    """The same text under two headlines."""
    file, other = random.sample(manuscripts(content), 2)
    head = file.read_text("utf-8").split("---")[1]
    body = other.read_text("utf-8").split("---", 2)[2]
    if "](" not in body:
        file.write_text(f"---{head}---{body}", "utf-8")


def know_places(content: Path, random: Random) -> None:
    """Another list of places."""
    names = random.sample(["甲市", "乙市", "清江省"], random.randint(1, 3))
    rows = (f'[[places]]\nname = "{name}"\n' for name in names)
    (content / "style" / "地名.toml").write_text("".join(rows), "utf-8")


def link(content: Path, random: Random) -> None:
    file, other = random.sample(manuscripts(content), 2)
    words = f"\n参看[那一篇](../{other.parent.name}/{other.name})。\n"
    file.write_text(file.read_text("utf-8") + words, "utf-8")


def retitle(content: Path, random: Random) -> None:
    headline = f"标题: {random.choice(HEADLINES)}{random.randint(1, 9)}"
    _change(random.choice(manuscripts(content)), r"^标题:.*$", headline)


def retag(content: Path, random: Random) -> None:
    file = random.choice(manuscripts(content))
    _change(file, r"^标签:.*\n", "")
    tags = ", ".join(random.sample(TAGS, random.randint(1, 3)))
    _change(file, r"^标题:", f"标签: {tags}\n标题:")


def hide_or_show(content: Path, random: Random) -> None:
    file = random.choice(manuscripts(content))
    shown = "公开: 是" in file.read_text("utf-8")
    _change(file, r"^公开:.*\n", "")
    _change(file, r"^标题:", f"公开: {'否' if shown else '是'}\n标题:")


def add(content: Path, random: Random) -> None:
    old = random.choice(manuscripts(content))
    new = old.with_name(f"xin-{random.randint(1, 999)}.md")
    text = re.sub(
        r"^标题:.*$", f"标题: {random.choice(HEADLINES)}", old.read_text("utf-8"), flags=re.M
    )
    new.write_text(text, "utf-8")
    _list(old, f'"{old.stem}", "{new.stem}"')


def remove(content: Path, random: Random) -> None:
    old = random.choice(manuscripts(content))
    _list(old, "")
    old.unlink()


def rename(content: Path, random: Random) -> None:
    old = random.choice(manuscripts(content))
    new = old.with_name(f"gai-{random.randint(1, 999)}.md")
    _list(old, f'"{new.stem}"')
    old.rename(new)


def _list(file: Path, words: str) -> None:
    """Put other words in the place of a manuscript in its issue's list."""
    comma = "" if words else r",?\s*"
    _change(file.parent / "issue.toml", rf'"{file.stem}"{comma}', words)


def swap_order(content: Path, random: Random) -> None:
    toml = random.choice(sorted(content.glob("20??-??/issue.toml")))
    _change(toml, r'\[("[^"]+"), ("[^"]+")', _swapped(toml.read_text("utf-8")))


def _swapped(text: str) -> str:
    found = re.search(r'\[("[^"]+"), ("[^"]+")', text)
    return f"[{found[2]}, {found[1]}" if found else "["


def repaint(content: Path, random: Random) -> None:
    """Another picture under the same name."""
    file = random.choice(sorted(content.glob("20??-??/photos/*.jpg")))
    size = random.choice([(900, 600), (600, 900)])
    colour = tuple(random.randint(0, 255) for _ in range(3))
    Image.new("RGB", size, colour).save(file)


def change_telephone(content: Path, random: Random) -> None:
    _change(
        content / "publication.toml", r"^phone.*$", f'phone = "0000-{random.randint(1000, 9999)}"'
    )


def change_page(content: Path, random: Random) -> None:
    file = random.choice(sorted(content.glob("pages/*.md")))
    file.write_text(file.read_text("utf-8") + f"\n{random.choice(WORDS)}\n", "utf-8")


def number_pages(content: Path, random: Random) -> None:
    """What a press run leaves."""
    file = random.choice(manuscripts(content))
    page = random.randint(1, 60)
    (file.parent / "folios.toml").write_text(f'[pages]\n"{file.stem}" = {page}\n', "utf-8")


EDITS: tuple[Edit, ...] = (
    add_words, cite, speak, copy_text, know_places, know_words, link, retitle, retag, hide_or_show, add, remove, rename, swap_order, repaint,
    change_telephone, change_page, number_pages,
)  # fmt: skip
