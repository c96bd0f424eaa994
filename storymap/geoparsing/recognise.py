"""Recognises toponyms by rules over a gazetteer: names that it has, weighed by their context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from storymap.gazetteer.protocol import NameProfile
from storymap.geoparsing.codes import is_code, is_code_elsewhere
from storymap.geoparsing.cues import ACCEPT, evidence
from storymap.geoparsing.patterns import POINTS, pattern_names
from storymap.geoparsing.scene import Scene, survey
from storymap.geoparsing.spans import NameSpan, Profiles, Rank
from storymap.geoparsing.tokens import Casing, Sentence, tokenise
from storymap.model import Document, Mention, MentionKind

TRUSTED = 3.0
"""Points from which a name is believed in the rest of the document too."""
SUPPORT = 2.5
"""Points that a name gains where the document has it elsewhere beyond doubt."""


@dataclass(frozen=True, slots=True)
class _Judged:
    span: NameSpan
    sentence: Sentence
    points: float
    kind: MentionKind = MentionKind.NAME


class GazetteerRecogniser:
    """Finds names of a gazetteer, and names that show themselves to be places."""

    version = "rules-1"

    def __init__(self, gazetteer: Profiles) -> None:
        """Only the gazetteer's `profile` is asked, once a document."""
        self._gazetteer = gazetteer

    def recognise(self, document: Document) -> Sequence[Mention]:
        """Find the mentions of a document, in text order; empty if there is none."""
        scene = survey(tokenise(document), self._gazetteer)
        judged = [j for sentence in scene.text.sentences for j in _judge(scene, sentence)]
        trusted = frozenset(
            j.span.key
            for j in judged
            if j.points >= TRUSTED and j.sentence.casing is Casing.MIXED and j.span.key
        )
        supported = (_supported(j, trusted) for j in judged)
        return tuple(_mention(scene, j) for j in _longest(j for j in supported))


def _judge(scene: Scene, sentence: Sentence) -> Iterator[_Judged]:
    for index in range(sentence.first, sentence.last):
        if is_code(scene, index, sentence):
            span = NameSpan(index, index + 1, "", NameProfile(0, 0, frozenset()))
            yield _Judged(span, sentence, TRUSTED, MentionKind.CODE)
        elif not is_code_elsewhere(scene, index, sentence):
            for span in scene.names.get(index, ()):
                yield _Judged(span, sentence, evidence(scene, span, sentence), _kind(span))
    for span in pattern_names(scene, sentence):
        yield _Judged(span, sentence, POINTS + evidence(scene, span, sentence))


def _kind(span: NameSpan) -> MentionKind:
    return MentionKind.DEMONYM if span.rank is Rank.DEMONYM else MentionKind.NAME


def _supported(judged: _Judged, trusted: frozenset[str]) -> _Judged:
    if judged.span.key not in trusted:
        return judged
    return replace(judged, points=judged.points + SUPPORT)


def _longest(judged: Iterable[_Judged]) -> Iterator[_Judged]:
    """Of the accepted spans that overlap, the one that begins first, and of those the longest."""
    accepted = (j for j in judged if j.points >= ACCEPT)
    end = 0
    for j in sorted(accepted, key=lambda j: (j.span.first, -j.span.last)):
        if j.span.first >= end:
            end = j.span.last
            yield j


def _mention(scene: Scene, judged: _Judged) -> Mention:
    tokens = scene.text.tokens
    start = tokens[judged.span.first].start + judged.span.skip
    end = tokens[judged.span.last - 1].end
    return Mention(start, end, scene.text.text[start:end], judged.kind)
