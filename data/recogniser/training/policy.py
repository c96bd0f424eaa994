"""What counts as a place: brings the training sets to one policy, with the gazetteer's help.

Three classes are learnt: LOC a place, DEM a demonym, and IN a place named inside the name of
something else ("Leeds" in "Leeds City Council"). The sets know no IN: it is found inside their
organisations and buildings by the gazetteer; where that is unsure the token is left open, as a
set of labels that are all allowed ("B-IN|B-ORG").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storymap.geoparsing.tagging.hints import Hint, Sign
from storymap.geoparsing.tagging.labels import spans_of
from storymap.geoparsing.tokens import Token
from storymap.geoparsing.words import word_list

_BUILDINGS = frozenset(
    """
    academy airport arena auditorium building cathedral cemetery center centre chapel church clinic
    college court courthouse dam depot gallery hall hospital hotel jail library mall memorial
    monastery mosque museum observatory palace prison school seminary stadium station synagogue
    temple theater theatre tower university zoo
    """.split()  # noqa: SIM905
)
_HEADS = frozenset({"city", "state", "town", "village", "county", "province", "port", "republic"})


def _is_strong(hint: Hint) -> bool:
    signs = set(hint.signs)
    is_city = Sign.CITY_100K in signs and Sign.MAIN_NAME in signs
    return is_city or bool(signs & {Sign.COUNTRY, Sign.FIRST_LEVEL})


def apply_policy(
    tokens: Sequence[Token], labels: Sequence[str], hints: Mapping[int, Hint]
) -> list[str]:
    """The labels under our policy; `hints` by first token."""
    made = list(labels)
    for first, last, kind in spans_of(labels):
        if kind == "LOC":
            _settle_place(tokens, made, (first, last), hints)
        elif kind == "ORG" and (hint := hints.get(first)) and hint.last == last and _is_land(hint):
            _write(made, (first, last), "LOC")
        elif kind in {"ORG", "MISC"}:
            _settle_organisation(tokens, made, (first, last), hints)
    return _open_compounds(tokens, made, hints)


def _settle_place(
    tokens: Sequence[Token], made: list[str], span: tuple[int, int], hints: Mapping[int, Hint]
) -> None:
    first, last = span
    hint = hints.get(first)
    if last - first < 2 or (hint and hint.last >= last):  # a single word
        return
    if (
        tokens[last - 1].lower in _BUILDINGS
        and hint
        and _is_settled(hint)
        and not is_plain(tokens, hint)
    ):
        _write(made, span, "ORG")
        _write(made, (first, hint.last), "IN")
        if hint.last < last:
            made[hint.last] = "B-ORG"
    elif tokens[first].lower in _HEADS and tokens[first + 1].lower == "of" and first + 2 < last:
        made[first] = made[first + 1] = "O"
        made[first + 2] = "B-LOC"
    elif (
        tokens[first].lower in word_list("directions")
        and (inner := hints.get(first + 1))
        and inner.last >= last
    ):
        made[first], made[first + 1] = "O", "B-LOC"
    else:
        _part_at_hyphen(tokens, made, span, hints)


def _part_at_hyphen(
    tokens: Sequence[Token], made: list[str], span: tuple[int, int], hints: Mapping[int, Hint]
) -> None:
    """ "Greenbrier-Pocahontas County" names two places, "Jalal-Abad" one."""
    first, last = span
    for index in range(first + 1, last - 1):
        left = hints.get(first)
        right = hints.get(index + 1)
        if tokens[index].text in {"-", "–", "/"} and left and left.last == index and right:
            made[index], made[index + 1] = "O", "B-LOC"
            first = index + 1


def _settle_organisation(
    tokens: Sequence[Token], made: list[str], span: tuple[int, int], hints: Mapping[int, Hint]
) -> None:
    first, last = span
    kind = made[first][2:]
    index = first
    while index < last:
        hint = hints.get(index)
        if hint is None or hint.last > last or (hint.first, hint.last) == span:
            index += 1
            continue
        if not is_plain(tokens, hint) and Sign.DEMONYM not in hint.signs:
            _mark_inside(tokens, made, (hint, span), kind)
        index = hint.last


def _mark_inside(
    tokens: Sequence[Token], made: list[str], where: tuple[Hint, tuple[int, int]], kind: str
) -> None:
    hint, (first, last) = where
    led = hint.first > first and tokens[hint.first - 1].lower in {"of", "in", "at", "for"}
    if hint.first > first and not led and not (hint.last == last and _is_strong(hint)):
        return
    followed = hint.last < last and tokens[hint.last].lower in word_list("organisation_words")
    if _is_strong(hint) or (Sign.MAIN_NAME in hint.signs and (led or followed)):
        _write(made, (hint.first, hint.last), "IN")
        if hint.last < last:
            made[hint.last] = f"B-{kind}"
    elif _is_settled(hint):
        for index in range(hint.first, hint.last):
            part = "B" if index == hint.first else "I"
            made[index] = f"{part}-IN|{made[index]}"
        if hint.last < last:
            made[hint.last] = f"B-{kind}|I-{kind}"


def _is_land(hint: Hint) -> bool:
    """Countries and states are places even where they act: "Cyprus rejects the plan"."""
    return bool({Sign.COUNTRY, Sign.FIRST_LEVEL} & set(hint.signs))


def _is_settled(hint: Hint) -> bool:
    signs = set(hint.signs)
    is_main = Sign.MAIN_NAME in signs and signs & {Sign.SETTLEMENT, Sign.ADMINISTRATIVE}
    return bool(is_main) or _is_strong(hint)


def is_plain(tokens: Sequence[Token], hint: Hint) -> bool:
    """Whether it is a word before it is a name: Reading, Police, Central."""
    if hint.last - hint.first > 1 or Sign.COUNTRY in hint.signs:
        return False
    word = tokens[hint.first].lower
    return any(
        word in word_list(name) for name in ("ordinary_words", "organisation_words", "directions")
    )


def _write(made: list[str], span: tuple[int, int], kind: str) -> None:
    for index in range(*span):
        made[index] = f"{'B' if index == span[0] else 'I'}-{kind}"


def _open_compounds(
    tokens: Sequence[Token], made: list[str], hints: Mapping[int, Hint]
) -> list[str]:
    """Say what sets with hyphenated words cannot: the "US" of "US-led" is a place."""
    for first, hint in hints.items():
        following = [token.text for token in tokens[hint.last : hint.last + 2]]
        if following[:1] not in (["-"], ["/"]) or set(made[first : hint.last]) != {"O"}:
            continue
        if hint.signs == (Sign.DEMONYM,) and following[-1].islower():
            _write(made, (first, hint.last), "DEM")
        elif _is_strong(hint) and following[-1].islower() and not is_plain(tokens, hint):
            _write(made, (first, hint.last), "LOC")
        else:
            made[first : hint.last] = ["?"] * (hint.last - first)
    return made
