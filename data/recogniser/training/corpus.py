"""Reads the training sets and brings their labels onto our own tokens.

A training sentence is a list of words with a label each: O, or B-/I- with LOC, DEM, PER, ORG or
MISC; `?` stands for "not known".
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from storymap.geoparsing.tagging.labels import spans_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words as the set has them, and their labels."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


Article = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A training set and how much of it is used: 2 is twice in each round, 0.3 a third."""

    name: str
    weight: float
    is_machine_labelled: bool = False


SOURCES = (
    Source("gmb", 1, is_machine_labelled=True),
    Source("fewnerd", 1),
    Source("docred", 1.5),
    Source("ewt", 2),
    Source("pud", 2),
    Source("gum", 1.5),
    Source("wikigold", 2),
    Source("sec", 0.3),
    Source("crossner", 0.6),
    Source("wnut17", 0.3),
    Source("btc", 0.3),
    Source("litbank", 0.15),
)


def read_set(path: Path) -> list[Article]:
    """The documents of a set, in its order."""
    articles: dict[str, list[Sentence]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sentence = Sentence(tuple(row["t"]), tuple(row["y"]))
            articles.setdefault(row["d"], []).append(sentence)
    return [tuple(sentences) for sentences in articles.values()]


_ENDINGS = frozenset({"s", "S", "re", "ve", "ll", "t"})
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%") | {"'s", "’s", "n't", "''", "'S", "’S"}
_NO_SPACE_AFTER = frozenset("([{$£€#@‘“") | {"``"}
_JOINS = frozenset("-‑/")
_APOSTROPHES = frozenset("'’")


def spell(words: Sequence[str], labels: Sequence[str]) -> tuple[str, list[str]]:
    """The sentence as running text, and the label of each of its characters.

    The first character of a name has its B- label, all others the I- label.
    """
    text, marks = "", list[str]()
    quotes = 0
    previous = ""
    for index, (word, label) in enumerate(zip(words, labels, strict=True)):
        following = words[index + 1] if index + 1 < len(words) else ""
        closes = word == '"' and quotes % 2 == 1
        if word == '"':
            quotes += 1
        after_open_quote = previous == '"' and quotes % 2 == 1
        glued = (
            not text
            or word in _NO_SPACE_BEFORE
            or previous in _NO_SPACE_AFTER
            or closes
            or (after_open_quote and word != '"')
            or word in _JOINS
            or previous in _JOINS
            or (previous in _APOSTROPHES and word in _ENDINGS)
            or (word in _APOSTROPHES and following in _ENDINGS)
        )
        if not glued:
            text += " "
            marks.append("I" + label[1:] if label.startswith("I") else "O")
        text += word
        marks += [label] + ["I" + label[1:] if label[0] == "B" else label] * (len(word) - 1)
        previous = word
    return text, marks


def label_tokens(spans: Iterator[tuple[int, int]], marks: Sequence[str]) -> list[str]:
    """Labels of the tokens that lie at these characters."""
    labels: list[str] = []
    for start, _ in spans:
        label = marks[start]
        before = labels[-1] if labels else "O"
        if label[0] == "I" and before[2:] != label[2:]:
            label = "B" + label[1:]
        labels.append(label)
    return labels


def settle_noise(articles: Sequence[Article]) -> list[Article]:
    """Forget labels of a machine-labelled set that contradict the set's own majority.

    A surface that is seen four times and more, and is of another kind in three of four cases,
    is not known here.
    """
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for sentence in (s for article in articles for s in article):
        for first, last, kind in spans_of(sentence.labels):
            counts.setdefault(sentence.words[first:last], Counter())[kind] += 1
    return [tuple(_settle(sentence, counts) for sentence in article) for article in articles]


def _settle(sentence: Sentence, counts: Mapping[tuple[str, ...], Counter[str]]) -> Sentence:
    labels = list(sentence.labels)
    for first, last, kind in spans_of(sentence.labels):
        seen = counts[sentence.words[first:last]]
        if seen.total() >= _OFTEN and seen[kind] * 4 < seen.total():
            labels[first:last] = ["?"] * (last - first)
    return replace(sentence, labels=tuple(labels))


_OFTEN = 4


def load_articles(folder: Path, sources: Sequence[Source] = SOURCES) -> dict[Source, list[Article]]:
    """All sets, the machine-labelled ones rid of what contradicts itself."""
    articles = {source: read_set(folder / f"{source.name}.jsonl") for source in sources}
    return {
        source: settle_noise(found) if source.is_machine_labelled else found
        for source, found in articles.items()
    }


def one_round(articles: Iterable[tuple[Article, float]], chance: random.Random) -> list[Article]:
    """Articles in a random order, each as often as its weight says: 1.5 is once or twice."""
    chosen = [
        article
        for article, weight in articles
        for _ in range(int(weight) + (chance.random() < weight % 1))
    ]
    chance.shuffle(chosen)
    return chosen
