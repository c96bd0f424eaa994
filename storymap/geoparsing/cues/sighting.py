"""A name where it stands: what a cue looks at."""

from __future__ import annotations

from dataclasses import dataclass

from storymap.geoparsing.scene import Scene
from storymap.geoparsing.spans import NameSpan, Rank
from storymap.geoparsing.tokens import Casing, Sentence, Token


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of the gazetteer at one place in a text, with its neighbours in the sentence."""

    scene: Scene
    span: NameSpan
    sentence: Sentence
    before: Token | None
    after: Token | None
    words: tuple[str, ...]
    """Of the name, in lower case; hyphens and numbers are none."""

    @property
    def first(self) -> Token:
        """The first token of the name."""
        return self.scene.text.tokens[self.span.first]

    @property
    def last(self) -> Token:
        """The last token of the name."""
        return self.scene.text.tokens[self.span.last - 1]

    @property
    def is_strong(self) -> bool:
        """Whether the name means a place almost wherever it stands."""
        return self.span.rank > Rank.OTHER

    @property
    def begins_sentence(self) -> bool:
        """Whether a capital says nothing here."""
        return self.scene.begins_sentence(self.span.first, self.sentence)

    def touches_after(self) -> bool:
        """Whether the next token follows without a space: a hyphen, a comma."""
        return self.after is None or not self.scene.text.gap_before(self.span.last)

    def touches_before(self) -> bool:
        """Whether the token before stands without a space."""
        return self.before is None or not self.scene.text.gap_before(self.span.first)

    def says_capital(self, token: Token) -> bool:
        """Whether a neighbour's capital says that it is part of a name."""
        return token.is_capitalised and token.has_case and self.sentence.casing is Casing.MIXED


def sight(scene: Scene, span: NameSpan, sentence: Sentence) -> Sighting:
    """Look at a name in its sentence."""
    tokens = scene.text.tokens[span.first : span.last]
    return Sighting(
        scene,
        span,
        sentence,
        scene.before(span.first, sentence),
        scene.after(span.last, sentence),
        tuple(token.lower for token in tokens if token.is_word),
    )
