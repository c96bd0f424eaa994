"""A text as recognition sees it: tokens, names of the gazetteer, persons and organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storymap.geoparsing.organisations import organisation_tokens
from storymap.geoparsing.people import People, find_people
from storymap.geoparsing.spans import NameSpan, Profiles, find_names
from storymap.geoparsing.tokens import Sentence, Token, TokenisedText


@dataclass(frozen=True, slots=True)
class Scene:
    """What the cues look at."""

    text: TokenisedText
    names: Mapping[int, Sequence[NameSpan]]
    """Names of the gazetteer by first token, longest first."""
    people: People
    organisations: frozenset[int]
    """Tokens inside the names of organisations that are no places."""

    def token(self, index: int) -> Token | None:
        """The token at an index; None outside the text."""
        return self.text.tokens[index] if 0 <= index < len(self.text.tokens) else None

    def before(self, index: int, sentence: Sentence) -> Token | None:
        """The token before this one in its sentence."""
        return self.text.tokens[index - 1] if index > sentence.first else None

    def after(self, index: int, sentence: Sentence) -> Token | None:
        """The token at this index, if the sentence reaches so far."""
        return self.text.tokens[index] if index < sentence.last else None

    def begins_sentence(self, index: int, sentence: Sentence) -> bool:
        """Whether nothing but quotes and brackets stands before this token in its sentence."""
        return not any(
            t.is_word or t.text.isdigit() for t in self.text.tokens[sentence.first : index]
        )


def survey(text: TokenisedText, gazetteer: Profiles) -> Scene:
    """Gather what the cues need; asks the gazetteer once."""
    names = find_names(text, gazetteer)
    return Scene(text, names, find_people(text, names), organisation_tokens(text))
