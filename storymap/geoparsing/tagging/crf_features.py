"""What the conditional random field looks at: short strings, each true of a token or not.

The strings are keys of the trained model: changing one means training again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from storymap.geoparsing.tagging.hints import Hint, Sign
from storymap.geoparsing.tokens import Casing, Sentence, Token, TokenisedText
from storymap.geoparsing.words import word_list

_CASE = {Casing.MIXED: "", Casing.UPPER: "U", Casing.TITLE: "T", Casing.LOWER: "L"}
_PLACING = frozenset({"in", "at", "near", "from"})
_SAYING = frozenset({"said", "says", "told", "added", "who", "was", "has", "is"})


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is known of one token by itself."""

    lower: str
    shape: str
    kind: str
    """How it is written and whether it is an ordinary word: "Xo", "x-", …"""
    tail: str
    tier: str
    """The weightiest thing that the gazetteer says of it; "-" for nothing."""
    role: str
    """Its part in what surrounds a name: a title, a type of place, …; empty for none."""
    coarse: str
    fine: str
    """Groups of words of like meaning; "?" for words that are in none."""
    own: tuple[str, ...]
    """Features that depend on the word alone."""


def token_features(text: TokenisedText, hints: Sequence[Hint]) -> list[list[str]]:
    """The features of each token, in text order."""
    tiers, signs = _from_gazetteer(len(text.tokens), hints)
    elsewhere = _elsewhere(text)
    made: list[list[str]] = []
    for sentence in text.sentences:
        span = range(sentence.first, sentence.last)
        atoms = [_atom(text.tokens[index].text, tiers[index]) for index in span]
        case = _CASE[sentence.casing]
        for place, index in enumerate(span):
            features = _in_sentence(atoms, place)
            features += signs[index]
            features.append("case" + case + atoms[place].shape)
            if text.tokens[index].is_capitalised:
                features += elsewhere.get(text.tokens[index].text, ())
            if case:
                features.append(f"{case}:{atoms[place].tier}")
                features.append(f"{case}:{atoms[place].lower}")
            made.append(features)
    return made


def _in_sentence(atoms: Sequence[_Atom], place: int) -> list[str]:
    here = atoms[place]
    before = atoms[place - 1] if place else _EDGE
    after = atoms[place + 1] if place + 1 < len(atoms) else _EDGE
    before2 = atoms[place - 2] if place > 1 else _EDGE
    after2 = atoms[place + 2] if place + 2 < len(atoms) else _EDGE
    return [
        *here.own,
        f"t{here.tier}",
        f"a{before.lower}",
        f"b{after.lower}",
        f"c{before2.lower}",
        f"d{after2.lower}",
        f"e{before.shape}|{here.shape}",
        f"f{here.shape}|{after.shape}",
        f"g{before.kind}|{here.kind}|{after.kind}",
        f"h{before.tail}",
        f"i{after.tail}",
        f"j{before.tier}|{here.tier}|{after.tier}",
        f"k{before.lower}|{here.tier}",
        f"l{here.tier}|{after.lower}",
        f"m{before.lower}|{after.lower}",
        f"n{before2.lower}|{before.lower}",
        f"o{after.lower}|{after2.lower}",
        f"p{before2.role}|{before.role}|{here.role}|{after.role}|{after2.role}",
        f"q{before.role}|{here.tier}|{after.role}",
        f"r{before.lower}|{here.shape}",
        f"s{here.lower}|{after.lower}",
        f"u{before.lower}|{here.lower}",
        f"v{before2.tier}|{before.shape}|{here.tier}",
        f"x{here.tier}|{after.shape}|{after2.tier}",
        f"y{here.role}|{here.tier}|{after.role}|{after.shape}",
        *_of_groups(here, (before2, before), (after, after2)),
    ]


def _of_groups(
    here: _Atom, left: tuple[_Atom, _Atom], right: tuple[_Atom, _Atom]
) -> tuple[str, ...]:
    """What the groups say that the words before and after are in."""
    before2, before = left
    after, after2 = right
    return (
        f"A{before.fine}",
        f"B{after.fine}",
        f"C{before2.coarse}",
        f"E{after2.coarse}",
        f"F{before.coarse}|{here.tier}|{after.coarse}",
        f"G{before.fine}|{here.shape}",
        f"H{here.shape}|{after.fine}",
        f"J{here.coarse}|{after.coarse}",
    )


