"""Cues: how much a name, its shape and its neighbours speak for its being a toponym here.

Each cue gives evidence in points, positive for and negative against; their sum is compared with
`ACCEPT`. The points were set by hand from the reasons given beside them and checked on annotated
news; half a point more or less rarely matters.
"""

from __future__ import annotations

from collections.abc import Callable

from storymap.geoparsing.cues import itself, neighbours, setting
from storymap.geoparsing.cues.sighting import Sighting, sight
from storymap.geoparsing.scene import Scene
from storymap.geoparsing.spans import NameSpan
from storymap.geoparsing.tokens import Sentence

ACCEPT = 0.75

CUES: tuple[Callable[[Sighting], float], ...] = (
    itself.fame,
    itself.length,
    itself.ordinary_word,
    itself.sentence_start,
    itself.capitals_alone,
    itself.no_capitals,
    neighbours.capitals_after,
    neighbours.capitals_before,
    neighbours.role_after,
    neighbours.speech_after,
    neighbours.street_after,
    neighbours.saint,
    neighbours.town_itself,
    neighbours.compound,
    neighbours.article_before,
    setting.preposition,
    setting.type_word,
    setting.container,
    setting.person,
    setting.organisation,
)


def evidence(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """The sum of all cues for a name at its place in a text."""
    seen = sight(scene, span, sentence)
    return sum(cue(seen) for cue in CUES)
