"""A light guess at the language of a text: its script, and its commonest words.

Good enough to choose among the names of a place and to set the direction of the page. An empty
answer is preferred to a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000  # characters looked at
_FEWEST_HITS = 4
_LEAD = 1.5  # times as many hits as the language that comes second
_LEAST_SHARE = 0.08  # of all words; real text has a quarter and more

_WORD = re.compile(r"[^\W\d_]+")

# Scripts that one language uses almost alone, by the Unicode blocks of their letters.
_SCRIPTS = {
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "th": "\u0e00-\u0e7f",
    "ko": "\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
}
_SCRIPT_PATTERNS = tuple((code, re.compile(f"[{block}]")) for code, block in _SCRIPTS.items())
_SCRIPT_SHARE = 0.3  # of all letters
_KANA_SHARE = 0.05  # Japanese has far more Chinese characters than kana in places

_COMMON_WORDS = {
    "en": "the of and to in that is was for on with he as his are by this from have",
    "de": "der die und das den von ist mit des auf für im nicht ein eine dem sich auch",
    "fr": "le la les de et des en du une que dans est pour qui sur au par pas avec il",
    "es": "de la que el en los se del las un por con una para es su al como lo más",
    "pt": "de que o do da em um para com não uma os no se na por mais as dos como",
    "it": "di che il la per un in del non una le con si da della è sono dei al alla nel nelle sul",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als",
    "sv": "och att är av för till inte ett från där också eller men när jag",
    "da": "og at er af til ikke et fra også eller men når blev jeg ved efter",
    "no": "og at er av til ikke et fra også eller men når ble jeg ved etter",
    "cs": "a se na je že to do za po pro jako by ale jsou byl která který podle od v s o",
    "hr": "i je u na da se za su od koji kao nije to što bi ali iz samo koja kako",
    "hu": "a az és hogy nem is egy volt van meg de ez csak el még már azt mint után",
    "ro": "de la a cu din care pe nu un o pentru mai sunt este au fost prin în și că",
    "pl": "w i na z się nie do że jest o to po jak od za przez a są ale dla oraz",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi ne kadar sonra en ama",
    "id": "yang dan di dari untuk pada dengan ini itu tidak dalam akan ke adalah juga",
    "ru": "и в не на что с по как это из он за к от его но для о был также все до",
    "uk": "і в не на що з та до як за це від його для про у був також але й",
    "kk": "және мен үшін деп бұл бір ол емес болған да де бар кейін туралы",
    "ky": "жана менен үчүн деп бул бир ал эмес болгон да эле бар кийин тууралуу",
    "bg": "и на в да за се от не са с е че по като към при ще бе от това",
    "sr": "и у је да на се за од са су не који као из што би али то у до",
    "ar": "في من على إلى أن عن التي مع الذي هذا كان هذه بعد قال لا ما بين كما أو",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد او",
    "ur": "کے میں کی ہے اور سے کا کو اس نے ہیں کہ پر کر بھی تھا ایک تھے گیا یہ",
}
_WORD_SETS = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_OWN_LETTERS = {"ru": "ыэ", "uk": "їєґ", "sr": "јћђљњ", "kk": "ғқұә", "ky": "өүң"}
"""Letters that neighbours in script lack; each counts as a common word."""


def guess_language(text: str) -> str:
    """Return the BCP 47 code of the text's language; empty if it is not plain to see."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_common_words(sample)


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample))
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPT_PATTERNS}
    if letters and counts["ja"] > _KANA_SHARE * letters:
        return "ja"
    code = max(counts, key=lambda key: counts[key])
    return code if letters and counts[code] > _SCRIPT_SHARE * letters else ""


def _by_common_words(sample: str) -> str:
    words = Counter(_WORD.findall(sample.lower()))
    letters = Counter(sample.lower())
    hits = {
        code: sum(words[w] for w in common) + sum(letters[c] for c in _OWN_LETTERS.get(code, ""))
        for code, common in _WORD_SETS.items()
    }
    (second, _), (most, code) = sorted((count, code) for code, count in hits.items())[-2:]
    if most < max(_FEWEST_HITS, _LEAST_SHARE * words.total()) or most < _LEAD * second:
        return ""
    return code
