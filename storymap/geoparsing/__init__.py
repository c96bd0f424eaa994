"""Finds the places that a text mentions: recognition, candidates, resolution, and the whole."""

from storymap.geoparsing.pipeline import Geoparser, geoparse, make_geoparser
from storymap.geoparsing.protocol import MentionCandidates, Recogniser, Resolver
from storymap.geoparsing.recognise import GazetteerRecogniser
from storymap.geoparsing.resolve import ClueResolver
from storymap.geoparsing.trained import trained_recogniser

__all__ = [
    "ClueResolver",
    "GazetteerRecogniser",
    "Geoparser",
    "MentionCandidates",
    "Recogniser",
    "Resolver",
    "geoparse",
    "make_geoparser",
    "trained_recogniser",
]