def _from_gazetteer(
    count: int, hints: Sequence[Hint]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The tier of each token, and its other features."""
    tiers = ["-"] * count
    signs: list[Sequence[str]] = [()] * count
    for hint in hints:
        first, inside = _signs(hint.signs, min(hint.last - hint.first, 3))
        tiers[hint.first], signs[hint.first] = first[0][1:], first
        for index in range(hint.first + 1, hint.last):
            tiers[index], signs[index] = inside[0][1:], inside
    return tiers, signs


@lru_cache(maxsize=4096)
def _signs(signs: tuple[Sign, ...], length: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Features of the first token of a hint, and of the others; the tier comes first."""
    top = next((str(int(sign)) for sign in signs if sign != Sign.MAIN_NAME), "n")
    main = "m" if Sign.MAIN_NAME in signs else "a"
    people = "d" if Sign.DEMONYM in signs else ""

    def made(part: str) -> tuple[str, ...]:
        tier = f"{part}{top}{main}{people}"
        return (f"t{tier}", f"T{length}{tier}", *(f"S{part}{int(sign)}" for sign in signs))

    return made("B"), made("I")


@lru_cache(maxsize=1 << 16)
def _atom(word: str, tier: str) -> _Atom:
    lower = word.lower()
    shape = _shape(word)
    ordinary = "o" if lower in word_list("ordinary_words") else "-"
    given = "g" if lower in word_list("given_names") else ""
    kind = shape[:1] + ordinary + given
    coarse, fine = _word_classes().get(lower, ("?", "?"))
    own = (
        "*",
        f"w{word}",
        f"W{lower}",
        f"2{lower[:2]}",
        f"3{lower[:3]}",
        f"-2{lower[-2:]}",
        f"-3{lower[-3:]}",
        f"-4{lower[-4:]}",
        f"Z{shape}",
        f"K{kind}",
        f"k{kind}{tier}",
        f"L{coarse}",
        f"M{fine}",
        f"N{fine}{tier}",
    )
    return _Atom(lower, shape, kind, lower[-3:], tier, _role(lower), coarse, fine, own)


_EDGE = _Atom("^", "^", "^", "^", "^", "^", "^", "^", ())


@cache
def _word_classes() -> Mapping[str, tuple[str, str]]:
    """The coarse and the fine group of each word that has them; MODEL_CARD.md says whence."""
    text = (files(__package__) / "word_classes.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return {word: (coarse, fine) for word, coarse, fine in rows}


def _role(lower: str) -> str:
    bare = lower.rstrip(".")
    for role, name in _ROLES:
        if bare in word_list(name) or lower in word_list(name):
            return role
    return ""


_ROLES = (
    ("t", "titles"),
    ("f", "feature_words"),
    ("v", "type_words"),
    ("o", "organisation_words"),
    ("d", "directions"),
)


def _shape(word: str) -> str:
    """ "Bishkek" is "Xx", "U.S." "X.X.", "A40" "X9"; runs are cut to one."""
    made = ""
    for sign in word[:12]:
        kind = "X" if sign.isupper() else "x" if sign.isalpha() else "9" if sign.isdigit() else sign
        if not made.endswith(kind):
            made += kind
    return "XX" if made == "X" and len(word) > 1 else made


def _elsewhere(text: TokenisedText) -> Mapping[str, Sequence[str]]:
    """For each capitalised word, what happens to it over the whole document."""
    seen: dict[str, Counter[str]] = {}
    for sentence in text.sentences:
        for index in range(sentence.first, sentence.last):
            token = text.tokens[index]
            if token.is_capitalised:
                seen.setdefault(token.text, Counter()).update(_happenings(text, sentence, index))
    return {word: tuple(_habits(counts)) for word, counts in seen.items()}


def _happenings(text: TokenisedText, sentence: Sentence, index: int) -> Iterable[str]:
    before = text.tokens[index - 1] if index > sentence.first else None
    after = text.tokens[index + 1] if index + 1 < sentence.last else None
    yield "n"
    if before is not None:
        if before.lower in _PLACING:
            yield "in"
        elif before.lower.rstrip(".") in word_list("titles"):
            yield "title"
        elif before.is_capitalised and index - 1 > sentence.first:
            yield "cap"
    if after is not None:
        yield from _after(after)


def _after(after: Token) -> Iterable[str]:
    if after.lower in _SAYING:
        yield "said"
    elif after.text in {"'s", "’s"}:
        yield "poss"
    elif after.lower in word_list("feature_words"):
        yield "type"
    elif after.is_capitalised:
        yield "next"


def _habits(counts: Counter[str]) -> Iterable[str]:
    for what, count in counts.items():
        if what != "n":
            yield f"D{what}{'+' if count * 2 >= counts['n'] else '-'}"
