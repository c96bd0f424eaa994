"""Says in plain words what decided, from the same clues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storymap.geoparsing.clues import Clue, Kind
from storymap.geoparsing.senses import Name
from storymap.geoparsing.spheres import is_country
from storymap.model import MentionKind, Place

MOST = 4
TELLING = 0.25
"""Points by which a clue must favour the choice to be worth telling."""


def no_candidate() -> str:
    """Why a mention has no place: nothing to choose from."""
    return "no place of this name in the gazetteer"


def none_fits() -> str:
    """Why a mention has no place: nothing good enough to choose."""
    return "no place of this name in the gazetteer fits the text"


def reasons_for(
    name: Name, best: int, others: Sequence[int], weighed: Sequence[Sequence[Clue]]
) -> tuple[str, ...]:
    """Why this candidate and not the next best, weightiest first; `others` are best first."""
    place = name.candidates[best].place
    rival = weighed[others[0]] if others else ()
    telling = sorted(_telling(weighed[best], rival), key=lambda item: -item[0])
    found = [words for _, clue in telling if (words := _words(clue))]
    rest = [name.candidates[i].place for i in others]
    unique = tuple(dict.fromkeys((*found[: MOST - 1], *_standing(name, place, rest))))
    return unique[:MOST] or (f"the likeliest of {len(rest) + 1} places of this name",)


def _telling(own: Sequence[Clue], rival: Sequence[Clue]) -> Iterator[tuple[float, Clue]]:
    for clue in own:
        against = max((c.points for c in rival if c.kind is clue.kind), default=0.0)
        lead = clue.points - min(against, clue.points) if against != clue.points else 0.0
        if lead >= TELLING or (clue.kind in _ALWAYS and clue.points >= TELLING):
            yield max(lead, clue.points / 2), clue


_ALWAYS = frozenset((Kind.FOLLOWED, Kind.LINE, Kind.DISTANCE))


_TEMPLATES = {
    Kind.PREFERRED: "chosen by a person for this name",
    Kind.FOLLOWED: "“{about}” follows the name",
    Kind.PRECEDED: "“{about}” stands before the name",
    Kind.HOLDS: "it holds “{about}”, which stands before it",
    Kind.LINE: "{about} is named in the same line",
    Kind.TEXT: "{about} is named in the text",
    Kind.DISTANCE: "{km} from {about}",
    Kind.FORM: "“{about}” says what kind of place it is",
    Kind.HINT_COUNTRY: "in {about}, which was given as a hint",
    Kind.HINT_NEAR: "{km} from {about}, which was given as a hint",
}


def _words(clue: Clue) -> str:
    template = _TEMPLATES.get(clue.kind)
    return template.format(about=clue.about, km=_km(clue.km)) if template else ""


def _km(km: float) -> str:
    return f"{km:.0f} km" if km >= 1 else "less than 1 km"


def _standing(name: Name, place: Place, rest: Sequence[Place]) -> Iterator[str]:
    if name.kind is MentionKind.DEMONYM:
        yield f"the people or the things of {place.name}"
    elif not rest:
        yield "the only place of this name in the gazetteer"
    elif is_country(place):
        yield "a country"
    elif place.within and not _has_rival_at_home(place, rest):
        yield f"only candidate in {place.within[-1]}"
    elif place.feature_code == "PPLC":
        yield "a capital"
    elif place.population and all(other.population < place.population for other in rest):
        yield "the most populous place of this name"


def _has_rival_at_home(place: Place, rest: Sequence[Place]) -> bool:
    """Whether another place of the same class and name lies in its country."""
    return any((p.country, p.feature_class) == (place.country, place.feature_class) for p in rest)
