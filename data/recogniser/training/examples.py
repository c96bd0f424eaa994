"""From a training sentence to tokens with labels, read exactly as an article will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storymap.geoparsing.spans import Profiles
from storymap.geoparsing.tagging.hints import Hint, find_hints
from storymap.geoparsing.tokens import TokenisedText, tokenise
from storymap.model import Document, Passage
from training.corpus import label_tokens
from training.policy import apply_policy


@dataclass(frozen=True, slots=True)
class Example:
    """A stretch of text, tokenised, with what the gazetteer knows and what is right."""

    text: TokenisedText
    hints: tuple[Hint, ...]
    labels: tuple[str, ...]


def make_example(spelt: Sequence[tuple[str, Sequence[str]]], gazetteer: Profiles) -> Example:
    """Read sentences, each given as text and character labels, as passages of one document."""
    text, marks, passages = "", list[str](), list[Passage]()
    for line, line_marks in spelt:
        if not line:
            continue
        passages.append(Passage(len(text), len(text) + len(line)))
        text += line + "\n"
        marks += [*line_marks, "O"]
    read = tokenise(Document(text, tuple(passages)))
    labels = label_tokens(((token.start, token.end) for token in read.tokens), marks)
    hints = find_hints(read, gazetteer)
    labels = apply_policy(read.tokens, labels, {hint.first: hint for hint in hints})
    return Example(read, hints, tuple(labels))
