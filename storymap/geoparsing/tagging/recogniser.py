"""Recognition by a trained tagger, alone or together with the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from storymap.geoparsing.codes import looks_like_code
from storymap.geoparsing.protocol import Recogniser
from storymap.geoparsing.spans import Profiles
from storymap.geoparsing.tagging.hints import Hint, find_hints
from storymap.geoparsing.tagging.labels import Reading
from storymap.geoparsing.tagging.second_look import UNIONS, Found, look_again, surface
from storymap.geoparsing.tokens import TokenisedText, tokenise
from storymap.model import Document, Mention, MentionKind


class Tagger(Protocol):
    """Gives each token one of `labels.LABELS`."""

    @property
    def version(self) -> str:
        """Changes whenever the labels may."""
        ...

    def read(self, text: TokenisedText, hints: Sequence[Hint]) -> Reading:
        """A label and a margin for each token; empty for an empty text."""
        ...


class TrainedRecogniser:
    """Finds toponyms by what a model learnt of texts and what the gazetteer knows of names."""

    def __init__(self, gazetteer: Profiles, tagger: Tagger, *, inside_names: bool = True) -> None:
        """Only the gazetteer's `profile` is asked, once a document.

        `inside_names` says whether places inside the names of other things count: the "Leeds" of
        "Leeds City Council".
        """
        self._gazetteer = gazetteer
        self._tagger = tagger
        self._inside_names = inside_names

    @property
    def version(self) -> str:
        """Of the tagger."""
        return self._tagger.version

    def recognise(self, document: Document) -> Sequence[Mention]:
        """Find the mentions of a document, in text order; empty if there is none."""
        text = tokenise(document)
        hints = find_hints(text, self._gazetteer)
        places = look_again(text, hints, self._tagger.read(text, hints).labels)
        return tuple(
            _mention(text, place) for place in places if self._inside_names or place.kind != "IN"
        )


class JointRecogniser:
    """Takes a trained tagger's word and the rules' word, and weighs them where they differ.

    What both find is a mention. What the tagger alone finds must look like a place token by token;
    inside other names, both must agree. What the rules alone find counts unless the tagger took it
    for part of an organisation. Where spans overlap, the rules' hold.
    """

    def __init__(self, gazetteer: Profiles, tagger: Tagger, rules: Recogniser) -> None:
        """`rules` should look names up in the same gazetteer."""
        self._gazetteer = gazetteer
        self._tagger = tagger
        self._rules = rules

    @property
    def version(self) -> str:
        """Of the tagger and of the rules."""
        return f"{self._tagger.version}+{self._rules.version}"

    def recognise(self, document: Document) -> Sequence[Mention]:
        """Find the mentions of a document, in text order; empty if there is none."""
        ruled = self._rules.recognise(document)
        text = tokenise(document)
        hints = find_hints(text, self._gazetteer)
        reading = self._tagger.read(text, hints)
        page = _Page(text, {hint.first: hint for hint in hints}, reading)
        tagged = {_mention(text, place): place for place in look_again(text, hints, reading.labels)}
        kept = list(_trusted(page, tagged, ruled))
        spans = {(mention.start, mention.end) for mention in tagged}
        organised = page.organised()
        for mention in ruled:
            is_new = (mention.start, mention.end) not in spans and not _meets(mention, kept)
            if is_new and (_meets(mention, tagged) or mention.start not in organised):
                kept.append(mention)
        return tuple(sorted(kept, key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class _Page:
    text: TokenisedText
    hints: dict[int, Hint]
    """By first token."""
    reading: Reading

    def is_sure(self, place: Found) -> bool:
        """Whether the tagger's word alone is enough."""
        if place.kind == "IN":
            return False
        hint = self.hints.get(place.first)
        is_longer = hint is not None and hint.last != place.last
        margin = float(self.reading.margins[place.first : place.last].mean())
        is_union = surface(self.text.tokens, place) in UNIONS
        return place.kind == "DEM" or is_longer or is_union or margin >= 0

    def organised(self) -> set[int]:
        """Where in the text the tokens begin that are part of places or organisations."""
        labelled = zip(self.text.tokens, self.reading.labels, strict=True)
        return {t.start for t, label in labelled if label[2:] in {"ORG", "LOC", "DEM", "IN"}}


def _trusted(
    page: _Page, tagged: dict[Mention, Found], ruled: Sequence[Mention]
) -> Iterator[Mention]:
    spans = {(mention.start, mention.end): mention for mention in ruled}
    for mention, place in tagged.items():
        same = spans.get((mention.start, mention.end))
        if same is not None:
            yield same
        elif page.is_sure(place) and not _meets(mention, ruled):
            yield mention


def _meets(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)


def _mention(text: TokenisedText, place: Found) -> Mention:
    start, end = text.tokens[place.first].start, text.tokens[place.last - 1].end
    written = text.text[start:end]
    return Mention(start, end, written, _kind(place, written))


def _kind(place: Found, written: str) -> MentionKind:
    if place.kind == "DEM":
        return MentionKind.DEMONYM
    return MentionKind.CODE if looks_like_code(written) else MentionKind.NAME
