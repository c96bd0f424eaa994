"""Clues: what speaks for or against a candidate, each with its points and what it refers to.

Points are log-odds: a candidate that is two points ahead of another is about seven times as
likely. They were set by hand and checked on annotated news of the world and of small towns.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a clue is about."""

    FAME = "fame"
    PREFERRED = "preferred"
    NAME = "name"
    ARTICLE = "article"
    FORM = "form"
    FOLLOWED = "followed"
    PRECEDED = "preceded"
    HOLDS = "holds"
    LINE = "line"
    TEXT = "text"
    COMPANY = "company"
    DISTANCE = "distance"
    HINT_COUNTRY = "hint-country"
    HINT_NEAR = "hint-near"


class Clue(NamedTuple):
    """Points for a candidate; `about` is the name of a place, a word, or empty."""

    kind: Kind
    points: float
    about: str = ""
    km: float = 0.0


# Fame: how often a place is meant, before anything else is known.
PER_POPULATION_DIGIT = 0.6
COUNTRY = 6.5
REGION = 6.0
DIVISION = 3.3
"""Of a million inhabitants; `PER_DIVISION_DIGIT` more or less for ten times or a tenth of them."""
PER_DIVISION_DIGIT = 0.55
CAPITAL = 0.7
COUNTY = -0.8
CALLED_AFTER_TOWN = -2.0
"""A division that is called as its chief town is: the town is meant, unless a word says else."""
NATURE = 1.5
GREAT_NATURE = 2.5
"""A sea, or what reaches over a border."""
SPOT = 0.5

# Name: by what kind of name it was found.
SHORTENED = -0.8
"""A region called by the name of its chief town, without the word "region"."""
ALTERNATE = -1.5
HISTORIC = -1.5
COLLOQUIAL = -0.4
ODD_CODE = -3.0
ODD_DEMONYM = -0.5

CALLED_WITH_ARTICLE = 1.5
"""Rivers and ranges always have one: "the Nile"."""

# Form: the name and the words around it say what kind of thing it is.
KIND_IN_NAME = 3.0
MISFIT = -4.0
"""Margaret in Alabama for "Margaret Island"."""
WORD_LEFT_OUT = -2.0
"""Red River County for "Red River": the name is whole without the county."""
KIND_BESIDE = 2.0
OTHER_KIND = -1.5

# Company: what else the text names.
FOLLOWED_BY_CONTAINER = 4.5
PRECEDED_BY_CONTAINER = 3.0
HOLDS_NEIGHBOUR = 4.5
COUNTRY_IN_LINE, COUNTRY_IN_TEXT = 1.6, 1.0
DIVISION_IN_LINE, DIVISION_IN_TEXT = 1.5, 1.5
SAME_COUNTRY = 2.0
SAME_DIVISION = 2.8
NEAREST = 2.5
NEAREST_SCALE_KM = 120.0

# Hints of the user.
HINT_COUNTRY = 1.5
HINT_NEAR = 3.0
HINT_NEAR_SCALE_KM = 200.0

PREFERRED = 5.0
"""A person said that the name means this place; still a strong context may say else."""

UNKNOWN = 0.5
"""Points of the possibility that the gazetteer lacks the place that is meant."""
