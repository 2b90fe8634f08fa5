"""Tags beside those of plain jieba, on parts of the gold set: how many are right, how many found, how long it takes.

    python benchmarks/tagging.py [tuning] [second] [third] [heldout] [each]

Parts named together are measured together; without any it is ``tuning``. All but ``heldout`` were tuned on.

Everything not among the librarians' ``tags`` counts as wrong, the ``doubtful`` too; "lenient" leaves those out.
jieba's words are turned into terms through our vocabulary where it has them, which flatters jieba. Times are CPU
milliseconds an article in this process, without loading; ``each`` tells the articles one by one.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plugins.article.record import Article  # noqa: E402
from plugins.hanzi import words  # noqa: E402
from plugins.issue import archive  # noqa: E402
from plugins.tagging.candidates import EMPTY  # noqa: E402
from plugins.tagging.matching import Matcher  # noqa: E402
from plugins.tagging.plugin import VOCABULARY, read_vocabulary  # noqa: E402
from plugins.tagging.record import Tagged, copy, heading  # noqa: E402
from plugins.tagging.suggestion import suggest  # noqa: E402
from plugins.tagging.vocabulary import Vocabulary  # noqa: E402
from plugins.toc.outline import outline  # noqa: E402

GOLD = ROOT / "tests" / "tagging" / "gold"
#: jieba gives as many words as it is asked for; an article of the gold set has three tags.
WORDS = 3
Method = Callable[[str, str], Iterable[str]]


def articles(parts: Iterable[str]) -> list[tuple[Article, set[str], set[str]]]:
    """Each labelled article of these parts with its tags and the doubtful ones."""
    files = [(GOLD / f"{part}.toml").read_text("utf-8") for part in parts]
    gold = {row["path"]: row for file in files for row in tomllib.loads(file)["articles"]}
    read, _ = archive.load(ROOT / "content", outline, lambda *_: Tagged())
    found = {f"{issue.key}/{each.stem}": each for issue in read.issues for each in issue.articles}
    lost = gold.keys() - found.keys()
    if lost:
        raise SystemExit(f"labelled, but not in the archive: {sorted(lost)}")
    return [(found[path], set(row["tags"]), set(row["doubtful"])) for path, row in gold.items()]


def methods(vocabulary: Vocabulary, cache: Path) -> dict[str, Method]:
    """What is compared, by name."""
    matcher = Matcher(vocabulary)
    jieba = words.load(cache)
    import jieba.analyse as analyse  # type: ignore[import-untyped]

    ours = analyse.TFIDF()
    ours.tokenizer = jieba.Tokenizer()
    ours.tokenizer.tmp_dir = str(cache)
    for word in vocabulary.preferred:
        ours.tokenizer.add_word(word)
    ours.stop_words = {*ours.stop_words, *EMPTY}
    joined = "{}\n{}".format

    def terms(found: Iterable[str]) -> list[str]:
        known = ((vocabulary.term(word), word) for word in found)
        return list(dict.fromkeys(term.name if term else word for term, word in known))

    return {
        "标签词表": lambda head, text: [tag.name for tag in suggest(head, text, matcher)],
        "TF-IDF": lambda *both: terms(analyse.extract_tags(joined(*both), WORDS)),
        "TextRank": lambda *both: terms(analyse.textrank(joined(*both), WORDS)),
        "TF-IDF+词表+停用词": lambda *both: terms(ours.extract_tags(joined(*both), WORDS)),
    }


def measure(name: str, method: Method, labelled: list[tuple[Article, set[str], set[str]]]) -> None:
    """Print one row; with ``each``, the articles before it."""
    right = wrong = doubtful = missed = 0
    used = 0.0
    for article, tags, doubts in labelled:
        head = heading(article.headline, article.kicker, article.deck)
        text = copy(article.text, article.standfirst)
        begun = time.process_time()
        given = set(method(head, text))
        used += time.process_time() - begun
        right, wrong = right + len(given & tags), wrong + len(given - tags)
        doubtful, missed = doubtful + len(given & doubts), missed + len(tags - given)
        if "each" in sys.argv:
            print(f"  {article.path}：对 {given & tags}；错 {given - tags}；漏 {tags - given}")
    print(
        f"| {name} | {right / max(right + wrong, 1):.2f} | "
        f"{right / max(right + wrong - doubtful, 1):.2f} | {right / max(right + missed, 1):.2f} | "
        f"{used * 1000 / len(labelled):.1f} |"
    )


def main() -> None:
    parts = [word for word in sys.argv[1:] if word != "each"] or ["tuning"]
    labelled = articles(parts)
    vocabulary = read_vocabulary(ROOT / "content" / VOCABULARY)
    print(
        f"{' + '.join(parts)}: {len(labelled)} articles, {sum(len(row[1]) for row in labelled)} tags\n"
    )
    print("| method | precision | lenient | recall | ms an article |\n|:--|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for name, method in methods(vocabulary, Path(folder)).items():
            method("题", "文。")  # loads what it loads
            measure(name, method, labelled)


if __name__ == "__main__":
    main()
