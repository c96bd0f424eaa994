"""The trained recogniser as it ships; NumPy and the model are loaded when it is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from storymap.geoparsing.recognise import GazetteerRecogniser

if TYPE_CHECKING:
    from storymap.geoparsing.protocol import Recogniser
    from storymap.geoparsing.spans import Profiles
    from storymap.geoparsing.tagging.crf import CrfTagger


def trained_recogniser(gazetteer: Profiles) -> Recogniser:
    """A model trained on annotated texts, weighed with the rules; English alone.

    It finds more than the rules do and takes more time and memory: MODEL_CARD.md in
    data/recogniser has the figures.
    """
    from storymap.geoparsing.tagging.recogniser import JointRecogniser

    return JointRecogniser(gazetteer, _tagger(), GazetteerRecogniser(gazetteer))


@cache
def _tagger() -> CrfTagger:
    from storymap.geoparsing.tagging.crf import load_crf

    return load_crf()
