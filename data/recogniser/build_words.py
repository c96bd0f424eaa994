"""Derive two word lists from the counts of a tagged corpus.

    python data/recogniser/build_words.py GMB.jsonl

The corpus has one sentence a line: `t` its tokens, `y` their BIO tags (LOC, DEM, PER, ORG, MISC).
What is kept are facts about single words: that a word is mostly written without a capital, or
that it mostly names persons. No text is kept.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

WORDLISTS = Path(__file__).parents[2] / "storymap" / "geoparsing" / "wordlists"
SEEN_OFTEN = 2
ORDINARY_SHARE = 0.5
"""Written in lower case at least this often, relative to its capitals inside sentences."""
PERSON_SHARE = 0.75


def main(corpus: Path) -> None:
    """Write `ordinary_words.txt` and `person_words.txt`."""
    sentences = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    ordinary = ordinary_words(sentence["t"] for sentence in sentences)
    persons = person_words(sentences) - ordinary
    write("ordinary_words", "Mostly written without a capital.", ordinary)
    write("person_words", "Mostly part of the names of persons where capitalised.", persons)


def ordinary_words(sentences: Iterable[list[str]]) -> set[str]:
    """Words whose lower-case use outweighs their capitalised use inside sentences."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for tokens in sentences:
        for position, token in enumerate(tokens):
            if token.isalpha() and token.islower():
                lower[token] += 1
            elif token.isalpha() and position and token[0].isupper():
                capital[token.lower()] += 1
    return {
        word
        for word, count in lower.items()
        if count >= SEEN_OFTEN and count >= ORDINARY_SHARE * capital[word]
    }


def person_words(sentences: Iterable[Mapping[str, list[str]]]) -> set[str]:
    """Words that, where they are part of a name, are mostly part of a person's."""
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token, tag in zip(sentence["t"], sentence["y"], strict=True):
            if token.isalpha() and token[0].isupper():
                tags[token.lower()][tag[2:] or "O"] += 1
    return {
        word
        for word, count in tags.items()
        if count["PER"] >= SEEN_OFTEN
        and count["PER"] >= PERSON_SHARE * (count.total() - count["O"])
        and count["PER"] > count["O"]
    }


def write(name: str, remark: str, words: set[str]) -> None:
    """Write a list in alphabetical order under its remark."""
    lines = [f"# {remark} Derived by data/recogniser/build_words.py.", *sorted(words)]
    (WORDLISTS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
