"""Codes and abbreviations for places: "US", "U.K.", and after the name of a town "Ga." and "TX"."""

from __future__ import annotations

from storymap.geoparsing.scene import Scene
from storymap.geoparsing.tokens import Casing, Sentence
from storymap.geoparsing.words import word_list

_LONGEST_CODE = 4


def is_code(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether the token is a code that names a place here."""
    token = scene.text.tokens[index]
    if not token.is_word or not token.is_capitalised:
        return False
    before = scene.before(index, sentence)
    if before is not None and before.text.isdigit():  # "100 B.C."
        return False
    letters = token.lower.replace(".", "").replace(" ", "")
    is_well_known = letters in word_list("codes") and _is_spelled_out(token.text)
    if is_well_known and (letters not in word_list("state_codes") or "." in token.text):
        return True
    is_state = token.lower.removesuffix(".").replace(" ", "") in word_list("state_codes")
    return is_state and (_follows_town(scene, index, sentence) or _is_initials(token.text))


def is_code_elsewhere(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a token that is no code here can only be one: "Miss", "Co.", "WHO" and "AP"."""
    token = scene.text.tokens[index]
    following = scene.after(index + 1, sentence)
    stands_alone = following is None or not following.is_capitalised
    if token.lower.removesuffix(".") in word_list("state_codes"):
        return stands_alone or token.text.endswith(".")
    if sentence.casing is Casing.UPPER or not token.is_upper:
        return False
    if _opens_dateline(scene, index, sentence):
        return False
    neighbours = (scene.before(index, sentence), following)
    among_capitals = any(t is not None and t.is_upper for t in neighbours)
    return not among_capitals and len(token.text.replace(".", "")) < _LONGEST_CODE


def _opens_dateline(scene: Scene, index: int, sentence: Sentence) -> bool:
    """ "OSH, Kyrgyzstan —" at the head of a passage."""
    comma, second = scene.after(index + 1, sentence), scene.after(index + 2, sentence)
    is_pair = comma is not None and comma.text == "," and second is not None
    begins = sentence.begins_passage and index == sentence.first
    return begins and is_pair and second is not None and second.is_capitalised


def looks_like_code(text: str) -> bool:
    """Whether a surface is shaped as a code: up to four letters, all capitals, or abbreviated.

    >>> looks_like_code("U.S."), looks_like_code("Calif."), looks_like_code("Osh")
    (True, True, False)
    """
    letters = text.replace(".", "").replace(" ", "")
    return text.endswith(".") or (len(letters) <= _LONGEST_CODE and letters.isupper())


def _is_spelled_out(text: str) -> bool:
    return text.replace(".", "").isupper()


def _is_initials(text: str) -> bool:
    """ "D.C.", "W.Va.": two capitals with full stops mean a state wherever they stand."""
    return text.count(".") > 1 and sum(letter.isupper() for letter in text) > 1


def _follows_town(scene: Scene, index: int, sentence: Sentence) -> bool:
    comma, town = scene.before(index, sentence), scene.token(index - 2)
    return (
        comma is not None
        and comma.text in {",", "("}
        and town is not None
        and town.is_word
        and town.is_capitalised
        and index - 2 >= sentence.first
    )
