"""Lines that a site puts around its articles: share buttons, related stories, notices.

They are told by their words, so the lists below are all there is to it. Each pattern must fit a
whole line, whatever its capitals.
"""

from __future__ import annotations

import re
from enum import Enum, auto

_LONGEST = 120  # characters; a longer line is prose that happens to begin like furniture

_LIST_OPENERS = (
    r"in depth",
    r"(?:latest |more |related )?videos?",
    r"related(?: (?:stories|articles|content|links|topics|coverage|news|reading))?",
    r"(?:read|see) (?:more|also|next)",
    r"more (?:on this (?:story|topic)|stories|news|coverage|from .{1,40})",
    r"also (?:read|in the news)",
    r"recommended(?: (?:stories|for you|reading))?",
    r"most (?:read|popular|viewed|shared|watched)",
    r"(?:trending|popular)(?: (?:now|stories))?",
    r"(?:top|latest) (?:stories|news|headlines)",
    r"editor['’]?s['’]? (?:picks?|choice)",
    r"you (?:may|might) also (?:like|be interested in)",
    r"what to read next",
    r"list of \d+ items",
    r"lesen sie auch|mehr zum thema",
    r"(?:à )?lire aussi|voir aussi|sur le même sujet",
    r"lea también|le puede interesar|noticias relacionadas",
    r"leia também|leggi anche|lees ook",
    r"czytaj też|zobacz też|ilgili haberler",
    r"читайте также|по теме|читайте також",
)

_LONE = (
    r"undefined|null|nan|loading(?:\.{3}|…)?",
    r"advertisements?|sponsored(?: content)?|anzeige|publicité|publicidad|реклама",
    r"share(?: (?:this|on|via|with).{0,40})?|copy link|link copied|print|e-?mail|save",
    r"facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|instagram|youtube",
    r"(?:\d+ )?(?:comments?|shares?)|(?:leave|post) a comment|view comments",
    r"subscribe(?: .{1,60})?|sign (?:in|up)(?: .{1,60})?|log ?in|register|newsletters?",
    r"follow (?:us|.{1,40} on (?:facebook|twitter|x|instagram|telegram|whatsapp))(?: on .{1,40})?",
    r"(?:skip|jump) to (?:main )?content|menu|home|search|close|back to top|navigation",
    r"(?:image|photo) (?:copyright|credit|source)s?\b.{0,80}",
    r"listen to this article|play|pause|mute",
    r"(?:\d+|[a-z]+)[ -]min(?:ute)?s? (?:read|listen)|\d{1,2}:\d{2}(?::\d{2})?",
    r"(?:©|\(c\)|copyright\b).{0,100}|all rights reserved\.?",
    r"this (?:site|website) uses cookies.{0,80}|accept(?: all)?(?: cookies)?|cookie settings",
    r"terms (?:of (?:use|service)|and conditions)|privacy(?: policy)?|contact us|about us",
)

_LABELS = (
    "profile|interview|videos?|watch|listen|podcast|audio|gallery|photos|in (?:pictures|photos)"
    "|timeline|factbox|explainer|explained|fact check|quiz|poll|live(?: blog| updates)?|blog"
    "|special report|read (?:more|also|next)|see (?:more|also)|also read|more|related|don['’]t miss"
    "|sources?|tags?|topics?|keywords|filed under|categor(?:y|ies)|credits?"
    "|(?:date|published|posted|(?:last )?(?:updated|modified))(?: (?:on|at))?"
)


class Furniture(Enum):
    """What a line is to the page around the article."""

    NONE = auto()
    LONE = auto()
    """It stands for itself: "Share", "undefined"."""
    LABELLED = auto()
    """A label and what it labels: "Profile: Roza Otunbayeva". A headline may look the same."""
    LIST_OPENER = auto()
    """Titles of other things follow: "Videos:", "Most read"."""


def _whole_line(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(patterns)})\W{{0,3}}", re.IGNORECASE)


_LIST_OPENER_LINE = _whole_line(*_LIST_OPENERS)
_LONE_LINE = _whole_line(*_LONE)
_LABELLED_LINE = re.compile(rf"(?:{_LABELS})\s?:\s*\S.*", re.IGNORECASE)


def furniture(line: str) -> Furniture:
    """Return what a line is to the page around the article, from its words alone."""
    if len(line) > _LONGEST or "\n" in line:
        return Furniture.NONE
    if _LIST_OPENER_LINE.fullmatch(line):
        return Furniture.LIST_OPENER
    if _LONE_LINE.fullmatch(line):
        return Furniture.LONE
    if _LABELLED_LINE.fullmatch(line):
        return Furniture.LABELLED
    return Furniture.NONE
