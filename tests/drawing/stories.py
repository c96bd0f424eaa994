"""A small story of the usual shape, built by hand, and a ground for it to stand on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storymap.model import (
    Attribution,
    Candidate,
    Document,
    Extent,
    Mention,
    MentionKind,
    Passage,
    PassageKind,
    Place,
    PlaceName,
    Precision,
    Resolution,
    Story,
)

OSH = Place(
    "gn:1527534", "Osh", 40.52828, 72.7985, "P", "PPLA", country="KG", population=322_164,
    within=("Osh City", "Kyrgyzstan"),
)  # fmt: skip
BISHKEK = Place(
    "gn:1528675", "Bishkek", 42.87, 74.59, "P", "PPLC", country="KG", population=1_074_075,
    within=("Bishkek", "Kyrgyzstan"),
)  # fmt: skip
JALAL_ABAD = Place(
    "gn:1528249", "Manas", 40.93333, 73.0, "P", "PPLA", country="KG", population=123_239,
    within=("Jalal-Abad Region", "Kyrgyzstan"),
)  # fmt: skip
JALALABAD_AF = Place(
    "gn:1139715", "Jalālābād", 34.42647, 70.45153, "P", "PPLA", country="AF", population=200_331,
    within=("Nangarhar", "Afghanistan"),
)  # fmt: skip
TEYYIT = Place(
    "sm:teyyit", "Teyyit", 40.90, 72.97, "P", "PPL", country="KG", within=("Kyrgyzstan",),
    precision=Precision.APPROXIMATE, radius_km=10.0,
)  # fmt: skip
KYRGYZSTAN = Place(
    "gn:1527747", "Kyrgyzstan", 41.5, 75.0, "A", "PCLI", country="KG", population=6_315_800,
    extent=Extent(39.19, 69.26, 43.27, 80.28),
)  # fmt: skip
FERGANA = Place(
    "sm:fergana", "Fergana Valley", 40.7, 71.8, "L", "VAL", extent=Extent(40.0, 70.0, 41.4, 73.4)
)

PARAGRAPHS = (
    (PassageKind.HEADING, "Markets reopen in the south"),
    (PassageKind.PARAGRAPH, "JALAL-ABAD, Kyrgyzstan"),
    (PassageKind.PARAGRAPH, "Traders from Osh and Teyyit came back to Jalal-Abad on Monday."),
    (PassageKind.FURNITURE, "Also in the news"),
    (PassageKind.PARAGRAPH, "A Kyrgyz official in Bishkek said that Osh was calm."),
    (PassageKind.PARAGRAPH, "The Fergana Valley slept. Nobody had heard from Ak-Nowhere."),
    (PassageKind.PARAGRAPH, "Osh, again, sold melons."),
)

FOUND: tuple[tuple[str, Place | None], ...] = (
    ("JALAL-ABAD", JALAL_ABAD),
    ("Kyrgyzstan", KYRGYZSTAN),
    ("Osh", OSH),
    ("Teyyit", TEYYIT),
    ("Jalal-Abad", JALAL_ABAD),
    ("Kyrgyz", KYRGYZSTAN),
    ("Bishkek", BISHKEK),
    ("Osh", OSH),
    ("Fergana Valley", FERGANA),
    ("Ak-Nowhere", None),
    ("Osh", OSH),
)


def small_story() -> Story:
    """Eleven mentions of six places, one of them doubtful, and of one that was not found."""
    document = document_of(PARAGRAPHS, title="Markets reopen in the south")
    return Story(
        document=document,
        resolutions=tuple(_resolved(document.text)),
        attributions=(
            Attribution("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org/"),
        ),
        versions=(("storymap", "0.1.0"),),
    )


def document_of(
    paragraphs: Sequence[tuple[PassageKind, str]], *, title: str = "", language: str = "en"
) -> Document:
    """Join paragraphs by blank lines."""
    passages, at = [], 0
    for kind, text in paragraphs:
        passages.append(Passage(at, at + len(text), kind))
        at += len(text) + 2
    text = "\n\n".join(text for _, text in paragraphs)
    return Document(
        text, tuple(passages), title, source="The Valley Post", date="2010-04-13", language=language
    )


def _resolved(text: str) -> list[Resolution]:
    found, at = [], 0
    for name, place in FOUND:
        start = text.index(name, at)
        at = start + len(name)
        kind = MentionKind.DEMONYM if name == "Kyrgyz" else MentionKind.NAME
        found.append(resolution(Mention(start, at, name, kind), place))
    return found


def resolution(mention: Mention, place: Place | None) -> Resolution:
    """Resolve a mention as the small story does."""
    if place is None:
        return Resolution(mention, reasons=("no place of this name is known",))
    candidates = [Candidate(place, PlaceName(place.name), 0.6)]
    if place is JALAL_ABAD:
        candidates.append(Candidate(JALALABAD_AF, PlaceName("Jalalabad"), 0.4))
    return Resolution(
        mention,
        place,
        tuple(candidates),
        confidence=0.55 if place is JALAL_ABAD else 0.93,
        reasons=("Kyrgyzstan is named in the same line",) if place is JALAL_ABAD else (),
        label="Jalal-Abad" if place is JALAL_ABAD else place.name,
    )


def story_about(text: str, name: str, place: Place, *, title: str = "") -> Story:
    """A story of one paragraph and one mention."""
    start = text.index(name)
    mention = Mention(start, start + len(name), name)
    document = Document(text, (Passage(0, len(text)),), title)
    return Story(document, (Resolution(mention, place, confidence=0.9, label=name),))


@dataclass(frozen=True)
class Square:
    """An outline of ten degrees."""

    def as_json(self) -> Mapping[str, object]:
        return {"digits": 0, "parts": [[[70, 38, 10, 0, 0, 6, -10, 0]]]}


@dataclass(frozen=True)
class Plain:
    """A base map of one square and one river."""

    def as_json(self) -> Sequence[Mapping[str, object]]:
        return [
            {
                "name": "land",
                "kind": "area",
                "digits": 0,
                "parts": [[[60, 30, 30, 0, 0, 20, -30, 0]]],
            },
            {"name": "river", "kind": "line", "digits": 1, "parts": [[700, 400, 25, 5]]},
        ]


@dataclass(frozen=True)
class PlainGround:
    """A ground that knows the outline of countries alone."""

    def clip(self, extents: Sequence[Extent], *, budget_kb: int = 350) -> Plain:
        return Plain()

    def outline(self, place: Place) -> Square | None:
        return Square() if place.feature_code == "PCLI" else None


def stretched_story() -> Story:
    """The small story with so much text between its paragraphs that it has to be scrolled."""
    filler = "The road went on, and nobody on it said where to. " * 12
    story = small_story()
    text, passages, moved = "", [], 0
    shifts: list[tuple[int, int]] = []
    for passage in story.document.passages:
        shifts.append((passage.start, moved))
        words = story.document.text[passage.start : passage.end]
        passages.append(Passage(len(text), len(text) + len(words), passage.kind))
        text += f"{words}\n\n"
        passages.append(Passage(len(text), len(text) + len(filler)))
        text += f"{filler}\n\n"
        moved += len(filler) + 2
    resolutions = tuple(_moved(r, shifts) for r in story.resolutions)
    return Story(Document(text, tuple(passages), story.document.title), resolutions)


def _moved(resolution: Resolution, shifts: Sequence[tuple[int, int]]) -> Resolution:
    mention = resolution.mention
    by = max(shift for start, shift in shifts if start <= mention.start)
    return replace(
        resolution, mention=replace(mention, start=mention.start + by, end=mention.end + by)
    )


ATTACKS = (
    "{{ 7*191 }}",
    "50{% off",
    "</script><script>alert(1)</script>",
    "${alert(1)}",
    "<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "]]><!--<script>",
)


def hostile_story(attack: str) -> Story:
    """A story with an attack for its title, source, text, place, label, reasons and candidates."""
    text = f"We went to {attack} and back."
    start = text.index(attack)
    place = replace(OSH, id=f"x:{attack}", name=attack, within=(f"in {attack}",), source=attack)
    other = replace(place, id="x:other")
    chosen = Resolution(
        Mention(start, start + len(attack), attack),
        place,
        (Candidate(place, PlaceName(attack), 0.5), Candidate(other, PlaceName(attack), 0.4)),
        confidence=0.5,
        reasons=(attack,),
        label=attack,
    )
    return Story(
        Document(text, (Passage(0, len(text)),), title=attack, source=attack, date=attack),
        (chosen,),
        attributions=(Attribution(attack, attack, attack, f"javascript:{attack}"),),
        versions=((attack, attack),),
    )
